# Each finding that fails, is in error or is unknown: what decided, and where it comes from.
$ assay why shop-rules.assay shop.json
fail     visit.adult                                              required, high
         Only adults use self service
         visit/child

         It fails: this does not hold
           require is-adult                                  shop-rules.assay:19
             is-adult stands for: age is present and age >= adult
                                                             shop-rules.assay:12
             adult is set to 18

         What it rests on
           fast = yes                              by a condition, shop.assay:18
             till = T1                                    shop.json:6 visit.till
             till.kind = self-service                      shop.json:3 till.kind
           site.version = 2006                          shop.json:2 site.version
           site.open = yes                                 shop.json:2 site.open
           age = 12                                        shop.json:6 visit.age

         It would pass with this change
           - age >= 18

         It would be exempt with this change
           - site.open is no

         What to do
           Send the visitor to a staffed till; the age noted is 12.

         Source
           "The manual" (2026-01-31), age

fail     visit.payment                                          required, medium
         How a visit may be paid
         visit/cash

         It fails: this does not hold
           [1] Card only
           require paid includes card                        shop-rules.assay:34

         The table, with the subject's row and its value marked
             Fast  Kind
             no    staffed
           > yes   >self-service[1]<, staffed
           [1] Card only
               require paid includes card

         What it rests on
           fast = yes                              by a condition, shop.assay:18
             till = T1                                    shop.json:7 visit.till
             till.kind = self-service                      shop.json:3 till.kind
           site.version = 2006                          shop.json:2 site.version
           paid = cash                                    shop.json:7 visit.paid

         It would pass with one of these changes
           - paid includes card
           - till.kind is staffed (then fast is no)

fail     visit.adult                                              required, high
         Only adults use self service
         visit/ageless

         It fails: this does not hold
           require is-adult                                  shop-rules.assay:19
             is-adult stands for: age is present and age >= adult
                                                             shop-rules.assay:12
             adult is set to 18

         What it rests on
           fast = yes                              by a condition, shop.assay:18
             till = T1                                    shop.json:9 visit.till
             till.kind = self-service                      shop.json:3 till.kind
           site.version = 2006                          shop.json:2 site.version
           site.open = yes                                 shop.json:2 site.open
           age is absent                                   shop.json:9 visit.age

         It would pass with this change
           - age >= 18

         It would be exempt with this change
           - site.open is no

         What to do
           Send the visitor to a staffed till; the age noted is <absent>.

         Source
           "The manual" (2026-01-31), age

unknown  visit.adult                                              required, high
         Only adults use self service
         visit/unasked

         What it rests on
           fast = yes                              by a condition, shop.assay:18
             till = T1                                   shop.json:10 visit.till
             till.kind = self-service                      shop.json:3 till.kind
           site.version = 2006                          shop.json:2 site.version
           site.open = yes                                 shop.json:2 site.open
           age is not known                            not in shop.json:10 visit

         What to find out
           age: Age of the visitor

         It fails if
           - age is absent or age < 18

         It passes if
           - age >= 18

         Source
           "The manual" (2026-01-31), age
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"

error    visit.adult                                              required, high
         Only adults use self service
         visit/odd

         What it rests on
           fast = yes                              by a condition, shop.assay:18
             till = T1                                   shop.json:12 visit.till
             till.kind = self-service                      shop.json:3 till.kind
           site.version = 2006                          shop.json:2 site.version
           site.open = yes                                 shop.json:2 site.open
           age is undecodable                             shop.json:12 visit.age
             expected an integer, found text "twelve"

         It fails if
           - age < 18

         It passes if
           - age >= 18

         Source
           "The manual" (2026-01-31), age
# A subject is named as eval names it, or by its key. A reference to nothing, and what it would decide.
$ assay why shop-rules.assay shop.json --subject lost --rule visit.payment
pass     visit.payment                                          required, medium
         How a visit may be paid
         visit/lost

         Decided by
           | no | staffed |                                  shop-rules.assay:31

         The table, with the subject's row and its value marked
             Fast  Kind
           > no    staffed
             yes   self-service[1], staffed

         What it rests on
           fast is not known                       by a condition, shop.assay:18
             till is not known                           shop.json:11 visit.till
               there is no till "T9"
           site.version = 2006                          shop.json:2 site.version
           paid = card                                   shop.json:11 visit.paid
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
$ assay why shop-rules.assay shop.json --subject visit/alone
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
3 findings, and none fails, is in error or is unknown; --all explains them
$ assay why shop-rules.assay shop.json --subject visit/alone --all
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
notapplicable visit.adult                                         required, high
         Only adults use self service
         visit/alone

         It does not apply: this is false
           when fast                                         shop-rules.assay:17

         What it rests on
           fast = no                               by a condition, shop.assay:18
             till is absent                              shop.json:13 visit.till
           site.version = 2006                          shop.json:2 site.version
           site.open = yes                                 shop.json:2 site.open
           age = 33                                       shop.json:13 visit.age

         Source
           "The manual" (2026-01-31), age

