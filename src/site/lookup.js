/* SPDX-License-Identifier: MIT */
'use strict';
/* From what somebody types to the sections that help: src/guide/lookup.c and src/reader/choose.c, for
 * a browser, over the tables that src/compiler/site_search.c puts into the page. tests/site.sh asks
 * both the same. Words are strings of bytes, a character each, so that they have the order and the
 * length that they have there. */
const makeLookup = tables => {
  const ONE = 256, UNKNOWN = -1;
  const MOST = 10, MOST_WORDS = 32, WORD_BYTES = 60;
  const NAME_SECTION = 0, NAME_TOPIC = 1, NAME_ROLE = 2, NAME_ANY = 3;
  const PHRASE_PLACE = 2;
  const FORM_TAKEN = 1, FORM_OFFERED = 2, FORM_USES = 4, SCORES = 4096;
  const share = [ONE, Math.floor(ONE * 9 / 10), Math.floor(ONE * 8 / 10)];

  const div = (a, b) => Math.floor(a / b);

  /* --- Tables --- */

  const digits = '!#$%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
  const DIGITS = digits.length / 2;
  const numbers = text => {
    const list = [];
    let number = 0, unit = 1;
    for (const character of text) {
      const digit = digits.indexOf(character);
      number += digit % DIGITS * unit;
      unit *= DIGITS;
      if (digit < DIGITS) {
        list.push(number);
        number = 0;
        unit = 1;
      }
    }
    return list;
  };
  /* Numbers, each written as the difference from the one that is WIDTH before it. */
  const differences = (text, width = 1) => {
    const list = numbers(text);
    list.forEach((number, i) => {
      list[i] = (i < width ? 0 : list[i - width]) + (number % 2 ? -1 : 1) * div(number, 2);
    });
    return list;
  };
  /* Rows of numbers as objects with these members. */
  const rows = (text, ...members) => {
    const list = differences(text, members.length), made = [];
    for (let at = 0; at < list.length; at += members.length)
      made.push(Object.fromEntries(members.map((member, i) => [member, list[at + i]])));
    return made;
  };
  const toBytes = text =>
    Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join('');
  const split = text => text === '' ? [] : toBytes(text).split(' ');

  const stems = differences(tables.stems), wordStems = numbers(tables.wordStems);
  const postings = differences(tables.postings);
  /* Rows that have lists of such a length, of which each begins where the one before it ends. */
  const listing = () => {
    let end = 0;
    return (list, length) => {
      for (const row of list) {
        row.first = end;
        end += row[length];
      }
      return list;
    };
  };
  const ofWords = listing(), ofPostings = listing();
  const phrases = ofWords(rows(tables.phrases, 'subject', 'kind', 'count'), 'count');
  /* Each is an urgent phrase, where in the tables of C an alarm has all that begin alike. */
  const alarms = ofWords(rows(tables.alarms, 'urgent', 'count'), 'count');
  const urgents = differences(tables.urgents);
  const compounds = ofWords(rows(tables.compounds, 'stem', 'count'), 'count');
  const concepts = ofPostings(rows(tables.concepts, 'weight', 'sections'), 'sections');
  /* Each begins with a digit: how much of the one before it begins with. */
  const formTexts = [];
  for (const form of split(tables.formTexts))
    formTexts.push((formTexts[formTexts.length - 1] || '').slice(0, digits.indexOf(form[0])) +
      form.slice(1));
  const formStems = differences(tables.formStems);
  const endings = new Map(tables.endings.map(([text, common]) => [toBytes(text), common]));
  const folds = new Map(tables.folds);
  const sections = rows(tables.sectionNumbers, 'roles', 'listsSources');
  const names = rows(tables.nameNumbers, 'index', 'kind', 'isAlias');
  const nameKeys = split(tables.nameKeys);
  const places = rows(tables.placeNumbers, 'section', 'roles');

  /* The first of COUNT that is not less. */
  const bound = (count, isLess) => {
    let low = 0, high = count;
    while (low < high) {
      const middle = div(low + high, 2);
      if (isLess(middle))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  };

  /* --- src/base/fixed.c --- */

  const log2 = number => {
    let whole = 0, parts = 0, rest;
    for (let left = BigInt(number); left > 1n; left >>= 1n)
      whole++;
    rest = whole > 31 ? BigInt(number) >> BigInt(whole - 31) : BigInt(number) << BigInt(31 - whole);
    for (let bit = 0; bit < 8; bit++) {
      rest = rest * rest >> 31n;
      parts *= 2;
      if (rest >> 32n) {
        rest >>= 1n;
        parts++;
      }
    }
    return whole * ONE + parts;
  };
  const roots = [3037000500n, 2553802834n, 2341847524n, 2242560872n, 2194507417n, 2170868212n,
    2159144272n, 2153306067n];
  const powers = new Map();
  const exp2 = parts => {
    if (!powers.has(parts)) {
      const whole = div(parts, ONE);
      let power = 1n << 31n;
      for (let bit = 0; bit < 8; bit++)
        if (parts >> 7 - bit & 1)
          power = power * roots[bit] >> 31n;
      powers.set(parts,
        Number(whole > 31 ? power << BigInt(whole - 31) : power >> BigInt(31 - whole)));
    }
    return powers.get(parts);
  };

  /* --- src/guide/fold.c and words.c --- */

  const inRanges = (ranges, code) => ranges.find(([first, last]) => code >= first && code <= last);
  const foldCharacter = character => {
    const code = character.codePointAt(0);
    if (code < 0x80) {
      const small = character.toLowerCase();
      if (small === 'z')
        return tables.foldZ ? 's' : 'z';
      return small === '\n' || small === '\t' ? ' ' : code < 32 ? '' : small;
    }
    if (inRanges(tables.ignorable, code))
      return '';
    return folds.has(code) ? folds.get(code) : character;
  };
  const fold = text => Array.from(text, foldCharacter).join('');
  const kindOf = character => {
    const code = character.codePointAt(0), range = inRanges(tables.kinds, code);
    if (code < 0x80)
      return character === "'" ? 'apostrophe' : /[0-9A-Za-z]/.test(character) ? 'letter' : 'other';
    return range ? ['letter', 'alone', 'apostrophe', 'other'][range[2]] : 'letter';
  };
  const wordsOf = text => {
    const found = [];
    let word = '';
    const end = () => {
      if (word !== '')
        found.push(word);
      word = '';
    };
    for (const character of fold(text)) {
      const kind = kindOf(character), bytes = toBytes(character);
      if (kind === 'other' || kind === 'alone')
        end();
      if ((kind === 'letter' || kind === 'alone') && word.length + bytes.length <= WORD_BYTES)
        word += bytes;
      if (kind === 'alone')
        end();
    }
    end();
    return found;
  };

  /* --- src/guide/suggest.c --- */

  const distance = (a, b) => {
    const table = [Array.from({length: b.length + 1}, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      table[i] = [i];
      for (let j = 1; j <= b.length; j++) {
        let least = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1,
          table[i - 1][j - 1] + (a[i - 1] !== b[j - 1] ? 1 : 0));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          least = Math.min(least, table[i - 2][j - 2] + 1);
        table[i][j] = least;
      }
    }
    return table[a.length][b.length];
  };
  const isSlip = (typed, word) => {
    const most = typed.length >= 9 ? 2 : 1;
    return typed.length >= 5 && typed.length <= 40 && word.length <= 40 && typed[0] === word[0] &&
      Math.abs(typed.length - word.length) <= most && distance(typed, word) <= most;
  };

  /* --- src/guide/lookup.c --- */

  const isEnding = (text, common) => endings.has(text) && (endings.get(text) || !common);
  const compareEndings = (word, form) => {
    let same = 0;
    while (same < form.length && same < word.length && word[same] === form[same])
      same++;
    const rest = word.slice(same), short = same < 5;
    if (same < 3 || !isEnding(form.slice(same), short))
      return 0;
    if (rest[0] === word[same - 1] && rest.length > 1 && isEnding(rest.slice(1), short))
      return same;
    return isEnding(rest, short) ? same : 0;
  };
  const findByEnding = (word, near) => {
    let best = 0, found = UNKNOWN;
    for (let i = Math.max(near - 24, 0); i < Math.min(near + 24, formTexts.length); i++) {
      const same = compareEndings(word, formTexts[i]);
      if (same > best) {
        best = same;
        found = i;
      }
    }
    return found;
  };
  const stemOf = form => div(formStems[form], FORM_USES);
  const findBySlip = (word, use) => {
    let found = UNKNOWN;
    for (let i = bound(formTexts.length, n => formTexts[n] < word[0]);
      i < formTexts.length && formTexts[i][0] === word[0]; i++) {
      if (!(formStems[i] & use) || !isSlip(word, formTexts[i]))
        continue;
      if (found !== UNKNOWN && stemOf(found) !== stemOf(i))
        return UNKNOWN;
      found = i;
    }
    return found;
  };
  const findExact = word => {
    const near = bound(formTexts.length, n => formTexts[n] < word);
    return formTexts[near] === word ? near : UNKNOWN;
  };
  const findForm = word => {
    const found = findExact(word);
    return found !== UNKNOWN ? found
      : findByEnding(word, bound(formTexts.length, n => formTexts[n] < word));
  };
  const findParts = word => {
    for (let end = word.length - 2; end >= 2; end--) {
      const parts = [findExact(word.slice(0, end)), findExact(word.slice(end))];
      if (!parts.includes(UNKNOWN))
        return parts;
    }
    return [];
  };
  /* The forms that a word is, or was typed for. */
  const readWord = (word, alone, slips) => {
    const form = findForm(word);
    if (form !== UNKNOWN)
      return [form];
    const taken = findBySlip(word, FORM_TAKEN);
    const parts = taken === UNKNOWN && alone ? findParts(word) : [];
    if (parts.length > 0)
      return parts;
    const offered = taken === UNKNOWN ? findBySlip(word, FORM_OFFERED) : UNKNOWN;
    if (taken !== UNKNOWN || offered !== UNKNOWN)
      slips.push({typed: word, taken: formTexts[taken], offered: formTexts[offered]});
    return [taken];
  };

  const isSame = (typed, stem) => typed === stem;
  const isSynonym = (typed, stem) =>
    isSame(typed, stem) || typed !== UNKNOWN && stems[typed] === stems[stem];
  const follows = (words, n, {first, count}, is) => {
    if (words.length - n < count)
      return false;
    for (let i = 0; i < count; i++)
      if (!is(words[n + i].stem, wordStems[first + i]))
        return false;
    return true;
  };

  const listUrgent = (words, found) => {
    const matches = [];
    for (let n = 0; n < words.length; n++)
      for (const alarm of alarms)
        if (follows(words, n, alarm, isSynonym))
          matches.push({alarm, first: n, end: n + alarm.count, exact: follows(words, n, alarm, isSame)});
    const shown = matches.filter(match => !matches.some(other =>
      other.first <= match.first && other.end >= match.end &&
      (other.alarm.count > match.alarm.count || other.exact && !match.exact)));
    shown.sort((a, b) => a.alarm.urgent - b.alarm.urgent);
    for (const {alarm: {urgent}} of shown)
      if (found.sections.length < MOST && !found.sections.includes(urgents[urgent]))
        found.sections.push(urgents[urgent]);
    found.urgent = found.sections.length;
  };

  const joinCompounds = words => {
    const joined = [];
    for (let i = 0; i < words.length;) {
      const compound = compounds.find(one => follows(words, i, one, isSame));
      joined.push({stem: compound ? compound.stem : words[i].stem});
      i += compound ? compound.count : 1;
    }
    return joined;
  };

  const read = text => {
    const found = {sections: [], urgent: 0, wholes: [], slips: []};
    const typed = wordsOf(text).slice(0, MOST_WORDS);
    let words = typed.flatMap(word => readWord(word, typed.length === 1, found.slips))
      .map(form => ({stem: form !== UNKNOWN ? stemOf(form) : UNKNOWN}));
    const parted = words.length > typed.length;
    listUrgent(words, found);
    words = joinCompounds(words);
    let weight = 0;
    words.forEach((word, i) => {
      word.concept = word.stem !== UNKNOWN ? stems[word.stem] : UNKNOWN;
      const isNew = words.findIndex(({concept}) => concept === word.concept) === i;
      word.weight = word.concept !== UNKNOWN && isNew ? concepts[word.concept].weight : 0;
      weight += word.concept !== UNKNOWN ? word.weight : log2((sections.length + 1) * 2);
    });
    return {words, weight, logWeight: log2(weight + 1), parted, found};
  };

  const phraseStems = ({first, count}) => wordStems.slice(first, first + count);
  /* As src/compiler/lookup_tables.c has it. */
  for (const concept of concepts)
    concept.phrases = [];
  phrases.forEach((phrase, i) => {
    const had = Array.from(new Set(phraseStems(phrase).map(stem => stems[stem])), n => concepts[n]);
    const telling = had.filter(({weight}) => weight > 0);
    for (const concept of telling.length > 0 ? telling : had.slice(0, 1))
      concept.phrases.push(i);
    phrase.logWeight = log2(telling.reduce((sum, {weight}) => sum + weight, 1));
  });
  const findShared = (words, list) => {
    let shared = 0;
    for (const word of words) {
      let most = 0;
      for (const stem of list)
        if (word.weight > 0 && stem === word.stem)
          most = word.weight;
        else if (word.weight > 0 && most === 0 && stems[stem] === word.concept)
          most = div(word.weight * 7, 10);
      shared += most;
    }
    return shared;
  };
  const findPairs = (words, list) => {
    let pairs = 0;
    for (let i = 1; i < words.length; i++) {
      const both = words[i - 1].weight + words[i].weight;
      for (let j = 1; j < list.length && both > 0; j++)
        if (stems[list[j - 1]] === words[i - 1].concept && stems[list[j]] === words[i].concept) {
          pairs += div(both, 2);
          break;
        }
    }
    return pairs;
  };
  const isPlace = ({kind}) => kind === PHRASE_PLACE;
  const sectionOf = phrase => isPlace(phrase) ? places[phrase.subject].section : phrase.subject;
  const isWhole = (words, phrase) => phrase.count === words.length &&
    phraseStems(phrase).every((stem, i) => isPlace(phrase) ? stems[stem] === words[i].concept
      : stem === words[i].stem);
  const noteWhole = (found, phrase) => {
    const place = isPlace(phrase) ? phrase.subject + 1 : 0;
    const whole = found.wholes.find(({section}) => section === sectionOf(phrase));
    if (whole)
      whole.place = place !== 0 ? whole.place : 0;
    else if (found.wholes.length < MOST)
      found.wholes.push({section: sectionOf(phrase), place});
  };
  const findNearness = ({logWeight}, phrase, shared) => {
    const mean = div(logWeight * 6 + phrase.logWeight * 4, 10);
    return div(shared * ONE * 4, exp2(mean) + 1);
  };
  /* Phrases of small words alone are listed with their first one. */
  const conceptsOf = words => words.filter((word, i) =>
    word.weight > 0 || (i === 0 && word.concept !== UNKNOWN));

  const comparePhrase = (question, standings, phrase) => {
    const list = phraseStems(phrase), {words} = question;
    const shared = findShared(words, list) + findPairs(words, list);
    const score = div(findNearness(question, phrase, shared) * share[phrase.kind], ONE);
    const standing = standings[sectionOf(phrase)];
    if (score > standing.best) {
      standing.second = standing.best;
      standing.best = score;
    } else if (score > standing.second) {
      standing.second = score;
    }
    if (isWhole(words, phrase))
      noteWhole(question.found, phrase);
  };

  const findScore = (question, standing, section) => {
    const score = standing.best + div(standing.second * 3, 5) +
      div(standing.words * 64, question.weight + 1);
    return section.roles === 0 || section.listsSources ? div(score * 85, 100) : score;
  };

  const listBest = (question, standings, roles) => {
    const {found} = question;
    const scores = standings.map((standing, i) =>
      (standing.best || standing.words) && (roles === 0 || sections[i].roles & roles) &&
      !found.sections.includes(i) ? findScore(question, standing, sections[i]) : 0);
    let least = div(1024, 5);
    while (found.sections.length < MOST) {
      const best = scores.indexOf(Math.max(...scores));
      if (!(scores[best] >= least))
        return;
      least = Math.max(least, div(scores[best] * 2, 5));
      found.sections.push(best);
      scores[best] = 0;
    }
  };

  const find = (text, roles) => {
    const question = read(text), {words, found} = question, met = new Set();
    const standings = sections.map(() => ({best: 0, second: 0, words: 0}));
    const listed = section => {
      const place = found.sections.indexOf(section);
      return place < 0 ? found.sections.length : place;
    };
    for (const word of conceptsOf(words)) {
      const concept = concepts[word.concept];
      for (const index of concept.phrases)
        if (!met.has(index)) {
          met.add(index);
          comparePhrase(question, standings, phrases[index]);
        }
      for (let i = 0; word.weight > 0 && i < concept.sections; i++) {
        const posting = postings[concept.first + i];
        standings[div(posting, SCORES)].words += div(word.weight * (posting % SCORES), SCORES / 16);
      }
    }
    listBest(question, standings, roles);
    found.wholes.sort((a, b) => listed(a.section) - listed(b.section));
    if (question.parted && found.wholes.length === 0)
      found.sections.length = found.urgent;
    return found;
  };

  const findPlace = (section, text, exact) => {
    const question = read(text), {words} = question;
    let best = 0, place = 0;
    for (const word of conceptsOf(words))
      for (const index of concepts[word.concept].phrases) {
        const phrase = phrases[index];
        let nearness = Infinity;
        if (!isPlace(phrase) || sectionOf(phrase) !== section)
          continue;
        if (!isWhole(words, phrase)) {
          const shared = findShared(words, phraseStems(phrase));
          nearness = findNearness(question, phrase, shared);
          if (exact || shared * 3 < question.weight * 2)
            continue;
        }
        if (nearness > best) {
          best = nearness;
          place = phrase.subject + 1;
        }
      }
    return place;
  };

  /* --- src/guide/select.c --- */

  const select = ({named, topics, roles}) => {
    const selected = [];
    const add = (list, wanted) => {
      for (const i of list)
        if (wanted(i) && (roles === 0 || sections[i].roles & roles) && !selected.includes(i) &&
          (topics.length === 0 || tables.sectionTopics[i].some(topic => topics.includes(topic))))
          selected.push(i);
    };
    if (named.length > 0) {
      add(named, () => true);
      return selected;
    }
    const role = tables.rolePaths.findIndex((_, i) => roles === 1 << i);
    if (role >= 0)
      add(tables.rolePaths[role], () => true);
    add(sections.keys(), i => sections[i].roles !== 0);
    return selected;
  };

  /* --- src/reader/choose.c --- */

  const findName = (text, kind) => {
    const key = wordsOf(text).join('');
    let found = null;
    for (let i = bound(names.length, n => nameKeys[n] < key); key !== '' && nameKeys[i] === key; i++)
      if (kind === NAME_ANY || kind === names[i].kind) {
        if (tables.nameTexts[i] === text)
          return names[i];
        found = found || names[i];
      }
    return found;
  };
  const addFacet = (facets, {kind, index}) => {
    if (kind === NAME_SECTION)
      facets.named.push(index);
    else if (kind === NAME_TOPIC)
      facets.topics.push(index);
    else
      facets.roles |= 1 << index;
  };
  const whole = list => list.map(section => ({section, place: 0}));

  /* Words with what they are at in the text. */
  const tokens = text => Array.from(text.matchAll(/[^ \t\n]+/g), ({0: word, index}) => ({word, index}));

  const makeChoice = (text, roles) => {
    const list = tokens(text), noFacets = () => ({named: [], topics: [], roles});
    const isSeen = section => roles === 0 || (sections[section].roles & roles) !== 0;
    const seesPlace = place => {
      for (let i = place; i < places.length && places[i].section === places[place].section &&
        tables.placeNames[i] === tables.placeNames[place]; i++)
        if (roles === 0 || places[i].roles & roles)
          return true;
      return false;
    };
    const chooseName = () => {
      const name = findName(text, NAME_ANY), facets = noFacets();
      if (!name)
        return [];
      addFacet(facets, name);
      return whole(select(facets));
    };
    const chooseIdentifiers = () => {
      const facets = noFacets();
      for (const {word} of list) {
        const name = findName(word, NAME_ANY);
        if (!name || name.isAlias)
          return [];
        addFacet(facets, name);
      }
      return whole(select(facets));
    };
    const findSection = word => {
      const name = findName(word, NAME_SECTION);
      if (name)
        return name.index;
      const {wholes} = find(word, 0);
      return wholes.length === 1 && wholes[0].place === 0 ? wholes[0].section : UNKNOWN;
    };
    const choosePlace = (section, rest, exact) => {
      if (section === UNKNOWN || !isSeen(section))
        return [];
      const place = findPlace(section, rest, exact);
      return place !== 0 && seesPlace(place - 1) ? [{section, place}] : [];
    };
    const choosePart = exact => {
      const chosen = choosePlace(findSection(list[0].word), text.slice(list[1].index), exact);
      if (chosen.length > 0)
        return chosen;
      const last = list[list.length - 1];
      return choosePlace(findSection(last.word), text.slice(list[0].index, last.index), exact);
    };
    const answer = (chosen, found) => chosen.filter(({section}, i) =>
      chosen.findIndex(other => other.section === section) === i).map((one, i) =>
      ({...one, isUrgent: i < found.urgent}));
    const chooseFound = found => {
      const urgent = found.sections.slice(0, found.urgent);
      const seen = found.wholes.filter(({section, place}) =>
        isSeen(section) && (place === 0 || seesPlace(place - 1)));
      const named = seen.filter(({place}) => place === 0).map(({section}) => section);
      if (named.length > 0)
        return answer(whole(urgent.concat(named)), found);
      const best = found.urgent === 0 ? seen.find(({section}) => section === found.sections[0]) : null;
      if (best)
        return [best];
      const part = list.length > 1 && found.urgent === 0 ? choosePart(false) : [];
      return part.length > 0 ? part : answer(whole(found.sections), found);
    };
    return {list, chooseName, chooseIdentifiers, choosePart, chooseFound};
  };

  /* What the text means: {chosen: [{section, place, isUrgent}], slips}; place is the place + 1, or 0. */
  const choose = (typed, roles) => {
    const text = typed.replace(/^[ \t\n]+/, ''), choice = makeChoice(text, roles);
    const nothing = {chosen: [], slips: []}, {list} = choice;
    let chosen;
    if (list.length === 0)
      return nothing;
    if (list.length === 1 && (chosen = choice.chooseName()).length > 0)
      return {chosen, slips: []};
    if (list.length > 1) {
      const role = findName(list[0].word, NAME_ROLE);
      if (role && !role.isAlias)
        return choose(text.slice(list[1].index), roles | 1 << role.index);
      if ((chosen = choice.chooseIdentifiers()).length > 0 ||
        (chosen = choice.choosePart(true)).length > 0)
        return {chosen, slips: []};
    }
    const found = find(text, roles);
    chosen = list.length > 1 && found.urgent === 0 ? choice.chooseName() : [];
    return {chosen: chosen.length > 0 ? chosen : choice.chooseFound(found), slips: found.slips};
  };

  return text => choose(text, 0);
};
