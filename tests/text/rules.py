# SPDX-License-Identifier: MIT
"""What the text of the guide breaks of its own rules.

usage: rules.py GUIDE LISTS PROSE

GUIDE is the folder of the source; LISTS has the lists that are named below. Prints what is wrong, a line
each, with the rule before a tab. Into the folder PROSE goes a file for each section: its sentences, for
programs that measure how well they read.
"""
import collections
import os
import re
import sys

import guide as guides
import markdown
from markdown import Block, Citation, Colon, Mark, Reference, Text

EMPTY_BRACKETS = re.compile(r' *\([ ,;]*(?:and)?[ ,;]*\)') # what is left of citations
ABBREVIATION = re.compile(r'(?<![A-Za-z0-9.])[A-Z][A-Z]+[A-Za-z0-9]*')
SAFETY_WORDS = ('emergency', 'afraid')
SAFETY_SECTIONS = ('safety', 'crisis', 'helplines')
# No other is that of many sections.
COMMON_HEADINGS = ('What not to do', 'An example', 'Read in this order')
MOST_SECTIONS = 8
LABELS = re.compile(r'(Studies|Clinicians|This guide):?$')


def folded(text):
    """Small letters, with one space between words and around all."""
    return ' %s ' % re.sub(r'[ \t\n]+', ' ', text).lower()


def whole_words(pattern):
    return re.compile('[^a-z](%s)[^a-z]' % pattern)


def without_citations(text):
    return EMPTY_BRACKETS.sub('', text.replace('\n', ' ')).strip(' ')


class Lists:
    """The lists that say what is refused and asked for; each says what its lines mean."""

    def __init__(self, folder):
        self.folder = folder
        self.refused = [whole_words(line) for line in self.lines('refused-words')]
        self.any_refused = whole_words('|'.join(self.lines('refused-words')))
        self.allowed = [line.split(': ', 1) for line in self.lines('allowed-words')]
        terms = self.lines('terms')
        self.terms = {line: whole_words(line) for line in terms if '=' not in line}
        self.any_term = whole_words('|'.join(self.terms))
        self.known = {tuple(line.split('=', 1)) for line in terms if '=' in line}
        self.notices = ' '.join(self.lines('notices')).split()
        self.lengths = {name: (int(least), None if most == '-' else int(most))
                        for name, least, most in (line.split() for line in self.lines('lengths'))}

    def lines(self, name):
        """A list, without its remarks."""
        with open(os.path.join(self.folder, name), encoding='utf-8') as file:
            return [line.rstrip('\n') for line in file if not re.match('#|$', line)]

    def allowed_in(self, section):
        return [phrase for name, phrase in self.allowed if name == section]


class BlockText:
    """What one block says: before the colon of a term, and behind it."""

    def __init__(self, piece):
        self.kind = piece.kind
        self.line = piece.line
        self.roles = piece.roles
        self.term = ''
        self.text = ''
        self.uncited = '' # all of it, but for the texts of citations
        self.labels = []  # of paragraphs on where it is from; with each, whether it cites something
        self.citations = []
        self.references = []

    def all(self):
        return self.term + self.text


def blocks_of(pieces, guide):
    """The blocks that pieces make."""
    blocks = []
    before, strong = '', False
    for piece in pieces:
        block = blocks[-1] if blocks else None
        if isinstance(piece, Block):
            blocks.append(BlockText(piece))
        elif isinstance(piece, Mark):
            strong = piece == Mark('strong', False)
        elif isinstance(piece, Text):
            before = block.uncited
            if strong and LABELS.match(piece.words):
                block.labels.append([piece.words, False])
            block.text += piece.words
            block.uncited += piece.words
        elif isinstance(piece, Colon):
            block.term = block.text + ': '
            block.text = ''
            block.uncited += ':'
        elif isinstance(piece, Reference):
            block.references.append(piece.section)
            if piece.bare:
                block.uncited += guide.sections[piece.section].title
        elif isinstance(piece, Citation):
            block.citations.append(piece.source)
            if block.labels:
                block.labels[-1][1] = True
            if not piece.bare:
                block.uncited = before
    return blocks


