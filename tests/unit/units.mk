# Written by build-aux/list-sources; change files, then run `make sources`.
unit_tests = \
  tests/unit/test_arena \
  tests/unit/test_buffer \
  tests/unit/test_calendar \
  tests/unit/test_cert \
  tests/unit/test_cert_access \
  tests/unit/test_cert_agreement \
  tests/unit/test_cert_damage \
  tests/unit/test_cert_ext \
  tests/unit/test_cert_key \
  tests/unit/test_cert_name \
  tests/unit/test_cert_policies \
  tests/unit/test_cert_request \
  tests/unit/test_cert_second \
  tests/unit/test_cert_self \
  tests/unit/test_cert_subject \
  tests/unit/test_cert_time \
  tests/unit/test_cert_write \
  tests/unit/test_characters \
  tests/unit/test_container \
  tests/unit/test_csv_reader \
  tests/unit/test_der \
  tests/unit/test_diag \
  tests/unit/test_disasm \
  tests/unit/test_fingerprint \
  tests/unit/test_format \
  tests/unit/test_forms \
  tests/unit/test_guard \
  tests/unit/test_history \
  tests/unit/test_image \
  tests/unit/test_image_order \
  tests/unit/test_inventory \
  tests/unit/test_inventory_texts \
  tests/unit/test_json \
  tests/unit/test_json_place \
  tests/unit/test_json_reader \
  tests/unit/test_lines \
  tests/unit/test_machine \
  tests/unit/test_map \
  tests/unit/test_mapped \
  tests/unit/test_number \
  tests/unit/test_parse \
  tests/unit/test_pkcs12 \
  tests/unit/test_probe \
  tests/unit/test_quote \
  tests/unit/test_render \
  tests/unit/test_residual \
  tests/unit/test_space \
  tests/unit/test_space_limits \
  tests/unit/test_suggest \
  tests/unit/test_tally \
  tests/unit/test_text \
  tests/unit/test_threads \
  tests/unit/test_uses \
  tests/unit/test_utf8 \
  tests/unit/test_value_text \
  tests/unit/test_verify \
  tests/unit/test_verify_code \
  tests/unit/test_walk \
  tests/unit/test_what_if \
  tests/unit/test_witness \
  tests/unit/test_write
unit_helpers = \
  tests/unit/certcheck.c \
  tests/unit/certcheck.h \
  tests/unit/certgen.c \
  tests/unit/certgen.h \
  tests/unit/mapping_trial.c \
  tests/unit/mapping_trial.h \
  tests/unit/opinion.c \
  tests/unit/opinion.h \
  tests/unit/opinion_extension.c \
  tests/unit/opinion_name.c \
  tests/unit/reading.c \
  tests/unit/reading.h \
  tests/unit/run_program.c \
  tests/unit/run_program.h \
  tests/unit/sample_program.c \
  tests/unit/sample_program.h \
  tests/unit/shop_input.c \
  tests/unit/shop_input.h \
  tests/unit/shop_model.c \
  tests/unit/shop_model.h \
  tests/unit/verify_trial.c \
  tests/unit/verify_trial.h
