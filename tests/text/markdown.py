# SPDX-License-Identifier: MIT
"""What there is to read in Markdown, as the program cmark reads it: in pieces, in reading order."""
import re
import subprocess
import unicodedata
import xml.etree.ElementTree
from collections import namedtuple

# A block begins that some roles see: KIND is h1 to h4, p, code or label, which is that of an item.
Block = namedtuple('Block', 'kind line roles')
# Words, among them "\n" where a line ends and may stand for a space.
Text = namedtuple('Text', 'words')
# A span begins or ends: strong, emph or code.
Mark = namedtuple('Mark', 'span ends')
# What stands before an item.
Label = namedtuple('Label', 'words')
# The colon behind a term.
Colon = namedtuple('Colon', '')
# The roles of a heading, as written; AGAIN if the heading above has the same.
RoleMark = namedtuple('RoleMark', 'roles again')
# The ends of links. BARE: without a text, so that it takes one of what it leads to. SAYS: its text.
Reference = namedtuple('Reference', 'section place bare says')
Citation = namedtuple('Citation', 'source bare')
Manual = namedtuple('Manual', 'page bare') # less(1)
Node = namedtuple('Node', 'manual node bare')
Address = namedtuple('Address', 'target')
# A sign around an address that stands for itself.
Sign = namedtuple('Sign', 'sign')

NAMESPACE = re.compile(' xmlns="[^"]*"')
ROLE_MARK = re.compile(r' *\{(\.[a-z][a-z0-9. -]*)\}$')
SECTION_LINK = re.compile(r'(?:([a-z][a-z0-9-]*)\.md)?(?:#(.+))?$')
CALL = re.compile('(?:tel|sms):(.*)')
# What may stand between the spans of a term.
TERM_SIGNS = re.compile(r'(?:[ ,\[\]=|…]|\.\.\.)*$')


def tree(text):
    """The document that cmark finds in a text, as elements."""
    printed = subprocess.run(['cmark', '-t', 'xml', '--sourcepos'], input=text.encode(), check=True,
                             stdout=subprocess.PIPE).stdout.decode()
    return xml.etree.ElementTree.fromstring(NAMESPACE.sub('', printed, 1))


def plain(words):
    """Words as they are compared: with one space between them, and without where they may break."""
    return re.sub('[ \t\xa0]+', ' ', words).replace('\xad', '')


def pieces_of(section, guide):
    """The pieces of a section of a guide."""
    reading = _Reading(section.id, section.first_line, guide)
    reading.blocks(tree(guide.hold(section.body)))
    return reading.pieces


def fold(words):
    """The name of a place: small letters without accents and apostrophes, hyphens between words."""
    words = unicodedata.normalize('NFKD', words).lower()
    words = ''.join(sign for sign in words if not unicodedata.combining(sign) and sign not in "'’")
    return unicodedata.normalize('NFC', re.sub(r'[\W_]+', '-', words).strip('-'))


def places_of(pieces):
    """The places of a section by their names: the words of headings and terms, each the first of its name."""
    places = {}
    words, collecting = '', False
    for piece in pieces:
        if isinstance(piece, (Block, Colon)):
            if words and (isinstance(piece, Colon) or collecting == 'h'):
                places.setdefault(fold(words), words)
            words = ''
            collecting = isinstance(piece, Block) and piece.kind[0]
        elif isinstance(piece, Text):
            words += piece.words
    return places


def says(text, title):
    """Whether a text says a title, but for signs and case."""
    def letters(words):
        return re.sub('[\0-/:-@[-`{-\x7f]', '', words).lower()
    return letters(text) == letters(title)


def command_of(node):
    """The command that shows a node of Info."""
    if not node.node:
        return 'info ' + node.manual
    return 'info %s %s' % (node.manual, node.node if re.match(r'[\w.-]+$', node.node) else "'%s'" % node.node)


def text_of(markdown):
    """The words of a text in Markdown, a block in a line each; a form feed before those that may begin a section."""
    reading = _Reading('', 1, None)
    reading.blocks(tree(markdown))
    words = []
    for piece in reading.pieces:
        if isinstance(piece, Block):
            words.append('\n\f' if piece.kind == 'h1' else '\n')
        elif isinstance(piece, Text):
            words.append(piece.words)
        elif isinstance(piece, Colon):
            words.append(':')
        elif isinstance(piece, Manual) and piece.bare:
            words.append(piece.page)
        elif isinstance(piece, Node) and piece.bare:
            words.append(command_of(piece))
        elif isinstance(piece, RoleMark):
            words.append(' {%s}' % ' '.join('.' + role for role in piece.roles))
    return ''.join(words)


