# One mistake each (or two), as an author would make it: what is said, and is it enough to mend it?
$ assay check mistakes/characters.assay
error[E0224]: there is no class of characters called `digit`
 --> mistakes/characters.assay:5:26
  |
5 |   require serial made of digit, lowercase
  |                          ^^^^^
  = help: did you mean `digits`?

error[E0224]: there is no class of characters called `lowercase`
 --> mistakes/characters.assay:5:33
  |
5 |   require serial made of digit, lowercase
  |                                 ^^^^^^^^^
  = help: did you mean `lower-case`?

error[E0224]: there is no class of characters called `numbers`
 --> mistakes/characters.assay:6:26
  |
6 |   require serial made of numbers
  |                          ^^^^^^^
  = help: the classes are lower-case, upper-case, letters, digits, hyphen, dot, ascii, latin-1

error[E0224]: there is no class of characters called `0123456789abcdef`
 --> mistakes/characters.assay:7:26
  |
7 |   require serial made of "0123456789abcdef"
  |                          ^^^^^^^^^^^^^^^^^^
  = help: the classes are lower-case, upper-case, letters, digits, hyphen, dot, ascii, latin-1

warning[W0201]: the class `upper-case` adds nothing to those before it
 --> mistakes/characters.assay:8:43
  |
8 |   require serial made of letters, digits, upper-case
  |                                           ^^^^^^^^^^

error[E0205]: `common-name` may be absent here
  --> mistakes/characters.assay:11:11
   |
11 |   require common-name made of ascii
   |           ^^^^^^^^^^^
   = help: add `when common-name is present` before, or write `(common-name is absent or ...)`

error[E0214]: patterns are for texts; this is a number of bits
  --> mistakes/characters.assay:14:11
   |
14 |   require key.bits made of digits
   |           ^^^^^^^^

error[E0218]: two constants are compared
  --> mistakes/characters.assay:15:11
   |
15 |   require "abc" made of letters
   |           ^^^^^

error[E0214]: patterns are for texts; this is a set of text
  --> mistakes/characters.assay:19:11
   |
19 |   require dns-names matches "*.example.org"
   |           ^^^^^^^^^
   = help: ask of its texts one by one: `some x in dns-names has (... x ...)`, or `every`

error[E0215]: a pattern is a text; this is a set of text
  --> mistakes/characters.assay:20:36
   |
20 |   require subject-name starts with dns-names
   |                                    ^^^^^^^^^
   = help: ask of its texts one by one: `some x in dns-names has (... x ...)`, or `every`

error[E0215]: a pattern is a text; this is a number of bits
  --> mistakes/characters.assay:21:36
   |
21 |   require subject-name starts with key.bits
   |                                    ^^^^^^^^

error[E0205]: `common-name` may be absent here
  --> mistakes/characters.assay:22:34
   |
22 |   require subject-name ends with common-name
   |                                  ^^^^^^^^^^^
   = help: add `when common-name is present` before, or write `(common-name is absent or ...)`

error[E0218]: two constants are compared
  --> mistakes/characters.assay:23:11
   |
23 |   require "a" starts with "b"
   |           ^^^^^^^^^^^^^^^^^^^

error[E0225]: `serial` is hexadecimal in lower case, which this is not
  --> mistakes/characters.assay:26:21
   |
26 |   require serial != "0x00AB" and sha1 != "A9:99" and not sha256 starts with "g"
   |                     ^^^^^^^^
   = help: did you mean `"00ab"`?

error[E0225]: `sha1` is hexadecimal in lower case, which this is not
  --> mistakes/characters.assay:26:42
   |
26 |   require serial != "0x00AB" and sha1 != "A9:99" and not sha256 starts with "g"
   |                                          ^^^^^^^
   = help: did you mean `"a999"`?

error[E0225]: `sha256` is hexadecimal in lower case, which this is not
  --> mistakes/characters.assay:26:77
   |
26 |   require serial != "0x00AB" and sha1 != "A9:99" and not sha256 starts with "g"
   |                                                                             ^^^

15 errors, 1 warning
? 1
$ assay check mistakes/elements.assay
error[E0220]: `key-usage` is neither a list nor a set of text or oid
 --> mistakes/elements.assay:6:21
  |
