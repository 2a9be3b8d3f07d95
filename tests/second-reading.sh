#!/bin/sh
# SPDX-License-Identifier: MIT
# The second reading of sources and outputs (tests/text) notices faults: many of each kind are put into what is
# right.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"

need_second_reading
mkdir "$scratch/results"
second_reading faults.py "$guide_dir" "$trustman" "$text" "$scratch/results" || exit 99
show_results "$scratch/results"
done_testing
