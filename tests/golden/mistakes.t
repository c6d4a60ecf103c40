# One mistake each (or two), as an author would make it: what is said, and is it enough to mend it?
$ assay check mistakes/empty.assay
error[E0709]: the file has no `policy` and no `model` line
 --> mistakes/empty.assay:1:1
  |
1 |
  | ^

error[E0701]: the file does not begin with `language 1`
 --> mistakes/empty.assay:1:1
  |
1 |
  | ^

2 errors
? 1
$ assay check mistakes/hidden.assay
error[E0004]: the hidden character U+202E is not allowed
 --> mistakes/hidden.assay:2:26
  |
2 | policy hidden 1.0.0 "Safe<U+202E> text"
  |                          ^^^^^^^^
? 1
$ assay check mistakes/latin.assay
error[E0005]: this is not UTF-8
 --> mistakes/latin.assay:2:25
  |
2 | policy latin 1.0.0 "Schl<FC>ssel"
  |                         ^^^^
? 1
$ assay check mistakes/mixed.assay
error[E0001]: `and` and `or` are mixed without parentheses
 --> mistakes/mixed.assay:5:57
  |
5 |   require key.algorithm = rsa and key.bits >= 2048 bits or key.algorithm = ec
  |                                                         ^^
  = help: put parentheses around what belongs together

error[E0607]: `key.length` requires nothing
 --> mistakes/mixed.assay:4:6
  |
4 | rule key.length on certificate "Keys are long"
  |      ^^^^^^^^^^

2 errors
? 1
$ assay check mistakes/no-guard.assay
error[E0205]: `key.curve` may be absent here
 --> mistakes/no-guard.assay:5:11
  |
5 |   require key.curve = "p-256"
  |           ^^^^^^^^^
  = help: add `when key.curve is present` before, or write `(key.curve is absent or ...)`
? 1
$ assay check mistakes/no-language.assay
error[E0701]: the file does not begin with `language 1`
 --> mistakes/no-language.assay:1:1
  |
1 | policy no-language 1.0.0 "Forgot the first line"
  | ^
? 1
$ assay check mistakes/no-model.assay
error[E0707]: there is no model called `shopp` in the folders searched
 --> mistakes/no-model.assay:3:11
  |
3 | use model shopp 1
  |           ^^^^^

error[E0609]: there is no entity called `site` here
 --> mistakes/no-model.assay:5:19
  |
5 | rule site.open on site "The site is open"
  |                   ^^^^

2 errors
? 1
$ assay check mistakes/no-requirement.assay
error[E0607]: `key.length` requires nothing
 --> mistakes/no-requirement.assay:4:6
  |
4 | rule key.length on certificate "Keys are long"
  |      ^^^^^^^^^^
? 1
$ assay check mistakes/open-text.assay
error[E0003]: this text is not closed on its line
 --> mistakes/open-text.assay:4:32
  |
4 | rule key.length on certificate "Keys are long
  |                                ^^^^^^^^^^^^^^
? 1
$ assay check mistakes/parameter-type.assay
error[E0201]: this is not a number
 --> mistakes/parameter-type.assay:4:28
  |
4 | parameter least: integer = yes "Bits of a key"
  |                            ^^^
  = help: `least` is a number: Bits of a key

error[E0101]: there is no fact called `leest` here
 --> mistakes/parameter-type.assay:7:23
  |
7 |   require key.bits >= leest
  |                       ^^^^^
  = help: did you mean `least`?

2 errors
? 1
$ assay check mistakes/quoted.assay
error[E0604]: `urgent` is no severity
 --> mistakes/quoted.assay:5:12
  |
5 |   severity urgent
  |            ^^^^^^

error[E0201]: this is not a number of bits
 --> mistakes/quoted.assay:6:23
  |
6 |   require key.bits >= "2048"
  |                       ^^^^^^
  = help: `key.bits` is a number of bits: Size of the key: of the modulus or prime, of the named curve, 256 for Ed25519, 456 for Ed448, of the encoded key for ML-DSA (RFC 5280 4.1.2.7)

error[E0101]: there is no fact called `key.bitz` here
 --> mistakes/quoted.assay:7:7
  |
7 |   fix "Use a key of {key.bitz} bits."
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: did you mean `key.bits`?