6 |   require some u in key-usage has (u = cert-sign)
  |                     ^^^^^^^^^
  = help: it is a set of words: ask for each word by itself, such as `key-usage includes digital-signature`

error[E0220]: `serial` is neither a list nor a set of text or oid
 --> mistakes/elements.assay:9:25
  |
9 |   require some digit in serial has (digit = "0")
  |                         ^^^^^^
  = help: it is a text; ask about it without `some digit in`

error[E0205]: `dns-names` may be absent here
  --> mistakes/elements.assay:12:24
   |
12 |   require some name in dns-names has (name starts with "www.")
   |                        ^^^^^^^^^
   = help: add `when dns-names is present` before, or write `(dns-names is absent or ...)`

error[E0217]: this is not a condition
  --> mistakes/elements.assay:16:39
   |
16 |   require some name in dns-names has (name)
   |                                       ^^^^
   = help: it is a text; compare it with something

error[E0221]: `name` is a text, which has no facts
  --> mistakes/elements.assay:17:39
   |
17 |   require some name in dns-names has (name.value = "www")
   |                                       ^^^^^^^^^^
   = help: write `name` alone

error[E0101]: there is no fact called `nome` here
  --> mistakes/elements.assay:18:39
   |
18 |   require some name in dns-names has (nome = "www")
   |                                       ^^^^
   = help: did you mean `name`?

error[E0212]: a text has no order
  --> mistakes/elements.assay:19:39
   |
19 |   require some name in dns-names has (name > "www")
   |                                       ^^^^^^^^^^^^

error[E0103]: the name `serial` is taken
  --> mistakes/elements.assay:20:16
   |
20 |   require some serial in dns-names has (serial = "www")
   |                ^^^^^^
   = help: call it something else, such as `one-serial`

error[E0302]: quantifiers are nested more than two deep
  --> mistakes/elements.assay:21:65
   |
21 | …me in dns-names has (some a in dns-names has (some b in dns-names has (a = b)))
   |                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

error[E0223]: there is no object identifier called `server-aut`
  --> mistakes/elements.assay:25:49
   |
25 |   require some p in extended-key-usage has (p = server-aut)
   |                                                 ^^^^^^^^^^
   = help: did you mean `server-auth`?

error[E0201]: this is not an object identifier
  --> mistakes/elements.assay:26:49
   |
26 |   require some p in extended-key-usage has (p = "1.3.6.1.5.5.7.3.1")
   |                                                 ^^^^^^^^^^^^^^^^^^^
   = help: write `1.3.6.1.5.5.7.3.1`, without quotes

error[E0103]: the name `client-auth` is taken
  --> mistakes/elements.assay:27:16
   |
27 |   require some client-auth in extended-key-usage has (client-auth = server-auth)
   |                ^^^^^^^^^^^
   = help: call it something else, such as `one-client-auth`

12 errors
? 1
$ assay check --include . mistakes/places.assay
error[E0609]: there is no entity called `certificate` here
 --> mistakes/places.assay:5:23
  |
5 | rule a.certificate on certificate "With a model"
  |                       ^^^^^^^^^^^
  = help: with a model, a rule is about a certificate in its place, such as `device.client-auth`

error[E0609]: there is no entity called `visits` here
 --> mistakes/places.assay:7:17
  |
7 | rule a.visit on visits "A slip"
  |                 ^^^^^^
  = help: did you mean `visit`?

error[E0610]: `till.kind` is no certificate of that entity
 --> mistakes/places.assay:9:16
  |
9 | rule a.till on till.kind "No certificate"
  |                ^^^^^^^^^

error[E0209]: this can't be compared
  --> mistakes/places.assay:12:11
   |
12 |   require "cash" in paid
   |           ^^^^^^
   = help: write `paid includes ...`

error[E0403]: this cell is empty
  --> mistakes/places.assay:18:11
   |
18 |   | yes  |         |
   |           ^

5 errors
? 1
$ assay check --include . mistakes/test-names.assay
error[E0705]: there is no profile called `carefull`
 --> mistakes/test-names.assay:5:17
  |
5 |   given profile carefull
  |                 ^^^^^^^^
  = help: did you mean `careful`?

