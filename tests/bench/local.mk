# SPDX-License-Identifier: Apache-2.0
# How fast is it? Not a part of `make check`.

.PHONY: bench
bench: all
	@echo 'there is nothing to measure yet'
