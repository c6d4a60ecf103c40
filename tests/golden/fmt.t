# The canonical form, to standard output or in place.
$ cat untidy.assay
language 1
policy   untidy 1.0.0    "Written in a hurry"
\# Why this rule is here.
rule key.length on certificate   "Keys are long"
 when key.algorithm=rsa
    require key.bits>=2048 bits   # the least
  fix "Issue it again."
severity high

rule key.usage on certificate "It may sign"
  require (key-usage is absent or (key-usage includes digital-signature))
$ assay fmt --stdout untidy.assay
language 1
policy untidy 1.0.0 "Written in a hurry"

\# Why this rule is here.
rule key.length on certificate "Keys are long"
  when     key.algorithm = rsa
  require  key.bits >= 2048 bits  # the least
  fix      "Issue it again."
  severity high

rule key.usage on certificate "It may sign"
  require  key-usage is absent or key-usage includes digital-signature
$ assay fmt - < untidy.assay > once.assay && assay fmt - < once.assay | cmp - once.assay
$ assay fmt --check untidy.assay cert-rules.assay
untidy.assay
? 1
$ assay fmt --check - < untidy.assay
-
? 1
$ chmod 640 untidy.assay && ln -s untidy.assay link.assay
$ assay fmt link.assay
$ ls -l link.assay untidy.assay | sed 's/^\(..........\).* \([^ ]*\.assay.*\)/\1 \2/; s/.* link/link/'
lrwxrwxrwx untidy.assay
-rw-r----- untidy.assay
$ assay fmt --check untidy.assay
# Formatting again changes nothing, so nothing is written.
$ ls -i untidy.assay > before && assay fmt untidy.assay && ls -i untidy.assay | cmp - before
# A text with mistakes of syntax stays as it is.
$ cp mistakes/open-text.assay open.assay
$ assay fmt open.assay
error[E0003]: this text is not closed on its line
 --> open.assay:4:32
  |
4 | rule key.length on certificate "Keys are long
  |                                ^^^^^^^^^^^^^^
? 1
$ cmp open.assay mistakes/open-text.assay
$ assay fmt missing.assay
assay: missing.assay: No such file or directory
? 3
$ mkdir folder && cp untidy.assay folder/a.assay && cp mistakes/no-guard.assay folder/b.assay
$ assay fmt folder
