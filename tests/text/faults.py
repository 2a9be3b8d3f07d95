# SPDX-License-Identifier: MIT
"""Puts faults into what is right, and tells which of them the second reading does not find.

usage: faults.py GUIDE READER LISTS RESULTS

GUIDE is the folder of a source, READER a program that holds it; LISTS has the lists of rules.py. RESULTS
gets for each kind of fault those that nobody noticed; see results.py. A fault is put in at several
places, always the same.
"""
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import guide as guides
import markdown
import match
import menus
import outputs
import roundtrip
import rules
import selections
import yamlread
from markdown import Block, Node, Reference, Text
from results import Results

PLACES = 4
TOPIC = 'forgiveness' # what is printed
# Words that are no part of an address, a macro, a tag or a name.
WORD = re.compile(r'(?<=[ \n])[A-Za-z]{3,}(?=[ ,\n])(?! \{)')


def changed(text, start, end, replacement):
    return text[:start] + replacement + text[end:]


# --- Faults in words: each takes a text, the places of its words, and one of these ---

def word_lost(text, words, at):
    return changed(text, words[at].start(), words[at].end(), '')


def word_twice(text, words, at):
    return changed(text, words[at].end(), words[at].end(), ' ' + words[at].group())


def word_added(text, words, at):
    return changed(text, words[at].start(), words[at].start(), 'quux ')


def letter_changed(text, words, at):
    letter = text[words[at].start() + 1]
    return changed(text, words[at].start() + 1, words[at].start() + 2, 'q' if letter != 'q' else 'k')


def case_changed(text, words, at):
    return changed(text, words[at].start(), words[at].end(), words[at].group().swapcase())


def word_split(text, words, at):
    return changed(text, words[at].start() + 1, words[at].start() + 1, ' ')


def words_glued(text, words, at):
    end = words[at].end()
    blanks = len(text[end:]) - len(text[end:].lstrip())
    return changed(text, end, end + (blanks or 1), '')


def words_swapped(text, words, at):
    first, second = words[at], next(word for word in words[at:] if word.group() != words[at].group())
    text = changed(text, second.start(), second.end(), first.group())
    return changed(text, first.start(), first.end(), second.group())


def line_lost(text, words, at):
    return changed(text, *line_at(text, words[at].start()), '')


def line_twice(text, words, at):
    start, end = line_at(text, words[at].start())
    return changed(text, end, end, text[start:end])


def end_lost(text, words, at):
    return text[:words[at].start()] + text[words[-1].end():]


def line_at(text, position):
    return text.rfind('\n', 0, position) + 1, text.index('\n', position) + 1


WORD_FAULTS = (word_lost, word_twice, word_added, letter_changed, case_changed, word_split, words_glued,
               words_swapped, line_lost, line_twice, end_lost)


# --- Faults in what programs add, as patterns and what stands there instead ---

HINTS = {
    'text': (r' \(trustman ([a-z0-9]+)\)', ' (trustman health)'),
    'markdown': (r' \(trustman ([a-z0-9]+)\)', ' (trustman health)'),
    'html': (r' \(trustman ([a-z0-9]+)\)', ' (trustman health)'),
    'man': (r' \((trust-[a-z]+)\(7\)\)', ' (trust-health(7))'),
    'roff': (r' \(\\fB(trust\\-[a-z]+)\\fR\(7\)\)', r' (\\fBtrust\\-health\\fR(7))'),
    'texinfo': (r' \(@command\{trustman ([a-z0-9]+)\}\)', ' (@command{trustman health})'),
}


def direction_faults(text):
    """References without where they lead in the same text, and such as lead the other way."""
    for hint in list(re.finditer(r'\s\((above|below)(: [^)]*)?\)', text))[:PLACES]:
        yield 'direction lost', changed(text, *hint.span(), ' ')
        yield 'direction changed', changed(text, *hint.span(1), 'below' if hint.group(1) == 'above' else 'above')


def hint_faults(output_format, text):
    """References without where they lead, and such as lead to another section."""
    pattern, other = HINTS[output_format]
    start = max(0, text.find('@end menu')) # what is before it is no section's
    hints = [hint for hint in re.compile(pattern).finditer(text, start) if 'health' not in hint.group()]
    for hint in hints[:PLACES]:
        yield 'reference lost', changed(text, *hint.span(), '')
        yield 'reference changed', changed(text, *hint.span(), hint.expand(other))
    if output_format in ('text', 'markdown', 'man', 'roff'):
        yield from direction_faults(text)


