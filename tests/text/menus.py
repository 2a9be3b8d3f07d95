# SPDX-License-Identifier: MIT
"""Whether the menus of an Info manual lead where the guide says, from nodes that open as they should."""
import re
import unicodedata

WIDTH = 79
# A title that readers of Info would take for the end of an entry's name, or too long for it, stands behind
# the node.
UNFIT = re.compile(r'[:\t]|\. ')
ENTRY = re.compile(r'\* (?:(?P<title>[^:]+): (?P<node>[^.]+)\.|(?P<only>[^:]+)::)(?P<rest>.*)')


def columns(line):
    return sum(0 if unicodedata.category(char) in ('Mn', 'Me', 'Cf') else
               2 if unicodedata.east_asian_width(char) in 'WF' else 1 for char in line)


def squeeze(text):
    """The text without what a line's end may add or take."""
    return re.sub(r'\s', '', text)


class Menu:
    """A node: what stands before its menu, and the entries of that as (node, words)."""

    def __init__(self, text):
        self.before, _, menu = text.partition('\n* Menu:\n')
        self.entries = []
        self.lines = (self.before + '\n' + menu).split('\n')
        for line in menu.split('\n'):
            entry = ENTRY.match(line)
            if entry:
                self.entries.append([entry['only'] or entry['node'], (entry['title'] or '') + entry['rest']])
            elif line.startswith(' *'): # a title that is no entry
                self.entries.append([None, line])
            elif line.startswith(' ') and self.entries:
                self.entries[-1][1] += line
            elif line:
                self.entries.append([None, line])


def nodes_of(text):
    found = {}
    for node in text.split('\x1f')[1:]:
        match = re.match(r'\nFile: .*Node: ([^,]*),.*\n', node)
        if match and '\n* Menu:\n' in node:
            found[match.group(1)] = Menu(node[match.end():])
    return found


def section_entries(guide, sections):
    return [(section, guide.sections[section].title + guide.sections[section].summary)
            for section in sections if section in guide.sections]


def role_entries(guide, role):
    wanted = []
    for title, sections in role.groups:
        wanted += [(None, title)] + section_entries(guide, sections)
    if not role.groups:
        wanted += section_entries(guide, role.path)
    more = section_entries(guide, [section for section in guide.choose(roles=[role.id])
                                   if section not in role.path])
    return wanted + ([(None, guide.labels['more'])] if wanted and more else []) + more


def top_entries(guide):
    return [(to.replace('#', ' '), title) for title, to in guide.doors] + \
        [(role.id, role.title + role.summary) for role in guide.roles.values()] + \
        [(part, title) for part, title, _ in guide.parts]


def compare(name, menu, wanted, notice):
    """The indices come last on Top, and what is said of copying is behind them."""
    found = [(node, squeeze(words)) for node, words in menu.entries]
    wanted = [(node, squeeze(words)) for node, words in wanted]
    for index, entry in enumerate(wanted):
        if entry not in found[index:index + 1]:
            yield '%s: entry %d should be %s, not %s' % (name, index + 1, entry, found[index:index + 1])
            return
    if len(found) > len(wanted) and name != 'Top':
        yield '%s: another entry: %s' % (name, found[len(wanted)])
    if squeeze(notice) not in squeeze(menu.before):
        yield name + ': no notice before the menu'
    for line in menu.lines:
        if columns(line) > WIDTH and ' ' in line.strip(' *'):
            yield '%s: a line of %d columns: %s' % (name, columns(line), line)


def check(guide, text):
    """What is wrong with Top and the nodes of roles and parts."""
    nodes = nodes_of(text)
    wanted = [('Top', top_entries(guide), guide.notice)]
    wanted += [(role.id, role_entries(guide, role), guide.notice) for role in guide.roles.values()
               if guide.choose(roles=[role.id])]
    wanted += [(part, section_entries(guide, sections), '') for part, _, sections in guide.parts]
    found = []
    for name, entries, notice in wanted:
        found += compare(name, nodes[name], entries, notice) if name in nodes else ['no menu in ' + name]
    return found
