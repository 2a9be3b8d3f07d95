# SPDX-License-Identifier: MIT
"""Whether an output holds what its sections do: all of it, in order, once.

What a program adds is known: what is marked "added" below may stand there, at that place only.
"""
import functools
import re

import markdown
from markdown import (Address, Block, Citation, Colon, Label, Manual, Mark, Node, Reference, RoleMark, Sign, Text)

# Formats that keep the colon behind a term.
KEEP_COLONS = ('text', 'markdown', 'json')


class Mismatch(Exception):
    """What is wanted and what stands there."""


def shorten(words):
    words = words.replace('\n', ' ')
    return words[:60] + '...' if len(words) > 60 else words


def may_break(before, after):
    """Whether an output may have the end of a line between two characters of a word: behind some
    signs, and beside ideographs and the like."""
    return before in '-/?&=._' or before >= '\x80' or after >= '\u3000'


def may_join(before, after):
    """Whether the end of a line in the source is no space: between ideographs."""
    return before >= '\x80' and after >= '\u3000'


class Cursor:
    """A place in the chunks of an output."""

    def __init__(self, chunks):
        self.chunks = chunks
        self.last = ' ' # the character of the source that was matched last; none after a sign
        self.go_to(0)

    def go_to(self, at):
        self.at = at
        self.chunk = self.chunks[at]
        self.flat = self.chunk.replace('\n', ' ')
        self.position = 0

    def rest(self, length=None):
        return self.flat[self.position:length and self.position + length]

    def skip_space_here(self):
        while self.flat.startswith(' ', self.position):
            self.position += 1

    def skip_space(self):
        """Goes to the next word, in the next chunk if need be."""
        self.skip_space_here()
        while self.position >= len(self.chunk) and self.at + 1 < len(self.chunks):
            self.go_to(self.at + 1)
            self.skip_space_here()

    def take(self, words):
        """Whether the words stand here, and if so, goes behind them."""
        if self.flat.startswith(words.replace('\n', ' '), self.position):
            self.position += len(words)
            return True
        matched, position = self.compare(words)
        if matched < len(words):
            return False
        self.position = position
        return True

    def compare(self, words):
        """How many characters of the words stand here, and where they end."""
        i, j = 0, self.position
        while i < len(words):
            want, have = words[i], self.chunk[j:j + 1]
            if want == have or (want in ' \n' and have in (' ', '\n')):
                i += 1
                j += 1
            elif have == '\n' and j > 0 and may_break(self.chunk[j - 1], want):
                j += 1
            elif want == '\n' and may_join(words[i - 1] if i else self.last, have):
                i += 1
            else:
                break
        return i, j

    def demand(self, words):
        if self.take(words):
            return
        matched, position = self.compare(words)
        # Told from the word on that differs.
        while matched > 0 and words[matched - 1] not in ' \n':
            matched -= 1
            position -= 1
        raise Mismatch('"%s" is wanted where "%s" stands' %
                       (shorten(words[matched:]), shorten(self.flat[max(position, self.position):])))

    def begin_block(self):
        """Something is to stand between a block and the one before."""
        self.skip_space()
        if self.position > 0 and self.flat[self.position - 1] != ' ':
            self.demand(' ')
        self.last = ' '

    def demand_end(self):
        """Nothing more is to stand in this chunk."""
        self.skip_space_here()
        rest = self.rest()
        self.position = len(self.chunk)
        if rest:
            raise Mismatch('"%s" is nowhere in the source' % shorten(rest))


