/* SPDX-License-Identifier: MIT */
// Looks at a web site in a browser, and prints "ok NAME" or "not ok NAME: WHY" for each thing that it
// looks at: browser.js CHROMIUM SITE. It needs playwright-core and axe-core.
'use strict';
const {chromium} = require('playwright-core');
const {address, axe, executablePath, names, read, report} = require('./pages.js');

// One page of each kind: those that no identifier can name, and the longest with something in it.
const longest = mark => names.filter(name => !name.includes('_') && read(name).includes(mark))
  .sort((a, b) => read(b).length - read(a).length).slice(0, 1);
const kinds = [...new Set(['index.html', 'contents_page.html', 'words_page.html', 'search_page.html',
  ...longest('class="contents"'), ...longest('class="here'), ...longest('class="sheet"'),
  ...longest('<dl>'), ...longest('<blockquote>'), ...longest('href="tel:'), ...longest('id="source:')])];
const section = names.find(name => !name.includes('_') && read(name).includes('rel="next"'));
const next = read(section).match(/rel="next" href="([^"]*)"/)[1];
const exit = read(section).match(/id="_exit"[^>]* href="([^"]*)"/)[1].replace(/&amp;/g, '&');
const title = read(section).match(/data-title="([^"]*)"/)[1];

let browser;
// Gives USE a page in a context of its own, and reports what it returns and what the browser said.
const look = async (name, options, use) => {
  const context = await browser.newContext(options), faults = [], loaded = [];
  const page = await context.newPage();
  page.on('console', message => faults.push(message.text()));
  page.on('pageerror', error => faults.push(error.message));
  page.on('request', request => loaded.push(request.url()));
  try {
    faults.push(...await use(page, context, loaded));
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  }
  report(name, faults);
  await context.close();
};

const search = async page => {
  await page.fill('#_what', 'a');
  await page.keyboard.press('Enter');
};
const findViolations = async (page, pages) => {
  const faults = [];
  for (const name of pages) {
    await page.goto(address(name));
    if (await page.isVisible('#_what'))
      await search(page);
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => axe.run({preload: false}));
    for (const {id, nodes} of violations)
      faults.push(name + ': ' + id + ' at ' + nodes[0].target);
  }
  return faults;
};

const modes = {
  light: {colorScheme: 'light'},
  dark: {colorScheme: 'dark'},
  'forced colours': {forcedColors: 'active'},
  'narrow, without motion': {viewport: {width: 320, height: 256}, reducedMotion: 'reduce'},
};

const expect = (faults, name, actual, wanted) => {
  if (actual !== wanted)
    faults.push(name + ' is ' + JSON.stringify(actual) + ', not ' + JSON.stringify(wanted));
};

// How the page is left: a page was read before, then two of the site. What is on the screen meanwhile, the
// page tells itself, since a page that is being left answers nothing.
const leave = (name, leaves) => look(name, {}, async (page, context) => {
  const faults = [];
  let seen;
  await context.route(/^https?:/, route =>
    route.fulfill({contentType: 'text/html', body: '<title>Elsewhere</title>'}));
  await page.exposeFunction('tell', text => { seen = text; });
  await page.goto('data:text/html,<title>Before</title>');
  await page.goto(address(section));
  await page.click('a[rel=next]');
  await page.waitForURL(address(next));
  expect(faults, 'the number of entries', await page.evaluate('history.length'), 3);
  await page.evaluate(() => new MutationObserver(() =>
    window.tell(document.title + ': ' + document.body.innerHTML)).observe(document.body, {childList: true}));
  await leaves(page);
  await page.waitForURL(exit);
  expect(faults, 'what is on the screen', seen, title + ': ');
  expect(faults, 'the title', await page.title(), 'Elsewhere');
  expect(faults, 'the number of entries', await page.evaluate('history.length'), 3);
  await page.goBack();
  expect(faults, 'the page before', await page.title(), 'Before');
  await page.goForward();
  expect(faults, 'the page behind', page.url(), exit);
  return faults;
});

