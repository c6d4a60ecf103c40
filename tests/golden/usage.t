# A call that makes no sense says what is wrong, how it is right, and where to read more.
$ assay
assay: a command is needed
`assay help` lists them
? 64
$ assay evl
assay: there is no command `evl`; did you mean `eval`?
`assay help` lists the commands
? 64
$ assay frobnicate
assay: there is no command `frobnicate`
`assay help` lists the commands
? 64
$ assay --verbose
assay: there is no option `--verbose` before a command
usage: assay COMMAND [OPTION]... [OPERAND]...
`assay help` lists the commands
? 64
$ assay eval
assay eval: a policy is needed
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval --fromat json shop-rules.assay shop.json
assay eval: there is no option `--fromat`; did you mean `--format`?
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval --frobnicate shop-rules.assay shop.json
assay eval: there is no option `--frobnicate`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval -Z shop-rules.assay shop.json
assay eval: there is no option `-Z`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --format
assay eval: `--format` needs an argument
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --format yaml
assay eval: --format is one of `text`, `json`, `ndjson`, `csv`, `sarif`, `junit`, `tap`, `github`, `xccdf`, `prometheus`, not `yaml`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --all=yes
assay eval: `--all` takes no argument
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --now tomorrow
assay eval: `tomorrow` is no date; write 2026-11-22 or 2026-11-22T10:30:00Z
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --now 2026-02-29
assay eval: `2026-02-29` is no date; write 2026-11-22 or 2026-11-22T10:30:00Z
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --set adult
assay eval: --set wants NAME=VALUE, not `adult`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --set adlut=21
error[E0703]: there is no parameter called `adlut`
  = help: did you mean `adult`?
? 3
$ assay eval shop-rules.assay shop.json --set adult=many
error[E0706]: `many` is no value of the parameter `adult`: it is a number
? 3
$ assay eval shop-rules.assay shop.json --profile carefull
error[E0705]: there is no profile called `carefull`
? 3
$ assay eval shop-rules.assay shop.json --rule visit.adlut
assay eval: the policy has no rule `visit.adlut`; did you mean `visit.adult`?
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --as till
assay eval: --as till: a place is an entity and one of its certificates, such as `gateway.server-auth`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval shop-rules.assay shop.json --as till.cart
assay eval: --as till.cart: a place is an entity and one of its certificates, such as `gateway.server-auth`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay build shop-rules.assay
assay build: -o is needed: where to write the image
usage: assay build POLICY -o FILE
`assay help build` says more
? 64
$ assay build -o out.assayc
assay build: one policy is needed
usage: assay build POLICY -o FILE
`assay help build` says more
? 64
$ assay check
assay check: a file or folder is needed
usage: assay check FILE|FOLDER...
`assay help check` says more
? 64
$ assay test
assay test: a file or folder is needed
usage: assay test FILE|FOLDER...
`assay help test` says more
? 64
$ assay fmt
assay fmt: a file is needed; `-` is standard input
usage: assay fmt FILE|FOLDER|-...
`assay help fmt` says more
? 64
$ assay facts
assay facts: a certificate is needed; `-` is standard input
usage: assay facts CERTIFICATE|tls://HOST:PORT|-...
`assay help facts` says more
? 64
$ assay facts --list shop.json
assay facts: --list takes no certificate
usage: assay facts CERTIFICATE|tls://HOST:PORT|-...
`assay help facts` says more
? 64
$ assay rules
assay rules: one policy is needed
usage: assay rules POLICY
`assay help rules` says more
? 64
$ assay disasm shop-rules.assay shop.assay
assay disasm: one policy is needed
usage: assay disasm POLICY
`assay help disasm` says more
? 64
$ assay explain
assay explain: the code of a message is needed
usage: assay explain CODE...
`assay help explain` says more
? 64
$ assay explain E9999
assay: there is no message with the code `E9999`
a code is a letter and four digits, such as E0001
? 64
$ assay help evl
assay: there is no command `evl`; did you mean `eval`?
`assay help` lists the commands
? 64
$ assay help eval check
assay help: one command is explained at a time
usage: assay help [COMMAND]
`assay help help` says more
? 64
$ assay completion fish
assay completion: the shell has to be `bash`
usage: assay completion bash
`assay help completion` says more
? 64
# The same tables, printed on purpose.
$ assay help
usage: assay COMMAND [OPTION]... [OPERAND]...

