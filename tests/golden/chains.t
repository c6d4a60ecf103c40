# Facts derived from facts that are derived themselves: exact, and named only where they matter.
$ assay test chain-rules.assay
3 tests passed
