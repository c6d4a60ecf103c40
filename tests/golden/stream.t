# Inputs of lines are judged in pieces; what is printed does not depend on how many threads do it.
$ sh many-visits 4000 > many.json && wc -c < many.json | tr -d ' '
264136
$ assay eval shop-rules.assay shop-site.json many.json --threads 1 > one 2>&1; echo $?; tail -n 12 one
3
         see: manual, age

                   required
fail                    546
error                     7
pass                   4799
notapplicable          2640
notchecked             3996

3999 records, 17 warnings about the input
cannot be relied on: 4 inputs or records were refused; 1 required rule is in
error for 7 subjects; 2 required rules fail for 546 subjects
$ for n in 2 3 7; do assay eval shop-rules.assay shop-site.json many.json --threads $n 2>&1 | cmp - one && echo same; done
same
same
same
$ assay eval shop-rules.assay shop-site.json many.json --threads 1 --format ndjson > one.ndjson 2>&1; for n in 2 5; do assay eval shop-rules.assay shop-site.json many.json --threads $n --format ndjson 2>&1 | cmp - one.ndjson && echo same; done
same
same
$ cat many.json | assay eval shop-rules.assay shop-site.json - --threads 2 2>&1 | sed 's/standard input/many.json/; s/^-:/many.json:/' | cmp - one && echo same
same
# What can't be read, and what does not fit, is told as often as in one piece, with its line.
$ grep -e '^many.json' one
many.json:997:26: error: a text cut off at the end of its line; reading goes on at line 998
many.json:1994:27: error: a text cut off at the end of its line; reading goes on at line 1995
many.json:2991:27: error: a text cut off at the end of its line; reading goes on at line 2992
many.json:3988:27: error: a text cut off at the end of its line; reading goes on at line 3989
many.json:501:33: warning: visit.age: expected an integer, found text "old"
many.json:750:23: warning: visit: there is no fact of this name "shoes"; known: id, paid, till, age, fast
many.json:750:11: warning: visit: no usable `id` (missing); the record is called #750
many.json:1002:34: warning: visit.age: expected an integer, found text "old"
many.json:1500:11: warning: visit: no usable `id` (missing); the record is called #1500
many.json:1503:34: warning: visit.age: expected an integer, found text "old"
many.json:2004:34: warning: visit.age: expected an integer, found text "old"
many.json:2250:11: warning: visit: no usable `id` (missing); the record is called #2250
many.json:2505:34: warning: visit.age: expected an integer, found text "old"
many.json:3000:11: warning: visit: no usable `id` (missing); the record is called #3000
many.json:3750:11: warning: visit: no usable `id` (missing); the record is called #3750
many.json: warning: 4 more: names of facts that the model lacks
many.json: warning: 2 more: values of `age` of a visit that do not fit
# Only some results.
$ assay eval shop-rules.assay shop-site.json many.json --format ndjson --results fail,error 2>/dev/null | sed 's/.*"result": "\([a-z]*\)".*/\1/' | sort | uniq -c | sed 's/^ *//'
7 error
546 fail
$ assay eval shop-rules.assay shop-site.json many.json --results fail,maybe
assay eval: --results has no `maybe`; results are fail, error, unknown, waived, pass, exempt, notapplicable, notchecked, notselected
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop-site.json many.json --threads 0
assay eval: --threads is a number from 1 to 256, not `0`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
# A fleet's own rules see every piece.
$ sh many-visits 4000 | assay eval fleet-rules.assay --complete - 2>/dev/null | tail -n 14
         No child came
         require no visit where (age is present and age < 18)
                                                             fleet-rules.assay:6

         site
         fix: These were children: V1, V1000, V1001, V1003, V1004, V1006, V1007,
              V1040, V1042, V1043.

                   required
fail                      1

3997 records, 17 warnings about the input
cannot be relied on: 4 inputs or records were refused; 1 required rule fails for
1 subject
# A context behind the window comes too late; in the window it may stand anywhere.
$ sh many-visits 130000 > large.json && cat shop-site.json >> large.json && wc -c < large.json | tr -d ' '
8769525
$ assay eval -q shop-rules.assay large.json --threads 2 2>&1 | grep context
large.json:130002:10: error: site: a context comes too late here, and is not used; in a large input it stands among the first 8 MiB, or in an input of its own
large.json:130003:10: error: till: a context comes too late here, and is not used; in a large input it stands among the first 8 MiB, or in an input of its own
large.json:130004:10: error: till: a context comes too late here, and is not used; in a large input it stands among the first 8 MiB, or in an input of its own
# What is told of its start is not told again of the rest.
$ assay eval -q shop-rules.assay large.json --threads 2 2>&1 | grep -e shoes -e more:
large.json:750:23: warning: visit: there is no fact of this name "shoes"; known: id, paid, till, age, fast
large.json: error: 120 more: places that can't be read
large.json: warning: 171 more: names of facts that the model lacks
large.json: warning: 254 more: values of `age` of a visit that do not fit
large.json: warning: 162 more: records without a usable key
