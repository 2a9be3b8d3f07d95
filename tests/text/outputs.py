# SPDX-License-Identifier: MIT
"""What there is to read in outputs, as chunks of text, each of which may begin a section.

A chunk has its lines, with one space between words and each with "\\n" at its end.
"""
import html.parser
import json
import re
import subprocess
import unicodedata

import markdown

# For Greek vowels with an acute accent groff prints characters from another block.
ACUTE = {code: unicodedata.normalize('NFC', chr(code)) for code in range(0x1f71, 0x1f7e, 2)}
INLINE_TAGS = {'em', 'strong', 'code', 'a', 'wbr', 'span'}
RENDERERS = {
    'groff': ['groff', '-man', '-k', '-Tutf8', '-P-cbou', '-rLL=990n'],
    'mandoc': ['mandoc', '-Tutf8', '-O', 'width=990'],
}


def read(output_format, text):
    """The chunks of an output; a man page as groff or mandoc print it."""
    return chunks(READERS[output_format](text))


def render(program, page):
    """A man page as a program prints it, with what the program says of it."""
    return subprocess.run(RENDERERS[program], input=page, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT).stdout.decode()


def chunks(text):
    """The chunks of a text that has a form feed before each that may begin a section."""
    found = ['']
    lines = []
    for line in markdown.plain(text).split('\n'):
        if line.startswith('\f'):
            found[-1] = ''.join(lines)
            found.append('')
            lines = []
            line = line[1:]
        line = line.strip(' ')
        if line:
            lines.append(line + '\n')
    found[-1] = ''.join(lines)
    return found


def from_text(text):
    """Headings stand at the left margin; a dash stands before those below others."""
    text = re.sub('(?m)(?<=\n\n) {1,2}–+ ', '  ', text)
    return re.sub('(?:^|(?<=\n\n))(?=[^ \n])', '\f', text)


def from_man(text):
    """Bold and underlined characters are printed one over another."""
    text = re.sub('[^\n]\x08', '', text).translate(ACUTE)
    return re.sub('(?m)^(?=[^ \n])', '\f', text)


def from_info(text):
    """Nodes below those of parts, which are sections, without the lines below headings and the numbers
    before them."""
    nodes = []
    for node in text.split('\x1f')[1:]:
        match = re.match(r'\nFile: .*Node: .*  Up: (.*)\n', node)
        if not match or match.group(1) in ('Top', '(dir)'):
            continue
        body = re.sub(r'(?m)^([^ \n].*\n)(?:\*+|=+|-+|\.+)$', r'\1', node[match.end():])
        nodes.append(re.sub(r'(?m)^[0-9.]+ ', '\f', body, 1))
    return '\n'.join(nodes)


class Html(html.parser.HTMLParser):
    """What is in <main>, without its tags; those of blocks end a line."""

    def __init__(self):
        super().__init__()
        self.parts = []
        self.in_main = False

    def handle_starttag(self, tag, attributes):
        if tag == 'main':
            self.in_main = True
        elif self.in_main and tag not in INLINE_TAGS:
            self.parts.append('\n\f' if tag == 'section' else '\n')

    def handle_endtag(self, tag):
        if tag == 'main':
            self.in_main = False
        elif self.in_main and tag not in INLINE_TAGS:
            self.parts.append('\n')

    def handle_data(self, data):
        if self.in_main:
            self.parts.append(data)


def from_html(text):
    reader = Html()
    reader.feed(text)
    reader.close()
    return ''.join(reader.parts).replace('\f\n', '\f')


def from_json(text):
    """The source of each section below its id, read as Markdown."""
    return markdown.text_of(''.join('\n# %s\n\n%s\n' % (section['id'], section['markdown'])
                                    for section in json.loads(text)['sections']))


READERS = {
    'text': from_text,
    'man': from_man,
    'info': from_info,
    'html': from_html,
    'markdown': markdown.text_of,
    'json': from_json,
}
