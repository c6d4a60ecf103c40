# A fleet of all kinds, as its administrator sees it.
$ assay eval shop-rules.assay shop.json
# A policy with mistakes can't be used.
$ assay eval mistakes/wrong-fact.assay shop.json
$ assay eval missing.assay shop.json
# One rule, whatever its results.
$ assay eval shop-rules.assay shop.json --rule visit.payment
$ assay eval shop-rules.assay shop.json --rule visit.receipt --rule visit.adult --all
# Nothing but the status.
$ assay eval -q shop-rules.assay shop.json
# Parameters and profiles.
$ assay eval shop-rules.assay shop.json --profile careful --rule visit.adult | tail -n 1
$ assay eval shop-rules.assay shop.json --set adult=36 --rule visit.adult | head -n 12
# Statuses: all well, one fails, one is unknown, one is in error, nothing is evaluated.
$ printf '{"site": {"version": 2006, "open": true}} {"visit": {"id": "v", "till": null, "paid": []}}' | assay eval shop-rules.assay -
$ printf '{"site": {"version": 2006, "open": true}} {"till": {"name": "T", "kind": "self-service"}} {"visit": {"id": "v", "till": "T", "age": 3, "paid": ["card"]}}' | assay eval shop-rules.assay | tail -n 1
$ printf '{"site": {"version": 2006, "open": true}} {"visit": {"id": "v", "till": "T", "age": 3, "paid": ["card"]}}' | assay eval shop-rules.assay
$ printf '{"site": {"version": 2006, "open": true}} {"till": {"name": "T", "kind": "self-service"}} {"visit": {"id": "v", "till": "T", "age": 3.5, "paid": ["card"]}}' | assay eval -q shop-rules.assay
$ printf '{"site": {"version": 1999}}' | assay eval shop-rules.assay
# Exemptions have their reasons.
$ printf '{"site": {"version": 2006, "open": false}} {"till": {"name": "T", "kind": "self-service"}} {"visit": {"id": "v", "till": "T", "age": 3, "paid": ["card"]}}' | assay eval shop-rules.assay --rule visit.adult
# Many subjects: ten are shown, unless all are asked for.
$ { echo '{"site": {"version": 2006, "open": true}}'; echo '{"till": {"name": "T", "kind": "self-service"}}'; for i in 01 02 03 04 05 06 07 08 09 10 11 12 13; do echo '{"visit": {"id": "v'$i'", "till": "T", "age": 1'$((i % 2))', "paid": ["card"]}}' | sed 's/08/8/'; done; } > many.json
$ assay eval shop-rules.assay many.json
$ assay eval shop-rules.assay many.json --all --rule visit.adult | head -n 14
# A narrow page, a wide one, and colours.
$ COLUMNS=44 assay eval shop-rules.assay shop.json --rule visit.adult
$ COLUMNS=200 assay eval shop-rules.assay shop.json --rule visit.payment | head -n 9
$ assay eval --color always shop-rules.assay many.json | tr '\033' '^'
# Text from an input can't steer the terminal, nor break JSON.
$ assay eval shop-rules.assay hostile.json
$ assay eval shop-rules.assay hostile.json --format ndjson --rule visit.adult