Commands:
  eval        evaluate a policy against facts and certificates
  why         explain findings: what decided, where it comes from, what would
              help
  ask         say which values a table would allow, and on which conditions
  needs       say which certificates are required, and by which rule
  check       find the mistakes in policies, models and tests
  test        run the tests of policies
  fmt         write policies in their canonical form
  build       compile a policy to an image
  rules       list the rules of a policy
  facts       print the facts of certificates and endpoints as JSON
  chain       print the chains of certificates, and write their CA certificates
              to files
  disasm      print the instructions of a compiled policy
  explain     explain the code of a message
  completion  print a completion script for a shell
  help        say how a command is used

`assay help COMMAND` says more about one of them; assay(1) says everything.
$ assay --help
usage: assay COMMAND [OPTION]... [OPERAND]...

Commands:
  eval        evaluate a policy against facts and certificates
  why         explain findings: what decided, where it comes from, what would
              help
  ask         say which values a table would allow, and on which conditions
  needs       say which certificates are required, and by which rule
  check       find the mistakes in policies, models and tests
  test        run the tests of policies
  fmt         write policies in their canonical form
  build       compile a policy to an image
  rules       list the rules of a policy
  facts       print the facts of certificates and endpoints as JSON
  chain       print the chains of certificates, and write their CA certificates
              to files
  disasm      print the instructions of a compiled policy
  explain     explain the code of a message
  completion  print a completion script for a shell
  help        say how a command is used

`assay help COMMAND` says more about one of them; assay(1) says everything.
$ assay help eval
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...

Evaluate a policy against facts and certificates.

Options:
      --now, --as-of DATE
                          evaluate as of this date, not as of today
      --profile NAME      set parameters as this profile says
      --set NAME=VALUE    set a parameter; may be repeated
  -I, --include FOLDER    search models and policies in this folder, too; may be
                          repeated
      --mapping NAME      read the files behind it by this mapping, up to the
                          next --mapping; auto: by the one whose titles they
                          have
      --mapping-set NAME=VALUE
                          set a parameter of the mappings, or their encoding,
                          delimiter or dates; may be repeated
      --complete          the records are the whole fleet: rules about all of it
                          can be decided
      --as PLACE          where the certificates given stand, such as
                          gateway.server-auth
      --password-file FILE
                          the first line of this file is a password to try on
                          files that need one; may be repeated
      --password-env NAME
                          so is the value of this variable of the environment
      --certificates PATH
                          certificates that facts name by their fingerprints: a
                          file, folder or archive; may be repeated
      --endpoints FILE    probe the endpoints in this file, too: one HOST:PORT a
                          line; may be repeated
      --timeout SECONDS   how long a connection to an endpoint may take, with
                          its handshake; 10 without it
      --roots FILE        certificates (PEM) where the chains that endpoints
                          send may end
      --format FORMAT     how to print: text (default), json, ndjson, csv,
                          sarif, junit, tap, github, xccdf, prometheus
      --all               show every finding; without it, ten of each rule that
                          fails, is in error or is unknown
      --results RESULT,...
                          show findings with these results only, such as
                          fail,error,unknown
      --rule ID           show this rule only, whatever its results; may be
                          repeated
      --threads N         judge large inputs of lines (NDJSON) by N threads;
                          without it, one for each processor
  -q, --quiet             print no findings; the exit status tells
      --color WHEN        use colours: auto (default), always, never
  -h, --help              print this help
$ COLUMNS=50 assay fmt --help
usage: assay fmt FILE|FOLDER|-...

Write policies in their canonical form.

Options:
      --check             write nothing, name the
                          files that differ from
                          their canonical form
      --stdout            print the text instead
                          of writing it
      --color WHEN        use colours: auto
                          (default), always, never
  -h, --help              print this help
$ assay --version | sed 's/[0-9.]*[0-9] /VERSION /'
assay VERSION (language 1, image format 1)
# A file named like an option stands behind `--`.
$ assay check -- --format
--format: error: No such file or directory
? 3
# Standard output that can't be written is told.
$ assay help > /dev/full
assay: standard output can't be written: No space left on device
? 3
$ assay eval shop-rules.assay shop.json --format json > /dev/full
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
assay: standard output can't be written: No space left on device
? 3
$ assay help >&-
assay: standard output can't be written: Bad file descriptor
? 3
$ assay eval shop-rules.assay shop.json --all | head -n 1
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
fail     visit.adult                                              required, high
