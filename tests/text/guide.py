# SPDX-License-Identifier: MIT
"""A guide as its source says it is, and the rules by which sections are chosen.

Read without any code of src: what the tests hold the programs to.

usage: guide.py --pages GUIDE    prints the files of the man pages that a guide asks for
"""
import os
import re
import sys

import yamlread

LABELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'src', 'labels')
ENGLISH_LABELS = {
    'see-also': 'See also:', 'sources': 'Sources', 'man-name': 'NAME', 'man-description': 'DESCRIPTION',
    'man-see-also': 'SEE ALSO', 'man-copyright': 'COPYRIGHT', 'contents': 'Contents', 'more': 'More',
    'above': 'above', 'below': 'below',
}
FENCE = re.compile(r'--- *$')
# A backslash before it makes it what it looks like.
VARIABLE = re.compile(r'(\\*)(\{\{([A-Za-z][A-Za-z0-9_-]*)\}\})')
# Variables stand between these in text that cmark has still to read: their values are no Markdown.
HELD, HELD_END = '\ue000', '\ue001'


class Section:
    """One file: its front matter, its body and where that begins."""

    def __init__(self, guide, section_id, text):
        lines = re.sub('^\ufeff', '', text).split('\n')
        fences = [number for number, line in enumerate(lines) if FENCE.match(line)]
        front = '\n'.join(lines[fences[0] + 1:fences[1]])
        entries = yamlread.read(guide.fill(front)) or {}
        self.id = section_id
        self.body = '\n'.join(lines[fences[1] + 1:])
        self.first_line = fences[1] + 2
        self.title = entries.get('title', '')
        self.summary = entries.get('summary', '')
        self.roles = _list(entries, 'roles') if 'roles' in entries else list(guide.roles)
        self.topics = _list(entries, 'topics')
        self.aliases = _list(entries, 'aliases')
        self.index = _list(entries, 'index')
        self.asks = _list(entries, 'asks')
        self.see = _list(entries, 'see')
        self.notice = entries.get('notice') == 'true'
        self.lists_sources = entries.get('list') == 'sources'


class Role:
    def __init__(self, entries):
        self.id = entries['id']
        self.title = entries.get('title', '')
        self.summary = entries.get('summary', '')
        path = entries.get('path') or []
        # Groups, or a plain list.
        self.groups = [(group.get('title', ''), _list(group, 'sections'))
                       for group in path if isinstance(group, dict)]
        self.path = [section for _, sections in self.groups for section in sections] or path


class Page:
    """A man page: what it is called, and what it holds."""

    def __init__(self, entries):
        self.name = entries['name']
        self.section = entries['section']
        self.summary = entries.get('summary', '')
        self.also = _list(entries, 'also')
        self.sections = _list(entries, 'sections')
        self.topics = _list(entries, 'topics')
        self.roles = _list(entries, 'roles')
        self.reference = '%s(%s)' % (self.name, self.section)


class Source:
    KEYS = ('author', 'year', 'title', 'in', 'url', 'doi')

    def __init__(self, source_id, entries):
        self.id = source_id
        for key in self.KEYS:
            setattr(self, key.replace('in', 'container') if key == 'in' else key, entries.get(key, ''))

    def fields(self):
        """What its entry in the list of sources says, in order."""
        address = self.url or self.doi
        return [text for text in (self.author, self.year, self.title, self.container, address) if text]

    def label(self):
        """What a citation without a year says."""
        return self.author.split(',')[0] or self.title


