# Damage costs what it damages: it is told, and the rest is used.
$ assay eval cert-rules.assay certs/gateway.pem missing.pem certs/weak.pem
missing.pem: error: No such file or directory
fail     key.length                                           required, critical
         Keys are long enough
         require key.bits >= least                           cert-rules.assay:10

         certificate/certs/weak.pem (PC1)
           key.algorithm = rsa   key.bits = 1024 bits
         fix: Issue it again with a key of 2048 bits; it has 1024 bits.

                   required
fail                      1
pass                      3

2 records
cannot be relied on: 1 input or record was refused; 1 required rule fails for 1
subject
? 3
$ assay eval cert-rules.assay certs/bundle.pem
certs/bundle.pem: error: the certificate at byte 1298 can't be read: the END line is missing
fail     key.length                                           required, critical
         Keys are long enough
         require key.bits >= least                           cert-rules.assay:10

         certificate/certs/bundle.pem#3 (PC1)
           key.algorithm = rsa   key.bits = 1024 bits
         fix: Issue it again with a key of 2048 bits; it has 1024 bits.

error    key.length                                           required, critical
         Keys are long enough

         certificate/certs/bundle.pem@1298
           key.algorithm is undecodable: the END line is missing
           key.bits is undecodable: the END line is missing

error    valid.now                                              required, medium
         It is valid

         certificate/certs/bundle.pem@1298
           valid-from is undecodable: the END line is missing
           valid-until is undecodable: the END line is missing

                   required
fail                      1
error                     2
pass                      3

3 records
cannot be relied on: 1 input or record was refused; 2 required rules are in
error for 1 subject; 1 required rule fails for 1 subject
? 3
$ assay eval cert-rules.assay certs/cut.der certs/root.pem
certs/cut.der: error: the certificate at byte 0 can't be read: byte 0 (certificate): a tag or length is broken or runs past the end
error    key.length                                           required, critical
         Keys are long enough

         certificate/certs/cut.der@0
           key.algorithm is undecodable: byte 0 (certificate): a tag or length
             is broken or runs past the end
           key.bits is undecodable: byte 0 (certificate): a tag or length is
             broken or runs past the end

error    valid.now                                              required, medium
         It is valid

         certificate/certs/cut.der@0
           valid-from is undecodable: byte 0 (certificate): a tag or length is
             broken or runs past the end
           valid-until is undecodable: byte 0 (certificate): a tag or length is
             broken or runs past the end

                   required
error                     2
pass                      2

2 records
cannot be relied on: 1 input or record was refused; 2 required rules are in
error for 1 subject
? 3
$ : > empty
$ assay eval cert-rules.assay empty
empty: error: it is empty
0 records
cannot be relied on: 1 input or record was refused
? 3
$ assay eval cert-rules.assay - < /dev/null
standard input: error: it is empty
0 records
cannot be relied on: 1 input or record was refused
? 3
$ assay eval cert-rules.assay eval.t
eval.t: error: it holds neither PEM nor DER
0 records
cannot be relied on: 1 input or record was refused
? 3
# Certificates where facts are wanted, unless it is said where they stand.
$ assay eval shop-rules.assay certs/weak.pem
certs/weak.pem: error: this policy is not about bare certificates; say with --as where this one stands, such as `gateway.server-auth`
1 record
cannot be relied on: 1 input or record was refused
? 3
$ assay eval shop-rules.assay certs/weak.pem --as till.cert | tail -n 2
2 records
cannot be decided: no rule was put to anything
# Facts with a broken record among good ones.
$ assay eval shop-rules.assay broken.json
broken.json:4:68: error: expected `,` or `]`, found `}`; reading goes on at line 5
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/before
           fast = yes   site.version = 2006   site.open = yes   age = 12
           fix: Send the visitor to a staffed till; the age noted is 12.
         visit/after
           fast = yes   site.version = 2006   site.open = yes   age = 13
           fix: Send the visitor to a staffed till; the age noted is 13.
         see: manual, age

                   required
fail                      2
pass                      2
notchecked                2

4 records
cannot be relied on: 1 input or record was refused; 1 required rule fails for 2
subjects
? 3
# A broken text over many lines: what stands before the damage is used.
$ assay eval shop-rules.assay cut.json
cut.json:6:4: error: expected `,` or `}`, found `{`; nothing after it is read
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/before
           fast = yes   site.version = 2006   site.open = yes   age = 12
         fix: Send the visitor to a staffed till; the age noted is 12.
         see: manual, age

                   required
fail                      1
pass                      1
notchecked                1

