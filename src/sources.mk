# Written by build-aux/list-sources; change files, then run `make sources`.
include_sources = \
  src/include/assay-tools.h \
  src/include/assay.h
base_sources = \
  src/base/arena.c \
  src/base/arena.h \
  src/base/buffer.c \
  src/base/buffer.h \
  src/base/calendar.c \
  src/base/calendar.h \
  src/base/characters.c \
  src/base/characters.def \
  src/base/characters.h \
  src/base/charset.c \
  src/base/charset.h \
  src/base/guard.c \
  src/base/guard.h \
  src/base/hash.c \
  src/base/hash.h \
  src/base/json.c \
  src/base/json.h \
  src/base/map.c \
  src/base/map.h \
  src/base/match.c \
  src/base/match.h \
  src/base/number.c \
  src/base/number.h \
  src/base/text.c \
  src/base/text.h \
  src/base/utf8.c \
  src/base/utf8.h
diag_sources = \
  src/diag/diag.c \
  src/diag/diag.h \
  src/diag/messages.def \
  src/diag/messages_conditions.def \
  src/diag/messages_files.def \
  src/diag/messages_models.def \
  src/diag/messages_rules.def \
  src/diag/quote.c \
  src/diag/quote.h \
  src/diag/render.c \
  src/diag/render.h \
  src/diag/source.c \
  src/diag/source.h \
  src/diag/suggest.c \
  src/diag/suggest.h
model_sources = \
  src/model/certificate.c \
  src/model/certificate.def \
  src/model/certificate.h \
  src/model/entity.c \
  src/model/entity.h \
  src/model/oid.c \
  src/model/oid.h \
  src/model/oids.def \
  src/model/record.c \
  src/model/record.h \
  src/model/types.def \
  src/model/value.c \
  src/model/value.h \
  src/model/value_text.c \
  src/model/value_text.h
tree_sources = \
  src/tree/ast.c \
  src/tree/ast.h \
  src/tree/equal.c \
  src/tree/format.c \
  src/tree/format.h \
  src/tree/format_condition.c \
  src/tree/format_entity.c \
  src/tree/format_line.c \
  src/tree/format_part.h \
  src/tree/format_rows.c \
  src/tree/format_test.c
grammar_sources = \
  grammar/build.c \
  grammar/build.h \
  grammar/expected.c \
  grammar/expected.h \
  grammar/keywords.def \
  grammar/parse.c \
  grammar/parse.h \
  grammar/state.h \
  grammar/token.c \
  grammar/token.h
space_sources = \
  src/space/space.c \
  src/space/space.h
history_sources = \
  src/history/history.c \
  src/history/history.h \
  src/history/schema.c \
  src/history/schema.h
code_sources = \
  src/code/disasm.c \
  src/code/disasm.h \
  src/code/image.c \
  src/code/image.h \
  src/code/lister.h \
  src/code/lister_code.c \
  src/code/lister_diagram.c \
  src/code/lister_names.c \
  src/code/lister_values.c \
  src/code/ops.def \
  src/code/program.c \
  src/code/program.h \
  src/code/region.c \
  src/code/region.h \
  src/code/setters.c \
  src/code/setters.h \
  src/code/tables.def \
  src/code/trouble.c \
  src/code/trouble.h \
  src/code/uses.c \
  src/code/uses.h \
  src/code/verifier.h \
  src/code/verify.c \
  src/code/verify.h \
  src/code/verify_code.c \
  src/code/verify_columns.c \
  src/code/verify_diagram.c \
  src/code/verify_measure.c \
  src/code/verify_model.c \
  src/code/verify_operands.c \
  src/code/verify_rows.c \
  src/code/verify_stack.c \
  src/code/verify_steps.c \
  src/code/wording.c \
  src/code/wording.h
