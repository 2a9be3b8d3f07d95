/* SPDX-License-Identifier: MIT */
'use strict';
/* The way out: the link, or Shift three times. What is on the screen goes at once, then another page
 * takes the place of this one, in the browser's list for Back, too. Links to other pages here do so as
 * well, so that all that were read are one entry, and that one is gone at the end. */
(() => {
  const way = document.getElementById('_exit'), keys = document.getElementById('_keys'), said = way.dataset;
  let pressed = 0, timer;

  const leave = () => {
    document.title = said.title;
    document.body.replaceChildren();
    location.replace(way.href);
  };
  const forget = () => {
    pressed = 0;
    keys.textContent = said.off;
  };

  addEventListener('keydown', ({key, repeat}) => {
    if (repeat)
      return;
    clearTimeout(timer);
    pressed = key === 'Shift' ? pressed + 1 : 0;
    if (pressed === 3)
      leave();
    else
      keys.textContent = ['', said.two, said.one][pressed];
    if (pressed > 0)
      timer = setTimeout(forget, 5000);
  });

  addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ||
      (link !== way && /^[a-z]+:/.test(link.getAttribute('href'))))
      return;
    event.preventDefault();
    if (link === way)
      leave();
    else
      location.replace(link.href);
  });
})();