class Faults:
    def __init__(self, folder, reader, lists):
        self.folder = folder
        self.reader = reader
        self.lists = lists
        self.guide = guides.Guide(folder)
        self.pieces_read = {}
        self.pieces = {section.id: self.pieces_of(section, self.guide) for section in self.guide.sections.values()}
        self.unnoticed = collections.OrderedDict()
        self.random = random.Random(1)

    def pieces_of(self, section, guide):
        """As those of markdown.py, each body once."""
        key = section.id, section.body
        if key not in self.pieces_read:
            self.pieces_read[key] = markdown.pieces_of(section, guide)
        return self.pieces_read[key]

    def expect(self, kind, noticed, what):
        """Notes a fault of a kind, and whether it was noticed."""
        self.unnoticed.setdefault(kind, [])
        if not noticed:
            self.unnoticed[kind].append(what)

    def printed(self, output_format):
        return subprocess.run([self.reader, '-T', output_format, '-t', TOPIC], check=True,
                              stdout=subprocess.PIPE).stdout

    # --- Outputs ---

    def damage(self, text, start=0, end=None):
        """Texts with a fault in their words, each with its kind and where it is."""
        words = [word for word in WORD.finditer(text, start, len(text) if end is None else end)]
        for fault in WORD_FAULTS:
            for _ in range(PLACES):
                at = self.random.randrange(len(words) - 20)
                name = fault.__name__.replace('_', ' ')
                yield name, '%s at "%s"' % (name, text[words[at].start():words[at + 3].end()]), fault(text, words, at)

    def put_into_outputs(self):
        for output_format in ('text', 'markdown', 'html', 'json'):
            self.put_into_output(output_format, self.printed(output_format).decode(), None)
        page = guides.Page({'name': self.guide.name, 'section': '7', 'summary': self.guide.summary})
        for program in outputs.RENDERERS:
            if shutil.which(program):
                self.put_into_output('man', outputs.render(program, self.printed('man')), page)

    def put_into_output(self, output_format, text, page):
        def check(text):
            chunks = outputs.read(output_format, text)
            return match.Matcher(self.guide, self.pieces, output_format, chunks,
                                 self.guide.choose(topics=[TOPIC]), (), page).check()

        def expect(kind, what, text):
            self.expect('words, %s: %s' % (output_format, kind), check(text), what)
        self.expect('words, %s: nothing' % output_format, not check(text), check(text))
        if output_format == 'json':
            self.put_into_json(text, expect)
            return
        start = text.index('<main') if output_format == 'html' else len(text) // 8
        for kind, what, damaged in self.damage(text, start, len(text) * 7 // 8):
            expect(kind, what, damaged)
        for kind, damaged in hint_faults(output_format, text):
            expect(kind, kind, damaged)

    def put_into_json(self, text, expect):
        """Where words stand in strings, faults are put into these."""
        printed = json.loads(text)
        for section in self.random.sample(printed['sections'], 3):
            body = section['markdown']
            for kind, what, section['markdown'] in self.damage(body):
                expect(kind, '%s: %s' % (section['id'], what), json.dumps(printed))
            section['markdown'] = body
        marked = next(section for section in printed['sections'] if ' {.' in section['markdown'])
        marked['markdown'] = re.sub(r' \{\.[^}]*\}', '', marked['markdown'], 1)
        expect('roles of a heading lost', marked['id'], json.dumps(printed))

    # --- Selections ---

    def put_into_selections(self):
        for output_format in selections.FORMATS:
            checker = selections.Selections(self.guide, self.pieces, output_format)
            text = self.printed(output_format).decode()

            def expect(kind, damaged, what=''):
                wrong = damaged == text or not checker.check(damaged, [TOPIC], [])
                self.expect('selections, %s: %s' % (output_format, kind), not wrong, what or kind)
            self.expect('selections, %s: nothing' % output_format, not checker.check(text, [TOPIC], []),
                        checker.check(text, [TOPIC], []))
            if output_format == 'json':
                put_into_json_selection(text, expect)
                continue
            hints = 'roff' if output_format == 'man' else output_format
            for kind, damaged in hint_faults(hints, text):
                expect(kind, damaged)
            self.put_into_sections(checker, text, expect)
            for kind, damaged in SELECTION_FAULTS[output_format](text):
                expect(kind, damaged)

    def put_into_sections(self, checker, text, expect):
        """Sections that are lost, stand twice, or have another title, no text or no notice."""
        cut = checker.cut(text)
        noticed = next(number for number, fragment in enumerate(cut) if number and checker.read(fragment).opens_with)
        bare = next(number for number, fragment in enumerate(cut)
                    if checker.read(fragment).title not in (None, 'Sources') + selections.PARTS_OF_PAGE
                    and not checker.read(fragment).notices)
        words = checker.read(cut[noticed]).title.split()
        notice = re.compile(r'\s+'.join(map(re.escape, self.guide.notice.replace('read safety', 'read safety').split())))
        if not notice.search(cut[noticed]):
            notice = re.compile(re.escape(self.guide.notice.replace(',', '@comma{}')))
        for kind, fragment in (('section lost', ''), ('section twice', cut[noticed] * 2),
                               ('title changed', cut[noticed].replace(words[-1], 'Quux', 1)),
                               ('notice lost', notice.sub('', cut[noticed], 1)),
                               ('notice twice', notice.sub(lambda found: found.group() * 2, cut[noticed], 1))):
            expect(kind, text.replace(cut[noticed], fragment, 1))
        said = notice.search(cut[noticed])
        if said:
            middle = cut[bare].rindex('\n', 0, len(cut[bare]) // 2) + 1
            expect('notice where none belongs',
                   text.replace(cut[bare], changed(cut[bare], middle, middle, said.group() + '\n'), 1))

    def put_into_fronts(self):
        """Front pages of a role with another title, another group, and other contents."""
        role = next(iter(self.guide.roles))
        groups = self.guide.contents(role)
        first, second = (self.guide.sections[section] for section in sum((ids for _, ids in groups), [])[:2])
        for output_format in list(selections.FRONT) + ['json']:
            text = subprocess.run([self.reader, '-T', output_format, '-r', role], check=True,
                                  stdout=subprocess.PIPE).stdout.decode()
            checker = selections.Selections(self.guide, self.pieces, output_format)

            def expect(kind, damaged):
                noticed = damaged != text and checker.check(damaged, [], [role])
                self.expect('front page, %s: %s' % (output_format, kind), noticed, kind)
            wrong = checker.check(text, [], [role])
            self.expect('front page, %s: nothing' % output_format, not wrong, wrong)
            if output_format == 'json':
                expect('section lost', text.replace('"%s", ' % second.id, '', 1))
                expect('group changed', text.replace('"%s"' % groups[1][0], '"Quux"', 1))
                continue
            title = self.guide.roles[role].title
            at = text.index(self.guide.roles[role].summary)
            expect('title changed', text[:at].replace(title, 'Quux') + text[at:])
            expect('section lost', re.sub(re.escape(second.title) + r'(?s:.*?)' + second.summary[-9:], '', text, 1))
            expect('sections swapped', text.replace(first.title, '\0', 1).replace(second.title, first.title, 1)
                   .replace('\0', second.title, 1))
            if output_format != 'man':
                chunks = outputs.read(output_format, text.replace(groups[1][0], 'Quux', 1))
                found = match.Matcher(self.guide, self.pieces, output_format, chunks,
                                      self.guide.choose(roles=[role]), [role], None, role).check()
                self.expect('front page, %s: group changed' % output_format, found, groups[1][0])

    # --- Rules ---

    def put_into_source(self):
        """As many faults at once as there are files."""
        texts = {}
        for name in os.listdir(self.folder):
            with open(os.path.join(self.folder, name), encoding='utf-8') as file:
                texts[name] = file.read()
        self.expect('rules: nothing', not self.broken({}), 'nothing')
        rounds = []
        for fault in SOURCE_FAULTS:
            free = next((faults for faults in rounds if fault[2] not in faults), None)
            if free is None:
                rounds.append({})
                free = rounds[-1]
            free[fault[2]] = fault
        for faults in rounds:
            damaged = {name: re.sub(pattern, replacement, texts[name], 1)
                       for name, (_, _, _, pattern, replacement) in faults.items()}
            broken = self.broken(damaged)
            for name, (rule, finding, _, _, _) in faults.items():
                noticed = damaged[name] != texts[name] and any(
                    line.startswith(rule + '\t') and finding in line for line in broken)
                self.expect('rules: ' + rule, noticed, '%s: "%s"' % (name, finding))
        everywhere = {name: text + '\n\n## What to do\n\nThis.\n'
                      for name, text in texts.items() if name.endswith('.md')}
        self.expect('rules: headings', any(line.startswith('headings\t"What to do"')
                                           for line in self.broken(everywhere)), 'one heading in all sections')

    def broken(self, replaced):
        """What rules.py says of the guide with some of its files replaced."""
        with tempfile.TemporaryDirectory() as folder:
            for name in os.listdir(self.folder):
                if name in replaced:
                    with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                        file.write(replaced[name])
                else:
                    os.symlink(os.path.abspath(os.path.join(self.folder, name)), os.path.join(folder, name))
            guide = guides.Guide(folder)
            blocks = {section.id: rules.blocks_of(self.pieces_of(section, guide), guide)
                      for section in guide.sections.values() if section.roles}
            return rules.Rules(guide, rules.Lists(self.lists)).check(blocks)

    # --- What a small guide is read as ---

    def read_small_guide(self):
        """What this guide may not use, is read all the same."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in SMALL_GUIDE.items():
                with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                    file.write(text)
            guide = guides.Guide(folder)
        pieces = {section.id: markdown.pieces_of(section, guide) for section in guide.sections.values()}
        found = pieces['one']
        for what, value, wanted in (
                ('path in groups', guide.roles['r'].path, ['two', 'one']),
                ('contents', guide.contents('r'), [('First', ['two']), ('Then', ['one'])]),
                ('front page', [guide.front_of(page) for page in guide.pages], ['r', None, None]),
                ('page for each', [page.reference for page in guide.pages], ['all(7)', 'x-one(7)', 'x-two(7)']),
                ('own page', guide.own_pages('two'), ['x-two(7)']),
                ('variable in guide.yaml', guide.title, 'A 1.0'),
                ('asks', guide.sections['one'].asks, ['how, so']),
                ('notice that leads', guide.notice_leads(guide.sections['one']), 'two'),
                ('level 4', [piece.kind for piece in found if isinstance(piece, Block)],
                 ['p', 'h2', 'p', 'h4', 'p', 'label', 'p']),
                ('roles below', [piece.roles for piece in found if isinstance(piece, Block)][-1], ('r',)),
                ('places', sorted(markdown.places_of(found)), ['ea', 'n-n', 'x-n']),
                ('place', [piece for piece in found if isinstance(piece, Reference)],
                 [Reference('two', 'ea', False, 'A'), Reference('one', 'x-n', True, '')]),
                ('node', [piece for piece in found if isinstance(piece, Node)], [Node('sed', '', True)]),
                ('address with a variable', [piece for piece in found if isinstance(piece, markdown.Address)],
                 [markdown.Address('https://example.org/1.0')]),
                ('variable, and none', ''.join(piece.words for piece in pieces['two'] if isinstance(piece, Text)),
                 '*1.0* is {{v}}')):
            self.expect('a small guide is read', value == wanted, '%s: %s' % (what, value))
        self.expect('menus: nothing', not menus.check(guide, SMALL_INFO), menus.check(guide, SMALL_INFO))
        for what, part, replacement in MENU_FAULTS:
            damaged = SMALL_INFO.replace(part, replacement, 1)
            self.expect('menus', damaged != SMALL_INFO and menus.check(guide, damaged), what)

    # --- Outlines, and YAML ---

    def put_into_outlines(self):
        def outline(body):
            made = roundtrip.Outline(self.guide)
            made.read(markdown.tree(body))
            return made.lines
        for section in self.random.sample(sorted(self.guide.sections), 3):
            body = self.guide.sections[section].body
            for kind, what, damaged in self.damage(body):
                self.expect('outlines: ' + kind, outline(damaged) != outline(body), '%s: %s' % (section, what))
        for what, one, other in OUTLINE_FAULTS:
            self.expect('outlines: blocks and spans', outline(one) != outline(other), what)

    def put_into_yaml(self):
        for text, value in YAML_VALUES:
            self.expect('yaml: values', yamlread.read(text) == value, text)
        for text in YAML_REFUSED:
            try:
                self.expect('yaml: refused', False, '%r is %r' % (text, yamlread.read(text)))
            except yamlread.Unreadable:
                self.expect('yaml: refused', True, text)


def put_into_json_selection(text, expect):
    def changed_section(change):
        printed = json.loads(text)
        change(printed['sections'], next(section for section in printed['sections'] if section['notice']))
        return json.dumps(printed)
    expect('section lost', changed_section(lambda sections, section: sections.remove(section)))
    expect('section twice', changed_section(lambda sections, section: sections.append(section)))
    expect('notice lost', changed_section(lambda _, section: section.update(notice=False)))
    expect('see lost', changed_section(lambda _, section: section['see'].pop()))
    expect('name changed', changed_section(lambda _, section: section.update(id='quux')))
    link = r'\]\(([a-z0-9]+)\.md\)'
    for start, end in [found.span() for found in re.finditer(link, text)][:PLACES]:
        expect('reference lost', changed(text, start, end, ')'))
        expect('reference changed', changed(text, start, end, '](quux.md)'))
    expect('another notice', text.replace('Afraid', 'Glad', 1))


def heading_alone(pattern, end):
    """A heading of which all that stands below is lost."""
    def put(text):
        for heading in list(re.finditer(pattern, text))[1:PLACES]:
            below = re.compile(end).search(text, heading.end())
            if below:
                yield 'heading alone', changed(text, heading.end(), below.start(), '')
    return put


def html_faults(text):
    yield from heading_alone(r'<h3[^>]*>.*</h3>\n', r'<h3|</section>')(text)
    for link in list(re.finditer(r'<a href="#([a-z0-9]+)">', text))[-PLACES:]:
        yield 'leads nowhere', changed(text, *link.span(), '<a href="#quux">')
    yield 'id twice', re.sub(r'<section id="[a-z0-9]+"', r'\g<0>><p id="safety">x</p><p id="safety"', text, 1)


def texinfo_faults(text):
    yield from heading_alone(r'\n@heading .*\n', r'\n@heading |\n@node ')(text)
    for link in list(re.finditer(r'@pxref\{([a-z0-9]+)\}', text))[:PLACES]:
        yield 'leads nowhere', changed(text, *link.span(), '@pxref{quux}')


def man_faults(text):
    yield from heading_alone(r'\n\.SS .*', r'\n\.S[SH] ')(text)
    for page in list(re.finditer(r'\n\.BR trust\\-[a-z]+ ', text))[:PLACES]:
        yield 'no page', changed(text, *page.span(), '\n.BR trust\\-quux ')


SELECTION_FAULTS = {
    'text': heading_alone(r'\n\n  [^ \n].*\n', r'\n\n(?! {3})'),
    'markdown': heading_alone(r'\n## .*\n', r'\n##? '),
    'html': html_faults,
    'texinfo': texinfo_faults,
    'man': man_faults,
}

# The rule that is broken, what is said of it, the file, what is replaced in it, and by what.
SOURCE_FAULTS = (
    ('words', ': "victim"', 'blame.md', r'\n---\n', r'\g<0>You are no victim.\n'),
    ('words', 'why.md:', 'why.md', r'\n---\n', r'\g<0>You are no **victim**.\n\n'),
    ('words', 'lies.md:', 'lies.md', r'\n---\n', '\\g<0>Say so to the\nbetrayed.\n'),
    ('words', 'money.md:1: "victims"', 'money.md', r'summary: ', r'\g<0>victims, '),
    ('words', 'today.md:1: "victim"', 'today.md', r'aliases: \[', r'\g<0>victim, '),
    ('words', 'mirror.md:', 'mirror.md', r'\Z', '\n\n- **Victims:** nobody.\n'),
    ('words', 'causes.md:', 'causes.md', r'\Z', '\n\n    victims\n'),
    ('terms', '"QUUX" is not in the glossary', 'signs.md', r'\n---\n', r'\g<0>Ask the QUUX.\n'),
    ('terms', '" is not in the glossary', 'glossary.md', r'\n- \*\*Clinician', '\n- **Friend'),
    ('safety', ': "safety.md" stands under a role heading only', 'memories.md', r'(?s)\n---\n.*',
     '\n---\n## For you {.couple}\n\nRead [this](safety.md).\n'),
    ('safety', 'agree.md:', 'agree.md', r'(?s)\n---\n.*', '\n---\n## For you {.couple}\n\nIf you are afraid, go.\n'),
    ('notices', 'kids.md: the notice is missing', 'kids.md', r'notice: true\n', ''),
    ('notices', 'myths.md: the notice does not belong here', 'myths.md', r'title: ', r'notice: true\n\g<0>'),
    ('studies', 'anger.md:', 'anger.md', r'(?s)\n---\n.*', '\n---\n- **Studies:** Many say so.\n'),
    ('sources', 'there is no source quux1999', 'shame.md', r'\n---\n', r'\g<0>So it is ([x](source:quux1999)).\n'),
    ('sources', 'quux2000 is nowhere cited', 'sources.yaml', r'\A', 'quux2000:\n  title: Quux\n\n'),
    ('lengths', 'needs.md: 2 words are less', 'needs.md', r'(?s)\n---\n.*', '\n---\nFew words.\n'),
    ('lengths', 'causes.md: ', 'causes.md', r'\n---\n', r'\g<0>' + 'more ' * 400 + '\n'),
    ('lengths', 'page trust-rebuild: ', 'ways.md', r'\n---\n', r'\g<0>' + 'more ' * 1000 + '\n'),
    ('order', 'crisis.md: in no part', 'guide.yaml', r'(parts:(?:.|\n)*?\[start, safety, )crisis, ', r'\1'),
    ('order', 'crisis.md: not in the path of betrayed', 'guide.yaml',
     r'(path:(?:.|\n)*?sections: \[safety, call), crisis\b', r'\1'),
    ('order', 'page trust-betrayed: not the first group of the path of betrayed', 'guide.yaml',
     r'(- name: trust-betrayed\n(?:.*\n){2} +sections: \[)', r'\1health, '),
    ('order', 'topic quux is used by less than two', 'guide.yaml', r'topics:\n', r'\g<0>  - id: quux\n    summary: quux\n'),
)

OUTLINE_FAULTS = (
    ('level of a heading', '## A\n', '### A\n'),
    ('strong is emphasis', '**A** b', '*A* b'),
    ('strong is lost', '**A** b', 'A b'),
    ('code is lost', '`A` b', 'A b'),
    ('an address is another', '[A](https://example.org/)', '[A](https://example.com/)'),
    ('an address is lost', '[A](https://example.org/)', 'A'),
    ('a hard break is lost', 'A\\\nb', 'A\nb'),
    ('a list is numbered', '- A\n', '1. A\n'),
    ('a list begins with another number', '2. A\n', '1. A\n'),
    ('a loose list is tight', '- A\n\n- B\n', '- A\n- B\n'),
    ('two items are one', '- A\n- B\n', '- A\n  B\n'),
    ('a list is nested', '- A\n- B\n', '- A\n  - B\n'),
    ('a quote is lost', '> A\n', 'A\n'),
    ('code has another line', '    A\n    b\n', '    A\n     b\n'),
    ('two paragraphs are one', 'A\n\nb\n', 'A\nb\n'),
)

SMALL_GUIDE = {
    'guide.yaml': """name: small
title: A {{v}}
summary: s
edition: 2024-01-01
notice: N
notice-section: two
variables: {v: "1.0", w: "*1.0*"}
doors:
- {title: "Ea: now", to: two#ea}
roles:
- id: r
  title: For r
  summary: s
  path:
  - {title: First, sections: [two]}
  - title: Then
    sections: [one]
topics: []
parts:
- {id: p, title: P, sections: [one, two]}
pages:
- {name: all, section: 7, summary: s, roles: [r]}
page-for-each: {prefix: x-, section: 7}
""",
    'one.md': """---
title: One
summary: s
notice: true
asks: ["how, so"]
---
[A](two.md#ea), [](#x-n), [](info:sed), [a](https://example.org/{{v}}).

## É'a!

B

#### N n {.r}

C

- **-x** [*N*]: D
""",
    'two.md': """---
title: Two
summary: s
---
{{w}} is \\{{v}}
""",
}

SMALL_INFO = """
\x1f
File: small.info,  Node: Top,  Next: r,  Up: (dir)

A 1.0

N

* Menu:

* two ea::            Ea: now

* For r: r.           s

* P: p.

* Index::
\x1f
File: small.info,  Node: r,  Next: p,  Prev: Top,  Up: Top

For r

N

* Menu:

First

* Two: two.           s

Then

* One: one.           s
\x1f
File: small.info,  Node: p,  Next: one,  Prev: r,  Up: Top

P

* Menu:

* One: one.           s
* Two: two.
                      s
"""
# What is wrong, what is replaced, and by what.
MENU_FAULTS = (
    ('door lost', '* two ea::            Ea: now\n', ''), ('door leads elsewhere', 'two ea::', 'two::'),
    ('door has another title', 'Ea: now', 'Ea: then'), ('role lost', '* For r: r.           s\n', ''),
    ('part lost', '* P: p.\n', ''), ('no notice on Top', '\n\nN', ''), ('no notice for a role', 'For r\n\nN', 'For r'),
    ('notice behind the menu', '\n\nN\n\n* Menu:\n', '\n\n* Menu:\n\nN\n'), ('group lost', 'First\n\n', ''),
    ('group renamed', 'Then', 'Them'), ('section lost', '* Two: two.           s\n\n', ''),
    ('section behind', 's\n\x1f\nFile: small.info,  Node: p', 's\n* Two: two. s\n\x1f\nFile: small.info,  Node: p'),
    ('summary lost', '                      s', ''), ('node lost', 'Node: p', 'Node: q'),
    ('line too wide', '\n\nN', '\n\nN' + 20 * ' and on'),
)

YAML_VALUES = (
    ('a: b', {'a': 'b'}), ('a: b # c', {'a': 'b'}), ('a: b#c', {'a': 'b#c'}), ('a:\n', {'a': ''}),
    ('a: b\n  c\n', {'a': 'b c'}), ('a: >-\n  b\n  c\nd: e\n', {'a': 'b c', 'd': 'e'}),
    ('a: |\n  b\n   c\n', {'a': 'b\n c\n'}), ("a: 'it''s'", {'a': "it's"}), ('a: "\\"b\\" \\u00e9\\\\"', {'a': '"b" é\\'}),
    ('a: "\\ud83d\\ude00"', {'a': '😀'}), ('a: [b, "c, d", e f]', {'a': ['b', 'c, d', 'e f']}),
    ('a: [b,\n  c,\n  ]\nd: e', {'a': ['b', 'c'], 'd': 'e'}),
    ('- {a: b, c: [d, e]}\n- a: b\n  c:\n  - d\n  - e\n', [{'a': 'b', 'c': ['d', 'e']}] * 2),
    ('a: []\nb: {}\n', {'a': [], 'b': {}}), ('# c\na: https://example.org/#b\n', {'a': 'https://example.org/#b'}),
    ('a: {b: "c: d", e: 1}', {'a': {'b': 'c: d', 'e': '1'}}), ('a: yes\nb: ~x\n', {'a': 'yes', 'b': '~x'}),
)
YAML_REFUSED = ('a: b\na: c\n', 'a: [c: d]', 'a: {b: c, b: d}', 'a: [b', 'a: "b', 'a: &b c', 'a: *b', 'a: !b c', 'a: [b] c', 'a: b\nc\n',
                'a: b\n c: d\n', '- a\nb: c\n', 'a: [b c: ]]', 'a: "\\q"')


def main():
    folder, reader, lists, results = sys.argv[1:]
    faults = Faults(folder, reader, lists)
    faults.put_into_yaml()
    faults.read_small_guide()
    faults.put_into_outputs()
    faults.put_into_selections()
    faults.put_into_fronts()
    faults.put_into_source()
    faults.put_into_outlines()
    shown = Results(results)
    for kind, unnoticed in faults.unnoticed.items():
        shown.add(kind, ['not noticed: %s' % what for what in unnoticed])


if __name__ == '__main__':
    main()
