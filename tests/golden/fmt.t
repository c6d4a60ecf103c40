# The canonical form, to standard output or in place.
$ cat untidy.assay
$ assay fmt --stdout untidy.assay
$ assay fmt - < untidy.assay | assay fmt - | cmp - untidy.assay
$ assay fmt --check untidy.assay cert-rules.assay
$ assay fmt --check - < untidy.assay
$ chmod 640 untidy.assay && ln -s untidy.assay link.assay
$ assay fmt link.assay
$ ls -l link.assay untidy.assay | sed 's/^\(..........\).* \([^ ]*\.assay.*\)/\1 \2/; s/.* link/link/'
$ assay fmt --check untidy.assay
# Formatting again changes nothing, so nothing is written.
$ cp -p untidy.assay before.assay && chmod 400 untidy.assay && assay fmt untidy.assay && cmp untidy.assay before.assay
# A text with mistakes of syntax stays as it is.
$ cp mistakes/open-text.assay open.assay
$ assay fmt open.assay
$ cmp open.assay mistakes/open-text.assay
$ assay fmt missing.assay
$ mkdir folder && cp untidy.assay folder/a.assay && cp mistakes/no-guard.assay folder/b.assay
$ assay fmt folder