tests_unit_test_arena_SOURCES = tests/unit/test_arena.c $(unit_helpers)
tests_unit_test_buffer_SOURCES = tests/unit/test_buffer.c $(unit_helpers)
tests_unit_test_calendar_SOURCES = tests/unit/test_calendar.c $(unit_helpers)
tests_unit_test_cert_SOURCES = tests/unit/test_cert.c $(unit_helpers)
tests_unit_test_cert_access_SOURCES = tests/unit/test_cert_access.c $(unit_helpers)
tests_unit_test_cert_agreement_SOURCES = tests/unit/test_cert_agreement.c $(unit_helpers)
tests_unit_test_cert_damage_SOURCES = tests/unit/test_cert_damage.c $(unit_helpers)
tests_unit_test_cert_ext_SOURCES = tests/unit/test_cert_ext.c $(unit_helpers)
tests_unit_test_cert_key_SOURCES = tests/unit/test_cert_key.c $(unit_helpers)
tests_unit_test_cert_name_SOURCES = tests/unit/test_cert_name.c $(unit_helpers)
tests_unit_test_cert_policies_SOURCES = tests/unit/test_cert_policies.c $(unit_helpers)
tests_unit_test_cert_request_SOURCES = tests/unit/test_cert_request.c $(unit_helpers)
tests_unit_test_cert_second_SOURCES = tests/unit/test_cert_second.c $(unit_helpers)
tests_unit_test_cert_self_SOURCES = tests/unit/test_cert_self.c $(unit_helpers)
tests_unit_test_cert_subject_SOURCES = tests/unit/test_cert_subject.c $(unit_helpers)
tests_unit_test_cert_time_SOURCES = tests/unit/test_cert_time.c $(unit_helpers)
tests_unit_test_cert_write_SOURCES = tests/unit/test_cert_write.c $(unit_helpers)
tests_unit_test_characters_SOURCES = tests/unit/test_characters.c $(unit_helpers)
tests_unit_test_container_SOURCES = tests/unit/test_container.c $(unit_helpers)
tests_unit_test_csv_reader_SOURCES = tests/unit/test_csv_reader.c $(unit_helpers)
tests_unit_test_der_SOURCES = tests/unit/test_der.c $(unit_helpers)
tests_unit_test_diag_SOURCES = tests/unit/test_diag.c $(unit_helpers)
tests_unit_test_disasm_SOURCES = tests/unit/test_disasm.c $(unit_helpers)
tests_unit_test_fingerprint_SOURCES = tests/unit/test_fingerprint.c $(unit_helpers)
tests_unit_test_format_SOURCES = tests/unit/test_format.c $(unit_helpers)
tests_unit_test_forms_SOURCES = tests/unit/test_forms.c $(unit_helpers)
tests_unit_test_guard_SOURCES = tests/unit/test_guard.c $(unit_helpers)
tests_unit_test_history_SOURCES = tests/unit/test_history.c $(unit_helpers)
tests_unit_test_image_SOURCES = tests/unit/test_image.c $(unit_helpers)
tests_unit_test_image_order_SOURCES = tests/unit/test_image_order.c $(unit_helpers)
tests_unit_test_inventory_SOURCES = tests/unit/test_inventory.c $(unit_helpers)
tests_unit_test_inventory_texts_SOURCES = tests/unit/test_inventory_texts.c $(unit_helpers)
tests_unit_test_json_SOURCES = tests/unit/test_json.c $(unit_helpers)
tests_unit_test_json_place_SOURCES = tests/unit/test_json_place.c $(unit_helpers)
tests_unit_test_json_reader_SOURCES = tests/unit/test_json_reader.c $(unit_helpers)
tests_unit_test_lines_SOURCES = tests/unit/test_lines.c $(unit_helpers)
tests_unit_test_machine_SOURCES = tests/unit/test_machine.c $(unit_helpers)
tests_unit_test_map_SOURCES = tests/unit/test_map.c $(unit_helpers)
tests_unit_test_mapped_SOURCES = tests/unit/test_mapped.c $(unit_helpers)
tests_unit_test_number_SOURCES = tests/unit/test_number.c $(unit_helpers)
tests_unit_test_parse_SOURCES = tests/unit/test_parse.c $(unit_helpers)
tests_unit_test_pkcs12_SOURCES = tests/unit/test_pkcs12.c $(unit_helpers)
tests_unit_test_probe_SOURCES = tests/unit/test_probe.c $(unit_helpers)
tests_unit_test_quote_SOURCES = tests/unit/test_quote.c $(unit_helpers)
tests_unit_test_render_SOURCES = tests/unit/test_render.c $(unit_helpers)
tests_unit_test_residual_SOURCES = tests/unit/test_residual.c $(unit_helpers)
tests_unit_test_space_SOURCES = tests/unit/test_space.c $(unit_helpers)
tests_unit_test_space_limits_SOURCES = tests/unit/test_space_limits.c $(unit_helpers)
tests_unit_test_suggest_SOURCES = tests/unit/test_suggest.c $(unit_helpers)
tests_unit_test_tally_SOURCES = tests/unit/test_tally.c $(unit_helpers)
tests_unit_test_text_SOURCES = tests/unit/test_text.c $(unit_helpers)
tests_unit_test_threads_SOURCES = tests/unit/test_threads.c
tests_unit_test_threads_LDADD = libassay.la $(TEST_LIBS)
tests_unit_test_uses_SOURCES = tests/unit/test_uses.c $(unit_helpers)
tests_unit_test_utf8_SOURCES = tests/unit/test_utf8.c $(unit_helpers)
tests_unit_test_value_text_SOURCES = tests/unit/test_value_text.c $(unit_helpers)
tests_unit_test_verify_SOURCES = tests/unit/test_verify.c $(unit_helpers)
tests_unit_test_verify_code_SOURCES = tests/unit/test_verify_code.c $(unit_helpers)
tests_unit_test_walk_SOURCES = tests/unit/test_walk.c $(unit_helpers)
tests_unit_test_what_if_SOURCES = tests/unit/test_what_if.c $(unit_helpers)
tests_unit_test_witness_SOURCES = tests/unit/test_witness.c $(unit_helpers)
tests_unit_test_write_SOURCES = tests/unit/test_write.c $(unit_helpers)
