# A folder stands for all files in it, in the order of their names; what is none, or holds nothing, is told.
$ mkdir -p all/deeper && cp certs/gateway.pem all/deeper/b.txt && cp certs/root.pem all/a.cer && cp certs/weak.der all/weak
$ ln -s .. all/deeper/up; mkfifo all/pipe; echo hello > all/readme; ln -s nowhere all/link
$ assay facts all | grep -o '"subject": "[^"]*"'
all/deeper/up: warning: this folder was read before, under another name
all/link: warning: it is a link that leads nowhere
all/pipe: warning: it is a pipe
all/readme: warning: it holds neither PEM nor DER
"subject": "CN=Example Root,O=Example"
"subject": "CN=gateway.example.org,O=Example"
"subject": "CN=PC1"
$ assay eval cert-rules.assay all --now 2026-11-22
all/deeper/up: warning: this folder was read before, under another name
all/link: warning: it is a link that leads nowhere
all/pipe: warning: it is a pipe
all/readme: warning: it holds neither PEM nor DER
fail     key.length                                           required, critical
         Keys are long enough
         require key.bits >= least                           cert-rules.assay:10

         certificate/all/weak (PC1)
           key.algorithm = rsa   key.bits = 1024 bits
         fix: Issue it again with a key of 2048 bits; it has 1024 bits.

                   required
fail                      1
pass                      5

3 records, 4 warnings about the input
fails: 1 required rule fails for 1 subject
? 1
# Archives stand for what is in them: tar, zip, packed by gzip or zstd, known by content.
$ tar cf all.bin all/deeper/b.txt all/deeper/up all/weak && gzip -nc all.bin > all.data
$ assay eval cert-rules.assay all.data --now 2026-11-22 --format ndjson | grep -c '"result": "pass"'
all.data!all/deeper/up: warning: it is a link
3
$ assay eval cert-rules.assay --now 2026-11-22 - < all.data | grep certificate/
-!all/deeper/up: warning: it is a link
         certificate/-!all/weak (PC1)
$ mkdir outer && mv all.data outer/inner && tar cf outer.tar outer && assay facts outer.tar | grep -c subject-raw
outer.tar!outer/inner!all/deeper/up: warning: it is a link
2
$ gzip -c certs/gateway.pem | assay facts - | grep -o '"subject": "[^"]*"'
"subject": "CN=gateway.example.org,O=Example"
$ head -c 1000 all.bin > cut.tar; assay facts cut.tar | grep -c subject-raw
cut.tar!all/deeper/b.txt: error: this member can't be unpacked: Truncated tar archive
0
? 1
$ head -c 200 outer/inner > cut.gz; assay facts cut.gz
{"format": "assay-facts 1"}
cut.gz: error: the archive can't be opened: Unrecognized archive format
? 3
# A bomb does not go off.
$ yes | head -c 80000000 | gzip > bomb.gz; assay eval cert-rules.assay bomb.gz
bomb.gz: error: it unpacks to more than 64 times its size and 64 MiB; what follows is not read
0 records
cannot be relied on: 1 input or record was refused
? 3
# Facts in folders and archives are read like others; contexts first.
$ mkdir site && cp shop.json site/z.json && assay eval shop-rules.assay site | tail -n 3
site/z.json:12:64: warning: visit.age: expected an integer, found text "twelve"
--all
cannot be relied on: 1 required rule is in error for 1 subject; 2 required rules
fail for 3 subjects; 1 required rule is unknown for 1 subject
$ tar cf site.tar site && assay eval shop-rules.assay site.tar | tail -n 3
site.tar!site/z.json:12:64: warning: visit.age: expected an integer, found text "twelve"
--all
cannot be relied on: 1 required rule is in error for 1 subject; 2 required rules
fail for 3 subjects; 1 required rule is unknown for 1 subject
$ rm -r site; mkdir site; i=0; while [ $i -lt 14 ]; do echo $i > site/$i; i=$((i + 1)); done; cp certs/root.pem site/z
$ assay eval cert-rules.assay site -q
site/0: warning: it holds neither PEM nor DER
site/1: warning: it holds neither PEM nor DER
site/10: warning: it holds neither PEM nor DER
site/11: warning: it holds neither PEM nor DER
site/12: warning: it holds neither PEM nor DER
site/13: warning: it holds neither PEM nor DER
site/2: warning: it holds neither PEM nor DER
site/3: warning: it holds neither PEM nor DER
site/4: warning: it holds neither PEM nor DER
site/5: warning: it holds neither PEM nor DER
site: warning: 4 more: files that hold no certificate and no facts