3 errors
? 1
$ assay check mistakes/table-hole.assay
error[E0415]: the table says nothing about this combination
 --> mistakes/table-hole.assay:8:3
  |
8 |   | Fast | Kind         |
  |   ^^^^^^^^^^^^^^^^^^^^^^^
  = help: add a row for | yes | ... |

error[E0416]: two rows of the table cover the same combination
  --> mistakes/table-hole.assay:11:3
   |
11 |   | no   | self-service |
   |   ^^^^^^^^^^^^^^^^^^^^^^^
   = help: both cover | no | ... |
note: this row covers it too
  --> mistakes/table-hole.assay:10:3
   |
10 |   | no   | staffed      |
   |   -----------------------

2 errors
? 1
$ assay check mistakes/table-word.assay
error[E0402]: `stafed` is no value of `kind`
  --> mistakes/table-word.assay:10:13
   |
10 |   | no    | stafed       |
   |             ^^^^^^
? 1
$ assay check mistakes/twice.assay
error[E0601]: the rule id `key.length` is already taken
 --> mistakes/twice.assay:7:6
  |
7 | rule key.length on certificate "Keys are longer"
  |      ^^^^^^^^^^
note: the first one is here
 --> mistakes/twice.assay:4:6
  |
4 | rule key.length on certificate "Keys are long"
  |      ----------
? 1
$ assay check mistakes/wrong-fact.assay
error[E0101]: there is no fact called `key.bit` here
 --> mistakes/wrong-fact.assay:5:11
  |
5 |   require key.bit >= 2048 bits
  |           ^^^^^^^
  = help: did you mean `key.bits`?
? 1
$ assay check mistakes/wrong-unit.assay
error[E0203]: the unit `days` does not fit; it is a number of bits
 --> mistakes/wrong-unit.assay:5:28
  |
5 |   require key.bits >= 2048 days
  |                            ^^^^
? 1
$ assay check mistakes/wrong-word.assay
error[E0202]: `RSA` is not one of its words
 --> mistakes/wrong-word.assay:5:27
  |
5 |   require key.algorithm = RSA
  |                           ^^^
  = help: did you mean `rsa`?
? 1
# Many in one file, each said once, in order.
$ assay check mistakes/many.assay
error[E0010]: there is no such date
 --> mistakes/many.assay:5:34
  |
5 | source manual "The manual" dated 2026-02-31
  |                                  ^^^^^^^^^^

error[E0001]: expected a clause such as `when` or `require`, not `requires`
  --> mistakes/many.assay:18:3
   |
18 |   requires paid includes card
   |   ^^^^^^^^
   = help: did you mean `require`?

error[E0201]: this is not a number
 --> mistakes/many.assay:7:28
  |
7 | parameter adult: integer = eighteen "Age"
  |                            ^^^^^^^^
  = help: `adult` is a number: Age

error[E0602]: there is no source called `manuel`
  --> mistakes/many.assay:10:12
   |
10 |   cite     manuel "age"
   |            ^^^^^^

error[E0604]: `hihg` is no severity
  --> mistakes/many.assay:11:12
   |
11 |   severity hihg
   |            ^^^^
   = help: did you mean `high`?

error[E0609]: there is no entity called `visitor` here
 --> mistakes/many.assay:9:21
  |
9 | rule visit.adult on visitor "Only adults use self service"
  |                     ^^^^^^^
  = help: did you mean `visit`?

error[E0607]: `visit.paid` requires nothing
  --> mistakes/many.assay:17:6
   |
17 | rule visit.paid on visit "It was paid"
   |      ^^^^^^^^^^

error[E0202]: `cheque` is not one of its words
  --> mistakes/many.assay:21:25
   |
21 |   require paid excludes cheque
   |                         ^^^^^^
   = help: its words are `cash` to `card`

error[E0206]: `paid` can't be counted: it is a set
  --> mistakes/many.assay:22:17
   |
22 |   require count paid >= 1 days
   |                 ^^^^

error[E0601]: the rule id `visit.cheque` is already taken
  --> mistakes/many.assay:24:6
   |
24 | rule visit.cheque on visit "No cheques again"
   |      ^^^^^^^^^^^^
note: the first one is here
  --> mistakes/many.assay:20:6
   |
20 | rule visit.cheque on visit "No cheques"
   |      ------------