notchecked visit.receipt                                        required, medium
         The receipt was handed over
         visit/alone

         It is to be checked by hand
           check manually "Ask the visitor for the receipt."
                                                             shop-rules.assay:24

         What it rests on
           site.version = 2006                          shop.json:2 site.version

notapplicable visit.payment                                     required, medium
         How a visit may be paid
         visit/alone

         It does not apply: this is false
           when till is present                              shop-rules.assay:27

         The table, with the subject's row and its value marked
             Fast  Kind
             no    staffed
             yes   self-service[1], staffed

         What it rests on
           fast = no                               by a condition, shop.assay:18
             till is absent                              shop.json:13 visit.till
           site.version = 2006                          shop.json:2 site.version
           paid = cash                                   shop.json:13 visit.paid
# Certificates of files; a failure that no single change mends.
$ assay why cert-rules.assay certs/gateway.pem certs/weak.der --rule key.length --all --now 2026-11-22
pass     key.length                                           required, critical
         Keys are long enough
         certificate/certs/gateway.pem

         What it rests on
           key.algorithm = rsa                gateway.pem, certificate at byte 0
           key.bits = 2048 bits               gateway.pem, certificate at byte 0

fail     key.length                                           required, critical
         Keys are long enough
         certificate/certs/weak.der

         It fails: this does not hold
           require key.bits >= least                         cert-rules.assay:10
             least is set to 2048

         What it rests on
           key.algorithm = rsa                   weak.der, certificate at byte 0
           key.bits = 1024 bits                  weak.der, certificate at byte 0

         It would pass with this change
           - key.bits >= 2048 bits

         What to do
           Issue it again with a key of 2048 bits; it has 1024 bits.
$ assay why pairs.assay certs/cut.der
certs/cut.der: error: the certificate at byte 0 can't be read: byte 0 (certificate): a tag or length is broken or runs past the end
error    key.strong                                             required, medium
         The key is long and the signature good
         certificate/certs/cut.der@0

         What it rests on
           key.bits is undecodable                cut.der, certificate at byte 0
             byte 0 (certificate): a tag or length is broken or runs past the
             end
           signature.digest is undecodable        cut.der, certificate at byte 0
             byte 0 (certificate): a tag or length is broken or runs past the
             end

         It fails if
           - key.bits < 2048 bits
           - signature.digest is other than SHA-256, SHA-384 or SHA-512

         It passes if
           - key.bits >= 2048 bits and signature.digest is SHA-256, SHA-384 or
             SHA-512
? 3
$ echo '{"certificate": {"key.bits": 1024, "signature.digest": "md5"}}' | assay why pairs.assay
fail     key.strong                                             required, medium
         The key is long and the signature good
         certificate/-#1

         It fails: this does not hold
           require key.bits >= least                               pairs.assay:7
             least is set to 2048

         What it rests on
           key.bits = 1024 bits            standard input:1 certificate.key.bits

         It would pass with this change
           - key.bits >= 2048 bits and signature.digest is SHA-256, SHA-384 or
             SHA-512
# What the fleet decides.
$ assay why fleet-rules.assay fleet.json
fail     site.no-children                                       required, medium
         No child came
         site

         It fails: this does not hold
           require no visit where (age is present and age < 18)
                                                             fleet-rules.assay:6

         It would pass with this change
           - not (any visit where (age is present and age < 18))

         What to do
           These were children: v2, v3.
$ echo '{"site": {"version": 2006}} {"visit": {"id": "v1", "age": 40}}' | assay why fleet-rules.assay
unknown  site.no-children                                       required, medium
         No child came
         site

         What it rests on
           fleet is not known
             more records may exist

         What to find out
           fleet: All records. If those given are all, say so (--complete).

         It fails if
           - any visit where (age is present and age < 18)

         It passes if
           - not (any visit where (age is present and age < 18))
