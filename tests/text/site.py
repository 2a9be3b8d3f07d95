# SPDX-License-Identifier: MIT
"""Reads a web site, and prints what is wrong with it:

    site.py FOLDER [BYTES]

Each address leads to a page, and to an id on it, that are there; no id is there twice; each script is
allowed by its own hash, and there is no other; nothing is loaded but one style; what is a heading or a term
in the text has an id, but on the page that holds all; and, with BYTES, no page is longer, but that one and
the search."""

import base64
import hashlib
import html.parser
import os
import re
import sys

LOADING = {'src', 'srcset', 'poster', 'background', 'action', 'formaction', 'ping', 'data', 'style'}
WHOLE = 'whole_guide.html'
LONG = {WHOLE, 'search_page.html'}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.faults, self.elements = [], [], [], []
        self.policy, self.kind, self.in_text, self.without = '', None, False, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if 'id' in values:
            self.ids.append(values['id'])
        if tag == 'a':
            self.links.append(values['href'])
        if tag == 'meta' and values.get('http-equiv') == 'Content-Security-Policy':
            self.policy = values['content']
        if tag == 'section':
            self.in_text = not values.get('id', '_').startswith('_')
        if tag in ('h2', 'h3', 'h4', 'h5', 'dt') and self.in_text and 'id' not in values:
            self.without = tag
        if tag in ('style', 'script') and values.get('type') != 'application/json':
            self.kind = tag
        for name in values:
            if name in LOADING or name.startswith('on'):
                self.faults.append('%s has %s' % (tag, name))
        if tag == 'link' and values['href'] not in ('data:,', 'site.css'):
            self.faults.append('it loads ' + values['href'])

    def handle_endtag(self, tag):
        if tag == 'section':
            self.in_text = False
        if tag == self.without:
            self.without = None
        self.kind = None

    def handle_data(self, data):
        if self.without and re.search(r'[^\W_]', data):
            self.faults.append('%s has no id: %s' % (self.without, data))
        if self.kind:
            self.elements.append((self.kind, data))

    def check_policy(self):
        allowed = {}
        for directive in self.policy.split('; '):
            name, *values = directive.split(' ')
            allowed[name] = values
        if allowed.get('default-src') != ["'none'"]:
            yield "the policy has no default-src 'none'"
        for values in allowed.values():
            if {"'unsafe-inline'", "'unsafe-eval'", '*'} & set(values):
                yield 'the policy allows more than it has to'
        if "'self'" in allowed.get('script-src', []):
            yield 'the policy allows scripts that are no part of the page'
        for kind, data in self.elements:
            digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
            if "'sha256-%s'" % digest not in allowed.get(kind + '-src', []):
                yield 'a %s is not allowed by its hash' % kind


def check(folder, most):
    pages, sizes = {}, {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
            text = file.read()
        sizes[name] = len(text.encode())
        if name.endswith('.html'):
            pages[name] = Page(text)
    for name, page in pages.items():
        yield from ('%s: %s' % (name, fault) for fault in page.faults
                    if name != WHOLE or ' has no id: ' not in fault)
        yield from ('%s: %s' % (name, fault) for fault in page.check_policy())
        for one in sorted(set(page.ids)):
            if page.ids.count(one) > 1:
                yield '%s: the id %s is there twice' % (name, one)
        for link in page.links:
            if re.match('[a-z]+:', link):
                continue
            target, _, place = link.partition('#')
            target = pages.get(target or name)
            if target is None or (place and place not in target.ids):
                yield '%s: %s leads nowhere' % (name, link)
        if most and name not in LONG and sizes[name] > most:
            yield '%s has %d bytes' % (name, sizes[name])
    if most and sum(sizes.values()) > 2000000:
        yield 'the site has %d bytes' % sum(sizes.values())


def main():
    for fault in check(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print(fault)


main()
