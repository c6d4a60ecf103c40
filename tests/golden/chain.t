# Chains are followed by signatures that OpenSSL verifies, and by nothing that merely has the right name.
$ chains/make
$ assay chain pc1.pem --certificates issuing.pem --certificates root.pem > out; echo $?; chains/cut out
0
pc1.pem: valid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                issuing.pem, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                root.pem, DATE to DATE, ec 256, sha256
# The root is missing, or the CA below it; what is given does not matter otherwise.
$ assay chain pc1.pem --certificates issuing.pem > out; echo $?; chains/cut out
1
pc1.pem: incomplete
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                issuing.pem, DATE to DATE, ec 256, sha256
  missing       CN=Example Root,O=Example
$ assay chain pc1.pem --certificates root.pem > out; echo $?; chains/cut out
1
pc1.pem: incomplete
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  missing       CN=Example Issuing,O=Example
# The right name with another key is no issuer, and is named.
$ assay chain pc1.pem --certificates impostor.pem --certificates root.pem > out; echo $?; chains/cut out
1
pc1.pem: incomplete
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  missing       CN=Example Issuing,O=Example
                ! impostor.pem has this name, but another key: the signature
                  below does not verify with it
$ assay chain pc1.pem --certificates impostor.pem --certificates issuing.pem --certificates root.pem > out; echo $?; chains/cut out
0
pc1.pem: valid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                issuing.pem, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                root.pem, DATE to DATE, ec 256, sha256
# With trusted roots, no other root counts. Of several ways, one that OpenSSL finds valid is the chain.
$ assay chain pc1.pem --certificates issuing.pem --certificates root.pem --trust other.pem > out; echo $?; chains/cut out
1
pc1.pem: invalid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                issuing.pem, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                root.pem, DATE to DATE, ec 256, sha256
                ! it is no trusted root
$ assay chain pc1.pem --certificates issuing.pem --certificates cross.pem --certificates root.pem --trust other.pem > out; echo $?; chains/cut out
0
pc1.pem: valid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                cross.pem, DATE to DATE, ec 256, sha256
  root          CN=Other Root
                other.pem (trusted), DATE to DATE, ec 256, sha256
$ assay chain pc1.pem --certificates cross.pem --certificates issuing.pem --certificates root.pem --trust root.pem > out; echo $?; chains/cut out
0
pc1.pem: valid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                issuing.pem, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                root.pem (trusted), DATE to DATE, ec 256, sha256
# The same chain, in whatever order the certificates come.
$ for order in "cross issuing other root" "root other issuing cross"; do cat $(printf '%s.pem ' $order) > all.pem; assay chain pc1.pem --certificates all.pem | sed 's/all.pem#[0-9]/all.pem/' > "out-${order%% *}"; done; cmp out-cross out-root && chains/cut out-root
pc1.pem: valid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                all.pem, DATE to DATE, ec 256, sha256
  root          CN=Other Root
                all.pem, DATE to DATE, ec 256, sha256
# What is not tried is not called invalid.
$ for i in $(seq 40); do openssl req -x509 -key impostor.key -subj '/O=Example/CN=Example Issuing' -set_serial "$i" -days 9; done > crowd.pem 2>log || cat log
$ assay chain pc1.pem --certificates crowd.pem > out; echo $?; chains/cut out
1
pc1.pem: undecided
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
                ! more certificates have the issuer's name, or more ways lead
                  up, than are tried; give only those that matter
# A CA that has expired, one signed with SHA-1, and one that is none.
$ assay chain pc3.pem --certificates short.pem --trust root.pem --now "$(date -u -d '+100 days' +%Y-%m-%d)" > out; echo $?; chains/cut out
1
pc3.pem: invalid
  leaf          CN=PC3
                pc3.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Short CA
                short.pem, DATE to DATE, ec 256, sha256
                ! expired on DATE
  root          CN=Example Root,O=Example
                root.pem (trusted), DATE to DATE, ec 256, sha256
$ assay chain pc4.pem --certificates sha1.pem --trust root.pem > out; echo $?; chains/cut out
0
pc4.pem: valid
  leaf          CN=PC4
                pc4.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=SHA-1 CA
                sha1.pem, DATE to DATE, ec 256, sha1
                ~ its signature is with SHA-1, which Windows does not trust
  root          CN=Example Root,O=Example
                root.pem (trusted), DATE to DATE, ec 256, sha256
$ assay chain pc5.pem --certificates pc2.pem --trust root.pem > out; echo $?; chains/cut out
1
pc5.pem: invalid
  leaf          CN=PC5
                pc5.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=PC2
                pc2.pem, DATE to DATE, ec 256, sha256
                ! it is no CA certificate (basic constraints), but signed the
                  one below
  root          CN=Example Root,O=Example
                root.pem (trusted), DATE to DATE, ec 256, sha256
# A key identifier that is another one's, though the signature is good.
$ assay chain pc6.pem --certificates issuing.pem --trust root.pem > out; echo $?; chains/cut out
1
pc6.pem: invalid
  leaf          CN=PC6
                pc6.pem, DATE to DATE, ec 256, sha256
                ! its authority key identifier is not that of the certificate
                  above
  intermediate  CN=Example Issuing,O=Example
                issuing.pem, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                root.pem (trusted), DATE to DATE, ec 256, sha256