error[E0713]: this is not what the test can be given: there is no entity called `visits`
 --> mistakes/test-names.assay:6:9
  |
6 |   given visits { age: 12 }
  |         ^^^^^^
  = help: did you mean `visit`?

error[E0713]: this is not what the test can be given: `visit` has no fact called `ages`
 --> mistakes/test-names.assay:7:17
  |
7 |   given visit { ages: 12, till: T1 }
  |                 ^^^^
  = help: did you mean `age`?

error[E0713]: this is not what the test can be given: `till` has no fact called `knid`
 --> mistakes/test-names.assay:8:19
  |
8 |   given till T1 { knid: self-service, cert: certificate { key.bit: 2048 } }
  |                   ^^^^
  = help: did you mean `kind`?

error[E0713]: this is not what the test can be given: `certificate` has no fact called `key.bit`
 --> mistakes/test-names.assay:8:59
  |
8 |   given till T1 { knid: self-service, cert: certificate { key.bit: 2048 } }
  |                                                           ^^^^^^^
  = help: did you mean `key.bits`?

error[E0704]: there is no rule called `visit.adults`
 --> mistakes/test-names.assay:9:10
  |
9 |   expect visit.adults fail
  |          ^^^^^^^^^^^^
  = help: did you mean `visit.adult`?

error[E0714]: `failed` is no result
  --> mistakes/test-names.assay:10:22
   |
10 |   expect visit.adult failed
   |                      ^^^^^^
   = help: did you mean `fail`?

7 errors
? 1
$ assay check mistakes/empty.assay
error[E0709]: the file has no `policy` and no `model` line
 --> mistakes/empty.assay:1:1
  |
1 |
  | ^
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
   = help: did you mean `staffed`?
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

error[E0201]: this is not a number
 --> mistakes/many.assay:7:28
  |
7 | parameter adult: integer = eighteen "Age"
  |                            ^^^^^^^^
  = help: `adult` is a number: Age

error[E0609]: there is no entity called `visitor` here
 --> mistakes/many.assay:9:21
  |
9 | rule visit.adult on visitor "Only adults use self service"
  |                     ^^^^^^^
  = help: did you mean `visit`?

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

error[E0001]: expected a clause such as `when` or `require`, not `requires`
  --> mistakes/many.assay:18:3
   |
18 |   requires paid includes card
   |   ^^^^^^^^
   = help: did you mean `require`?

error[E0202]: `cheque` is not one of its words
  --> mistakes/many.assay:21:25
   |
21 |   require paid excludes cheque
   |                         ^^^^^^
   = help: its words are `cash`, `card`

error[E0206]: `paid` can't be counted: it is a set of words
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

10 errors
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
92 errors, 1 warning
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
error[E0004]: the hidden character U+0000 is not allowed
 --> certs/weak.der:1:50
  |
1 | …  <U+0001><U+000B><U+0005><U+0000>0)1<U+0010>0<U+000E><U+0006><U+0003>U<U+0004>
  |                            ^^^^^^^^
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
A name is looked for among the facts of the subject, then, with a dot, through
references, certificates and contexts (`site.version`), then among definitions
and parameters. `assay facts --list` prints the facts of certificates; a model's
facts stand in its file.

    require key.size >= 2048 bits

    require key.bits >= 2048 bits
$ assay explain E0205 E0415
E0205:
A fact declared `optional` can be known not to exist. Before it is compared,
the rule must have made sure that it is there: by an earlier `when F is present`,
by `F is present and ...`, or by `F is absent or ...`. What holds where it is
absent is then said, not guessed.

    require path-length = 0

Say what is to hold for a certificate without a path length.

    require path-length is present and path-length = 0
    require path-length is absent or path-length <= 3

E0415:
A table must cover every combination of its columns, so that no device can fall
through it. The message prints the row to add.

    allow location by domain-joined
    | Domain joined | Location |
    |---------------|----------|
    | no            | Internet |

    allow location by domain-joined
    | Domain joined | Location |
    |---------------|----------|
    | no            | Internet |
    | yes           | any      |
$ assay check -I . mistakes/mapping.assay
error[E0201]: this is not a bool, a one-of or a set of text
 --> mistakes/mapping.assay:6:18
  |
