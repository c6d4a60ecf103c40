# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# tap.sh - what the shell tests share: numbered results in TAP.
#
# Read with `.`; then `check NAME COMMAND...` for each case and `finish` at the end.
# Wanted in the environment: top_srcdir, top_builddir (automake gives them).

top_srcdir=$(cd "${top_srcdir:-$(dirname "$0")/..}" && pwd) || exit 99
top_builddir=$(cd "${top_builddir:-.}" && pwd) || exit 99
export top_srcdir top_builddir

# One output everywhere: no locale, no time zone, no colours, a fixed width.
unset LANG LANGUAGE MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
LC_ALL=C TZ=UTC0 COLUMNS=80 NO_COLOR=1 PATH=$top_builddir:$PATH
export LC_ALL TZ COLUMNS NO_COLOR PATH

tap_count=0
tap_failed=0
tap_folder=$(mktemp -d) || exit 99
trap 'rm -rf "$tap_folder"' EXIT
trap 'exit 99' HUP INT TERM

# tap_result STATUS NAME: say what became of a case.
tap_result() {
	tap_count=$((tap_count + 1))
	if [ "$1" -eq 0 ]; then
		printf 'ok %d - %s\n' "$tap_count" "$2"
	else
		tap_failed=$((tap_failed + 1))
		printf 'not ok %d - %s\n' "$tap_count" "$2"
	fi
}

# Standard input as remarks.
tap_remark() {
	sed 's/^/# /'
}

# check NAME COMMAND...: a case that passes when the command does, silent when it passes.
check() {
	tap_name=$1
	shift
	if "$@" >"$tap_folder/output" 2>&1 </dev/null; then
		tap_result 0 "$tap_name"
	else
		tap_result 1 "$tap_name"
		tap_remark <"$tap_folder/output"
	fi
}

# skip NAME REASON: a case that can't be tried here.
skip() {
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s # SKIP %s\n' "$tap_count" "$1" "$2"
}

finish() {
	echo "1..$tap_count"
	[ "$tap_failed" -eq 0 ]
	exit
}
