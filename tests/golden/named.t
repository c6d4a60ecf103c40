# Facts name a certificate by path, by fingerprint, or hold it.
$ mkdir shop store && cp certs/weak.pem shop/weak.pem && cp certs/gateway.pem certs/root.pem store && echo hello > store/notes
$ printf '{"till": {"name": "path", "cert": "weak.pem"}}\n' > shop/tills.json
$ printf '{"till": {"name": "sha1", "cert": {"fingerprint": "%s"}}}\n' "$(openssl x509 -in certs/gateway.pem -noout -fingerprint -sha1 | sed 's/.*=//')" >> shop/tills.json
$ printf '{"till": {"name": "sha256", "cert": "%s"}}\n' "$(openssl x509 -in certs/root.pem -noout -fingerprint -sha256 | sed 's/.*=//; s/://g')" >> shop/tills.json
$ printf '{"till": {"name": "der", "cert": {"der": "%s"}}}\n' "$(openssl x509 -in certs/weak.pem -outform DER | openssl base64 -A)" >> shop/tills.json
$ printf '{"till": {"name": "pem", "cert": "%s"}}\n' "$(tr '\n' '|' < certs/gateway.pem | sed 's/|/\\n/g')" >> shop/tills.json
$ assay eval named-rules.assay shop/tills.json --certificates store --all
store/notes: warning: it holds neither PEM nor DER
fail     till.key                                               required, medium
         The key is long enough
         require cert.key.bits >= 2048                       named-rules.assay:7

         till/path
           cert = shop/weak.pem   cert.key.bits = 1024 bits
         till/der
           cert = shop/tills.json:4 (till.cert)   cert.key.bits = 1024 bits

pass     till.key                                               required, medium
         The key is long enough

         till/sha1
           cert = store/gateway.pem   cert.key.bits = 2048 bits
         till/sha256
           cert = store/root.pem   cert.key.bits = 2048 bits
         till/pem
           cert = shop/tills.json:5 (till.cert)   cert.key.bits = 2048 bits

                   required
fail                      2
pass                      3

6 records, 1 warning about the input
fails: 1 required rule fails for 2 subjects
? 1
# What can't be had is there, and missing; its fingerprint is known.
$ printf '{"till": [{"name": "a", "cert": "sha1:00112233445566778899aabbccddeeff00112233"}, {"name": "b", "cert": {"fingerprint": "12"}}]}' | assay eval named-rules.assay --certificates certs/root.pem
standard input:1:33: error: till[0].cert: "sha1:00112233445566778899aabbccddeeff00112233": no certificate with this fingerprint was given by --certificates
standard input:1:121: error: till[1].cert: "12": a fingerprint is 40 (SHA-1) or 64 (SHA-256) hexadecimal digits
unknown  till.key                                               required, medium
         The key is long enough

         till/a
           cert = sha1:00112233445566778899aabbccddeeff00112233
           cert.key.bits is missing:
             "sha1:00112233445566778899aabbccddeeff00112233": no certificate
             with this fingerprint was given by --certificates
         till/b
           cert = 12
           cert.key.bits is missing: "12": a fingerprint is 40 (SHA-1) or 64
             (SHA-256) hexadecimal digits

                   required
unknown                   2

3 records
cannot be relied on: 2 inputs or records were refused; 1 required rule is
unknown for 2 subjects
? 3
$ printf '{"till": {"name": "a", "cert": "sha1:00112233445566778899aabbccddeeff00112233"}}' | assay eval named-rules.assay -q
standard input:1:32: error: till.cert: "sha1:00112233445566778899aabbccddeeff00112233": certificates that are named by fingerprint are given by --certificates
? 3
# Facts can't have just any file read.
$ printf '{"till": [{"name": "a", "cert": "../certs/root.pem"}, {"name": "b", "cert": "/etc/hostname"}, {"name": "c", "cert": "shop/../../x"}, {"name": "d", "cert": "pipe"}]}' > shop/out.json; mkfifo shop/pipe; assay eval named-rules.assay -q shop/out.json
shop/out.json:1:33: error: till[0].cert: "../certs/root.pem": it is not in the folder of these facts; use --certificates and its fingerprint
shop/out.json:1:77: error: till[1].cert: "/etc/hostname": it is not in the folder of these facts; use --certificates and its fingerprint
shop/out.json:1:117: error: till[2].cert: "shop/../../x": it is not in the folder of these facts; use --certificates and its fingerprint
shop/out.json:1:156: error: till[3].cert: "pipe": it is no file
? 3
$ tar cf shop.tar shop/tills.json shop/weak.pem; assay eval named-rules.assay -q --certificates store shop.tar
store/notes: warning: it holds neither PEM nor DER
shop.tar!shop/tills.json:1:35: error: till.cert: "weak.pem": facts in an archive can't name files; use --certificates and fingerprints
shop.tar!shop/weak.pem: warning: this policy is not about bare certificates
? 3
# Certificates that can't be used are told, wherever they are given.
$ mkdir bad; cp certs/cut.der bad; echo hello > bad/notes; assay eval named-rules.assay -q --certificates bad --certificates missing shop.json
bad/cut.der: error: the certificate at byte 0 can't be read: byte 0 (certificate): a tag or length is broken or runs past the end
bad/notes: warning: it holds neither PEM nor DER
missing: error: No such file or directory
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
? 3
$ assay why named-rules.assay shop/tills.json --certificates store --subject sha1 --rule till.key
store/notes: warning: it holds neither PEM nor DER
pass     till.key                                               required, medium
         The key is long enough
         till/sha1

         What it rests on
           cert = store/gateway.pem                       tills.json:2 till.cert
           cert.key.bits = 2048 bits          gateway.pem, certificate at byte 0