class _Reading:
    def __init__(self, section, first_line, guide):
        self.pieces = []
        self.section = section
        self.first_line = first_line
        self.release = guide.release if guide else str
        self.roles_at = [()] * 7 # of the headings that are open, by level
        self.words = ''
        self.spans = 0
        self.in_term = False     # what has been read may be a term
        self.term_began = False
        self.link = None

    def emit(self, piece):
        self.flush()
        self.pieces.append(piece)

    def flush(self):
        words = plain(self.words)
        self.words = ''
        if words:
            self.pieces.append(Text(words))

    def block(self, kind, element):
        line = int(element.get('sourcepos').split(':')[0]) + self.first_line - 1
        roles = [roles for roles in self.roles_at if roles]
        self.emit(Block(kind, line, roles[-1] if roles else ()))

    # --- Blocks ---

    def blocks(self, element, in_definitions=False):
        number = int(element.get('start', 1))
        for child in element:
            if child.tag == 'heading':
                self.heading(child)
            elif child.tag == 'paragraph':
                self.paragraph(child)
            elif child.tag == 'code_block':
                self.block('code', child)
                self.words = self.release(child.text or '').rstrip().replace('\n', ' ')
                self.flush()
            elif child.tag == 'list':
                self.blocks(child, is_definition_list(child))
            elif child.tag == 'item':
                self.block('label', child)
                self.emit(Label('•' if element.get('type') == 'bullet' else '%d.' % number))
                number += 1
                self.item(child, in_definitions)
            else:
                self.blocks(child)

    def item(self, element, in_definitions):
        self.in_term = in_definitions
        self.blocks(element)

    def paragraph(self, element):
        in_term, self.in_term = self.in_term, False
        self.block('p', element)
        self.in_term, self.term_began, self.spans = in_term, False, 0
        self.inlines(element)
        self.flush()
        self.in_term = False

    def heading(self, element):
        """The roles of a heading stand at its end, but have to be told first."""
        level = int(element.get('level'))
        last = element[-1] if len(element) else None
        roles, match = (), None
        if last is not None and last.tag == 'text':
            last.text = self.release(last.text or '')
            match = ROLE_MARK.search(last.text)
        if match:
            last.text = last.text[:match.start()]
            roles = tuple(role.lstrip('.') for role in match.group(1).split())
        above = [mark for mark in self.roles_at[:level] if mark]
        self.roles_at[level:] = [roles] + [()] * (6 - level)
        self.block('h%d' % level, element)
        self.inlines(element)
        self.flush()
        if roles:
            self.emit(RoleMark(roles, bool(above) and above[-1] == roles))

    # --- Text ---

    def inlines(self, element):
        for child in element:
            if child.tag == 'text':
                self.text(self.release(child.text or ''))
            elif child.tag == 'softbreak':
                self.words += '\n'
            elif child.tag == 'linebreak':
                self.words += ' '
            elif child.tag == 'code':
                self.begin_span('code')
                self.words = self.release(child.text or '')
                self.end_span('code')
            elif child.tag in ('emph', 'strong'):
                self.begin_span(child.tag)
                self.inlines(child)
                self.end_span(child.tag)
            elif child.tag == 'link':
                self.read_link(child)

    def text(self, words):
        if self.in_term and self.spans == 0:
            signs, colon, rest = words.partition(':')
            if colon and self.term_began and not self.words.strip() and TERM_SIGNS.match(signs):
                self.words += signs
                self.emit(Colon())
                words = rest
                self.in_term = False
            elif not TERM_SIGNS.match(words):
                self.in_term = False
        self.words += words

    def begin_span(self, span):
        self.flush()
        self.term_began = True
        self.spans += 1
        self.emit(Mark(span, False))

    def end_span(self, span):
        self.spans -= 1
        if self.in_term and span == 'strong' and self.spans == 0 and self.words.endswith(':'):
            self.words = self.words[:-1]
            self.emit(Colon())
            self.in_term = False
        self.emit(Mark(span, True))

    # --- Links ---

    def read_link(self, element):
        self.flush()
        self.in_term = self.in_term and self.spans > 0
        target = self.release(element.get('destination'))
        bare = len(element) == 0
        only = self.release(element[0].text or '') if len(element) == 1 and element[0].tag == 'text' else ''
        stands_for_itself = only and target in (only, 'mailto:' + only)
        if target.startswith('info:'):
            self.read_node(element, target)
            return
        if stands_for_itself:
            self.emit(Sign('<'))
        self.inlines(element)
        self.flush()
        section = SECTION_LINK.match(target)
        call = CALL.match(target)
        if target.startswith('source:'):
            self.emit(Citation(target[7:], bare))
        elif target.startswith('man:'):
            name, _, number = target[4:].rpartition('.')
            self.emit(Manual('%s(%s)' % (name, number), bare))
        elif section:
            words = ' '.join(self.release(''.join(element.itertext())).split())
            self.emit(Reference(section.group(1) or self.section, section.group(2), bare, plain(words)))
        elif call:
            self.emit(Text(call.group(1) if bare else ''))
        elif stands_for_itself:
            self.emit(Sign('>'))
        elif bare:
            self.emit(Sign('<'))
            self.emit(Text(target))
            self.emit(Sign('>'))
        else:
            self.emit(Address(target))


    def read_node(self, element, target):
        """A text that is but the command counts as none."""
        manual, _, name = target[5:].partition('#')
        words = ''.join(part.text or '' for part in element.iter() if part.tag in ('text', 'code'))
        bare = words in ('', command_of(Node(manual, name, True)))
        if not bare:
            self.inlines(element)
        self.emit(Node(manual, name, bare))


def is_definition_list(element):
    """Whether it is a bullet list whose every item begins with a term and a colon."""
    return element.get('type') == 'bullet' and \
        all(len(item) and item[0].tag == 'paragraph' and begins_with_term(item[0]) for item in element)


def begins_with_term(paragraph):
    """Whether it begins with spans of strong, code and emphasis, the first no emphasis, and a colon."""
    for number, child in enumerate(paragraph):
        if number == 0 and child.tag not in ('strong', 'code'):
            return False
        if child.tag == 'text':
            signs, colon, _ = child.text.partition(':')
            if colon or not TERM_SIGNS.match(signs):
                return bool(colon) and bool(TERM_SIGNS.match(signs))
        elif child.tag == 'softbreak':
            continue
        elif child.tag not in ('strong', 'code', 'emph'):
            return False
        elif ends_with_colon(child):
            return True
    return False


def ends_with_colon(span):
    last = span[-1] if len(span) else None
    return span.tag == 'strong' and last is not None and last.tag == 'text' and last.text.endswith(':') and \
        (len(span) > 1 or last.text != ':')