class Matcher:
    """Compares one output with the sections that it is to hold."""

    def __init__(self, guide, pieces, output_format, chunks, view, roles=(), page=None, front=None):
        self.guide = guide
        self.pieces = pieces # of each section
        self.format = output_format
        self.cursor = Cursor(chunks)
        self.view = view
        self.roles = set(roles)
        self.page = page
        self.front = front # the role with whose front page it opens
        self.single = output_format == 'man' and len(view) == 1 and not front
        self.begun = []
        self.cited = set()
        self.pages = set()
        self.listed_sources = False
        self.line = None
        self.before = self.said = None # the mark, the words that were matched last
        self.in_strong_heading = False
        self.found = []

    def check(self):
        """What is wrong, as lines of text."""
        passed = self.step('(what stands before the sections)', self.match_head) and \
            self.step('(the front page)', self.match_front)
        next_chunk = 0
        for section_id in self.view:
            if not passed and not self.find(section_id, next_chunk):
                continue
            self.cursor.skip_space()
            next_chunk = self.cursor.at + 1
            passed = self.step(section_id, self.match_section, section_id)
        if passed:
            self.step('(what stands behind the sections)', self.match_tail)
        return self.found

    def step(self, name, match, *arguments):
        self.line = None
        try:
            match(*arguments)
        except Mismatch as mismatch:
            where = ' (line %d)' % self.line if self.line else ''
            self.found.append('%s%s: %s' % (name, where, mismatch))
            return False
        return True

    def find(self, section_id, next_chunk):
        """After a mismatch: goes to where the section begins, if it does."""
        title = section_id if self.format == 'json' else self.guide.sections[section_id].title
        for number in range(next_chunk, len(self.cursor.chunks)):
            if self.cursor.chunks[number].startswith(title):
                self.cursor.go_to(number)
                return True
        self.found.append('%s: the section is not there, or not in its place' % section_id)
        return False

    # --- Before, in and behind sections ---

    def match_head(self):
        if self.format != 'man':
            return
        self.cursor.skip_space()
        self.cursor.position = self.cursor.chunk.index('\n') if self.cursor.chunk else 0
        self.cursor.begin_block()
        self.cursor.demand(self.guide.labels['man-name'] + ' ')
        self.cursor.demand('%s - %s' % (', '.join([self.page.name] + self.page.also), self.page.summary))
        self.cursor.demand_end()

    def match_front(self):
        """HTML has it before the text; JSON and Info have the contents alone."""
        if not self.front or self.format not in ('text', 'markdown', 'man'):
            return
        role = self.guide.roles[self.front]
        self.demand_block(role.title)
        self.demand_block(role.summary)
        contents = self.guide.contents(self.front)
        if not {section for _, sections in contents for section in sections} <= set(self.view):
            self.match_front_of_some(contents)
            return
        for title, sections in contents:
            self.demand_block(title)
            for section in sections:
                self.demand_block('•' if self.format == 'text' else '')
                self.demand_block(self.guide.sections[section].title)
                self.cursor.demand(' ' if self.format == 'man' else ' – ') # added
                self.cursor.demand(self.guide.sections[section].summary)
        self.cursor.demand_end()

    def match_front_of_some(self, contents):
        """That of a man page that has not all sections: the notice, and which page has what."""
        if self.guide.notice:
            self.demand_block(self.guide.notice)
            if self.guide.notice_section:
                self.demand_where(self.guide.notice_section, ': ' + self.guide.sections[self.guide.notice_section].title)
        for title, sections in contents:
            self.demand_block(title)
            for section in sections:
                self.demand_block('•')
                self.demand_block(self.guide.sections[section].title)
                self.demand_where(section, '')
        self.cursor.demand_end()

    def demand_where(self, section, title):
        self.cursor.demand(' (') # added
        if section in self.view:
            self.cursor.demand(self.guide.labels['below'] + title)
        elif not any(self.cursor.take(page) for page in self.guide.own_pages(section)):
            raise Mismatch('the page of %s is not named' % section)
        self.cursor.demand(')')

    def demand_block(self, words):
        if words:
            self.cursor.begin_block()
            self.cursor.demand(words)

    def match_section(self, section_id):
        section = self.guide.sections[section_id]
        self.begun.append(section_id)
        self.line = 1
        self.match_title(section)
        if section.notice and self.format != 'json':
            self.match_strong(self.guide.notice) # added
            if self.guide.notice_leads(section):
                self.demand_hint(Reference(self.guide.notice_leads(section), None, False, self.guide.notice)) # added
        shown = True
        for piece in self.pieces[section_id]:
            if isinstance(piece, Block):
                shown = not self.roles or not piece.roles or bool(self.roles & set(piece.roles))
            if shown:
                self.match(piece)
        self.end_strong()
        self.line = None
        if section.lists_sources and self.format != 'json':
            for source in self.guide.sources.values():
                self.match_entry(source)
            self.listed_sources = True
        if section.see and self.format != 'json':
            self.match_see_also(section.see)
        # What follows begins on a line of its own, but in man pages of one section and in Info.
        if not self.single and not (self.format == 'info' and section_id == self.view[-1]):
            self.cursor.demand_end()

    def match_title(self, section):
        """On a page of one section below DESCRIPTION, and only if it is not the name of the page."""
        self.cursor.begin_block()
        if self.format == 'json':
            self.cursor.demand(section.id)
        elif self.single and section.title == self.page.name:
            first = next((piece for piece in self.pieces[section.id] if isinstance(piece, Block)), None)
            if not first or first.kind != 'h2':
                self.cursor.demand(self.guide.labels['man-description']) # added
        else:
            if self.single:
                self.cursor.demand(self.guide.labels['man-description'] + ' ') # added
            self.cursor.demand(section.title)

    def match_strong(self, words):
        self.cursor.begin_block()
        self.take_mark('strong', False)
        self.cursor.demand(words)
        self.take_mark('strong', True)

    def match_see_also(self, see):
        self.match_strong(self.guide.labels['see-also']) # added
        for number, section_id in enumerate(see):
            self.cursor.demand('; ' if number else ' ') # added
            self.match(Reference(section_id, None, True, ''))
        self.cursor.take('.') # added

    def match_entry(self, source):
        """An entry of the list of sources; the signs between its fields are added."""
        self.cursor.begin_block()
        self.match(Label('•'))
        self.cursor.begin_block()
        for field in source.fields():
            self.skip_signs(r'([ ().,:<]|https://doi\.org/)+') # added
            self.cursor.demand(field)
        self.skip_signs('[).>]+') # added

    def skip_signs(self, pattern):
        match = re.match(pattern, self.cursor.rest(20))
        if match:
            self.cursor.position += match.end()

    def match_tail(self):
        cursor = self.cursor
        if self.cited and not self.listed_sources and self.format != 'json':
            cursor.begin_block()
            cursor.demand(self.guide.labels['sources']) # added
            for source_id, source in self.guide.sources.items():
                if source_id in self.cited:
                    self.match_entry(source)
            cursor.demand_end()
        if self.format == 'man':
            self.match_foot()
        cursor.demand_end()
        cursor.skip_space()
        cursor.demand_end()

    def match_foot(self):
        cursor = self.cursor
        if self.pages:
            cursor.begin_block()
            cursor.demand('%s %s' % (self.guide.labels['man-see-also'], # added
                                   ', '.join(sorted(self.pages, key=page_order))))
            cursor.demand_end()
        if self.guide.copyright:
            cursor.begin_block()
            cursor.demand('%s %s' % (self.guide.labels['man-copyright'], self.guide.copyright)) # added
            cursor.demand_end()
        cursor.begin_block()
        cursor.demand(self.guide.name) # added
        if self.guide.version:
            cursor.demand(' ' + self.guide.version) # added
        cursor.demand(' %s %s(%s)' % (self.guide.edition, self.page.name.upper(), self.page.section)) # added

    # --- Pieces ---

    def match(self, piece):
        HANDLERS[type(piece)](self, piece)
        if not isinstance(piece, (Text, Mark, Block)):
            self.cursor.last = ''
        self.before = piece if isinstance(piece, Mark) else None
        if isinstance(piece, Block) and piece.kind == 'h4' and self.format == 'info':
            self.begin_strong()
        self.said = piece.words if isinstance(piece, Text) else None

    def begin_strong(self):
        """Headings of level 4 are strong text in Info."""
        self.match(Mark('strong', False))
        self.in_strong_heading = True

    def end_strong(self):
        if self.in_strong_heading:
            self.take_mark('strong', True)
            self.in_strong_heading = False

    def match_block(self, piece):
        self.end_strong()
        self.line = piece.line
        self.cursor.begin_block()

    def match_words(self, piece):
        """Words, which may begin with a space or follow one."""
        cursor, words = self.cursor, piece.words
        if cursor.last in (' ', '\n'):
            words = words.lstrip(' \n')
            cursor.skip_space_here()
        # "*Note " begins a reference in Info.
        if self.format == 'info' and self.before == Mark('strong', False) and words[:5].lower() == 'note ':
            cursor.demand(words[:4] + '* *') # added
            words = words[5:]
        cursor.demand(words)
        if words:
            cursor.last = words[-1]

    def match_mark(self, piece):
        self.take_mark(piece.span, piece.ends)

    def take_mark(self, span, ends):
        """Info has signs around spans, but for a span in another of its kind."""
        if self.format == 'info':
            self.cursor.take({'strong': '*', 'emph': '_', 'code': '’' if ends else '‘'}[span]) # added

    def match_label(self, piece):
        self.cursor.take(piece.words) # added

    def match_colon(self, _):
        if self.format in KEEP_COLONS:
            self.cursor.demand(':')
        else:
            self.cursor.take(':')

    def match_role_mark(self, piece):
        """The roles of a heading stand in JSON only, in the order of the guide."""
        if self.format != 'json':
            return
        mark = ' {%s}' % ' '.join('.' + role for role in self.guide.roles if role in piece.roles)
        if piece.again:
            self.cursor.take(mark) # added
        else:
            self.cursor.demand(mark) # added

    def match_reference(self, piece):
        if piece.bare and piece.place:
            self.cursor.demand(self.places(piece.section)[markdown.fold(piece.place)]) # added
        elif piece.bare:
            self.cursor.demand(self.guide.sections[piece.section].title) # added
        self.demand_hint(piece)

    @functools.lru_cache(None)
    def places(self, section_id):
        return markdown.places_of(self.pieces[section_id])

    def demand_hint(self, piece):
        """A reference is followed by where the section is to be had; if that is in view, by whether it
        stands above or below, and its title unless the reference says that."""
        cursor, section_id = self.cursor, piece.section
        place = piece.place and markdown.fold(piece.place)
        named = section_id + (' ' + place if place else '')
        if self.format == 'info':
            cursor.demand(' (*note %s::)' % named) # added
        elif self.format == 'json':
            return
        elif section_id in self.view:
            self.demand_direction(piece)
        elif self.format == 'man':
            pages = self.guide.own_pages(section_id)
            hint = ' in %s' if place else ' (%s)'
            page = next((page for page in pages if cursor.take(hint % page)), None) # added
            if page is None:
                cursor.demand(hint % ' or '.join(pages))
            self.pages.add(page)
        else:
            cursor.demand(' (%s %s)' % (self.guide.reader, named)) # added

    def demand_direction(self, piece):
        section_id, labels = piece.section, self.guide.labels
        title = self.guide.sections[section_id].title
        if self.format == 'html' or (section_id == self.begun[-1] and not piece.place):
            return
        if section_id == self.begun[-1]:
            if not self.cursor.take(' (%s)' % labels['above']): # added
                self.cursor.demand(' (%s)' % labels['below']) # added
            return
        words = labels['above' if section_id in self.begun else 'below']
        if piece.place or not (piece.bare or markdown.says(piece.says, title)):
            words += ': ' + title
        self.cursor.demand(' (%s)' % words) # added

    def match_citation(self, piece):
        """Without a text it takes the authors' names and the year; without a year, the author, and
        without that, the title."""
        self.cited.add(piece.source)
        if not piece.bare:
            return
        source = self.guide.sources[piece.source]
        near = self.cursor.rest(200)
        if source.author and source.year and source.year in near:
            self.cursor.demand(source.label()) # added
            self.cursor.position += self.cursor.rest(200).index(source.year) + len(source.year) # added
        else:
            self.cursor.demand(source.label()) # added

    def match_manual(self, piece):
        if piece.bare:
            self.cursor.demand(piece.page) # added
        elif self.format != 'json' and self.said != piece.page:
            self.cursor.demand(' (%s)' % piece.page) # added

    def match_node(self, piece):
        """A node of another Info manual, by the command that shows it."""
        note = '*note (%s)%s::' % (piece.manual, piece.node or 'Top')
        command = markdown.command_of(piece)
        if piece.bare:
            self.cursor.demand(note if self.format == 'info' else command) # added
        elif self.format != 'json':
            self.cursor.demand(' (%s)' % (note if self.format == 'info' else command)) # added

    def match_sign(self, piece):
        self.cursor.take(piece.sign) # added

    def match_address(self, piece):
        if self.format in ('text', 'man'):
            self.cursor.demand(' <%s>' % piece.target) # added
        elif self.format == 'info':
            self.cursor.demand(' (%s)' % piece.target) # added


HANDLERS = {
    Block: Matcher.match_block,
    Text: Matcher.match_words,
    Mark: Matcher.match_mark,
    Label: Matcher.match_label,
    Colon: Matcher.match_colon,
    RoleMark: Matcher.match_role_mark,
    Reference: Matcher.match_reference,
    Citation: Matcher.match_citation,
    Manual: Matcher.match_manual,
    Node: Matcher.match_node,
    Sign: Matcher.match_sign,
    Address: Matcher.match_address,
}


def page_order(page):
    """Pages are sorted by section, then name."""
    name, _, section = page.partition('(')
    return section, name