error[E0202]: `cart` is not one of its words
  --> mistakes/many.assay:29:42
   |
29 |   require any visit where (paid includes cart)
   |                                          ^^^^
   = help: did you mean `card`?

11 errors
? 1
# The same for a program; each message is an object of docs/schema/message.json.
$ assay check --format json mistakes/wrong-fact.assay mistakes/twice.assay
[
{"code": "E0101", "severity": "error", "message": "there is no fact called `key.bit` here", "file": "mistakes/wrong-fact.assay", "line": 5, "column": 11, "endLine": 5, "endColumn": 18, "help": "did you mean `key.bits`?", "notes": [], "fix": {"file": "mistakes/wrong-fact.assay", "line": 5, "column": 11, "endLine": 5, "endColumn": 18, "replacement": "key.bits"}},
{"code": "E0601", "severity": "error", "message": "the rule id `key.length` is already taken", "file": "mistakes/twice.assay", "line": 7, "column": 6, "endLine": 7, "endColumn": 16, "notes": [{"message": "the first one is here", "file": "mistakes/twice.assay", "line": 4, "column": 6, "endLine": 4, "endColumn": 16}]}
]
? 1
$ assay check --format json shop.assay
[
]
# A folder is searched; what several files share is said once.
$ assay check mistakes | tail -n 1
35 errors
$ mkdir none
$ assay check none
assay: none: there is no .assay file in this folder
? 3
# What is well prints nothing.
$ assay check shop.assay shop-rules.assay shop-tests.assay cert-rules.assay
# What can't be read is worse than a mistake.
$ assay check missing.assay mistakes/wrong-fact.assay
missing.assay: error: No such file or directory

error[E0101]: there is no fact called `key.bit` here
 --> mistakes/wrong-fact.assay:5:11
  |
5 |   require key.bit >= 2048 bits
  |           ^^^^^^^
  = help: did you mean `key.bits`?

2 errors
? 3
$ assay check certs/weak.der
error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:1:3
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |      ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:1:7
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |                       ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:1:10
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:1:11
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |                                               ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:1:12
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |                                                       ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:1:13
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:1:14
  |
1 | 0<82><U+0002><9A>0<82><U+0001><82><A0><U+0003><U+0002><U+0001><U+0002><U+0002> …
  |                                                                       ^^^^^^^^

error[E0004]: the hidden character U+0014 is not allowed
 --> certs/weak.der:1:15
  |
1 | …   <U+0002><U+0002><U+0014><U+001F>.<U+0003><EA><95><U+000E>2̩<U+0018><DE>X<9D>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+001F is not allowed
 --> certs/weak.der:1:16
  |
1 | …   <U+0002><U+0014><U+001F>.<U+0003><EA><95><U+000E>2̩<U+0018><DE>X<9D><CC><D1>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:1:18
  |
1 | …  <U+0014><U+001F>.<U+0003><EA><95><U+000E>2̩<U+0018><DE>X<9D><CC><D1><F1><A3> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000E is not allowed
 --> certs/weak.der:1:21
  |
1 | …  .<U+0003><EA><95><U+000E>2̩<U+0018><DE>X<9D><CC><D1><F1><A3><DE>+v0<U+000D>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0018 is not allowed
 --> certs/weak.der:1:25
  |
1 | …  <EA><95><U+000E>2̩<U+0018><DE>X<9D><CC><D1><F1><A3><DE>+v0<U+000D><U+0006> * …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000D is not allowed
 --> certs/weak.der:1:37
  |
1 | …<D1><F1><A3><DE>+v0<U+000D><U+0006> *<86>H<86><F7><U+000D><U+0001><U+0001>    …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:1:38
  |
1 | …<A3><DE>+v0<U+000D><U+0006> *<86>H<86><F7><U+000D><U+0001><U+0001><U+000B>    …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000D is not allowed
 --> certs/weak.der:1:45
  |
1 | …     *<86>H<86><F7><U+000D><U+0001><U+0001><U+000B><U+0005><U+0000>0)1<U+0010>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:1:46
  |
1 | …  H<86><F7><U+000D><U+0001><U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:1:47
  |
1 | …   <U+000D><U+0001><U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000B is not allowed
 --> certs/weak.der:1:48
  |
1 | …   <U+0001><U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> certs/weak.der:1:49
  |
