# An image is what its text is, and the same texts give the same bytes.
$ assay build shop-rules.assay -o shop.assayc | sed 's/^[0-9a-f]\{64\}$/DIGEST/'
DIGEST
$ assay build shop-rules.assay -o again.assayc > digest; cmp shop.assayc again.assayc
$ assay eval shop.assayc shop.json --format json | grep -c "$(cat digest)"
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
1
$ assay eval shop.assayc shop.json > image.out; echo $?
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
3
$ assay eval shop-rules.assay shop.json | diff - image.out
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
# Elsewhere, without the texts and the model beside it.
$ mkdir elsewhere && cp shop.assayc elsewhere && cd elsewhere && assay eval shop.assayc ../shop.json --set adult=40 --rule visit.adult | head -n 8
../shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.adult                                              required, high
         Only adults use self service
         require is-adult                                    shop-rules.assay:19

         visit/adult
           fast = yes   site.version = 2006   site.open = yes   age = 35
           fix: Send the visitor to a staffed till; the age noted is 35.
         visit/child
# All or nothing.
$ assay build shop-rules.assay -o missing/x.assayc
assay: missing/x.assayc: No such file or directory
? 3
$ assay build shop-rules.assay -o certs
assay: certs: Is a directory
? 3
$ assay build mistakes/wrong-fact.assay -o wrong.assayc; echo $?; test -e wrong.assayc || echo nothing is there
error[E0101]: there is no fact called `key.bit` here
 --> mistakes/wrong-fact.assay:5:11
  |
5 |   require key.bit >= 2048 bits
  |           ^^^^^^^
  = help: did you mean `key.bits`?
1
nothing is there
$ assay build shop-rules.assay -o /dev/full
assay: /dev/full: No space left on device
? 3
$ cp shop.assayc kept.assayc && assay build mistakes/wrong-fact.assay -o kept.assayc 2> /dev/null; cmp shop.assayc kept.assayc
# Damage is refused, wherever it is.
$ head -c 200 shop.assayc > cut.assayc; assay eval cut.assayc shop.json
cut.assayc: error: this compiled policy can't be used: header, byte 200: the image ends here
? 3
$ { head -c 300 shop.assayc; printf 'xxxx'; tail -c +305 shop.assayc; } > bent.assayc; assay rules bent.assayc
bent.assayc: error: this compiled policy can't be used: header, byte 32, digest: it is not that of the rest of the image
? 3
$ assay disasm certs/weak.der
error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:1:50
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                            ^^^^^^^^
? 1
# What the policy asks for.
$ assay rules shop-rules.assay
shop-rules 2.1.0: Rules of the shop

visit.adult                                                       required, high
  Only adults use self service
  see: manual, age
  shop-rules.assay:14, at most 32 instructions

visit.receipt                                                   required, medium
  The receipt was handed over
  shop-rules.assay:23, at most 32 instructions

visit.payment                                                   required, medium
  How a visit may be paid
  shop-rules.assay:26, at most 32 instructions

3 rules
$ assay rules shop-rules.assay --profile careful | tail -n 1
3 rules
$ assay disasm cert-rules.assay | grep -e 'rule ' -e CHECK
  cert-rules.assay:7: rule key.length on certificate "Keys are long enough"
      41  CHECK    key.length
  cert-rules.assay:13: rule valid.now on certificate "It is valid"
      57  CHECK    valid.now
