# One mistake each (or two), as an author would make it: what is said, and is it enough to mend it?
$ assay check mistakes/empty.assay
$ assay check mistakes/hidden.assay
$ assay check mistakes/latin.assay
$ assay check mistakes/mixed.assay
$ assay check mistakes/no-guard.assay
$ assay check mistakes/no-language.assay
$ assay check mistakes/no-model.assay
$ assay check mistakes/no-requirement.assay
$ assay check mistakes/open-text.assay
$ assay check mistakes/parameter-type.assay
$ assay check mistakes/quoted.assay
$ assay check mistakes/table-hole.assay
$ assay check mistakes/table-word.assay
$ assay check mistakes/twice.assay
$ assay check mistakes/wrong-fact.assay
$ assay check mistakes/wrong-unit.assay
$ assay check mistakes/wrong-word.assay
# Many in one file, each said once, in order.
$ assay check mistakes/many.assay
# The same for a program; each message is an object of docs/schema/message.json.
$ assay check --format json mistakes/wrong-fact.assay mistakes/twice.assay
$ assay check --format json shop.assay
# A folder is searched; what several files share is said once.
$ assay check mistakes | tail -n 1
$ mkdir none
$ assay check none
# What is well prints nothing.
$ assay check shop.assay shop-rules.assay shop-tests.assay cert-rules.assay
# What can't be read is worse than a mistake.
$ assay check missing.assay mistakes/wrong-fact.assay
$ assay check certs/weak.der
# With colours, if they are asked for.
$ assay check --color always mistakes/wrong-fact.assay | tr '\033' '^'
$ assay explain e0101
$ assay explain E0205 E0415
