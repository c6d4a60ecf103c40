# Extensions that are there twice: no fact of them has a value, and findings say why.
$ assay eval purpose-rules.assay certs/twice.pem
fail     usage                                                  required, medium
         The key signs
         require key-usage is present                     purpose-rules.assay:12

         certificate/certs/twice.pem (twice.example.org)
           key-usage is absent

error    purpose                                                required, medium
         It is for servers

         certificate/certs/twice.pem (twice.example.org)
           extended-key-usage is given twice: extended key usage: the extension
             is there 2 times, where one is allowed

                   required
fail                      1
error                     1
pass                      1

1 record
cannot be relied on: 1 required rule is in error for 1 subject; 1 required rule
fails for 1 subject
? 3
$ assay eval purpose-rules.assay certs/twice.pem --format ndjson --rule purpose --all
{"rule": "purpose", "result": "error", "level": "required", "severity": "medium", "subject": "certificate/certs/twice.pem", "name": "twice.example.org", "clause": null, "message": "", "fix": "", "facts": [{"path": "extended-key-usage", "state": "duplicate", "value": "", "why": "extended key usage: the extension is there 2 times, where one is allowed"}], "unknown": [{"path": "extended-key-usage", "state": "duplicate", "value": "", "why": "extended key usage: the extension is there 2 times, where one is allowed"}], "cautions": [], "approximate": false, "file": "certs/twice.pem", "offset": 70}
? 3
# Extensions that can't be read: what is wrong, and whether OpenSSL is of another mind.
$ assay eval purpose-rules.assay certs/broken.pem --all
error    purpose                                                required, medium
         It is for servers

         certificate/certs/broken.pem (broken.example.org)
           extended-key-usage is undecodable: extended key usage: expected an
             object identifier, found another kind of value

pass     names                                                  required, medium
         It has a DNS name

         certificate/certs/broken.pem (broken.example.org)
           dns-names is undecodable: alternative names: the IA5String holds 0x00
             at byte 1; OpenSSL decodes this

pass     usage                                                  required, medium
         The key signs

         certificate/certs/broken.pem (broken.example.org)
           key-usage = digital-signature, key-encipherment

                   required
error                     1
pass                      2

