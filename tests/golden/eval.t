# A fleet of all kinds, as its administrator sees it.
$ assay eval shop-rules.assay shop.json
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/child
           fast = yes   site.version = 2006   site.open = yes   age = 12
           fix: Send the visitor to a staffed till; the age noted is 12.
         visit/ageless
           fast = yes   site.version = 2006   site.open = yes   age is absent
           fix: Send the visitor to a staffed till; the age noted is <absent>.
         see: manual, age

fail     visit.payment                                          required, medium
         How a visit may be paid
         [1] Card only
         require paid includes card                          shop-rules.assay:34

         visit/cash
           fast = yes   site.version = 2006   paid = cash   till = T1
           till.kind = self-service

error    visit.adult                                              required, high
         Only adults use self service

         visit/odd
           fast = yes   site.version = 2006   site.open = yes
           age is undecodable: expected an integer, found text "twelve"
         see: manual, age

unknown  visit.adult                                              required, high
         Only adults use self service

         visit/unasked
           fast = yes   site.version = 2006   site.open = yes
           not known: age
         see: manual, age

                   required
fail                      3
error                     1
unknown                   1
pass                     10
notapplicable             3
notchecked                9

12 records, 1 warning about the input, 1 finding with a note not shown; see
--all
cannot be relied on: 1 required rule is in error for 1 subject; 2 required rules
fail for 3 subjects; 1 required rule is unknown for 1 subject
? 3
# A policy with mistakes can't be used.
$ assay eval mistakes/wrong-fact.assay shop.json
error[E0101]: there is no fact called `key.bit` here
 --> mistakes/wrong-fact.assay:5:11
  |
5 |   require key.bit >= 2048 bits
  |           ^^^^^^^
  = help: did you mean `key.bits`?
? 3
$ assay eval missing.assay shop.json
missing.assay: error: No such file or directory
? 3
# One rule, whatever its results.
$ assay eval shop-rules.assay shop.json --rule visit.payment
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.payment                                          required, medium
         How a visit may be paid
         [1] Card only
         require paid includes card                          shop-rules.assay:34

         visit/cash
           fast = yes   site.version = 2006   paid = cash   till = T1
           till.kind = self-service

pass     visit.payment                                          required, medium
         How a visit may be paid

         visit/adult, visit/child, visit/ageless, visit/unasked, visit/odd
           | yes | self-service[1], staffed |                shop-rules.assay:32
           fast = yes   site.version = 2006   paid = card   till = T1
           till.kind = self-service
         visit/old
           | no | staffed |                                  shop-rules.assay:31
           fast = no   site.version = 2006   paid = cash   till = T2
           till.kind = staffed
         visit/lost
           | no | staffed |                                  shop-rules.assay:31
           fast is missing   site.version = 2006   paid = card

notapplicable visit.payment                                     required, medium
         How a visit may be paid
         when till is present                                shop-rules.assay:27

         visit/alone
           fast = no   site.version = 2006   paid = cash   till is absent

                   required
fail                      3
error                     1
unknown                   1
pass                     10
notapplicable             3
notchecked                9

12 records, 1 warning about the input, 1 finding with a note not shown; see
--all
cannot be relied on: 1 required rule is in error for 1 subject; 2 required rules
fail for 3 subjects; 1 required rule is unknown for 1 subject
? 3
$ assay eval shop-rules.assay shop.json --rule visit.receipt --rule visit.adult --all
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/child
           fast = yes   site.version = 2006   site.open = yes   age = 12
           fix: Send the visitor to a staffed till; the age noted is 12.
         visit/ageless
           fast = yes   site.version = 2006   site.open = yes   age is absent
           fix: Send the visitor to a staffed till; the age noted is <absent>.
         see: manual, age

error    visit.adult                                              required, high
         Only adults use self service

         visit/odd
           fast = yes   site.version = 2006   site.open = yes
           age is undecodable: expected an integer, found text "twelve"
         see: manual, age

unknown  visit.adult                                              required, high
         Only adults use self service

         visit/unasked
           fast = yes   site.version = 2006   site.open = yes
           not known: age
         see: manual, age

pass     visit.adult                                              required, high
         Only adults use self service

         visit/adult
           fast = yes   site.version = 2006   site.open = yes   age = 35
         visit/cash
           fast = yes   site.version = 2006   site.open = yes   age = 50
         visit/lost
           fast is missing   site.version = 2006   site.open = yes   age = 20
         see: manual, age