3 records
cannot be relied on: 1 input or record was refused; 1 required rule fails for 1
subject
? 3
# Keys given twice, numbers out of range, wrong types, unknown facts and entities.
$ assay eval shop-rules.assay wrong.json
wrong.json:1:36: warning: site.open: expected true or false, found text "yes"
wrong.json:3:10: error: till: "T1" was given before; this one is not used
wrong.json:10:2: error: there is no entity of this name "visitor"; did you mean `visit`?
wrong.json:4:59: warning: visit.age: given before in this record; expected one value, found another, number 40
wrong.json:5:47: warning: visit.age: expected an integer, found number 9223372036854775808
wrong.json:6:47: warning: visit.age: expected an integer, found true
wrong.json:7:60: warning: visit.paid[0]: expected one of its words, found text "cheque"; known: cash, card
wrong.json:8:69: warning: visit: there is no fact of this name "shoe-size"; known: id, paid, till, age, fast
wrong.json:9:11: warning: visit: no usable `id` (missing); the record is called #9
error    visit.adult                                              required, high
         Only adults use self service

         visit/twice
           fast = yes   site.version = 2006
           site.open is undecodable: expected true or false, found text "yes"
           age is given twice: line 4 gives it again, as number 40
         visit/huge
           fast = yes   site.version = 2006
           site.open is undecodable: expected true or false, found text "yes"
           age is undecodable: expected an integer, found number
             9223372036854775808
         visit/type
           fast = yes   site.version = 2006
           site.open is undecodable: expected true or false, found text "yes"
           age is undecodable: expected an integer, found true
         see: manual, age

error    visit.payment                                          required, medium
         How a visit may be paid

         visit/word
           fast = yes   site.version = 2006   till = T1
           till.kind = self-service
           paid is undecodable: element 1: expected one of its words, found text
             "cheque"; known: cash, card

                   required
error                     4
pass                      8
notchecked                6

8 records, 7 warnings about the input
cannot be relied on: 2 inputs or records were refused; 2 required rules are in
error for 4 subjects
? 3
$ printf '{"site": {"version": 2006}, "visit": [{"id": "\377"}]}' | assay eval shop-rules.assay
standard input:1:47: error: bytes that are not UTF-8; nothing after it is read
1 record
cannot be relied on: 1 input or record was refused
? 3
$ printf '\376\377\0{\0}' | assay eval shop-rules.assay
standard input: error: it is UTF-16 without PEM; anything else is read as UTF-8
1 record
cannot be relied on: 1 input or record was refused
? 3
$ printf '{"format": "other 3", "site": {"version": 2006}}' | assay eval shop-rules.assay
standard input:1:12: error: format: expected "assay-facts 1", found text "other 3"; the rest of this object is not used
1 record
cannot be relied on: 1 input or record was refused
? 3
# A certificate that is written down inside a record is called by its line and path.
$ assay eval policies/cmg policies/examples/site.json --rule general.key-length --format ndjson | grep -o '"path": "client-auth".*site.json:[^"]*' | head -n 1
"path": "client-auth", "state": "present", "value": "policies/examples/site.json:56 (device[3].client-auth)
# What does not fit is told although no rule reads it, and then changes no result.
$ printf '%s\n' '{"site": {"version": 2006, "open": true}, "till": [{"name": "T1", "kind": "Staffed", "cert": {"key.bits": "2048", "key.bit": 1}}],' '"visit": [{"id": "V", "paid": [], "till": null},' '{"id": "W", "paid": [], "till": null, "age": 1e3}]}' | assay eval shop-rules.assay --rule visit.receipt
standard input:1:75: warning: till[0].kind: expected one of its words, found text "Staffed"; did you mean `staffed`?
standard input:1:107: warning: till[0].cert.key.bits: expected an integer, found text "2048"
standard input:1:115: warning: till[0].cert: there is no fact of this name "key.bit"; did you mean `key.bits`?
standard input:3:46: warning: visit[1].age: expected an integer, found number 1e3
notchecked visit.receipt                                        required, medium
         The receipt was handed over
         check manually "Ask the visitor for the receipt."   shop-rules.assay:24

         visit/V, visit/W
           site.version = 2006

                   required
notapplicable             4
notchecked                2