1 | …   <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:1:50
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                            ^^^^^^^^

error[E0004]: the hidden character U+0010 is not allowed
 --> certs/weak.der:1:54
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+000E is not allowed
 --> certs/weak.der:1:56
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                                                ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:1:57
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                                                        ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:1:58
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                                                                ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> certs/weak.der:1:60
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                                                                         ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:2:1
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  | ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> certs/weak.der:2:2
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0015 is not allowed
 --> certs/weak.der:2:11
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |                         ^^^^^^^^

error[E0004]: the hidden character U+0013 is not allowed
 --> certs/weak.der:2:13
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:2:14
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:2:15
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |                                                  ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> certs/weak.der:2:17
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |                                                           ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:2:18
  |
2 | <U+000C><U+0007>Example1<U+0015>0<U+0013><U+0006><U+0003>U<U+0004><U+0003>     …
  |                                                                   ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:2:19
  |
2 | …  U<U+0004><U+0003><U+000C><U+000C>Example Root0 <U+0017><U+000D>900101000000Z…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:2:20
  |
2 | …   <U+0003><U+000C><U+000C>Example Root0 <U+0017><U+000D>900101000000Z<U+0018>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0017 is not allowed
 --> certs/weak.der:2:35
  |
2 | …     Example Root0 <U+0017><U+000D>900101000000Z<U+0018><U+000F>20900101000000…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000D is not allowed
 --> certs/weak.der:2:36
  |
2 | …mple Root0 <U+0017><U+000D>900101000000Z<U+0018><U+000F>20900101000000Z0      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0018 is not allowed
 --> certs/weak.der:2:50
  |
2 | …<U+0017><U+000D>900101000000Z<U+0018><U+000F>20900101000000Z0<U+000E>1<U+000C>0
  |                               ^^^^^^^^

error[E0004]: the hidden character U+000F is not allowed
 --> certs/weak.der:2:51
  |
2 | …<U+0017><U+000D>900101000000Z<U+0018><U+000F>20900101000000Z0<U+000E>1<U+000C>0
  |                                       ^^^^^^^^

error[E0004]: the hidden character U+000E is not allowed
 --> certs/weak.der:2:68
  |
2 | …<U+0017><U+000D>900101000000Z<U+0018><U+000F>20900101000000Z0<U+000E>1<U+000C>0
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:2:70
  |
2 | …<U+0017><U+000D>900101000000Z<U+0018><U+000F>20900101000000Z0<U+000E>1<U+000C>0
  |                                                                        ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:3:1
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  | ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:3:2
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> certs/weak.der:3:4
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |                  ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:3:5
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |                          ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:3:6
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:3:7
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+000D is not allowed
 --> certs/weak.der:3:15
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |                                                               ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:3:16
  |
3 | <U+0006><U+0003>U<U+0004><U+0003><U+000C><U+0003>PC10<81><9F>0<U+000D><U+0006> …
  |                                                                       ^^^^^^^^

error[E0004]: the hidden character U+000D is not allowed
 --> certs/weak.der:3:23
  |
3 | …     *<86>H<86><F7><U+000D><U+0001><U+0001><U+0001><U+0005><U+0000><U+0003>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:3:24
  |
3 | …  H<86><F7><U+000D><U+0001><U+0001><U+0001><U+0005><U+0000><U+0003><81><8D>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:3:25
  |
3 | …   <U+000D><U+0001><U+0001><U+0001><U+0005><U+0000><U+0003><81><8D><U+0000>0  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:3:26
  |
3 | …   <U+0001><U+0001><U+0001><U+0005><U+0000><U+0003><81><8D><U+0000>0<81><89>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> certs/weak.der:3:27
  |
3 | …   <U+0001><U+0001><U+0005><U+0000><U+0003><81><8D><U+0000>0<81><89><U+0002>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:3:28
  |
3 | …   <U+0001><U+0005><U+0000><U+0003><81><8D><U+0000>0<81><89><U+0002><81><81>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:3:29
  |
3 | …   <U+0005><U+0000><U+0003><81><8D><U+0000>0<81><89><U+0002><81><81><U+0000>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:3:32
  |
3 | …   <U+0003><81><8D><U+0000>0<81><89><U+0002><81><81><U+0000><CB>D<C8><U+000D> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:3:36
  |