notapplicable visit.adult                                         required, high
         Only adults use self service
         when fast                                           shop-rules.assay:17

         visit/old
           fast = no   site.version = 2006   site.open = yes   age = 104
           note: an age of 104 is unlikely
         visit/alone
           fast = no   site.version = 2006   site.open = yes   age = 33
         see: manual, age

notchecked visit.receipt                                        required, medium
         The receipt was handed over
         check manually "Ask the visitor for the receipt."   shop-rules.assay:24

         visit/adult, visit/child, visit/cash, visit/old, visit/ageless,
         visit/unasked, visit/lost, visit/odd, visit/alone
           site.version = 2006

                   required
fail                      3
error                     1
unknown                   1
pass                     10
notapplicable             3
notchecked                9

12 records, 1 warning about the input
cannot be relied on: 1 required rule is in error for 1 subject; 2 required rules
fail for 3 subjects; 1 required rule is unknown for 1 subject
? 3
# Nothing but the status.
$ assay eval -q shop-rules.assay shop.json
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
? 3
# Parameters and profiles.
$ assay eval shop-rules.assay shop.json --profile careful --rule visit.adult | tail -n 1
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail for 3 subjects; 1 required rule is unknown for 2 subjects
$ assay eval shop-rules.assay shop.json --set adult=36 --rule visit.adult | head -n 12
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/adult
           fast = yes   site.version = 2006   site.open = yes   age = 35
           fix: Send the visitor to a staffed till; the age noted is 35.
         visit/child
           fast = yes   site.version = 2006   site.open = yes   age = 12
           fix: Send the visitor to a staffed till; the age noted is 12.
         visit/ageless
           fast = yes   site.version = 2006   site.open = yes   age is absent
# Statuses: all well, one fails, one is unknown, one is in error, nothing is evaluated.
$ printf '{"site": {"version": 2006, "open": true}} {"visit": {"id": "v", "till": null, "paid": []}}' | assay eval shop-rules.assay -
                   required
notapplicable             2
notchecked                1

2 records
passes: no required rule fails; 1 finding is to be checked by hand
$ printf '{"site": {"version": 2006, "open": true}} {"till": {"name": "T", "kind": "self-service"}} {"visit": {"id": "v", "till": "T", "age": 3, "paid": ["card"]}}' | assay eval shop-rules.assay | tail -n 1
fails: 1 required rule fails for 1 subject
$ printf '{"site": {"version": 2006, "open": true}} {"visit": {"id": "v", "till": "T", "age": 3, "paid": ["card"]}}' | assay eval shop-rules.assay
unknown  visit.adult                                              required, high
         Only adults use self service

         visit/v
           fast is missing   site.version = 2006   site.open = yes   age = 3
           till is missing: there is no till "T"
         see: manual, age

                   required
unknown                   1
pass                      1
notchecked                1

2 records
cannot be decided: 1 required rule is unknown for 1 subject
? 2
$ printf '{"site": {"version": 2006, "open": true}} {"till": {"name": "T", "kind": "self-service"}} {"visit": {"id": "v", "till": "T", "age": 3.5, "paid": ["card"]}}' | assay eval -q shop-rules.assay
standard input:1:133: warning: visit.age: expected an integer, found number 3.5
? 3
$ printf '{"site": {"version": 1999}}' | assay eval shop-rules.assay
1 record
cannot be decided: no rule was put to anything
? 2
# Exemptions have their reasons.
$ printf '{"site": {"version": 2006, "open": false}} {"till": {"name": "T", "kind": "self-service"}} {"visit": {"id": "v", "till": "T", "age": 3, "paid": ["card"]}}' | assay eval shop-rules.assay --rule visit.adult
exempt   visit.adult                                              required, high
         Only adults use self service
         unless [closed] not site.open "nobody is let in"    shop-rules.assay:18

         visit/v
           fast = yes   site.version = 2006   site.open = no
         see: manual, age

                   required
pass                      1
exempt                    1
notchecked                1

3 records
passes: no required rule fails; 1 finding is to be checked by hand
# Many subjects: ten are shown, unless all are asked for.
$ { echo '{"site": {"version": 2006, "open": true}}'; echo '{"till": {"name": "T", "kind": "self-service"}}'; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo '{"visit": {"id": "v'$i'", "till": "T", "age": 1'$((i % 2))', "paid": ["card"]}}'; done; } > many.json
$ assay eval shop-rules.assay many.json
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/v1, visit/v3, visit/v5, visit/v7, visit/v9
           fast = yes   site.version = 2006   site.open = yes   age = 11
           fix: Send the visitor to a staffed till; the age noted is 11.
         visit/v2, visit/v4, visit/v6, visit/v8, visit/v10
           fast = yes   site.version = 2006   site.open = yes   age = 10
           fix: Send the visitor to a staffed till; the age noted is 10.
         ... and 3 more
         see: manual, age

                   required
