#!/bin/sh
# SPDX-License-Identifier: MIT
# Takes the place of the unit tests where they cannot be built.
echo '1..0 # SKIP cmocka is not there'
