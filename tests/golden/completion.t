# The script is read from the tables of commands and options, and bash understands it.
$ assay completion bash | bash -n
$ assay completion bash > assay.bash
$ bash -c '. ./assay.bash; try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _assay; echo "${COMPREPLY[@]}"; }; try assay ex; try assay help di; try assay eval --for; try assay eval p --format ""; try assay eval p --format = nd; try assay check x --color a; try assay check x -'
explain
disasm
--format
text json ndjson csv sarif junit tap github xccdf prometheus
ndjson
auto always
--format --profile --set --include --color --help
