# What is read from certificates, in a form that eval accepts.
$ assay facts certs/gateway.pem
{"format": "assay-facts 1"}
{"certificate": {"version": 3, "serial": "15f8dcd6eb13b1e11fa830a48614e97a2e5e3fa6", "subject": "CN=gateway.example.org,O=Example", "issuer": "CN=Example Root,O=Example", "subject-name": "CN=gateway.example.org,O=example", "issuer-name": "CN=example root,O=example", "subject-raw": "30303110300e060355040a0c074578616d706c65311c301a06035504030c13676174657761792e6578616d706c652e6f7267", "issuer-raw": "30293110300e060355040a0c074578616d706c653115301306035504030c0c4578616d706c6520526f6f74", "subject-attributes": ["O=Example", "CN=gateway.example.org"], "issuer-attributes": ["O=Example", "CN=Example Root"], "subject-string-types": ["utf8"], "issuer-string-types": ["utf8"], "common-name": "gateway.example.org", "common-names": ["gateway.example.org"], "common-name-prefix": "gateway", "common-name-domain": "example.org", "organization": "Example", "valid-from": "1990-01-01T00:00:00Z", "valid-until": "2090-01-01T00:00:00Z", "key.algorithm": "rsa", "key.bits": 2048, "key.curve": null, "key.exponent": 65537, "signature.algorithm": "sha256WithRSAEncryption", "signature.digest": "sha256", "key-usage": ["digital-signature", "key-encipherment"], "extended-key-usage": ["1.3.6.1.5.5.7.3.1"], "application-policies": null, "purposes-disagree": false, "certificate-policies": null, "template-name": null, "template": null, "template-major": null, "template-minor": null, "alternative-names": ["dns:gateway.example.org", "dns:*.cloudapp.example"], "first-alternative-name": "dns:gateway.example.org", "dns-names": ["gateway.example.org", "*.cloudapp.example"], "ip-addresses": null, "email-addresses": null, "uris": null, "upns": null, "ca": false, "path-length": null, "self-issued": false, "self-signed": false, "subject-key-id": "da104bf71257d813bfcef035f66fcb380f445077", "authority-key-id": "a37496bef61f46eedfd44e501c59fcc636bcacb5", "crl-urls": null, "ca-issuer-urls": null, "ocsp-urls": null, "sha1": "f2d0070300226aec9644177c9b24890cf7749d6c", "sha256": "ac9b0fcc7adf6302cf79c39edeb5f5fdfefe4379a4ceb58a8bb06958c7bdba90"}}
$ assay facts certs/weak.der > weak.json; assay eval cert-rules.assay weak.json
fail     key.length                                           required, critical
         Keys are long enough
         require key.bits >= least                           cert-rules.assay:10

         certificate/weak.json#1 (PC1)
           key.algorithm = rsa   key.bits = 1024 bits
         fix: Issue it again with a key of 2048 bits; it has 1024 bits.

                   required
fail                      1
pass                      1

1 record
fails: 1 required rule fails for 1 subject
? 1
$ assay facts - < certs/root.pem | sed 's/.*"subject": "\([^"]*\)".*/\1/'
{"format": "assay-facts 1"}
CN=Example Root,O=Example
# The rest is read.
$ assay facts certs/none.pem certs/bundle.pem shop.json | sed 's/.*"subject": "\([^"]*\)".*/\1/'
certs/none.pem: error: No such file or directory
certs/bundle.pem: error: the certificate at byte 1298 can't be read: the END line is missing
shop.json: error: it holds neither PEM nor DER
{"format": "assay-facts 1"}
CN=gateway.example.org,O=Example
CN=PC1
$ assay facts --list | head -n 8
version                integer
    Version of the certificate, 1 to 3 (RFC 5280 4.1.2.1)
serial                 text
    Serial number as lower-case hexadecimal octets without leading zero octets; a minus before a negative one (RFC 5280 4.1.2.2)
subject                text
    Subject as RFC 4514 writes it, most specific part first; empty when the name is empty (RFC 5280 4.1.2.6)
issuer                 text
    Issuer as RFC 4514 writes it, most specific part first (RFC 5280 4.1.2.4)
