# SPDX-License-Identifier: MIT
"""Whether what is printed of many selections has all references, headings and notices as it should.

usage: selections.py --options GUIDE [alone]    prints the selections, as options of the reader, a line each
       selections.py GUIDE FOLDER FORMAT...     writes FOLDER/FORMAT.wrong, what is wrong with FOLDER/N.FORMAT,
                                                the output of the selection in line N of standard input

An output is cut into fragments, one for each section. Most fragments stand in many outputs, so that
each is read once.
"""
import collections
import functools
import html.parser
import json
import os
import re
import sys

import guide as guides
import markdown

WITHIN = '\x01%s\x02' # around what a reference within the selection leads to
HINT = (r'\x01[^\x02]*\x02|\((?:[a-z][a-z0-9-]*\([1-9]\)|%s [a-z0-9-]+(?: [a-z0-9-]+)?)\)'
        r'|(?<= in )[a-z][a-z0-9-]*\([1-9]\)')
# A place in a section, where that is shown elsewhere or a link leads there.
PLACES = {'html': '%s.%s', 'texinfo': '%s %s'}
HERE = r'|\((?:%s|%s)(?:: (?:%s))?\)'
# What stands between the title of a section and its summary on a front page, and before them.
FRONT = {'text': '• %s – %s', 'markdown': '- %s – %s', 'man': '%s %s'}
PARTS_OF_PAGE = ('NAME', 'SEE ALSO', 'COPYRIGHT')


class Fragment:
    """What one section of an output says: its title, its words, and what is wrong with its headings."""

    def __init__(self):
        self.title = None
        self.lines = []
        self.wrong = []
        self.ids = []        # what in it has an id
        self.targets = set() # ids that it leads to
        self.notice = None   # whether it is marked, in JSON; before the sections, the words
        self.see = None      # what it names, in JSON
        self.contents = None # of a role, in JSON
        self.last_heading, self.last_level = '', 0

    def add_heading(self, level, text):
        if self.last_level >= level:
            self.end()
        self.last_heading, self.last_level = text, level

    def add_title(self, text):
        self.title = text
        self.add_heading(1, text)

    def add_words(self, text):
        if text.strip():
            if self.title is None:
                self.wrong.append('"%s" stands before the title' % text.strip())
            self.lines.append(text.strip())
            self.last_level = 0

    def end(self):
        if self.last_level:
            self.wrong.append('nothing stands below "%s"' % self.last_heading)

    @property
    def said(self):
        return re.sub(' +', ' ', ' '.join(self.lines))


# --- The formats: how an output is cut, and how a fragment is read ---
# The first fragment is what stands before the sections.

class Text:
    @staticmethod
    def cut(text):
        return re.split(r'\n\n(?=[^ \n])', '\n\n' + text)

    @staticmethod
    def read(text):
        """Headings stand left of the text, a dash before each but those of level 2; long ones go on."""
        fragment = Fragment()
        for number, block in enumerate(re.split(r'\n\n+', text)):
            head = re.match(r'(?: {0,2}[^ \n].*(?:\n|$))+', block) or re.match('', block)
            heading = ' '.join(head.group().split())
            dashes = len(re.match('(–*) |', heading).group(1) or '')
            if heading and number == 0:
                fragment.add_title(heading)
            elif heading:
                fragment.add_heading(2 + dashes, heading)
            for line in block[head.end():].split('\n'):
                fragment.add_words(line)
        return fragment


class Markdown:
    @staticmethod
    def cut(text):
        found = ['']
        for fragment in re.split(r'\n(?=# )', '\n' + text):
            # A fence that is open holds what looks like a title.
            if len(re.findall(r'(?m)^ *(?:```|~~~)', found[-1])) % 2:
                found[-1] += '\n' + fragment
            else:
                found.append(fragment)
        return found[1:]

    @staticmethod
    def read(text):
        fragment = Fragment()
        in_code = False
        for line in text.split('\n'):
            in_code ^= bool(re.match(r' *(```|~~~)', line))
            heading = None if in_code else re.match(r'(#{1,4}) (.*)', line)
            if heading and len(heading.group(1)) == 1:
                fragment.add_title(heading.group(2).replace('\\', ''))
            elif heading:
                fragment.add_heading(len(heading.group(1)), line)
            else:
                fragment.add_words(line.replace('**', ''))
        return fragment


