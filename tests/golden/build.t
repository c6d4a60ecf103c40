# An image is what its text is; the line is one for sha256sum.
$ assay build shop-rules.assay -o shop.assayc | sed 's/^[0-9a-f]\{64\}/DIGEST/'
$ assay build shop-rules.assay -o again.assayc | sha256sum --check --quiet
$ cmp shop.assayc again.assayc
$ assay eval shop.assayc shop.json > image.out; echo $?
$ assay eval shop-rules.assay shop.json > text.out; cmp image.out text.out
# Elsewhere, without the texts and the model beside it.
$ mkdir -p elsewhere && cp shop.assayc elsewhere && cd elsewhere && assay eval shop.assayc ../shop.json --set adult=40 --rule visit.adult | head -n 8
# All or nothing.
$ assay build shop-rules.assay -o missing/x.assayc
$ assay build shop-rules.assay -o certs
$ assay build mistakes/wrong-fact.assay -o wrong.assayc; ls wrong.assayc
$ assay build shop-rules.assay -o /dev/full
# Damage is refused, wherever it is.
$ head -c 200 shop.assayc > cut.assayc; assay eval cut.assayc shop.json
$ { head -c 200 shop.assayc; printf 'xxxx'; tail -c +205 shop.assayc; } > bent.assayc; assay rules bent.assayc
# What the policy asks for.
$ assay rules shop-rules.assay
$ assay rules shop-rules.assay --profile careful | tail -n 1
$ assay disasm cert-rules.assay | head -n 20