fail                     13
pass                     13
notchecked               13

15 records
fails: 1 required rule fails for 13 subjects
? 1
$ assay eval shop-rules.assay many.json --all --rule visit.adult | head -n 14
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/v1, visit/v3, visit/v5, visit/v7, visit/v9, visit/v11, visit/v13
           fast = yes   site.version = 2006   site.open = yes   age = 11
           fix: Send the visitor to a staffed till; the age noted is 11.
         visit/v2, visit/v4, visit/v6, visit/v8, visit/v10, visit/v12
           fast = yes   site.version = 2006   site.open = yes   age = 10
           fix: Send the visitor to a staffed till; the age noted is 10.
         see: manual, age

                   required
fail                     13
# A narrow page, a wide one, and colours.
$ COLUMNS=44 assay eval shop-rules.assay shop.json --rule visit.adult
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.adult          required, high
         Only adults use self service
         require is-adult
                         shop-rules.assay:19

         visit/child
           fast = yes   site.version = 2006
           site.open = yes   age = 12
           fix: Send the visitor to a
                staffed till; the age noted
                is 12.
         visit/ageless
           fast = yes   site.version = 2006
           site.open = yes   age is absent
           fix: Send the visitor to a
                staffed till; the age noted
                is <absent>.
         see: manual, age

error    visit.adult          required, high
         Only adults use self service

         visit/odd
           fast = yes   site.version = 2006
           site.open = yes
           age is undecodable: expected an
             integer, found text "twelve"
         see: manual, age

unknown  visit.adult          required, high
         Only adults use self service

         visit/unasked
           fast = yes   site.version = 2006
           site.open = yes
           not known: age
         see: manual, age

pass     visit.adult          required, high
         Only adults use self service

         visit/adult
           fast = yes   site.version = 2006
           site.open = yes   age = 35
         visit/cash
           fast = yes   site.version = 2006
           site.open = yes   age = 50
         visit/lost
           fast is missing
           site.version = 2006
           site.open = yes   age = 20
         see: manual, age

notapplicable visit.adult     required, high
         Only adults use self service
         when fast       shop-rules.assay:17

         visit/old
           fast = no   site.version = 2006
           site.open = yes   age = 104
           note: an age of 104 is unlikely
         visit/alone
           fast = no   site.version = 2006
           site.open = yes   age = 33
         see: manual, age

                   required
fail                      3
error                     1
unknown                   1
pass                     10
notapplicable             3
notchecked                9

12 records, 1 warning about the input
cannot be relied on: 1 required rule is in
error for 1 subject; 2 required rules fail
for 3 subjects; 1 required rule is unknown
for 1 subject
? 3
$ COLUMNS=200 assay eval shop-rules.assay shop.json --rule visit.payment | head -n 9
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.payment                                                                                  required, medium
         How a visit may be paid
         [1] Card only
         require paid includes card                                                                  shop-rules.assay:34

         visit/cash
           fast = yes   site.version = 2006   paid = cash   till = T1   till.kind = self-service