class Json:
    @staticmethod
    def cut(text):
        printed = json.loads(text) if text else {'guide': {}, 'sections': []}
        head = dict(printed['guide'], contents=printed.get('contents'))
        return [json.dumps(head)] + [json.dumps(section) for section in printed['sections']]

    @staticmethod
    def read(text):
        section = json.loads(text)
        if 'markdown' not in section:
            fragment = Fragment()
            fragment.notice = section.get('notice')
            if section['contents'] is not None:
                fragment.contents = [(group['title'], group['sections']) for group in section['contents']]
            return fragment
        source = re.sub(r'\]\(([a-z0-9-]*)\.md(?:#[^)]*)?\)', lambda match: WITHIN % match.group(1),
                        section['markdown'])
        fragment = Markdown.read('# %s\n%s' % (section['id'], source))
        fragment.notice = section['notice']
        fragment.see = section['see']
        return fragment


class Html:
    @staticmethod
    def cut(text):
        return re.split(r'(?=<section)', text)

    @staticmethod
    def read(text):
        reader = HtmlReader()
        reader.feed(text)
        reader.close()
        return reader.fragment


class HtmlReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.fragment = Fragment()
        self.in_section = False
        self.heading = None # the words of the one that is open
        self.top_level = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if 'id' in attributes:
            self.fragment.ids.append(attributes['id'])
        if tag == 'section':
            self.in_section = True
        target = attributes.get('href', '')
        if target.startswith('#'):
            self.fragment.targets.add(target[1:])
            if self.in_section and ':' not in target: # as in "source:x"
                self.handle_data(WITHIN % target[1:])
        if re.match('h[1-6]$', tag):
            self.heading = ''

    def handle_endtag(self, tag):
        if tag == 'main':
            self.in_section = False
        elif self.in_section and re.match('h[1-6]$', tag):
            level = int(tag[1])
            if self.top_level is None:
                self.top_level = level
                self.fragment.add_title(self.heading)
            else:
                self.fragment.add_heading(level - self.top_level + 1, self.heading)
            self.heading = None

    def handle_data(self, data):
        if self.heading is not None:
            self.heading += data
        elif self.in_section and data.strip():
            # Words go on behind a tag.
            if self.fragment.last_level or not self.fragment.lines:
                self.fragment.add_words(data)
            else:
                self.fragment.lines[-1] += data.replace('\n', ' ')