const run = async () => {
  browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']});

  for (const [mode, options] of Object.entries(modes))
    await look('axe finds nothing: ' + mode, {...options, bypassCSP: true}, page => findViolations(page, kinds));
  await look('axe finds nothing: print', {bypassCSP: true}, async page => {
    await page.emulateMedia({media: 'print'});
    return findViolations(page, kinds);
  });

  await look('no page is wider than the screen', {}, async page => {
    const faults = [];
    for (const name of names) {
      await page.goto(address(name));
      for (const width of [320, 480, 768, 1280, 2560]) {
        await page.setViewportSize({width, height: 256});
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
          faults.push(name + ' at ' + width);
      }
    }
    return faults;
  });

  await look('type is large, lines are short, and fingers find what leads on', {viewport: {width: 1280, height: 800}},
    async page => {
      const faults = [];
      for (const name of kinds) {
        await page.goto(address(name));
        const {size, leading, ems, low} = await page.evaluate(() => {
          const style = getComputedStyle(document.querySelector('main p, main li'));
          const size = parseFloat(style.fontSize);
          const low = Array.from(document.querySelectorAll(
            '.exit, header a, .cards a, .contents a, .here a, .roles a, footer a, button'))
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44);
          return {size, leading: parseFloat(style.lineHeight) / size, low: low.map(one => one.textContent),
            ems: document.querySelector('main').getBoundingClientRect().width / size};
        });
        if (size < 18 || leading < 1.5 || ems > 34 || low.length > 0)
          faults.push([name, size, leading, ems, ...low.slice(0, 3)].join(' '));
      }
      return faults;
    });

  await look('nothing is loaded, kept or moved', {}, async (page, context, loaded) => {
    const faults = [];
    for (const name of kinds) {
      await page.goto(address(name));
      expect(faults, name + ': what moves', await page.evaluate('document.getAnimations().length'), 0);
      expect(faults, name + ': what is kept', await page.evaluate(
        'localStorage.length + sessionStorage.length + document.cookie.length'), 0);
    }
    expect(faults, 'cookies', (await context.cookies()).length, 0);
    return faults.concat(loaded.filter(url => !url.startsWith('file:') && url !== 'data:,'));
  });

  await look('by keys: the text, the way out, and links that can be seen', {}, async page => {
    const faults = [], active = () => page.evaluate('document.activeElement.className || document.activeElement.id');
    await page.goto(address(section));
    await page.keyboard.press('Tab');
    expect(faults, 'the first', await active(), 'skip');
    expect(faults, 'it can be seen', await page.evaluate(
      'document.activeElement.getBoundingClientRect().left >= 0'), true);
    await page.keyboard.press('Tab');
    expect(faults, 'the second', await active(), 'exit');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(faults, 'behind the first', await active(), '_text');
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab');
      const style = await page.evaluate(
        'getComputedStyle(document.activeElement).outlineStyle');
      expect(faults, 'the outline', style, 'solid');
    }
    return faults;
  });

  await leave('the way out, by its button', page => page.click('#_exit'));
  await leave('the way out, by keys', async page => {
    await page.focus('#_exit');
    await page.keyboard.press('Enter');
  });
  await leave('the way out, by Shift', async page => {
    for (let i = 0; i < 3; i++)
      await page.keyboard.press('Shift');
  });
  await look('Shift says how often, and other keys end it', {}, async page => {
    const faults = [], said = () => page.textContent('#_keys');
    await page.goto(address(section));
    await page.keyboard.press('Shift');
    expect(faults, 'once', await said(), await page.getAttribute('#_exit', 'data-two'));
    await page.keyboard.press('Shift');
    expect(faults, 'twice', await said(), await page.getAttribute('#_exit', 'data-one'));
    await page.keyboard.press('a');
    expect(faults, 'another key', await said(), '');
    await page.keyboard.press('Shift');
    await page.waitForFunction(() =>
      document.getElementById('_keys').textContent === document.getElementById('_exit').dataset.off);
    return faults;
  });

  await look('the search stays on its page', {}, async (page, context, loaded) => {
    const faults = [];
    await page.goto(address('search_page.html'));
    await page.fill('#_what', read(section).match(/<h1>([^<]*)/)[1].replace(/&amp;/g, '&'));
    await page.keyboard.press('Enter');
    expect(faults, 'the address', page.url(), address('search_page.html'));
    expect(faults, 'the first', await page.getAttribute('#_found a', 'href'), section);
    await page.fill('#_what', 'qqqqqqqq');
    await page.click('button');
    expect(faults, 'what is found', await page.locator('#_found li').count(), 0);
    expect(faults, 'something is said', (await page.textContent('#_said')).length > 9, true);
    expect(faults, 'pages and styles loaded', loaded.length, 2);
    return faults;
  });

  await look('without scripts', {javaScriptEnabled: false}, async page => {
    const faults = [];
    await page.goto(address('search_page.html'));
    expect(faults, 'the form', await page.isVisible('#_form'), false);
    await page.click('main a[href="words_page.html"]');
    expect(faults, 'the page', page.url(), address('words_page.html'));
    await page.goto(address(section));
    expect(faults, 'the way out', await page.isVisible('#_exit'), true);
    await page.click('a[rel=next]');
    expect(faults, 'the next page', page.url(), address(next));
    return faults;
  });

  // A page of A4 within its margins has 673 by 986 pixels of 96 to the inch.
  await look('a sheet to be filled in is one page on paper', {viewport: {width: 673, height: 986}}, async page => {
    const faults = [];
    await page.emulateMedia({media: 'print'});
    for (const name of names.filter(one => !one.includes('_') && read(one).includes('class="sheet"'))) {
      await page.goto(address(name));
      for (const height of await page.evaluate(() =>
        Array.from(document.querySelectorAll('.sheet'), sheet => sheet.getBoundingClientRect().height)))
        if (height > 986)
          faults.push(name + ' has ' + height);
      if (await page.isVisible('#_exit'))
        faults.push(name + ' shows the way out');
    }
    return faults;
  });
  await browser.close();
};

run().catch(error => {
  console.log('not ok the browser ran: ' + error.message.split('\n')[0]);
  process.exit(1);
});
