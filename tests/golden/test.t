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
