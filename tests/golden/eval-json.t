# One JSON text; the digest is masked, since it is another for each change of the compiler.
$ assay eval shop-rules.assay shop.json --now 2026-11-22T10:30:00Z --format json --rule visit.adult | sed 's/[0-9a-f]\{64\}/DIGEST/'
$ assay eval cert-rules.assay certs/bundle.pem --now 2089-12-15 --format ndjson
$ assay eval cert-rules.assay certs/gateway.pem --as-of 2026-11-22 --complete --format json | sed 's/[0-9a-f]\{64\}/DIGEST/' | tail -n 1
$ assay eval shop-rules.assay shop.json --format json --quiet