# A file that holds a chain: its order is told.
$ cat pc1.pem issuing.pem root.pem > whole.pem; assay chain whole.pem > out; echo $?; chains/cut out
0
whole.pem#1: valid
  leaf          CN=PC1
                whole.pem#1, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                whole.pem#2, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                whole.pem#3, DATE to DATE, ec 256, sha256
$ cat issuing.pem pc1.pem root.pem > mixed.pem; assay chain mixed.pem > out; echo $?; chains/cut out
0
mixed.pem#2: valid
  leaf          CN=PC1
                mixed.pem#2, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                mixed.pem#1, DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                mixed.pem#3, DATE to DATE, ec 256, sha256
  ~ out of order in mixed.pem: #1 (CN=Example Issuing,O=Example) is not signed
  by #2 (CN=PC1)
$ assay chain mixed.pem --format json > out.json; chains/cut out.json
{"chains": [
{"name": "mixed.pem#2", "file": "mixed.pem", "verdict": "valid", "missing": "", "impostor": "", "order": "out-of-order", "orderWhy": "#1 (CN=Example Issuing,O=Example) is not signed by #2 (CN=PC1)", "rootInFile": true, "links": [
{"role": "leaf", "name": "mixed.pem#2", "subject": "CN=PC1", "issuer": "CN=Example Issuing,O=Example", "sha1": "PRINT", "sha256": "PRINT", "key": "ec 256", "digest": "sha256", "validFrom": "DATE", "validUntil": "DATE", "trusted": false, "given": true, "troubles": [], "remarks": []},
{"role": "intermediate", "name": "mixed.pem#1", "subject": "CN=Example Issuing,O=Example", "issuer": "CN=Example Root,O=Example", "sha1": "PRINT", "sha256": "PRINT", "key": "ec 256", "digest": "sha256", "validFrom": "DATE", "validUntil": "DATE", "trusted": false, "given": true, "troubles": [], "remarks": []},
{"role": "root", "name": "mixed.pem#3", "subject": "CN=Example Root,O=Example", "issuer": "CN=Example Root,O=Example", "sha1": "PRINT", "sha256": "PRINT", "key": "ec 256", "digest": "sha256", "validFrom": "DATE", "validUntil": "DATE", "trusted": false, "given": true, "troubles": [], "remarks": []}]}
], "exported": []}
# A root alone is trusted if it is said to be, and no leaf is by itself.
$ assay chain root.pem | chains/cut; assay chain root.pem --trust other.pem | chains/cut
root.pem: valid
  root          CN=Example Root,O=Example
                root.pem, DATE to DATE, ec 256, sha256
root.pem: invalid
  root          CN=Example Root,O=Example
                root.pem, DATE to DATE, ec 256, sha256
                ! it is no trusted root
# Each CA certificate to a file of its own.
$ assay chain whole.pem --export cas > out; echo $?; tail -n 5 out | chains/cut
0
cas: 1 root, 1 intermediate
  intermediate-Example_Issuing-PRINT.cer
    CN=Example Issuing,O=Example, written
  root-Example_Root-PRINT.cer
    CN=Example Root,O=Example, written
$ ls cas | chains/cut; for file in cas/*; do openssl x509 -inform DER -in "$file" -noout -subject; done
intermediate-Example_Issuing-PRINT.cer
root-Example_Root-PRINT.cer
subject=O = Example, CN = Example Issuing
subject=O = Example, CN = Example Root
# What is there already and is the same stays; what is different is not overwritten without --force.
$ assay chain whole.pem --export cas | tail -n 5 | chains/cut
cas: 1 root, 1 intermediate
  intermediate-Example_Issuing-PRINT.cer
    CN=Example Issuing,O=Example, unchanged
  root-Example_Root-PRINT.cer
    CN=Example Root,O=Example, unchanged
$ for file in cas/root*; do echo mine > "$file"; done; assay chain whole.pem --export cas > out 2>&1; echo $?; grep -e force -e Root, out | chains/cut; cat cas/root*
3
  root          CN=Example Root,O=Example
assay: cas/root-Example_Root-PRINT.cer: there is another file of this name; --force replaces it
    CN=Example Root,O=Example, refused
mine
$ assay chain whole.pem --export cas --force | tail -n 1 | chains/cut; openssl x509 -inform DER -in cas/root* -noout -subject
    CN=Example Root,O=Example, replaced
subject=O = Example, CN = Example Root
# Folders are looked through.
$ assay chain pc1.pem --certificates cas --trust cas | chains/cut
pc1.pem: valid
  leaf          CN=PC1
                pc1.pem, DATE to DATE, ec 256, sha256
  intermediate  CN=Example Issuing,O=Example
                cas/intermediate-Example_Issuing-PRINT.cer (trusted),
                DATE to DATE, ec 256, sha256
  root          CN=Example Root,O=Example
                cas/root-Example_Root-PRINT.cer (trusted), DATE to
                DATE, ec 256, sha256
# Usage, and files that hold no certificate.
$ assay chain
assay chain: a certificate is needed; `-` is standard input
usage: assay chain CERTIFICATE|-...
`assay help chain` says more
? 64
$ assay chain pc1.pem --force
assay chain: --force goes with --export
usage: assay chain CERTIFICATE|-...
`assay help chain` says more
? 64
$ assay chain extensions chains/extensions pc1.pem > out; echo $?; head -n 1 out
extensions: error: No such file or directory
chains/extensions: error: it holds neither PEM nor DER
3
pc1.pem: incomplete
