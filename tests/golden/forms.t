# Certificates are known by what they are, not by how their file is called: PKCS #7 in both encodings.
$ openssl crl2pkcs7 -nocrl -certfile certs/gateway.pem -certfile certs/root.pem -outform DER -out two.cer
$ assay facts two.cer | grep -o '"subject": "[^"]*"'
"subject": "CN=gateway.example.org,O=Example"
"subject": "CN=Example Root,O=Example"
$ assay eval cert-rules.assay two.cer certs/only.p7b --now 2026-11-22 --format csv | cut -d , -f 2-4
Level,Severity,Rule
"required","critical","key.length"
"required","medium","valid.now"
"required","critical","key.length"
"required","medium","valid.now"
"required","critical","key.length"
"required","medium","valid.now"
# Base64 without its lines, and UTF-16 as Windows writes it.
$ openssl x509 -in certs/gateway.pem -outform DER | openssl base64 -A | assay facts - | grep -o '"subject": "[^"]*"'
"subject": "CN=gateway.example.org,O=Example"
$ iconv -f ascii -t utf-16 certs/gateway.pem > wide.pem
$ assay facts wide.pem | grep -o '"subject": "[^"]*"'
"subject": "CN=gateway.example.org,O=Example"
# A label is only a label, and a container without certificates is told.
$ sed 's/CERTIFICATE/WHATEVER/' certs/gateway.pem | assay facts - | grep -o '"subject": "[^"]*"'
"subject": "CN=gateway.example.org,O=Example"
$ : | openssl crl2pkcs7 -nocrl -outform DER -out none.p7b && assay eval cert-rules.assay none.p7b
none.p7b: error: PKCS #7 without a certificate
0 records
cannot be relied on: 1 input or record was refused
? 3
$ head -c 300 two.cer > cut.p7b; assay facts cut.p7b
{"format": "assay-facts 1"}
cut.p7b: error: the certificate at byte 0 can't be read: the PKCS #7 is broken or cut off
? 3
$ openssl genpkey -algorithm ED25519 -out key.pem && assay facts key.pem
{"format": "assay-facts 1"}
key.pem: error: a private key, not a certificate
? 3
$ printf '\376\355\376\355\0\0\0\2' > store.jks && assay facts store.jks
{"format": "assay-facts 1"}
store.jks: error: it is a Java key store; `keytool -importkeystore -deststoretype pkcs12` makes a file of it that can be read
? 3
# A request is the certificate that it asks for: what its issuer decides is missing, not wrong.
$ openssl req -new -newkey rsa:2048 -nodes -keyout key.pem -subj /O=Example/CN=mp.example.org -addext extendedKeyUsage=clientAuth -out mp.csr 2>log || cat log
$ assay facts mp.csr | grep -o -e '"subject": "[^"]*"' -e '"key.bits": [0-9]*' -e '"extended-key-usage": [^]]*]' -e '"valid-until": {[^}]*}' -e '"dns-names": {[^}]*}'
mp.csr: warning: a request for a certificate: what is left to its issuer is missing
"subject": "CN=mp.example.org,O=Example"
"valid-until": {"state": "missing", "why": "this is a request; its issuer decides"}
"key.bits": 2048
"extended-key-usage": ["1.3.6.1.5.5.7.3.2"]
"dns-names": {"state": "missing", "why": "the request does not ask for it; its issuer decides"}
$ assay eval cert-rules.assay mp.csr --now 2026-11-22
mp.csr: warning: a request for a certificate: what is left to its issuer is missing
unknown  valid.now                                              required, medium
         It is valid

         certificate/mp.csr (mp.example.org)
           valid-from is missing: this is a request; its issuer decides
           valid-until is missing: this is a request; its issuer decides

                   required
unknown                   1
pass                      1

1 record, 1 warning about the input
cannot be decided: 1 required rule is unknown for 1 subject
? 2