3 | …  <U+0000>0<81><89><U+0002><81><81><U+0000><CB>D<C8><U+000D><B6><E4><9C>      …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:3:39
  |
3 | …   <U+0002><81><81><U+0000><CB>D<C8><U+000D><B6><E4><9C><U+0004><8A>|<D8><D4>Ϫ…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000D is not allowed
 --> certs/weak.der:3:43
  |
3 | …  <U+0000><CB>D<C8><U+000D><B6><E4><9C><U+0004><8A>|<D8><D4>Ϫ<DE>L<U+0018><F5>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> certs/weak.der:3:47
  |
3 | …       <B6><E4><9C><U+0004><8A>|<D8><D4>Ϫ<DE>L<U+0018><F5><E6><U+0016>$<F5>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0018 is not allowed
 --> certs/weak.der:3:56
  |
3 | …<8A>|<D8><D4>Ϫ<DE>L<U+0018><F5><E6><U+0016>$<F5><B8>Ĺ<A6>R∤If<8E><D1>n]<A8>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0016 is not allowed
 --> certs/weak.der:3:59
  |
3 | …  L<U+0018><F5><E6><U+0016>$<F5><B8>Ĺ<A6>R∤If<8E><D1>n]<A8><A1>./<88><D8>^"   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> certs/weak.der:3:86
  |
3 | …/<88><D8>^"<9B><BE><U+0005>#<FD>1<U+001C>|2f<A8><E7><82>ȳӧ<EB>L*<C8><U+000E>N …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+001C is not allowed
 --> certs/weak.der:3:90
  |
3 | … <BE><U+0005>#<FD>1<U+001C>|2f<A8><E7><82>ȳӧ<EB>L*<C8><U+000E>N<D2><D5>o<EF>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000E is not allowed
 --> certs/weak.der:3:105
  |
3 | …   <82>ȳӧ<EB>L*<C8><U+000E>N<D2><D5>o<EF><D1><EA><U+000E>?<AA><U+0000><U+0015>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000E is not allowed
 --> certs/weak.der:3:113
  |
3 | …  <D5>o<EF><D1><EA><U+000E>?<AA><U+0000><U+0015>YCn<80><D2><FF>h<A9><93>/<B1>p…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:3:116
  |
3 | …  <EA><U+000E>?<AA><U+0000><U+0015>YCn<80><D2><FF>h<A9><93>/<B1>p<U+001A>     …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0015 is not allowed
 --> certs/weak.der:3:117
  |
3 | …      ?<AA><U+0000><U+0015>YCn<80><D2><FF>h<A9><93>/<B1>p<U+001A><U+000C>d<AA>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+001A is not allowed
 --> certs/weak.der:3:130
  |
3 | …<FF>h<A9><93>/<B1>p<U+001A><U+000C>d<AA><U+0011><B9><CD><U+0001><E6><D9>OZ<D8>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:3:131
  |
3 | … <93>/<B1>p<U+001A><U+000C>d<AA><U+0011><B9><CD><U+0001><E6><D9>OZ<D8>!       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0011 is not allowed
 --> certs/weak.der:3:134
  |
3 | …      <U+000C>d<AA><U+0011><B9><CD><U+0001><E6><D9>OZ<D8>!<U+007F>R<80><E7>.  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:3:137
  |
3 | …   <U+0011><B9><CD><U+0001><E6><D9>OZ<D8>!<U+007F>R<80><E7>.<B3>',<F4><86><D3>…
  |                     ^^^^^^^^

error[E0004]: the hidden character U+007F is not allowed
 --> certs/weak.der:3:144
  |
3 | …    <E6><D9>OZ<D8>!<U+007F>R<80><E7>.<B3>',<F4><86><D3><EE>e<U+0007><B1>C<CD> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> certs/weak.der:3:157
  |
3 | …',<F4><86><D3><EE>e<U+0007><B1>C<CD><FB><F7>mf<A0>C<8F><U+0002><U+0003>       …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:3:168
  |
3 | …<FB><F7>mf<A0>C<8F><U+0002><U+0003><U+0001><U+0000><U+0001><A3>W0U0<U+0013>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:3:169
  |
3 | …mf<A0>C<8F><U+0002><U+0003><U+0001><U+0000><U+0001><A3>W0U0<U+0013><U+0006>   …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:3:170
  |