4 records, 4 warnings about the input
passes: no required rule fails; 2 findings are to be checked by hand
# Of each fact a few values are told, and how many there are more; so with records and with certificates.
$ for i in 1 2 3 4 5 6 7 8 9; do echo '{"site": {"version": 2006}}{"visit": {"id": "'$i'", "agee": 1, "age": [1, 2], "till": null}}'; done | assay eval shop-rules.assay --rule visit.receipt
standard input:2:10: error: site: given before; this one is not used
standard input:3:10: error: site: given before; this one is not used
standard input:4:10: error: site: given before; this one is not used
standard input:5:10: error: site: given before; this one is not used
standard input:6:10: error: site: given before; this one is not used
standard input:7:10: error: site: given before; this one is not used
standard input:8:10: error: site: given before; this one is not used
standard input:9:10: error: site: given before; this one is not used
standard input:1:50: warning: visit: there is no fact of this name "agee"; did you mean `age`?
standard input:1:68: warning: visit.age: expected an integer, found an array
standard input:2:68: warning: visit.age: expected an integer, found an array
standard input:3:68: warning: visit.age: expected an integer, found an array
standard input:4:68: warning: visit.age: expected an integer, found an array
standard input:5:68: warning: visit.age: expected an integer, found an array
standard input: warning: 8 more: names of facts that the model lacks
standard input: warning: 4 more: values of `age` of a visit that do not fit
notchecked visit.receipt                                        required, medium
         The receipt was handed over
         check manually "Ask the visitor for the receipt."   shop-rules.assay:24

         visit/1, visit/2, visit/3, visit/4, visit/5, visit/6, visit/7, visit/8,
         visit/9
           site.version = 2006

                   required
notapplicable            18
notchecked                9

10 records, 18 warnings about the input
cannot be relied on: 8 inputs or records were refused
? 3
$ for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo '{"visit": 2}{"visit": {}}'; done | assay eval -q shop-rules.assay
standard input:1:11: error: visit: expected an object, found number 2
standard input:1:23: warning: visit: no usable `id` (missing); the record is called #1
standard input:2:11: error: visit: expected an object, found number 2
standard input:2:23: warning: visit: no usable `id` (missing); the record is called #2
standard input:3:11: error: visit: expected an object, found number 2
standard input:3:23: warning: visit: no usable `id` (missing); the record is called #3
standard input:4:11: error: visit: expected an object, found number 2
standard input:4:23: warning: visit: no usable `id` (missing); the record is called #4
standard input:5:11: error: visit: expected an object, found number 2
standard input:5:23: warning: visit: no usable `id` (missing); the record is called #5
standard input:6:11: error: visit: expected an object, found number 2
standard input:6:23: warning: visit: no usable `id` (missing); the record is called #6
standard input:7:11: error: visit: expected an object, found number 2
standard input:7:23: warning: visit: no usable `id` (missing); the record is called #7
standard input:8:11: error: visit: expected an object, found number 2
standard input:8:23: warning: visit: no usable `id` (missing); the record is called #8
standard input:9:11: error: visit: expected an object, found number 2
standard input:9:23: warning: visit: no usable `id` (missing); the record is called #9
standard input:10:11: error: visit: expected an object, found number 2
standard input:10:23: warning: visit: no usable `id` (missing); the record is called #10
standard input: error: 3 more: values and records that are not used
standard input: warning: 3 more: records without a usable key
? 3
$ for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do printf -- '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'; done > many-damaged.pem
$ assay eval -q cert-rules.assay many-damaged.pem 2>&1 | tail -n 2
many-damaged.pem: error: the certificate at byte 531 can't be read: byte 0 (certificate): expected a SEQUENCE, found another kind of value
many-damaged.pem: error: 3 more: certificates that can't be read
$ assay facts many-damaged.pem 2>&1 | tail -n 2
many-damaged.pem: error: the certificate at byte 531 can't be read: byte 0 (certificate): expected a SEQUENCE, found another kind of value
many-damaged.pem: error: 3 more: certificates that can't be read
# The reason of a fact is told although the result does not turn on it.
$ printf '{"site": {"version": 2006, "open": true}} {"visit": {"id": "v", "fast": 1, "age": 40, "paid": []}}' | assay eval shop-rules.assay --rule visit.adult
standard input:1:73: warning: visit.fast: expected true or false, found number 1
pass     visit.adult                                              required, high
         Only adults use self service

         visit/v
           fast is undecodable: expected true or false, found number 1
           site.version = 2006   site.open = yes   age = 40
         see: manual, age

                   required
unknown                   1
pass                      1
notchecked                1

2 records, 1 warning about the input
cannot be decided: 1 required rule is unknown for 1 subject
? 2
# What a record names is an ordinary file, and never standard input.
$ mkfifo pipe && printf '{"till": [{"name": "A", "cert": "pipe"}, {"name": "B", "cert": "-"}, {"name": "C", "cert": "certs"}]}' > named.json && assay eval -q shop-rules.assay named.json </dev/zero
named.json:1:33: error: till[0].cert: "pipe": it is no file
named.json:1:64: error: till[1].cert: "-": No such file or directory
named.json:1:92: error: till[2].cert: "certs": it is a directory
? 3