6 | parameter limit: integer            "Not a type for a parameter of a mapping"
  |                  ^^^^^^^

error[E0814]: `colums` is no form of input
 --> mistakes/mapping.assay:8:6
  |
8 | from colums
  |      ^^^^^^

error[E0805]: `;;` is no delimiter
 --> mistakes/mapping.assay:9:15
  |
9 |   delimiter:  ";;"
  |               ^^^^

error[E0805]: `ansi` is no encoding
  --> mistakes/mapping.assay:10:15
   |
10 |   encoding:   "ansi"
   |               ^^^^^^

error[E0804]: `delimeter` says nothing about the input
  --> mistakes/mapping.assay:11:3
   |
11 |   delimeter:  ";"
   |   ^^^^^^^^^
   = help: did you mean `delimiter`?

error[E0803]: `requird` does not fit a column of this type
  --> mistakes/mapping.assay:12:20
   |
12 |   Id:         text requird
   |                    ^^^^^^^
   = help: did you mean `required`?

error[E0802]: there is no type of column called `intger`
  --> mistakes/mapping.assay:13:15
   |
13 |   Age:        intger
   |               ^^^^^^
   = help: did you mean `integer`?

error[E0816]: `date` needs the order of its parts: `date day-month-year`, `month-day-year` or `year-month-day`
  --> mistakes/mapping.assay:14:15
   |
14 |   Day:        date
   |               ^^^^

error[E0816]: `bits` needs a number: `bits 1024`
  --> mistakes/mapping.assay:15:15
   |
15 |   Flags:      bits
   |               ^^^^

error[E0816]: `split` needs what stands between the parts: `split at ";"`
  --> mistakes/mapping.assay:16:15
   |
16 |   Goods:      split optional
   |               ^^^^^

error[E0511]: the name `Id` is already taken
  --> mistakes/mapping.assay:17:3
   |
17 |   Id:         text
   |   ^^

error[E0808]: nothing says where the key `name` of `till` comes from
  --> mistakes/mapping.assay:22:4
   |
22 | to till
   |    ^^^^

error[E0101]: there is no fact called `nmae` here
  --> mistakes/mapping.assay:24:3
   |
24 |   nmae:  Name
   |   ^^^^
   = help: did you mean `name`?

error[E0609]: there is no entity called `visits` here
  --> mistakes/mapping.assay:26:4
   |
26 | to visits
   |    ^^^^^^
   = help: did you mean `visit`?

error[E0801]: there is no column called `Ident` in this mapping
  --> mistakes/mapping.assay:30:10
   |
30 |   id:    Ident or Id
   |          ^^^^^

error[E0806]: `age` is a number; the column `Name` holds text
  --> mistakes/mapping.assay:31:10
   |
31 |   age:   Name
   |          ^^^^

error[E0806]: `age` is a number; the column `Id` holds text
  --> mistakes/mapping.assay:32:10
   |
32 |   age:   Id
   |          ^^

error[E0812]: `paid` is a set of words; a table can't give that
  --> mistakes/mapping.assay:34:5
   |
34 |     | Name | paid |
   |     ^^^^^^^^^^^^^^^

error[E0810]: `WORKGROUP` can't stand in the column `Name`: it holds text
  --> mistakes/mapping.assay:44:7
   |
44 |     | WORKGROUP, "x"   | any      | yes  | yes            |
   |       ^^^^^^^^^

error[E0415]: the table says nothing about this combination
  --> mistakes/mapping.assay:50:5
   |
50 |     | Name             | Till          | Fast | fast |
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: add a row for | "x*" | "T*" | no | ... |

error[E0416]: two rows of the table cover the same combination
  --> mistakes/mapping.assay:54:5
   |
54 |     | "x*"             | any           | yes  | no   |
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: both cover | "x*" | "T*" | yes | ... |
note: this row covers it too
  --> mistakes/mapping.assay:52:5
   |
52 |     | "x*", in zones   | "T*"          | yes  | yes  |
   |     --------------------------------------------------

21 errors
? 1
$ assay check -I . mistakes/mapping-rule.assay
error[E0813]: this has no place in this file
 --> mistakes/mapping-rule.assay:5:1
  |
5 | rule visit.adult on visit "Only adults"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
? 1
