# What is read from certificates, in a form that eval accepts.
$ assay facts certs/gateway.pem
$ assay facts certs/weak.der > weak.json; assay eval cert-rules.assay weak.json
$ assay facts - < certs/root.pem | sed 's/.*"subject": "\([^"]*\)".*/\1/'
# The rest is read.
$ assay facts certs/none.pem certs/bundle.pem certs shop.json | sed 's/.*"subject": "\([^"]*\)".*/\1/'
$ assay facts --list | head -n 8