class Rules:
    def __init__(self, guide, lists):
        self.guide = guide
        self.lists = lists
        self.found = []
        self.used_terms = {}   # of the list: where each is used first
        self.abbreviations = {}
        self.explained = ''    # all terms of the glossary
        self.cited = set()
        self.words = {}        # in each section

    def report(self, rule, *words):
        self.found.append('%s\t%s' % (rule, ''.join(words)))

    def check(self, blocks):
        """BLOCKS has those of each section."""
        for section_id in blocks:
            self.check_section(self.guide.sections[section_id], blocks[section_id])
        self.check_headings(blocks)
        self.check_explained()
        self.check_sources()
        self.check_order()
        trust_rebuild = next((page for page in self.guide.pages if page.name == 'trust-rebuild'), None)
        if trust_rebuild:
            self.check_length('page trust-rebuild', 'trust-rebuild',
                              sum(self.words[section] for section in trust_rebuild.sections))
        return self.found

    def check_section(self, section, blocks):
        place = section.id + '.md'
        self.words[section.id] = sum(len(without_citations(block.uncited).split())
                                     for block in blocks if block.kind not in ('code', 'label'))
        for block in blocks:
            if block.kind != 'label':
                self.check_block(section, block, '%s:%d: ' % (place, block.line))
        self.check_safety(section, blocks)
        self.check_length(place, section.id, self.words[section.id])
        self.check_front_matter(section, place)

    def check_front_matter(self, section, place):
        names = [section.title, section.summary] + section.aliases + section.index
        self.check_words(section, place + ':1: ', ' / '.join(names))
        self.check_terms(section, place + ':1: ', section.title + ' / ' + section.summary)
        if section.id in self.lists.notices and not section.notice:
            self.report('notices', place, ': the notice is missing')
        if section.id not in self.lists.notices and section.notice:
            self.report('notices', place, ': the notice does not belong here')

    def check_block(self, section, block, place):
        explains = '*terms*' in self.lists.allowed_in(section.id)
        self.check_words(section, place, block.text if explains else block.all())
        if block.kind != 'code':
            self.check_terms(section, place, block.all())
        if section.id == 'glossary' and block.term:
            self.explained += re.sub("[^a-z0-9'-]+", ' ', folded(block.term))
        for label, cites in block.labels:
            if label.startswith('Studies') and not cites and not self.is_allowed(section, block.text):
                self.report('studies', place, 'no source is named')
        for source in block.citations:
            self.cited.add(source)
            if source not in self.guide.sources:
                self.report('sources', place, 'there is no source ', source)

    # --- Words and terms ---

    def is_allowed(self, section, text):
        return any(phrase in folded(text) for phrase in self.lists.allowed_in(section.id))

    def check_words(self, section, place, text):
        text = folded(text)
        for phrase in self.lists.allowed_in(section.id):
            text = text.replace(phrase, '...')
        for refused in self.lists.refused if self.lists.any_refused.search(text) else []:
            match = refused.search(text)
            if match:
                self.report('words', place, '"%s"' % match.group(1))

    def check_terms(self, section, place, text):
        small = folded(text)
        terms = self.lists.terms.items() if self.lists.any_term.search(small) else []
        for term, pattern in terms:
            match = term not in self.used_terms and pattern.search(small)
            if match:
                self.used_terms[term] = '%s"%s"' % (place, match.group(1))
        for match in ABBREVIATION.finditer(text):
            word = match.group()
            if not {('', word), (section.id, word)} & self.lists.known:
                self.abbreviations.setdefault(word, place)

    def check_explained(self):
        for term, place in self.used_terms.items():
            if not self.lists.terms[term].search(self.explained):
                self.report('terms', place, ' is not in the glossary')
        for word, place in self.abbreviations.items():
            if ' %s ' % word.lower() not in self.explained:
                self.report('terms', place, '"%s" is not in the glossary' % word)

    # --- Safety, headings and lengths ---

    def check_safety(self, section, blocks):
        """What is said of safety is said to all who have the section."""
        hidden, shown = {}, set()
        for block in blocks:
            text = folded(block.all())
            said = [word for word in SAFETY_WORDS if whole_words(word).search(text)] + \
                [name + '.md' for name in block.references if name in SAFETY_SECTIONS]
            if not block.roles or set(section.roles) <= set(block.roles):
                shown.update(said)
            else:
                for word in said:
                    hidden.setdefault(word, block.line)
        for word, line in hidden.items():
            if word not in shown:
                self.report('safety', '%s.md:%d: "%s" stands under a role heading only' % (section.id, line, word))

    def check_headings(self, blocks):
        """A heading names what is under it; one that many sections share names nothing."""
        sections = {}
        for section_id in blocks:
            for heading in {block.text for block in blocks[section_id]
                            if block.kind.startswith('h') and not block.roles}:
                sections.setdefault(heading, []).append(section_id)
        for heading, found in sections.items():
            if len(found) > MOST_SECTIONS and heading not in COMMON_HEADINGS:
                self.report('headings', '"%s" stands in %d sections' % (heading, len(found)))

    def check_length(self, what, name, words):
        least, most = self.lists.lengths.get(name) or self.lists.lengths['*']
        if words < least:
            self.report('lengths', '%s: %d words are less than %d' % (what, words, least))
        if most is not None and words > most:
            self.report('lengths', '%s: %d words are more than %d' % (what, words, most))

    # --- The guide as a whole ---

    def check_sources(self):
        for source in self.guide.sources:
            if source not in self.cited:
                self.report('sources', 'sources.yaml: %s is nowhere cited' % source)

    def check_order(self):
        for section in self.guide.sections.values():
            if section.id not in self.guide.book:
                self.report('order', section.id, '.md: in no part')
            if not self.guide.own_pages(section.id):
                self.report('order', section.id, '.md: on no man page')
            for role in section.roles:
                if section.id not in self.guide.roles[role].path:
                    self.report('order', section.id, '.md: not in the path of ', role)
        for page in self.guide.pages:
            role = self.guide.front_of(page)
            if role and self.guide.on_page(page) != self.guide.contents(role)[0][1]:
                self.report('order', 'page %s: not the first group of the path of %s' % (page.name, role))
        uses = collections.Counter(topic for section in self.guide.sections.values() for topic in section.topics)
        for topic in self.guide.topics:
            if uses[topic] < 2:
                self.report('order', 'guide.yaml: topic %s is used by less than two sections' % topic)


def sentences(blocks):
    """Paragraphs and items, each of which ends a sentence, without headings, code and citations. A colon
    does not end one here, as it does for GNU style, by which a text with many seems easier than it is."""
    texts = [re.sub(':(?= |$)', ',', without_citations(block.uncited)) for block in blocks if block.kind == 'p']
    return ''.join('%s%s\n\n' % (text, '' if re.search(r'[.!?]["\')]*$', text) else '.') for text in texts if text)


def main():
    guide = guides.Guide(sys.argv[1])
    blocks = {}
    for section in guide.sections.values():
        read = blocks_of(markdown.pieces_of(section, guide), guide)
        with open(os.path.join(sys.argv[3], section.id), 'w', encoding='utf-8') as file:
            file.write(sentences(read))
        # Sections without roles are about the program.
        if section.roles:
            blocks[section.id] = read
    for line in Rules(guide, Lists(sys.argv[2])).check(blocks):
        print(line)


if __name__ == '__main__':
    main()
