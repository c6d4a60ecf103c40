# Tests that hold, and one that does not.
$ assay test shop-tests.assay
$ assay test -v shop-tests.assay
$ assay test failing-tests.assay
$ assay test --format tap failing-tests.assay
$ assay test missing.assay
$ assay test shop.assay
$ assay test mistakes/wrong-fact.assay
