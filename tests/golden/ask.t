# What a table would allow a subject, value by value.
$ assay ask shop-rules.assay shop.json --subject cash
fail     visit.payment                                       shop-rules.assay:26
         How a visit may be paid
         visit/cash

         Values of till.kind
           staffed       works
           Self service  does not work as it is; it would if paid includes card
                         [1] (it has this now)

         The table, with the subject's row marked
             Fast  Kind
           > no    staffed
           > yes   self-service[1], staffed
           [1] Card only
               require paid includes card
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
# A table is not about every subject.
$ assay ask shop-rules.assay shop.json --subject alone
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
no table is about it; --all says why not
$ assay ask shop-rules.assay shop.json --subject alone --table visit.payment
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
notapplicable visit.payment                                  shop-rules.assay:26
         How a visit may be paid
         visit/alone

         The table is not about it: this is false
           when till is present
# What is not known decides.
$ echo '{"visit": {"id": "v", "till": "T1"}, "till": {"name": "T1"}, "site": {"version": 2006}}' | assay ask shop-rules.assay | head -n 8
unknown  visit.payment                                       shop-rules.assay:26
         How a visit may be paid
         visit/v

         Values of till.kind
           staffed       works
           Self service  works if paid includes card [1]
\
# Questions about nothing.
$ assay ask shop-rules.assay shop.json --table visit.payed
assay ask: the policy has no rule `visit.payed`; did you mean `visit.payment`?
usage: assay ask POLICY [FACTS|CERTIFICATE|-]...
`assay help ask` says more
? 64
$ assay ask till-rules.assay shop.json
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
there is no table to ask about it
# For programs.
$ assay ask shop-rules.assay shop.json --subject cash --format json --now 2026-11-22 | sed 's/[0-9a-f]\{64\}/DIGEST/'
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
{"policy": {"name": "shop-rules", "version": "2.1.0", "digest": "DIGEST"}, "now": "2026-11-22T00:00:00Z", "answers": [
{"table": "visit.payment", "title": "How a visit may be paid", "subject": "visit/cash", "result": "fail", "place": "shop-rules.assay:26", "cite": "", "applies": true, "clause": "require paid includes card", "values": [{"value": "staffed", "label": "staffed", "verdict": "works", "hasNow": false, "cases": [], "casesCut": false, "reason": "", "notes": [], "cautions": []}, {"value": "self-service", "label": "Self service", "verdict": "change", "hasNow": true, "cases": [{"result": "pass", "conditions": ["paid includes card"], "then": []}], "casesCut": false, "reason": "", "notes": ["1"], "cautions": []}], "printed": {"target": "till.kind", "rows": [{"chosen": false, "cells": [[{"text": "Fast", "chosen": false}], [{"text": "Kind", "chosen": false}]]}, {"chosen": true, "cells": [[{"text": "no", "chosen": false}], [{"text": "staffed", "chosen": false}]]}, {"chosen": true, "cells": [[{"text": "yes", "chosen": false}], [{"text": "self-service[1]", "chosen": false}, {"text": "staffed", "chosen": false}]]}], "notes": [{"mark": "1", "title": "Card only", "requires": ["require paid includes card"], "applies": true}]}}
]}