# Questions about nothing.
$ assay why shop-rules.assay shop.json --rule visit.adlut
assay why: the policy has no rule `visit.adlut`; did you mean `visit.adult`?
usage: assay why POLICY [FACTS|CERTIFICATE|-]...
`assay help why` says more
? 64
$ assay why shop-rules.assay shop.json --subject visit/adlut
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
assay why: there is no subject `visit/adlut`; did you mean `visit/adult`?
usage: assay why POLICY [FACTS|CERTIFICATE|-]...
`assay help why` says more
? 64
$ assay why shop-rules.assay shop.json --subject staff
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
assay why: there is no subject `staff`
usage: assay why POLICY [FACTS|CERTIFICATE|-]...
`assay help why` says more
? 64
$ assay why shop-rules.assay shop.json --rule visit.receipt
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
9 findings, and none fails, is in error or is unknown; --all explains them
$ assay why
assay why: a policy is needed
usage: assay why POLICY [FACTS|CERTIFICATE|-]...
`assay help why` says more
? 64
# More subjects of a rule than are explained.
$ (echo '{"site": {"version": 2006, "open": true}, "till": {"name": "T1", "kind": "self-service"}}'; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "{\"visit\": {\"id\": \"v$i\", \"age\": 1, \"till\": \"T1\"}}"; done) | assay why shop-rules.assay --rule visit.adult | tail -n 6
           Send the visitor to a staffed till; the age noted is 1.

         Source
           "The manual" (2026-01-31), age

2 more findings are not explained here; --all explains them
# For programs.
$ assay why shop-rules.assay shop.json --subject cash --format json --now 2026-11-22 | sed 's/[0-9a-f]\{64\}/DIGEST/'
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
{"policy": {"name": "shop-rules", "version": "2.1.0", "digest": "DIGEST"}, "now": "2026-11-22T00:00:00Z", "explanations": [
{"rule": "visit.payment", "result": "fail", "level": "required", "severity": "medium", "subject": "visit/cash", "name": "", "clause": {"kind": "note", "name": "1", "text": "require paid includes card", "line": 34}, "message": "Card only", "fix": "", "facts": [{"path": "fast", "state": "present", "value": "yes", "why": ""}, {"path": "site.version", "state": "present", "value": "2006", "why": ""}, {"path": "paid", "state": "present", "value": "cash", "why": ""}, {"path": "till", "state": "present", "value": "T1", "why": ""}, {"path": "till.kind", "state": "present", "value": "self-service", "why": ""}], "unknown": [], "cautions": [], "approximate": false, "file": "shop.json", "offset": 341, "title": "How a visit may be paid", "place": "shop-rules.assay:34", "cite": "", "names": [], "values": [{"depth": 0, "path": "fast", "state": "present", "value": "yes", "label": "", "why": "", "meaning": "Derived", "decides": false, "source": "derived", "file": "", "line": 0, "offset": 0, "where": "shop.assay:18", "how": "a condition"}, {"depth": 1, "path": "till", "state": "present", "value": "T1", "label": "", "why": "", "meaning": "Where", "decides": false, "source": "facts", "file": "shop.json", "line": 7, "offset": 341, "where": "visit.till", "how": ""}, {"depth": 1, "path": "till.kind", "state": "present", "value": "self-service", "label": "Self service", "why": "", "meaning": "Who works it", "decides": false, "source": "facts", "file": "shop.json", "line": 3, "offset": 79, "where": "till.kind", "how": ""}, {"depth": 0, "path": "site.version", "state": "present", "value": "2006", "label": "", "why": "", "meaning": "Version, YYMM", "decides": false, "source": "facts", "file": "shop.json", "line": 2, "offset": 37, "where": "site.version", "how": ""}, {"depth": 0, "path": "paid", "state": "present", "value": "cash", "label": "", "why": "", "meaning": "How it was paid", "decides": false, "source": "facts", "file": "shop.json", "line": 7, "offset": 341, "where": "visit.paid", "how": ""}], "outcomes": [], "outcomesCut": false, "ways": [{"result": "pass", "conditions": ["paid includes card"], "then": []}, {"result": "pass", "conditions": ["till.kind is staffed"], "then": ["fast is no"]}], "waysCut": false, "table": {"target": "till.kind", "rows": [{"chosen": false, "cells": [[{"text": "Fast", "chosen": false}], [{"text": "Kind", "chosen": false}]]}, {"chosen": false, "cells": [[{"text": "no", "chosen": false}], [{"text": "staffed", "chosen": false}]]}, {"chosen": true, "cells": [[{"text": "yes", "chosen": false}], [{"text": "self-service[1]", "chosen": true}, {"text": "staffed", "chosen": false}]]}], "notes": [{"mark": "1", "title": "Card only", "requires": ["require paid includes card"], "applies": true}]}}
]}