class Texinfo:
    @staticmethod
    def cut(text):
        return re.split(r'\n(?=@node |@heading Sources\n)', text)

    @staticmethod
    def read(text):
        fragment = Fragment()
        first = text.split('\n', 1)[0]
        if first.startswith('@node '):
            fragment.ids.append(first[6:])
        fragment.ids += re.findall(r'@anchor\{([^}]*)\}', text)
        text = re.sub(r'@pxref\{([^}]*)\}', lambda match: Texinfo.refer(fragment, match.group(1)), text)
        if first == '@node Top' or first.endswith(' Index') or not first.startswith(('@node ', '@heading ')):
            return fragment
        for line in text.split('\n')[0 if first.startswith('@heading') else 1:]:
            line = Texinfo.plain(line)
            level = re.match(r'@((?:sub)*)heading ', line)
            if line.startswith('@chapter '):
                fragment.add_title(line[9:])
            elif line == '@heading Sources' and fragment.title is None:
                fragment.add_title('Sources')
            elif level:
                fragment.add_heading(len(level.group(1)) // 3 + 1, line)
            elif not line.startswith('@'):
                fragment.add_words(line)
        return fragment

    @staticmethod
    def refer(fragment, node):
        fragment.targets.add(node)
        return WITHIN % node

    @staticmethod
    def plain(line):
        """A span may go on in the next line, so that all braces go."""
        line = line.replace('@apos{}', "'").replace('@comma{}', ',').replace('@tie{}', ' ')
        line = re.sub(r'@(?:strong|emph|code|command|t|w|uref)\{|@[/*]|^@item ?', '', line)
        return re.sub('[{}]', '', line).replace('@@', '@')


class Man:
    @staticmethod
    def cut(text):
        """A page of one section has several headings .SH of its own."""
        found = re.split(r'\n(?=\.SH )', text)
        titles = [fragment.split('\n', 1)[0][4:] for fragment in found]
        if 'DESCRIPTION' in titles:
            start = titles.index('DESCRIPTION')
            end = next(number for number, title in enumerate(titles + list(PARTS_OF_PAGE))
                       if number > start and title in PARTS_OF_PAGE)
            found[start:end] = ['\n'.join(found[start:end])]
        return found

    @staticmethod
    def read(text):
        """Headings of level 3 are lines in bold type, which are not told from others."""
        fragment = Fragment()
        first, _, rest = text.partition('\n')
        single = first == '.SH DESCRIPTION'
        if single:
            # Its title stands below that.
            title, rest = re.match(r'((?:[^.\n].*\n)*)((?s:.*))', rest + '\n').groups()
            fragment.add_title(Man.plain(' '.join(title.split())))
        elif first.startswith('.SH '):
            fragment.add_title(Man.plain(first[4:]))
        if fragment.title in PARTS_OF_PAGE:
            fragment.last_level = 0
            if first[4:] != fragment.title:
                fragment.wrong.append(first + ' is no name of a heading')
        for line in rest.split('\n'):
            if re.match(r'\.S[HS] ', line):
                fragment.add_heading(2 if line.startswith('.SH') else 3, Man.plain(line[4:]))
            elif line.startswith('.BR ') and fragment.title == 'SEE ALSO':
                fragment.targets.add(Man.plain(line[4:]).rstrip(',').replace(' ', '', 1))
            elif not line.startswith('.'):
                fragment.add_words(Man.plain(line))
        return fragment

    @staticmethod
    def plain(line):
        line = re.sub(r'\\f(?:\(BI|[RBI])|\\[&:%]|\\\(bu', '', line)
        return line.replace('\\(aq', "'").replace('\\(dq', '"').replace('\\~', ' ').replace('\\-', '-')


FORMATS = {'text': Text, 'markdown': Markdown, 'json': Json, 'html': Html, 'texinfo': Texinfo, 'man': Man}


# --- What is wanted ---

class Selections:
    def __init__(self, guide, pieces, output_format):
        self.guide = guide
        self.pieces = pieces # of each section
        self.format = output_format
        self.cut = FORMATS[output_format].cut
        self.read = functools.lru_cache(None)(self.read_fragment)
        titles = sorted((section.title for section in guide.sections.values()), key=len, reverse=True)
        self.hint = re.compile(HINT % re.escape(guide.reader) + HERE % (
            guide.labels['above'], guide.labels['below'], '|'.join(map(re.escape, titles))))
        self.pages = {page.reference for page in guide.pages}
        self.references = {section.id: self.references_of(section) for section in guide.sections.values()}

    def read_fragment(self, text):
        fragment = FORMATS[self.format].read(text)
        fragment.end()
        said = fragment.said
        # A link begins before its text.
        fragment.opens_with = re.sub('^\x01[^\x02]*\x02 ?', '', said).startswith(self.guide.notice)
        fragment.notices = said.count(self.guide.notice) if self.guide.notice else 0
        fragment.references = [match.strip('\x01\x02') for match in self.hint.findall(said)]
        return fragment

    def references_of(self, section):
        """What a section refers to, each with the roles that see it."""
        found, roles = [], ()
        if self.guide.notice_leads(section) and self.format != 'json':
            found.append((markdown.Reference(self.guide.notice_section, None, False, ''), set()))
        for piece in self.pieces[section.id]:
            if isinstance(piece, markdown.Block):
                roles = piece.roles
            elif isinstance(piece, markdown.Reference):
                found.append((piece, set(roles)))
        if self.format != 'json':
            found += [(markdown.Reference(see, None, True, ''), set()) for see in section.see]
        return found

    def wanted_references(self, section, roles, view):
        """For each reference what may stand there."""
        wanted = []
        for reference, shown_to in self.references[section]:
            target = reference.section
            if roles and shown_to and not shown_to & set(roles):
                continue
            if self.format == 'json':
                wanted.append([target])
            elif target in view and self.format in PLACES:
                wanted.append([PLACES[self.format] % (target, reference.place) if reference.place else target])
            elif target in view:
                wanted += self.directions(section, reference, view)
            elif self.format == 'man':
                wanted.append([page if reference.place else '(%s)' % page for page in self.guide.own_pages(target)])
            else:
                wanted.append(['(%s)' % ' '.join(filter(None, (self.guide.reader, target, reference.place)))])
        return wanted

    def directions(self, section, reference, view):
        """What may stand behind a reference to a section in view: a list of one list, if anything."""
        target, labels = reference.section, self.guide.labels
        title = self.guide.sections[target].title
        if target == section:
            return [['(%s)' % labels[label] for label in ('above', 'below')]] if reference.place else []
        words = labels['above' if view.index(target) < view.index(section) else 'below']
        if reference.place or not (reference.bare or markdown.says(reference.says, title)):
            words += ': ' + title
        return [['(%s)' % words]]

    def check_front(self, fragment, role):
        """What is wrong with a role's front page."""
        lines = [self.guide.roles[role].summary]
        for _, sections in self.guide.contents(role):
            lines += [FRONT[self.format] % (self.guide.sections[section].title, self.guide.sections[section].summary)
                      for section in sections]
        wrong = list(fragment.wrong)
        if fragment.title != self.guide.roles[role].title:
            wrong.append('"%s" stands where the front page is wanted' % fragment.title)
        if fragment.said != ' '.join(filter(None, lines)):
            wrong.append('the front page has other contents')
        return wrong

    def check(self, text, topics, roles):
        """What is wrong with an output."""
        view = self.guide.choose((), topics, roles)
        head, *fragments = [self.read(fragment) for fragment in self.cut(text)]
        wrong = []
        if self.format == 'json' and text and head.notice != self.guide.notice:
            wrong.append('the guide has another notice')
        front = roles[0] if len(roles) == 1 and not topics and view else None
        if self.format == 'json' and head.contents != (self.guide.contents(front) if front else None):
            wrong.append('the contents are others')
        if self.format == 'man':
            wrong += self.check_page([head] + fragments)
            fragments = [fragment for fragment in fragments if fragment.title not in PARTS_OF_PAGE]
        elif self.format in ('html', 'texinfo'):
            wrong += check_targets([head] + fragments)
        for fragment in fragments:
            if fragment.title is None:
                wrong += fragment.wrong
        fragments = [fragment for fragment in fragments if fragment.title is not None]
        if front and self.format in FRONT:
            wrong += self.check_front(fragments.pop(0), front)
        for section, fragment in zip(view, fragments):
            wrong += self.check_section(self.guide.sections[section], fragment, roles, view)
        for section in view[len(fragments):]:
            wrong.append('section %s is not there' % section)
        for number, fragment in enumerate(fragments[len(view):]):
            wrong += fragment.wrong
            if number > 0 or fragment.title != 'Sources' or self.format == 'json':
                wrong.append('"%s" is no section of it' % fragment.title)
        return wrong

    def check_page(self, fragments):
        wrong = []
        for fragment in fragments:
            if fragment.title in PARTS_OF_PAGE:
                wrong += fragment.wrong
                wrong += ['there is no page ' + page for page in fragment.targets - self.pages]
        return wrong

    def check_section(self, section, fragment, roles, view):
        wrong = list(fragment.wrong)
        title = section.id if self.format == 'json' else section.title
        if fragment.title != title:
            wrong.append('"%s" stands where section %s is wanted' % (fragment.title, section.id))
        if self.format == 'json':
            if fragment.notice != section.notice:
                wrong.append('section %s has "notice": %s' % (section.id, fragment.notice))
            if fragment.see != section.see:
                wrong.append('section %s has "see": %s' % (section.id, fragment.see))
        else:
            if section.notice and not fragment.opens_with:
                wrong.append('section %s does not open with the notice' % section.id)
            if fragment.notices > section.notice:
                wrong.append('section %s has a notice too many' % section.id)
        wanted = self.wanted_references(section.id, roles, view)
        found = fragment.references
        if len(found) != len(wanted) or any(hint not in hints for hint, hints in zip(found, wanted)):
            wrong.append('section %s refers to %s; wanted: %s' %
                         (section.id, ' '.join(found), ' '.join(' or '.join(hints) for hints in wanted)))
        return wrong


def check_targets(fragments):
    """Whether each reference leads somewhere, and to one place only."""
    ids = collections.Counter(name for fragment in fragments for name in fragment.ids)
    targets = set().union(*(fragment.targets for fragment in fragments))
    return ['two elements have the id ' + name for name, count in ids.items() if count > 1] + \
        ['#%s leads nowhere' % target for target in targets if target not in ids]


# --- Which selections there are ---

def options(guide, alone):
    """Each role, each topic and each pair of them; or, alone, no pairs."""
    choices = ['--role=' + role for role in guide.roles] + ['--topic=' + topic for topic in guide.topics]
    for number, choice in enumerate(choices):
        print(choice)
        for other in [] if alone else choices[number + 1:]:
            print(choice, other)


def main():
    if sys.argv[1] == '--options':
        options(guides.Guide(sys.argv[2]), len(sys.argv) > 3)
        return
    folder, outputs, *formats = sys.argv[1:]
    guide = guides.Guide(folder)
    pieces = {section.id: markdown.pieces_of(section, guide) for section in guide.sections.values()}
    choices = sys.stdin.read().splitlines()
    for output_format in formats:
        selections = Selections(guide, pieces, output_format)
        with open(os.path.join(outputs, output_format + '.wrong'), 'w', encoding='utf-8') as file:
            for number, choice in enumerate(choices, 1):
                path = os.path.join(outputs, '%d.%s' % (number, output_format))
                file.writelines('%s: %s\n' % (choice, wrong) for wrong in check(selections, path, choice))


def check(selections, path, choice):
    chosen = {'--topic': [], '--role': []}
    for option in choice.split():
        kind, _, name = option.partition('=')
        chosen[kind].append(name)
    with open(path, encoding='utf-8') as file:
        return selections.check(file.read(), chosen['--topic'], chosen['--role'])


if __name__ == '__main__':
    main()