class Guide:
    """All of a guide in a folder."""

    def __init__(self, folder):
        self.variables = None
        text = _load(os.path.join(folder, 'guide.yaml'))
        entries = yamlread.read(text)
        if 'variables' in entries:
            self.variables = dict(entries['variables'] or {})
            self.variables.setdefault('version', entries.get('version', ''))
            self.variables.setdefault('reader', entries.get('reader', entries['name']))
            entries = yamlread.read(self.fill(text))
        self.name = entries['name']
        self.title = entries['title']
        self.summary = entries['summary']
        self.edition = entries['edition']
        self.version = entries.get('version', '')
        self.copyright = entries.get('copyright', '')
        self.notice = entries.get('notice', '')
        self.notice_section = entries.get('notice-section', '')
        self.reader = entries.get('reader', entries['name'])
        self.labels = _labels(entries)
        self.roles = {role['id']: Role(role) for role in entries.get('roles') or []}
        self.topics = [topic['id'] for topic in entries.get('topics') or []]
        self.parts = [(part['id'], part.get('title', ''), _list(part, 'sections'))
                      for part in entries.get('parts') or []]
        self.book = [section for _, _, sections in self.parts for section in sections]
        self.doors = [(door['title'], door['to']) for door in entries.get('doors') or []]
        self.sections = self.load_sections(folder)
        self.pages = [Page(page) for page in entries.get('pages') or []]
        self.page_for = self.pages_for_each(entries.get('page-for-each'))
        self.pages += self.page_for.values()
        self.sources = self.load_sources(folder)
        self.own = {}

    def fill(self, text):
        """The text with the values of its variables."""
        return self.replace(text, lambda name: self.variables[name])

    def hold(self, text):
        """The same with marks in their places, for `release` to take back."""
        return self.replace(text, lambda name: HELD + name + HELD_END)

    def replace(self, text, value_of):
        def one(match):
            slashes, literal, name = match.groups()
            return slashes[1:] + literal if len(slashes) % 2 else slashes + value_of(name)
        return text if self.variables is None else VARIABLE.sub(one, text)

    def release(self, text):
        if self.variables is None or HELD not in text:
            return text
        return re.sub(HELD + '(.*?)' + HELD_END, lambda match: self.variables[match.group(1)], text)

    def load_sections(self, folder):
        return {name[:-3]: Section(self, name[:-3], _load(os.path.join(folder, name)))
                for name in sorted(os.listdir(folder)) if name.endswith('.md')}

    def load_sources(self, folder):
        path = os.path.join(folder, 'sources.yaml')
        entries = yamlread.read(self.fill(_load(path))) if os.path.exists(path) else {}
        sources = [Source(*item) for item in (entries or {}).items()]
        sources.sort(key=lambda source: (source.author, source.year, source.title))
        return {source.id: source for source in sources}

    def pages_for_each(self, each):
        """The page that is made, if the guide asks for them, for each section that no other holds alone."""
        if not each:
            return {}
        alone = [page.sections for page in self.pages if not page.topics and not page.roles]
        return {section: Page({'name': each.get('prefix', '') + section, 'section': each['section'],
                               'summary': self.sections[section].summary, 'sections': [section]})
                for section in self.book if [section] not in alone}

    def choose(self, sections=(), topics=(), roles=()):
        """The ids of the sections that a choice holds, in its order.

        Those named, or all; of them, those that have one of the topics and one of the roles, if any are
        given. Whoever has no roles is found by name and in the whole book only.
        """
        order = list(sections) or self.book
        if not sections and len(roles) == 1:
            order = self.roles[roles[0]].path + order
        chosen = {}
        for section_id in order:
            section = self.sections[section_id]
            if not sections and (topics or roles) and not section.roles:
                continue
            if topics and not set(topics) & set(section.topics):
                continue
            if roles and not set(roles) & set(section.roles):
                continue
            chosen[section_id] = True
        return list(chosen)

    def front_of(self, page):
        """The role with whose front page a man page opens, or None."""
        return page.roles[0] if len(page.roles) == 1 and not page.topics else None

    def contents(self, role):
        """The sections of a role in the groups of its path, with the title of each group."""
        path = self.roles[role].path
        others = self.choose(roles=[role])[len(path):]
        groups = self.roles[role].groups or [(self.labels['contents'], path)]
        return [group for group in groups + [(self.labels['more' if path else 'contents'], others)] if group[1]]

    def notice_leads(self, section):
        """The section to which the notice in another one leads, if any."""
        return self.notice_section if section.notice and section.id != self.notice_section else ''

    def on_page(self, page):
        return self.choose(page.sections, page.topics, page.roles)

    def own_pages(self, section):
        """The pages that references to a section may lead to, as "name(7)".

        Its own, if each has one; else those that hold the fewest sections of those that name it, or, if
        none does, of all that hold it.
        """
        if section not in self.own:
            pages = [self.page_for[section]] if section in self.page_for else \
                [page for page in self.pages if section in page.sections] or \
                [page for page in self.pages if section in self.on_page(page)]
            sizes = [len(self.on_page(page)) for page in pages]
            self.own[section] = [page.reference for page, size in zip(pages, sizes) if size == min(sizes)]
        return self.own[section]


def _labels(entries):
    """The fixed words of outputs, as the file of the guide's language and the guide itself have them."""
    labels = dict(ENGLISH_LABELS)
    language = entries.get('language', 'en').split('-')[0]
    path = os.path.join(LABELS, language + '.yaml')
    if os.path.exists(path):
        labels.update(yamlread.read(_load(path)))
    labels.update(entries.get('labels') or {})
    return labels


def _list(entries, key):
    value = entries.get(key) or []
    return value if isinstance(value, list) else [value]


def _load(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read().replace('\r\n', '\n')


if __name__ == '__main__':
    guide = Guide(sys.argv[2])
    for number, page in enumerate(guide.pages):
        if sys.argv[1] == '--pages':
            for name in [page.name] + page.also:
                print('%s.%s' % (name, page.section))
        elif sys.argv[1] == '--first-pages' and (number == 0 or guide.front_of(page)):
            print(page.name + '.' + page.section)
