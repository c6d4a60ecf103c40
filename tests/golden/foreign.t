# A file that holds something, but no certificate, is told, not passed over.
$ assay eval cert-rules.assay certs/only.p7b
certs/only.p7b: error: PKCS #7, not a certificate
0 records
cannot be relied on: 1 input or record was refused
? 3
