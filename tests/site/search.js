/* SPDX-License-Identifier: MIT */
// Asks the search of a web site each line of standard input, and prints for each "? NUMBER" and what it
// finds, as ask.sh has trustman do: search.js PAGE.
'use strict';
const fs = require('fs');
const vm = require('vm');

const page = fs.readFileSync(process.argv[2], 'utf8');
const scripts = Array.from(page.matchAll(/<script[^>]*>([^]*?)<\/script>/g), match => match[1]);
const tables = JSON.parse(scripts[0]);
const lookup = vm.runInNewContext(scripts[1] + ';makeLookup', {TextEncoder})(tables);

fs.readFileSync(0, 'utf8').split('\n').slice(0, -1).forEach((line, number) => {
  console.log('? ' + (number + 1));
  for (const {section} of lookup(line).chosen)
    console.log(tables.sections[section][0] + '\t' + tables.sections[section][2]);
});
