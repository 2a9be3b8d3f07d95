/* SPDX-License-Identifier: MIT */
// What tests/site/browser.js looks at in Chromium and might be otherwise in Firefox, printed in the same
// way: firefox.js FIREFOX SITE. It needs puppeteer-core and axe-core. It changes where the way out leads,
// since nothing outside may be asked, so SITE is to be a copy.
'use strict';
const puppeteer = require('puppeteer-core');
const {address, axe, executablePath, names, read, report, write} = require('./pages.js');

const section = names.find(name => !name.includes('_') && read(name).includes('rel="next"'));
const next = read(section).match(/rel="next" href="([^"]*)"/)[1];
const pages = {'before.html': '<title>Before</title>', 'elsewhere.html': '<title>Elsewhere</title>'};
for (const name of [section, next])
  pages[name] = read(name).replace(/(id="_exit" href=")[^"]*/, '$1elsewhere.html');
for (const [name, text] of Object.entries(pages))
  write(name, text);

let browser;
const look = async (name, use) => {
  const page = await browser.newPage(), faults = [];
  const expect = (what, actual, wanted) => {
    if (actual !== wanted)
      faults.push(what + ' is ' + JSON.stringify(actual) + ', not ' + JSON.stringify(wanted));
  };
  page.on('pageerror', error => faults.push(error.message));
  try {
    await use(page, expect);
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  }
  report(name, faults);
  await page.close();
};

// Waits for a page, and gives the one that is there in the end. It asks the page itself: of one that the
// browser had kept for Back, puppeteer hears nothing.
const reach = async (page, name) => {
  let url;
  for (let i = 0; i < 100 && url !== address(name); i++) {
    await new Promise(resolve => setTimeout(resolve, 50));
    url = await page.evaluate('document.URL').catch(() => '');
  }
  return url;
};

const leave = (name, leaves) => look(name, async (page, expect) => {
  await page.goto(address('before.html'));
  await page.goto(address(section));
  const entries = await page.evaluate('history.length');
  await page.click('a[rel=next]');
  expect('the next page', await reach(page, next), address(next));
  await leaves(page);
  expect('the page behind', await reach(page, 'elsewhere.html'), address('elsewhere.html'));
  expect('the number of entries', await page.evaluate('history.length'), entries);
  await page.evaluate('history.back()');
  expect('the page before', await reach(page, 'before.html'), address('before.html'));
});

const run = async () => {
  browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
  await leave('the way out, by its button', page => page.click('#_exit'));
  await leave('the way out, by keys', async page => {
    await page.focus('#_exit');
    await page.keyboard.press('Enter');
  });
  await leave('the way out, by Shift', async page => {
    for (let i = 0; i < 3; i++)
      await page.keyboard.press('Shift');
  });
  await look('the search stays on its page', async (page, expect) => {
    await page.goto(address('search_page.html'));
    await page.type('#_what', read(section).match(/<h1>([^<]*)/)[1].replace(/&amp;/g, '&'));
    await page.keyboard.press('Enter');
    expect('the first', await page.$eval('#_found a', link => link.getAttribute('href')), section);
    expect('the address', page.url(), address('search_page.html'));
  });
  await look('axe finds nothing, and no page is wider than a small screen', async (page, expect) => {
    await page.setViewport({width: 320, height: 256});
    for (const name of [section, next, ...names.filter(one => one.includes('_page') || one === 'index.html')]) {
      await page.goto(address(name));
      expect(name + ': what is too wide', await page.evaluate(
        'Math.max(0, document.documentElement.scrollWidth - innerWidth)'), 0);
      expect(name, await page.evaluate(async source => {
        (0, eval)(source);
        return (await window.axe.run({preload: false})).violations.map(({id}) => id).join(' ');
      }, axe), '');
    }
  });
  await browser.close();
};

run().catch(error => {
  console.log('not ok the browser ran: ' + error.message.split('\n')[0]);
  process.exit(1);
});