3 | …   <U+0002><U+0003><U+0001><U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:3:171
  |
3 | …   <U+0003><U+0001><U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>% …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:3:172
  |
3 | …   <U+0001><U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004> …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0013 is not allowed
 --> certs/weak.der:3:178
  |
3 | …    <U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004><U+000C>0
  |                              ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:3:179
  |
3 | …    <U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004><U+000C>0
  |                                      ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:3:180
  |
3 | …    <U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004><U+000C>0
  |                                              ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> certs/weak.der:3:182
  |
3 | …    <U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004><U+000C>0
  |                                                       ^^^^^^^^

error[E0004]: the hidden character U+0004 is not allowed
 --> certs/weak.der:3:184
  |
3 | …    <U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004><U+000C>0
  |                                                                ^^^^^^^^

error[E0004]: the hidden character U+000C is not allowed
 --> certs/weak.der:3:185
  |
3 | …    <U+0000><U+0001><A3>W0U0<U+0013><U+0006><U+0003>U<U+001D>%<U+0004><U+000C>0
  |                                                                        ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:4:1
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  | ^^^^^^^^

error[E0004]: the hidden character U+0008 is not allowed
 --> certs/weak.der:4:2
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |         ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:4:4
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                  ^^^^^^^^

error[E0004]: the hidden character U+0001 is not allowed
 --> certs/weak.der:4:5
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                          ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> certs/weak.der:4:6
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                                  ^^^^^^^^

error[E0004]: the hidden character U+0005 is not allowed
 --> certs/weak.der:4:7
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                                          ^^^^^^^^

error[E0004]: the hidden character U+0007 is not allowed
 --> certs/weak.der:4:8
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                                                  ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:4:9
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                                                          ^^^^^^^^

error[E0004]: the hidden character U+0002 is not allowed
 --> certs/weak.der:4:10
  |
4 | <U+0006><U+0008>+<U+0006><U+0001><U+0005><U+0005><U+0007><U+0003><U+0002>0     …
  |                                                                  ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> certs/weak.der:4:12
  |
4 | …  <U+0003><U+0002>0<U+001D><U+0006><U+0003>U<U+001D><U+000E><U+0004><U+0016>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0006 is not allowed
 --> certs/weak.der:4:13
  |
4 | …  <U+0002>0<U+001D><U+0006><U+0003>U<U+001D><U+000E><U+0004><U+0016><U+0004>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+0003 is not allowed
 --> certs/weak.der:4:14
  |
4 | …  0<U+001D><U+0006><U+0003>U<U+001D><U+000E><U+0004><U+0016><U+0004><U+0014>. …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+001D is not allowed
 --> certs/weak.der:4:16
  |
4 | …  <U+0006><U+0003>U<U+001D><U+000E><U+0004><U+0016><U+0004><U+0014>.<U+0001>  …
  |                     ^^^^^^^^

error[E0004]: the hidden character U+000E is not allowed
 --> certs/weak.der:4:17
  |
4 | …  <U+0003>U<U+001D><U+000E><U+0004><U+0016><U+0004><U+0014>.<U+0001><U+001F>  …
  |                     ^^^^^^^^

100 errors
? 1
# With colours, if they are asked for.
$ assay check --color always mistakes/wrong-fact.assay | tr '\033' '^'
^[1;31merror[E0101]^[0m^[1m: there is no fact called `key.bit` here^[0m
 ^[1;34m--> ^[0mmistakes/wrong-fact.assay:5:11
  ^[1;34m|^[0m
^[1;34m5 |^[0m   require key.bit >= 2048 bits
  ^[1;34m|^[0m           ^[1;31m^^^^^^^^[0m
  ^[1;34m= ^[0m^[1mhelp^[0m: did you mean `key.bits`?
$ assay explain e0101
A name is looked for among the facts of the subject, then, with a dot, through references,
certificates and contexts (`site.version`), then among definitions and parameters.
`assay facts --list` shows what can be asked about a certificate.
$ assay explain E0205 E0415
A fact declared `optional` can be known not to exist. Before it is compared, the rule must have
made sure that it is there: by an earlier `when F is present`, by `F is present and ...`, or by
`F is absent or ...`. What holds where it is absent is then said, not guessed.

A table must cover every combination of its columns, so that no device can fall through it. The
message prints the row to add.