lang_sources = \
  src/lang/cells.c \
  src/lang/check.c \
  src/lang/check.h \
  src/lang/checked.h \
  src/lang/checker.h \
  src/lang/compare.c \
  src/lang/condition.c \
  src/lang/derive.c \
  src/lang/fleet.c \
  src/lang/models.c \
  src/lang/operand.c \
  src/lang/order.c \
  src/lang/order.h \
  src/lang/rules.c \
  src/lang/scope.c \
  src/lang/tables.c \
  src/lang/template.c \
  src/lang/texts.c \
  src/lang/trials.c
compile_sources = \
  src/compile/atoms.c \
  src/compile/atoms.h \
  src/compile/compile.c \
  src/compile/compile.h \
  src/compile/cut.h \
  src/compile/diagrams.c \
  src/compile/emitter.c \
  src/compile/emitter.h \
  src/compile/frames.c \
  src/compile/frames.h \
  src/compile/groups.c \
  src/compile/jobs.c \
  src/compile/lower.c \
  src/compile/lower.h \
  src/compile/numbering.c \
  src/compile/numbering.h \
  src/compile/prove.c \
  src/compile/prove.h \
  src/compile/regions.c \
  src/compile/regions.h \
  src/compile/rows.c \
  src/compile/steps.c \
  src/compile/variables.c \
  src/compile/variables.h
vm_sources = \
  src/vm/decide.c \
  src/vm/derive.c \
  src/vm/fetch.h \
  src/vm/loop.c \
  src/vm/machine.c \
  src/vm/machine.h \
  src/vm/ops.h \
  src/vm/residual.c \
  src/vm/stack.h \
  src/vm/tally.c \
  src/vm/vm.h \
  src/vm/walk.c \
  src/vm/what_if.c \
  src/vm/what_if.h \
  src/vm/witness.c \
  src/vm/witness.h
facts_sources = \
  src/facts/cert.c \
  src/facts/cert.h \
  src/facts/cert_attribute.c \
  src/facts/cert_attribute.h \
  src/facts/cert_ext.c \
  src/facts/cert_ext.h \
  src/facts/cert_general.c \
  src/facts/cert_general.h \
  src/facts/cert_key.c \
  src/facts/cert_name.c \
  src/facts/cert_name.h \
  src/facts/cert_part.h \
  src/facts/cert_policies.c \
  src/facts/cert_request.c \
  src/facts/cert_san.c \
  src/facts/cert_second.c \
  src/facts/cert_self.c \
  src/facts/cert_signature.c \
  src/facts/cert_string.c \
  src/facts/cert_string.h \
  src/facts/cert_subject.c \
  src/facts/cert_time.c \
  src/facts/cert_urls.c \
  src/facts/csv_reader.c \
  src/facts/csv_reader.h \
  src/facts/der.c \
  src/facts/der.h \
  src/facts/inventory.c \
  src/facts/inventory.h \
  src/facts/inventory_input.h \
  src/facts/inventory_link.c \
  src/facts/inventory_record.c \
  src/facts/inventory_state.h \
  src/facts/inventory_tell.c \
  src/facts/inventory_value.c \
  src/facts/json_escape.c \
  src/facts/json_escape.h \
  src/facts/json_explain.c \
  src/facts/json_place.c \
  src/facts/json_place.h \
  src/facts/json_reader.c \
  src/facts/json_reader.h \
  src/facts/names.c \
  src/facts/names.h \
  src/facts/provider.c \
  src/facts/provider.h \
  src/facts/show.c \
  src/facts/show.h \
  src/facts/write.c \
  src/facts/write.h
forms_sources = \
  src/forms/container.c \
  src/forms/container.h \
  src/forms/forms.c \
  src/forms/forms.h \
  src/forms/pbe.c \
  src/forms/pbe.h \
  src/forms/pem.c \
  src/forms/pem.h \
  src/forms/pkcs12.c \
  src/forms/pkcs12.h \
  src/forms/pkcs12_bags.c \
  src/forms/pkcs12_match.c \
  src/forms/pkcs12_part.h \
  src/forms/signed_data.c \
  src/forms/signed_data.h \
  src/forms/structure.c \
  src/forms/structure.h \
  src/forms/utf16.c \
  src/forms/utf16.h
