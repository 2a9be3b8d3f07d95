/* SPDX-License-Identifier: MIT */
'use strict';
/* The way out: the link, or Shift three times. What is on the screen goes at once, then another page
 * takes the place of this one, in the browser's list for Back, too. Links to other pages here do so as
 * well, so that all that were read are one entry, and that one is gone at the end. */
(() => {
  const way = document.getElementById('_exit'), keys = document.getElementById('_keys');
  const TIMES = 3, SECONDS = 5;
  let pressed = 0, timer;

  const leave = () => {
    document.title = way.dataset.title;
    document.body.replaceChildren();
    location.replace(way.href);
  };
  const forget = said => {
    clearTimeout(timer);
    pressed = 0;
    keys.textContent = said;
  };

  addEventListener('keydown', event => {
    if (event.repeat)
      return;
    if (event.key !== 'Shift') {
      forget('');
      return;
    }
    pressed++;
    if (pressed === TIMES) {
      leave();
      return;
    }
    keys.textContent = pressed === 1 ? way.dataset.two : way.dataset.one;
    clearTimeout(timer);
    timer = setTimeout(forget, SECONDS * 1000, way.dataset.off);
  });

  addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    if (link === way) {
      event.preventDefault();
      leave();
    } else if (!/^[a-z]+:/.test(link.getAttribute('href'))) {
      event.preventDefault();
      location.replace(link.href);
    }
  });
})();
