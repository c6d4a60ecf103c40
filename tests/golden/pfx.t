# PKCS #12: the certificate whose key is there comes first, and the file says where Windows keeps that key.
$ openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -subj /CN=Example.CA -days 30 -out ca.pem 2>log || cat log
$ openssl req -new -newkey rsa:2048 -nodes -keyout site.key -subj /CN=cmg.example.org -out site.csr 2>log || cat log
$ openssl x509 -req -in site.csr -CA ca.pem -CAkey ca.key -days 30 -out site.pem 2>log || cat log
$ echo secret > password
$ openssl pkcs12 -export -inkey site.key -in site.pem -certfile ca.pem -passout file:password -CSP "Microsoft Software Key Storage Provider" -LMK -name "The gateway" -out site.pfx
$ assay facts --password-file password site.pfx | grep -o -e '"subject": "[^"]*"' -e '"private-key": [a-z]*' -e '"key.provider[^,]*' -e '"key.exportable": [a-z]*' -e '"friendly-name": [^,]*' -e '"protection": "[^}]*'
"subject": "CN=cmg.example.org"
"private-key": true
"key.provider": "Microsoft Software Key Storage Provider"
"key.provider-kind": "ksp"
"key.exportable": true
"friendly-name": "The gateway"
"protection": "aes256-sha256"
"subject": "CN=Example.CA"
"private-key": false
"key.provider": {"state": "missing"
"key.provider-kind": {"state": "missing"
"key.exportable": 
"friendly-name": null
$ WORD=secret assay facts --password-env WORD site.pfx | grep -o '"subject": "[^"]*"'
"subject": "CN=cmg.example.org"
"subject": "CN=Example.CA"
# Without the password, or with a wrong one, what stands on the key is known nonetheless.
$ assay facts site.pfx 2>&1 | grep -o -e '^site.pfx:.*' -e '"subject": [^}]*}' -e '"key.provider[^,]*'
site.pfx: error: it is protected by a password, and none was given
"subject": {"state": "missing", "why": "it is protected by a password, and none was given"}
"key.provider": "Microsoft Software Key Storage Provider"
"key.provider-kind": "ksp"
$ echo wrong > wrong; assay facts --password-file wrong site.pfx 2>&1 | grep '^site.pfx:'
site.pfx: error: it is protected by a password, and it is none of those given
$ assay eval key-rules.assay site.pfx
site.pfx: error: it is protected by a password, and none was given
                   required
pass                      2

1 record, 1 finding with a note not shown; see --all
cannot be relied on: 1 input or record was refused
? 3
# An empty password is tried by itself, and certificates that are not encrypted need none.
$ openssl pkcs12 -export -inkey site.key -in site.pem -passout pass: -keypbe PBE-SHA1-3DES -out empty.pfx
$ openssl pkcs12 -export -inkey site.key -in site.pem -passout file:password -certpbe NONE -CSP "Acme HSM" -out half.pfx
$ assay eval key-rules.assay empty.pfx half.pfx
unknown  key.storage                                            required, medium
         A key storage provider keeps the key

         certificate/empty.pfx (cmg.example.org)
           private-key = yes
           key.provider-kind is missing: the file names no provider; Windows
             chooses one when it imports the file
         certificate/half.pfx (cmg.example.org)
           private-key = yes
           key.provider-kind is missing: it is not known of what kind this
             provider is

                   required
unknown                   2
pass                      2

2 records, 1 finding with a note not shown; see --all
cannot be decided: 1 required rule is unknown for 2 subjects
? 2
# At a place of a policy stands the certificate with the key, not its chain.
$ assay eval policies/cmg --as gateway.server-auth --password-file password site.pfx | grep -A 1 '^[0-9]* record'
site.pfx: warning: 1 certificate beside the one with the key left out
2 records, 1 warning about the input
cannot be decided: 2 required rules are unknown for 1 subject
# What can't be used is told, and the rest goes on.
$ head -c 700 site.pfx > cut.pfx
$ openssl pkcs12 -export -nokeys -in ca.pem -passout file:password -out store.pfx
$ assay facts --password-file password cut.pfx store.pfx 2>&1 | grep -o -e '^[a-z]*.pfx:.*' -e '"subject": "[^"]*"' -e '"private-key": [a-z]*'
cut.pfx: error: the certificate at byte 0 can't be read: the PKCS #12 is broken or cut off
"subject": "CN=Example.CA"
"private-key": false
$ assay facts --password-env NO_SUCH_VARIABLE site.pfx
assay facts: there is no variable `NO_SUCH_VARIABLE` in the environment
usage: assay facts CERTIFICATE|tls://HOST:PORT|-...
`assay help facts` says more
? 64
$ assay facts --password-file no-such-file site.pfx
assay: no-such-file: No such file or directory
? 3