pass     visit.payment                                                                                  required, medium
$ assay eval --color always shop-rules.assay many.json | tr '\033' '^'
^[1;31mfail^[0m     ^[1mvisit.adult^[0m                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/v1, visit/v3, visit/v5, visit/v7, visit/v9
           fast = yes   site.version = 2006   site.open = yes   age = 11
           ^[36mfix^[0m: Send the visitor to a staffed till; the age noted is 11.
         visit/v2, visit/v4, visit/v6, visit/v8, visit/v10
           fast = yes   site.version = 2006   site.open = yes   age = 10
           ^[36mfix^[0m: Send the visitor to a staffed till; the age noted is 10.
         ... and 3 more
         ^[36msee^[0m: manual, age

                   required
^[1;31mfail^[0m                     13
^[1;32mpass^[0m                     13
notchecked               13

15 records
^[1;31mfails^[0m: 1 required rule fails for 13 subjects
# Text from an input can't steer the terminal, nor break JSON.
$ assay eval shop-rules.assay hostile.json
hostile.json:4:65: warning: visit.age: expected an integer, found text "\u001b]0;x"
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/\u{1b}[2J"\\u{202e}\u{a}猫é
           fast = yes   site.version = 2006   site.open = yes   age = 12
         fix: Send the visitor to a staffed till; the age noted is 12.
         see: manual, age

error    visit.adult                                              required, high
         Only adults use self service

         visit/a \u{7} bell
           fast = yes   site.version = 2006   site.open = yes
           age is undecodable: expected an integer, found text "\u001b]0;x"
         see: manual, age

                   required
fail                      1
error                     1
pass                      2
notchecked                2

4 records, 1 warning about the input
cannot be relied on: 1 required rule is in error for 1 subject; 1 required rule
fails for 1 subject
? 3
$ assay eval shop-rules.assay hostile.json --format ndjson --rule visit.adult
{"rule": "visit.adult", "result": "fail", "level": "required", "severity": "high", "subject": "visit/\u001b[2J\"\\\u202e\n猫é", "name": "", "clause": {"kind": "require", "name": "", "text": "require is-adult", "line": 19}, "message": "", "fix": "Send the visitor to a staffed till; the age noted is 12.", "facts": [{"path": "fast", "state": "present", "value": "yes", "why": ""}, {"path": "site.version", "state": "present", "value": "2006", "why": ""}, {"path": "site.open", "state": "present", "value": "yes", "why": ""}, {"path": "age", "state": "present", "value": "12", "why": ""}], "unknown": [], "cautions": [], "approximate": false, "file": "hostile.json", "offset": 110}
hostile.json:4:65: warning: visit.age: expected an integer, found text "\u001b]0;x"
{"rule": "visit.adult", "result": "error", "level": "required", "severity": "high", "subject": "visit/a \u0007 bell", "name": "", "clause": null, "message": "", "fix": "", "facts": [{"path": "fast", "state": "present", "value": "yes", "why": ""}, {"path": "site.version", "state": "present", "value": "2006", "why": ""}, {"path": "site.open", "state": "present", "value": "yes", "why": ""}, {"path": "age", "state": "undecodable", "value": "", "why": "expected an integer, found text \"\\u001b]0;x\""}], "unknown": [{"path": "age", "state": "undecodable", "value": "", "why": "expected an integer, found text \"\\u001b]0;x\""}], "cautions": [], "approximate": false, "file": "hostile.json", "offset": 217}
? 3
# A fix that names its subject is filled in: for each of a few, for the first of many. A clause is told on one line.
$ for i in 1 2 3 4; do echo '{"visit": {"id": "v'$i'", "till": null, "paid": []}}'; done | assay eval fix-rules.assay
fail     visit.card                                             required, medium
         Visits are paid by card
         require (paid includes card or (till is present and till.kind =
         staffed))                                             fix-rules.assay:6

         visit/v1, visit/v2, visit/v3, visit/v4
           paid = none   till is absent
           fix: for visit/v1, and the others likewise: Ask "v1" for a card.

                   required
fail                      4
notchecked                4

5 records
fails: 1 required rule fails for 4 subjects
? 1
$ for i in 1 2; do echo '{"visit": {"id": "v'$i'", "till": null, "paid": []}}'; done | assay eval fix-rules.assay --rule visit.card | head -n 9
fail     visit.card                                             required, medium
         Visits are paid by card
         require (paid includes card or (till is present and till.kind =
         staffed))                                             fix-rules.assay:6

         visit/v1, visit/v2
           paid = none   till is absent
           fix: for visit/v1: Ask "v1" for a card.
           fix: for visit/v2: Ask "v2" for a card.
$ echo '{"visit": {"id": "v", "till": null, "paid": []}}' | assay eval fix-rules.assay --rule visit.asked | head -n 4
notchecked visit.asked                                          required, medium
         The visitor was asked
         check manually "Ask twice (with # and \"quotes\" )."
                                                              fix-rules.assay:13
# A word too wide for any line is broken where that can be seen.
$ COLUMNS=40 assay eval cert-rules.assay certs/../certs/../certs/../certs/weak.pem --rule key.length
fail     key.length   required, critical
         Keys are long enough
         require key.bits >= least
                     cert-rules.assay:10

         certificate/certs/../certs/../
         certs/../certs/weak.pem (PC1)
           key.algorithm = rsa
           key.bits = 1024 bits
         fix: Issue it again with a key
              of 2048 bits; it has 1024
              bits.

                   required
fail                      1
pass                      1

1 record
fails: 1 required rule fails for 1
subject
? 1
