# A call that makes no sense says what is wrong, how it is right, and where to read more.
$ assay
$ assay evl
$ assay frobnicate
$ assay --verbose
$ assay eval
$ assay eval --fromat json shop-rules.assay shop.json
$ assay eval --frobnicate shop-rules.assay shop.json
$ assay eval -Z shop-rules.assay shop.json
$ assay eval shop-rules.assay shop.json --format
$ assay eval shop-rules.assay shop.json --format yaml
$ assay eval shop-rules.assay shop.json --all=yes
$ assay eval shop-rules.assay shop.json --now tomorrow
$ assay eval shop-rules.assay shop.json --now 2026-02-29
$ assay eval shop-rules.assay shop.json --set adult
$ assay eval shop-rules.assay shop.json --set adlut=21
$ assay eval shop-rules.assay shop.json --set adult=many
$ assay eval shop-rules.assay shop.json --profile carefull
$ assay eval shop-rules.assay shop.json --rule visit.adlut
$ assay eval shop-rules.assay shop.json --as till
$ assay eval shop-rules.assay shop.json --as till.cart
$ assay build shop-rules.assay
$ assay build -o out.assayc
$ assay check
$ assay test
$ assay fmt
$ assay facts
$ assay facts --list shop.json
$ assay rules
$ assay disasm shop-rules.assay shop.assay
$ assay explain
$ assay explain E9999
$ assay help evl
$ assay help eval check
$ assay completion fish
# The same tables, printed on purpose.
$ assay help
$ assay --help
$ assay help eval
$ COLUMNS=50 assay fmt --help
$ assay --version | sed 's/[0-9.]*[0-9] /VERSION /'
# A file named like an option stands behind `--`.
$ assay check -- --format
# Standard output that can't be written is told.
$ assay help > /dev/full
$ assay eval shop-rules.assay shop.json --format json > /dev/full
$ assay help >&-
$ assay eval shop-rules.assay shop.json --all | head -n 1
