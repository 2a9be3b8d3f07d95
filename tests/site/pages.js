/* SPDX-License-Identifier: MIT */
// What browser.js and firefox.js begin with: the pages of the site that the command line names, and how a finding
// is printed.
'use strict';
const fs = require('fs');
const path = require('path');

const [, , executablePath, folder] = process.argv;
const file = name => path.join(folder, name);

module.exports = {
  executablePath,
  names: fs.readdirSync(folder).filter(name => name.endsWith('.html')).sort(),
  read: name => fs.readFileSync(file(name), 'utf8'),
  write: (name, text) => fs.writeFileSync(file(name), text),
  address: name => 'file://' + file(name),
  axe: fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'),
  report: (name, faults) =>
    console.log(faults.length === 0 ? 'ok ' + name : 'not ok ' + name + ': ' + faults.slice(0, 9).join(' | ')),
};
