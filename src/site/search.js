/* SPDX-License-Identifier: MIT */
'use strict';
/* The search page: what is typed stays on it. */
(() => {
  const tables = JSON.parse(document.getElementById('_tables').textContent);
  const form = document.getElementById('_form'), said = document.getElementById('_said');
  const list = document.getElementById('_found'), labels = tables.labels;
  const lookup = makeLookup(tables), decode = bytes =>
    new TextDecoder().decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0)));
  const fill = (label, word) => label.replace('\u0013', () => word);

  const makeItem = ({section, place, isUrgent}) => {
    const [id, title, summary] = tables.sections[section], item = document.createElement('li');
    const link = document.createElement('a');
    link.href = id + '.html' + (place ? '#' + id + '.' + tables.placeNames[place - 1] : '');
    link.textContent = title;
    item.className = isUrgent ? 'urgent' : '';
    item.append(link, document.createElement('br'), summary);
    return item;
  };
  const say = (count, {taken, offered, typed} = {}) => {
    let text = count > 0 ? fill(labels.done, count) : labels.nothing;
    if (taken !== undefined)
      text += ' (' + fill(labels.taken, decode(taken)) + ' ' + fill(labels.instead, decode(typed)) + ')';
    else if (offered !== undefined && count === 0)
      text += fill(labels.meant, decode(offered));
    said.textContent = text;
  };

  form.hidden = false;
  form.addEventListener('submit', event => {
    const {chosen, slips} = lookup(form.elements[0].value);
    event.preventDefault();
    list.replaceChildren(...chosen.slice(0, 10).map(makeItem));
    say(list.children.length, slips.find(({taken}) => taken !== undefined) || slips[0]);
  });
})();