1 record
cannot be relied on: 1 required rule is in error for 1 subject
? 3
$ assay eval purpose-rules.assay certs/broken.pem --format ndjson --rule names --all
{"rule": "names", "result": "pass", "level": "required", "severity": "medium", "subject": "certificate/certs/broken.pem", "name": "broken.example.org", "clause": null, "message": "", "fix": "", "facts": [{"path": "dns-names", "state": "undecodable", "value": "", "why": "alternative names: the IA5String holds 0x00 at byte 1; OpenSSL decodes this"}], "unknown": [], "cautions": [], "approximate": false, "file": "certs/broken.pem", "offset": 75}
? 3
# The facts say so, too, and facts that were written down are judged as the certificate is.
$ assay facts certs/twice.pem > twice.json; sed 's/, "/,\n"/g' twice.json | grep '"state"'
"extended-key-usage": {"state": "duplicate",
"alternative-names": {"state": "duplicate",
"first-alternative-name": {"state": "duplicate",
"dns-names": {"state": "duplicate",
"ip-addresses": {"state": "duplicate",
"email-addresses": {"state": "duplicate",
"uris": {"state": "duplicate",
"upns": {"state": "duplicate",
$ assay facts certs/broken.pem > broken.json; sed 's/, "/,\n"/g' broken.json | grep '"state"' -A 1
"extended-key-usage": {"state": "undecodable",
"why": "extended key usage: expected an object identifier, found another kind of value"},
--
"alternative-names": {"state": "undecodable",
"why": "alternative names: the IA5String holds 0x00 at byte 1; OpenSSL decodes this"},
"first-alternative-name": {"state": "undecodable",
"why": "alternative names: the IA5String holds 0x00 at byte 1; OpenSSL decodes this"},
"dns-names": {"state": "undecodable",
"why": "alternative names: the IA5String holds 0x00 at byte 1; OpenSSL decodes this"},
$ assay eval purpose-rules.assay broken.json --all
error    purpose                                                required, medium
         It is for servers

         certificate/broken.json#1 (broken.example.org)
           extended-key-usage is undecodable: extended key usage: expected an
             object identifier, found another kind of value

pass     names                                                  required, medium
         It has a DNS name

         certificate/broken.json#1 (broken.example.org)
           dns-names is undecodable: alternative names: the IA5String holds 0x00
             at byte 1; OpenSSL decodes this

pass     usage                                                  required, medium
         The key signs

         certificate/broken.json#1 (broken.example.org)
           key-usage = digital-signature, key-encipherment

                   required
error                     1
pass                      2

1 record
cannot be relied on: 1 required rule is in error for 1 subject
? 3
# What only a container tells is missing of a bare certificate, but may be given.
$ assay eval container-rules.assay certs/gateway.pem
unknown  key.there                                              required, medium
         The private key is there

         certificate/certs/gateway.pem (gateway.example.org)
           not known: private-key

unknown  key.kept                                               required, medium
         It can't be taken away

         certificate/certs/gateway.pem (gateway.example.org)
           not known: private-key, key.provider-kind, key.exportable

unknown  key.protection                                         required, medium
         Windows imports the file

         certificate/certs/gateway.pem (gateway.example.org)
           not known: protection

                   required
unknown                   3

1 record
cannot be decided: 3 required rules are unknown for 1 subject
? 2
$ echo '{"certificate": {"private-key": true, "key.provider": "Microsoft Software Key Storage Provider", "key.provider-kind": "ksp", "key.exportable": false, "friendly-name": null, "protection": "aes256-sha256"}}' | assay eval container-rules.assay --all
pass     key.there                                              required, medium
         The private key is there

         certificate/-#1
           private-key = yes

pass     key.kept                                               required, medium
         It can't be taken away

         certificate/-#1
           private-key = yes   key.provider-kind = ksp   key.exportable = no

pass     key.protection                                         required, medium
         Windows imports the file

         certificate/-#1
           protection = aes256-sha256

                   required
pass                      3

1 record
passes: no required rule fails
# Names that are meant to do something to whoever reads them do nothing.
$ assay eval name-rules.assay certs/hostile.pem
fail     name                                                   required, medium
         The subject has a common name, of ASCII only

         certificate/certs/hostile.pem#1 (\u{1b}[31mred\u{1b}[0m\u{7}\u{9b}2J)
           require every name in common-names has (name made of ascii)
                                                              name-rules.assay:6
           common-names = "\u{1b}[31mred\u{1b}[0m\u{7}\u{9b}2J"
           fix: Issue it again; its subject is
                "CN=\\1b[31mred\\1b[0m\\07\u{9b}2J".
         certificate/certs/hostile.pem#2 (gpj.exe \u{202e}moc.elpmaxe)
           require every name in common-names has (name made of ascii)
                                                              name-rules.assay:6
           common-names = "gpj.exe \u{202e}moc.elpmaxe"
           fix: Issue it again; its subject is "CN=gpj.exe \u{202e}moc.elpmaxe".
         certificate/certs/hostile.pem#3
           (=HYPERLINK("http://x");"a",'b'\u{a}<script>alert(1)</script>{"a":
           1})
           require every name in common-names has (name made of ascii)
                                                              name-rules.assay:6
           common-names =
             "=HYPERLINK(\"http://x\");\"a\",'b'\u{a}<script>alert(1)</
             script>{\"a\": 1}"
           fix: Issue it again; its subject is
                "CN==HYPERLINK(\\\"http://x\\\")\\;\\\"a\\\"\\,
                'b'\\0a\\<script\\>alert(1)\\</script\\>{\\\"a\\\": 1}".
         certificate/certs/hostile.pem#5
           require common-names is present                    name-rules.assay:5
           common-names is absent
           fix: Issue it again; its subject is "".

error    name                                                   required, medium
         The subject has a common name, of ASCII only

         certificate/certs/hostile.pem#4
           common-names is undecodable: common name: the UTF8String holds 0x00
             at byte 1; OpenSSL decodes this

                   required
fail                      4
error                     1
pass                      1

6 records
cannot be relied on: 1 required rule is in error for 1 subject; 1 required rule
fails for 4 subjects
? 3
$ assay facts certs/hostile.pem | sed 's/.*\("subject-attributes": [^]]*\).*/\1/'
{"format": "assay-facts 1"}
"subject-attributes": ["CN=\u001b[31mred\u001b[0m\u0007\u009b2J"
"subject-attributes": ["CN=gpj.exe \u202emoc.elpmaxe"
"subject-attributes": ["CN==HYPERLINK(\"http://x\");\"a\",'b'\n<script>alert(1)</script>{\"a\": 1}"
"subject-attributes": {"state": "undecodable", "why": "subject: the UTF8String holds 0x00 at byte 1; OpenSSL decodes this"}, "issuer-attributes": ["CN=issuer"
"subject-attributes": [
"subject-attributes": ["CN=first.example.org", "CN=last.example.org"
$ assay facts certs/hostile.pem > hostile-facts.json; assay eval -q name-rules.assay hostile-facts.json
? 3
