# Tests that hold, and one that does not.
$ assay test shop-tests.assay
2 tests passed; 1 rule has no test
$ assay test -v shop-tests.assay
pass  shop-tests.assay:4: a child at a self-service till
pass  shop-tests.assay:11: nobody noted the age
2 tests passed; 1 rule has no test
$ assay test failing-tests.assay
fail  failing-tests.assay:12: a child # pays
      visit.adult: expected pass, found fail at `require is-adult`
        (visit/visit-3)
      visit.payment: expected fail at note [1], found pass at `| yes |
        self-service[1], staffed |` (visit/visit-3)
1 test passed, 1 failed
? 1
$ assay test --format tap failing-tests.assay
ok 1 - failing-tests.assay:4: a grown-up pays by card
not ok 2 - failing-tests.assay:12: a child \# pays
\# visit.adult: expected pass, found fail at `require is-adult` (visit/visit-3)
\# visit.payment: expected fail at note [1], found pass at `| yes | self-service[1], staffed |` (visit/visit-3)
1..2
? 1
$ assay test missing.assay
missing.assay: error: there is no such file or folder
? 3
$ assay test shop.assay
assay: there is no test
? 3
$ assay test mistakes/wrong-fact.assay
error[E0101]: there is no fact called `key.bit` here
 --> mistakes/wrong-fact.assay:5:11
  |
5 |   require key.bit >= 2048 bits
  |           ^^^^^^^
  = help: did you mean `key.bits`?
? 1
# Which results of each rule tests expect, of those that it can have.
$ assay test --coverage shop-tests.assay

                                       fail error unknown pass exempt n/a manual
visit.adult                               1     0       1    0      0   0      -
visit.receipt                             -     -       -    -      -   0      0
visit.payment                             1     0       0    1      -   0      -

no test expects:
  visit.adult (shop-rules.assay:14): pass
2 tests passed; 1 rule has no test; of 1 rule no test expects the fail or the pass
$ assay test --coverage failing-tests.assay
fail  failing-tests.assay:12: a child # pays
      visit.adult: expected pass, found fail at `require is-adult`
        (visit/visit-3)
      visit.payment: expected fail at note [1], found pass at `| yes |
        self-service[1], staffed |` (visit/visit-3)

                                       fail error unknown pass exempt n/a manual
visit.adult                               0     0       0    1      0   0      -
visit.receipt                             -     -       -    -      -   0      1
visit.payment                             0     0       0    1      -   0      -

no test expects:
  visit.adult (shop-rules.assay:14): fail
  visit.payment (shop-rules.assay:26): fail
1 test passed, 1 failed; of 2 rules no test expects the fail or the pass
? 1
$ assay test --coverage --format json shop-tests.assay
{"tests": [
{"name": "a child at a self-service till", "file": "shop-tests.assay", "line": 4, "passed": true, "detail": ""},
{"name": "nobody noted the age", "file": "shop-tests.assay", "line": 11, "passed": true, "detail": ""}
], "rules": [
{"rule": "visit.adult", "level": "required", "file": "shop-rules.assay", "line": 14, "expected": {"fail": 1, "error": 0, "unknown": 1, "pass": 0, "exempt": 0, "notapplicable": 0}},
{"rule": "visit.receipt", "level": "required", "file": "shop-rules.assay", "line": 23, "expected": {"notapplicable": 0, "notchecked": 0}},
{"rule": "visit.payment", "level": "required", "file": "shop-rules.assay", "line": 26, "expected": {"fail": 1, "error": 0, "unknown": 0, "pass": 1, "notapplicable": 0}}
], "summary": {"passed": 2, "failed": 0, "untested": 1}}
$ assay test --format json failing-tests.assay
{"tests": [
{"name": "a grown-up pays by card", "file": "failing-tests.assay", "line": 4, "passed": true, "detail": ""},
{"name": "a child # pays", "file": "failing-tests.assay", "line": 12, "passed": false, "detail": "visit.adult: expected pass, found fail at `require is-adult` (visit/visit-3)\nvisit.payment: expected fail at note [1], found pass at `| yes | self-service[1], staffed |` (visit/visit-3)"}
], "summary": {"passed": 1, "failed": 1, "untested": 0}}
? 1
# A narrow page; and rules of several paths together.
$ COLUMNS=40 assay test --coverage shop-tests.assay failing-tests.assay
fail  failing-tests.assay:12: a child # pays
      visit.adult: expected pass, found
        fail at `require is-adult`
        (visit/visit-3)
      visit.payment: expected fail at
        note [1], found pass at `| yes |
        self-service[1], staffed |`
        (visit/visit-3)

 fail error unknown pass exempt n/a manual
visit.adult
    1     0       1    1      0   0      -
visit.receipt
    -     -       -    -      -   0      1
visit.payment
    1     0       0    2      -   0      -

3 tests passed, 1 failed; 1 rule has no test
? 1
# A derived fact that is given is fixed: what it would be derived from does not matter.
$ assay test -v chain-tests.assay
pass  chain-tests.assay:8: the number would tell the price
pass  chain-tests.assay:13: a kind that is given is fixed, and the price follows from the kind alone
2 tests passed
