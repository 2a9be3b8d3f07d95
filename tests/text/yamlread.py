# SPDX-License-Identifier: MIT
"""Reads as much of YAML as guides are written in, and refuses the rest.

Block maps and lists, flow maps and lists, plain, quoted and block scalars, and comments. Every scalar
is a str, an empty one too; a key that stands twice is refused. JSON is a part of it.
"""
import re

# A key and its colon, at the beginning of a line.
KEY = re.compile(r'("(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^\s\[\]{},#&*!|>\'"%@`-][^\s:]*(?: [^\s:]+)*) *:(?= |$)')
COMMENT = re.compile(r'(?:^|\s+)#.*$')
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '0': '\0', 'b': '\b', 'f': '\f', 'e': '\x1b', '/': '/',
           '"': '"', '\\': '\\', ' ': ' ', '_': '\xa0', 'N': '\x85'}


class Unreadable(Exception):
    """What is no YAML, or more of it than is read here."""


def read(text):
    """The value of a document: a dict, a list or a str."""
    return _Block(text).document()


def _indent(line):
    return len(line) - len(line.lstrip(' '))


def _scalar(quoted):
    if quoted[:1] in ('"', "'"):
        return _Flow(quoted).quoted()
    return quoted


class _Block:
    """A document, read line by line."""

    def __init__(self, text):
        self.lines = text.split('\n')
        self.at = 0

    def document(self):
        if not self.more():
            return ''
        value = self.value(0)
        if self.more():
            self.refuse()
        return value

    def refuse(self):
        raise Unreadable('line %d: %s' % (self.at + 1, self.lines[self.at]))

    def more(self):
        """Whether another line stands here that is neither empty nor a comment."""
        while self.at < len(self.lines) and re.match(r'\s*(#|$)', self.lines[self.at]):
            self.at += 1
        return self.at < len(self.lines)

    def starts(self, indent):
        """Whether another line with at least this indent stands here."""
        return self.more() and _indent(self.lines[self.at]) >= indent

    def value(self, indent):
        line = self.lines[self.at]
        column = _indent(line)
        if re.match(r'-( |$)', line[column:]):
            return self.sequence(column)
        if KEY.match(line[column:]):
            return self.mapping(column)
        return self.inline(column, indent)

    def sequence(self, column):
        items = []
        while self.starts(column) and re.match(r' {%d}-( |$)' % column, self.lines[self.at]):
            rest = self.lines[self.at][column + 1:]
            if re.match(r'\s*(#|$)', rest):
                self.at += 1
                items.append(self.value(column + 1) if self.starts(column + 1) else '')
            else:
                # What stands behind the dash is as if it began a line.
                self.lines[self.at] = ' ' * (column + 1) + rest
                items.append(self.value(column + 1))
        return items

    def mapping(self, column):
        entries = {}
        while self.starts(column) and _indent(self.lines[self.at]) == column:
            line = self.lines[self.at]
            key = KEY.match(line[column:])
            if not key:
                self.refuse()
            name = _scalar(key.group(1))
            if name in entries:
                self.refuse()
            entries[name] = self.after_key(column, column + key.end())
        return entries

    def after_key(self, column, position):
        line = self.lines[self.at]
        if not re.match(r'\s*(#|$)', line[position:]):
            return self.inline(position + _indent(line[position:]), column + 1)
        self.at += 1
        if self.starts(column + 1):
            return self.value(column + 1)
        if self.starts(column) and re.match(r' {%d}-( |$)' % column, self.lines[self.at]):
            return self.sequence(column)
        return ''

    def inline(self, position, indent):
        """A scalar or a flow value that begins in a line; its next lines have at least the indent."""
        first = self.lines[self.at][position]
        if first in '[{"\'':
            return self.flow(position)
        if first in '|>':
            return self.literal(position, indent)
        if first in '&*!%@`':
            self.refuse()
        words = []
        while True:
            words.append(COMMENT.sub('', self.lines[self.at][position:]).strip())
            if re.search(r':( |$)', words[-1]):
                self.refuse()
            commented = COMMENT.search(self.lines[self.at][position:])
            self.at += 1
            position = 0
            if commented or not self.starts(indent):
                break
        return ' '.join(words)

    def flow(self, position):
        flow = _Flow('\n'.join(self.lines[self.at:]), position)
        value = flow.value()
        self.at += flow.text.count('\n', 0, flow.position)
        end = flow.text.find('\n', flow.position)
        if not re.match(r'\s*(#|$)', flow.text[flow.position:end if end >= 0 else None]):
            self.refuse()
        self.at += 1
        return value

    def literal(self, position, indent):
        header = self.lines[self.at][position:]
        self.at += 1
        lines = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and _indent(line) < indent:
                break
            lines.append(line)
            self.at += 1
        least = min((_indent(line) for line in lines if line.strip()), default=0)
        lines = [line[least:] for line in lines]
        text = '\n'.join(lines).rstrip('\n')
        if header[0] == '>':
            text = re.sub(r'(?<!\n)\n(?!\n)', ' ', text)
        return text if '-' in header or not text else text + '\n'


class _Flow:
    """A flow value, read character by character."""

    def __init__(self, text, position=0):
        self.text = text
        self.position = position

    def refuse(self):
        line = self.text.rfind('\n', 0, self.position) + 1
        raise Unreadable('%s' % self.text[line:self.position + 40])

    def skip_space(self):
        self.position = re.compile(r'(\s|(?<=\s)#[^\n]*)*').match(self.text, self.position).end()

    def next(self):
        self.skip_space()
        if self.position >= len(self.text):
            self.refuse()
        return self.text[self.position]

    def value(self):
        first = self.next()
        if first == '[':
            return self.items()
        if first == '{':
            return self.entries()
        if first in '"\'':
            return self.quoted()
        return self.plain()

    def plain(self):
        match = re.compile(r'[^][{},:#]([^][{},:#\n]|:(?=\S)(?![],}\n])|(?<=\S)#|\n)*').match(self.text, self.position)
        if not match:
            self.refuse()
        self.position = match.end()
        return ' '.join(match.group().split())

    def quoted(self):
        quote = self.text[self.position]
        pattern = r'"((?:[^"\\]|\\.|\\\n)*)"' if quote == '"' else r"'((?:[^']|'')*)'"
        match = re.compile(pattern).match(self.text, self.position)
        if not match:
            self.refuse()
        self.position = match.end()
        text = re.sub(r'[ \t]*\n\s*', ' ', match.group(1))
        if quote == "'":
            return text.replace("''", "'")
        text = re.sub(r'\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)', _unescape, text)
        # JSON writes what is beyond 16 bits as two.
        return text.encode('utf-16', 'surrogatepass').decode('utf-16')

    def items(self):
        self.position += 1
        items = []
        while self.next() != ']':
            items.append(self.value())
            if self.next() == ',':
                self.position += 1
            elif self.text[self.position] != ']':
                self.refuse()
        self.position += 1
        return items

    def entries(self):
        self.position += 1
        entries = {}
        while self.next() != '}':
            name = self.value()
            if self.next() != ':' or name in entries:
                self.refuse()
            self.position += 1
            entries[name] = '' if self.next() in ',}' else self.value()
            if self.next() == ',':
                self.position += 1
            elif self.text[self.position] != '}':
                self.refuse()
        self.position += 1
        return entries


def _unescape(match):
    escape = match.group(1)
    if escape[0] in 'xuU' and len(escape) > 1:
        return chr(int(escape[1:], 16))
    if escape not in ESCAPES:
        raise Unreadable('\\' + escape)
    return ESCAPES[escape]
