# Written by build-aux/list-sources; change files, then run `make sources`.
policy_files = \
  policies/cmg/cmg.assay \
  policies/cmg/tests.assay \
  policies/configuration-manager.assay \
  policies/examples/site.json \
  policies/roots-tests.assay \
  policies/roots.assay
man_pages = \
  docs/man/assay.1
