# Written by build-aux/list-sources; change files, then run `make sources`.
fuzz_targets = \
  tests/fuzz/fuzz_archive \
  tests/fuzz/fuzz_certificate \
  tests/fuzz/fuzz_csv \
  tests/fuzz/fuzz_facts \
  tests/fuzz/fuzz_image \
  tests/fuzz/fuzz_mapping \
  tests/fuzz/fuzz_pkcs12 \
  tests/fuzz/fuzz_policy \
  tests/fuzz/fuzz_request \
  tests/fuzz/fuzz_signed_data
tests_fuzz_fuzz_archive_SOURCES = tests/fuzz/fuzz_archive.c $(fuzz_helpers)
tests_fuzz_fuzz_certificate_SOURCES = tests/fuzz/fuzz_certificate.c $(fuzz_helpers)
tests_fuzz_fuzz_csv_SOURCES = tests/fuzz/fuzz_csv.c $(fuzz_helpers)
tests_fuzz_fuzz_facts_SOURCES = tests/fuzz/fuzz_facts.c $(fuzz_helpers)
tests_fuzz_fuzz_image_SOURCES = tests/fuzz/fuzz_image.c $(fuzz_helpers)
tests_fuzz_fuzz_mapping_SOURCES = tests/fuzz/fuzz_mapping.c $(fuzz_helpers)
tests_fuzz_fuzz_pkcs12_SOURCES = tests/fuzz/fuzz_pkcs12.c $(fuzz_helpers)
tests_fuzz_fuzz_policy_SOURCES = tests/fuzz/fuzz_policy.c $(fuzz_helpers)
tests_fuzz_fuzz_request_SOURCES = tests/fuzz/fuzz_request.c $(fuzz_helpers)
tests_fuzz_fuzz_signed_data_SOURCES = tests/fuzz/fuzz_signed_data.c $(fuzz_helpers)
