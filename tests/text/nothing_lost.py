# SPDX-License-Identifier: MIT
"""Compares guides with all that is made of them.

usage: nothing_lost.py RESULTS <GUIDES

GUIDES has a line for each: its name, the folder of its source, a reader that holds it, and the folders
where its man pages and Info manual may be, all between tabs. RESULTS gets what is wrong with each output;
see results.py.
"""
import collections
import concurrent.futures
import os
import shutil
import subprocess
import sys

import guide as guides
import markdown
import match
import menus
import outputs
from results import Results

# What an output is called, its format, what it holds, and how to make it: PRODUCE gives its bytes.
Output = collections.namedtuple('Output', 'name format view roles page front produce')


def find(folders, name):
    return next((path for path in (os.path.join(folder, name) for folder in folders)
                 if os.path.exists(path)), None)


def load(path):
    with open(path, 'rb') as file:
        return file.read()


def rendered(name, view, roles, page, front, produce):
    """A man page by each program that is there to read it."""
    def by(program):
        return lambda: outputs.render(program, produce()).encode()
    return [Output('%s, by %s' % (name, program), 'man', view, roles, page, front, by(program))
            for program in outputs.RENDERERS if shutil.which(program)]


def pages_of(guide, folders):
    found = []
    for page in guide.pages:
        path = find(folders, '%s.%s' % (page.name, page.section))
        found += rendered(page.reference, guide.on_page(page), page.roles, page, guide.front_of(page),
                          lambda path=path: load(path))
    return found


def printed(reader, *options):
    return lambda: subprocess.run([reader] + list(options), stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE).stdout


def views_of(guide, reader):
    """What the reader prints for each role, and for all."""
    found = []
    for role in [None] + list(guide.roles):
        name, roles = role or 'whole', [role] if role else []
        options = ['-r', role] if role else []
        summary = guide.roles[role].title if role else guide.summary
        page = guides.Page({'name': guide.name, 'section': '7', 'summary': summary})
        view = guide.choose(roles=roles)
        if not view:
            continue
        for output_format in ('text', 'markdown', 'html', 'json'):
            found.append(Output('%s view, %s' % (name, output_format), output_format, view, roles, None, role,
                                printed(reader, '-T', output_format, *options)))
        found += rendered('%s view, man' % name, view, roles, page, role, printed(reader, '-T', 'man', *options))
        found.append(Output('%s view, narrow text' % name, 'text', view, roles, None, role,
                            printed(reader, '-T', 'text', '-w', '20', *options)))
    return found


def info_of(guide, folders):
    path = find(folders, guide.name + '.info')
    return [Output('Info', 'info', guide.choose(), [], None, None, lambda: load(path))] if path else []


def compare(guide, pieces, output):
    text = output.produce().decode()
    chunks = outputs.read(output.format, text)
    found = menus.check(guide, text) if output.format == 'info' else []
    return found + match.Matcher(guide, pieces, output.format, chunks, output.view, output.roles,
                                 output.page, output.front).check()


def compare_guide(pool, guide, reader, folders):
    """All outputs, each with what is wrong with it as lines of text."""
    pieces = dict(zip(guide.sections, pool.map(lambda section: markdown.pieces_of(section, guide),
                                               guide.sections.values())))
    found = pages_of(guide, folders) + views_of(guide, reader) + info_of(guide, folders)
    return list(zip(found, pool.map(lambda output: compare(guide, pieces, output), found)))


def holds(guide, output, section, way):
    """Whether an output is what shows the section to those who read that way."""
    if way in outputs.RENDERERS:
        return output.page and output.page.reference in guide.own_pages(section) and output.name.endswith('by ' + way)
    return output.format == way and not output.roles and section in output.view


def compare_ways(guide, compared):
    """Sections that one of the ways to read them does not show word for word."""
    ways = [program for program in outputs.RENDERERS if shutil.which(program)] + ['info', 'text']
    right = [output for output, found in compared if not found]
    for section in guide.sections:
        for way in ways:
            if not any(holds(guide, output, section, way) for output in right):
                yield '%s: not shown, or not as it is written, by %s' % (section, way)


def main():
    results = Results(sys.argv[1])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for line in sys.stdin:
            name, source, reader, *folders = line.rstrip('\n').split('\t')
            guide = guides.Guide(source)
            compared = compare_guide(pool, guide, reader, folders)
            for output, found in compared:
                results.add('%s: %s' % (name, output.name), found)
            if name == 'guide':
                results.add('the same words by man, info and the reader, for each of %d sections' % len(guide.sections),
                            list(compare_ways(guide, compared)))


if __name__ == '__main__':
    main()
