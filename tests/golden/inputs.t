# Damage costs what it damages: it is told, and the rest is used.
$ assay eval cert-rules.assay certs/gateway.pem missing.pem certs/weak.pem
$ assay eval cert-rules.assay certs
$ assay eval cert-rules.assay certs/bundle.pem
$ assay eval cert-rules.assay certs/cut.der certs/root.pem
$ : > empty
$ assay eval cert-rules.assay empty
$ assay eval cert-rules.assay - < /dev/null
$ assay eval cert-rules.assay eval.t
# Certificates where facts are wanted, unless it is said where they stand.
$ assay eval shop-rules.assay certs/weak.pem
$ assay eval shop-rules.assay certs/weak.pem --as till.cert | tail -n 2
# Facts with a broken record among good ones.
$ assay eval shop-rules.assay broken.json
# A broken text over many lines: what stands before the damage is used.
$ assay eval shop-rules.assay cut.json
# Keys given twice, numbers out of range, wrong types, unknown facts and entities.
$ assay eval shop-rules.assay wrong.json
$ printf '{"site": {"version": 2006}, "visit": [{"id": "\377"}]}' | assay eval shop-rules.assay
$ printf '\376\377\0{\0}' | assay eval shop-rules.assay
$ printf '{"format": "other 3", "site": {"version": 2006}}' | assay eval shop-rules.assay