jobs_sources = \
  src/jobs/certificates.c \
  src/jobs/describe.c \
  src/jobs/describe.h \
  src/jobs/evaluate.c \
  src/jobs/evaluate.h \
  src/jobs/given.c \
  src/jobs/given.h \
  src/jobs/input.c \
  src/jobs/input.h \
  src/jobs/lines.c \
  src/jobs/lines.h \
  src/jobs/load.c \
  src/jobs/load.h \
  src/jobs/place.c \
  src/jobs/place.h \
  src/jobs/selftest.c \
  src/jobs/selftest.h
explain_sources = \
  src/explain/change.c \
  src/explain/change.h \
  src/explain/explain.c \
  src/explain/explain.h \
  src/explain/origin.c \
  src/explain/origin.h \
  src/explain/page_table.c \
  src/explain/page_table.h \
  src/explain/written.c \
  src/explain/written.h
api_sources = \
  src/api/assay.c \
  src/api/explain.c \
  src/api/facts.c \
  src/api/handle.h \
  src/api/policy.c \
  src/api/run.c \
  src/api/run.h \
  src/api/tell.c \
  src/api/tools.c
cli_sources = \
  src/cli/choice.c \
  src/cli/choice.h \
  src/cli/cmd_build.c \
  src/cli/cmd_check.c \
  src/cli/cmd_completion.c \
  src/cli/cmd_disasm.c \
  src/cli/cmd_eval.c \
  src/cli/cmd_explain.c \
  src/cli/cmd_facts.c \
  src/cli/cmd_fmt.c \
  src/cli/cmd_help.c \
  src/cli/cmd_rules.c \
  src/cli/cmd_test.c \
  src/cli/cmd_why.c \
  src/cli/command.c \
  src/cli/command.h \
  src/cli/commands.def \
  src/cli/file.c \
  src/cli/file.h \
  src/cli/findings.c \
  src/cli/findings.h \
  src/cli/formats.def \
  src/cli/glyph.c \
  src/cli/glyph.h \
  src/cli/help.c \
  src/cli/help.h \
  src/cli/inquiry.c \
  src/cli/inquiry.h \
  src/cli/json_out.c \
  src/cli/json_out.h \
  src/cli/lookup.c \
  src/cli/lookup.h \
  src/cli/main.c \
  src/cli/memory.c \
  src/cli/memory.h \
  src/cli/messages.c \
  src/cli/messages.h \
  src/cli/nearest.c \
  src/cli/nearest.h \
  src/cli/option.c \
  src/cli/option.h \
  src/cli/page.c \
  src/cli/page.h \
  src/cli/password.c \
  src/cli/password.h \
  src/cli/policy.c \
  src/cli/policy.h \
  src/cli/pool.c \
  src/cli/pool.h \
  src/cli/prompt.c \
  src/cli/prompt.h \
  src/cli/report.c \
  src/cli/report.h \
  src/cli/tell.c \
  src/cli/tell.h \
  src/cli/terminal.c \
  src/cli/terminal.h \
  src/cli/verdict.c \
  src/cli/verdict.h \
  src/cli/why_json.c \
  src/cli/why_json.h \
  src/cli/why_page.c \
  src/cli/why_page.h \
  src/cli/write_csv.c \
  src/cli/write_github.c \
  src/cli/write_json.c \
  src/cli/write_junit.c \
  src/cli/write_prometheus.c \
  src/cli/write_sarif.c \
  src/cli/write_tap.c \
  src/cli/write_xccdf.c \
  src/cli/writer.c \
  src/cli/writer.h \
  src/cli/xml_out.c \
  src/cli/xml_out.h
core_sources = \
  $(base_sources) \
  $(diag_sources) \
  $(model_sources) \
  $(tree_sources) \
  $(grammar_sources) \
  $(space_sources) \
  $(history_sources) \
  $(code_sources) \
  $(lang_sources) \
  $(compile_sources) \
  $(vm_sources) \
  $(facts_sources) \
  $(forms_sources) \
  $(jobs_sources) \
  $(explain_sources)
