# SPDX-License-Identifier: MIT
"""What the way out and back takes.

usage: roundtrip.py --source JSON FOLDER    writes the sections that JSON holds as source files
       roundtrip.py GUIDE FOLDER            writes FOLDER/ID.expected and FOLDER/ID.actual: the outline of
                                            the source of each section, and of FOLDER/ID.md, which is the
                                            section in the markdown format

An outline has a line for each block, and leaves out what the format changes on purpose: references and
citations are text, the colon of a term may stand in or behind it, role marks are gone, lists may differ
in their bullets. Neither has it what the format adds: the title, the notice, "See also", the sources, and
where a section is to be had.
"""
import json
import os
import re
import sys

import guide as guides
import markdown

# What the JSON adds to the front matter.
ADDED = ('id', 'part', 'sources', 'markdown')
ADDRESS = re.compile('(https?|mailto|tel|sms):')
# Where a section is to be had, or a man page.
HINT = r' \(%s [a-z][a-z0-9-]*(?: [a-z0-9-]+)?\)| \([a-z]+\([1-9]\)\)| \((?:%s|%s)\)'


class Outline:
    def __init__(self, guide):
        self.guide = guide
        self.lines = []
        self.hint = re.compile(HINT % (re.escape(guide.reader), guide.labels['above'], guide.labels['below']))

    def read(self, element):
        """Reads blocks, up to a second title."""
        titles = 0
        for child in element:
            if child.tag == 'heading' and child.get('level') == '1':
                titles += 1
                if titles > 1:
                    break
            elif child.tag == 'heading':
                self.line('h' + child.get('level'), self.words(child))
            elif child.tag == 'paragraph':
                self.line('p', self.words(child))
            elif child.tag == 'code_block':
                self.lines.append('code %s' % child.get('info', ''))
                self.lines += ['    ' + line for line in (child.text or '').split('\n')]
            else:
                attributes = ' '.join(child.get(name, '') for name in ('type', 'start', 'tight'))
                self.lines.append('%s %s' % (child.tag, attributes))
                self.read(child)
                self.lines.append('/' + child.tag)

    def line(self, block, words):
        words = self.hint.sub('', re.sub(' +', ' ', words))
        words = words.replace(':{/strong}', '{/strong}:')
        words = re.sub(r' ?\{\.[a-z. -]*\}$', '', words).rstrip(' ')
        if words and words != '{strong}%s{/strong}' % self.guide.notice and \
                not words.startswith('{strong}See also{/strong}:'):
            self.lines.append('%s %s' % (block, words))

    def words(self, element):
        return ''.join(self.inline(child) for child in element)

    def inline(self, element):
        tag = element.tag
        if tag == 'text':
            return element.text or ''
        if tag == 'softbreak':
            return ' '
        if tag == 'linebreak':
            return '{br}'
        if tag == 'code':
            return '{code}%s{/code}' % (element.text or '')
        if tag == 'link':
            return self.link(element)
        return '{%s}%s{/%s}' % (tag, self.words(element), tag)

    def link(self, element):
        target = element.get('destination')
        if ADDRESS.match(target):
            return '{%s}%s{/%s}' % (target, self.words(element), target)
        if len(element) == 0 and target.endswith('.md'):
            return self.guide.sections[target[:-3]].title
        return self.words(element)


def write_source(path, folder):
    with open(path, encoding='utf-8') as file:
        sections = json.load(file)['sections']
    for section in sections:
        with open(os.path.join(folder, section['id'] + '.md'), 'w', encoding='utf-8') as file:
            file.write('---\n')
            for key, value in section.items():
                if key not in ADDED:
                    file.write('%s: %s\n' % (key, json.dumps(value, ensure_ascii=False)))
            file.write('---\n%s' % section['markdown'])


def write_outline(guide, path, text):
    outline = Outline(guide)
    outline.read(markdown.tree(text))
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(line + '\n' for line in outline.lines)


def write_outlines(guide, folder):
    for section in guide.sections.values():
        path = os.path.join(folder, section.id)
        if os.path.exists(path + '.md'):
            write_outline(guide, path + '.expected', section.body)
            with open(path + '.md', encoding='utf-8') as file:
                write_outline(guide, path + '.actual', file.read())


if __name__ == '__main__':
    if sys.argv[1] == '--source':
        write_source(sys.argv[2], sys.argv[3])
    else:
        write_outlines(guides.Guide(sys.argv[1]), sys.argv[2])
