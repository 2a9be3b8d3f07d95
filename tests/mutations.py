#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts small faults into src, one at a time, and tells which of them the tests do not notice.

Run by `make mutations` in a folder that is built. Each fault is made in a copy of the source, built,
and given to the test scripts, the quick ones first, until one fails. A fault that the compiler
refuses does not count. COUNT faults are drawn by lot; the same SEED draws the same.
"""
import atexit
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

SWAPS = [
    (r' == ', ' != '), (r' != ', ' == '), (r' < ', ' <= '), (r' <= ', ' < '), (r' > ', ' >= '),
    (r' >= ', ' > '), (r' && ', ' || '), (r' \|\| ', ' && '), (r' \+ 1\b', ''), (r' - 1\b', ''),
    (r' \+ ', ' - '), (r' \+= ', ' -= '), (r'\+\+', '--'), (r'\btrue\b', 'false'),
    (r'\bfalse\b', 'true'), (r'(?<!\\)\b0\b', '1'), (r'\b1\b', '2'), (r'\bif \(', 'if (!'),
    (r'\bbreak;', ';'), (r'\breturn;', ';'), (r'^( +)[a-z_]+\([^;{}]*\);$', r'\1;'),
    (r'^( +)[a-z_]+(->|\.)[a-z_.>-]+ = [^;]*;$', r'\1;'),
]
# What a fault cannot be put into: comments, declarations, includes, fixed assertions.
SKIPPED = re.compile(r'^\s*(/?\*|#|//)|^(static|extern|const|enum|struct|typedef)\b.*;$|assert\(')


def sites(source, folders):
    """All places where a fault can be put: (file, line index, line, faulty line)."""
    found = []
    for folder in folders:
        names = [''] if folder.endswith('.c') else sorted(os.listdir(os.path.join(source, 'src', folder)))
        for name in names:
            path = os.path.join('src', folder, name).rstrip('/')
            if not path.endswith('.c'):
                continue
            comment = False
            with open(os.path.join(source, path), encoding='utf-8') as file:
                lines = file.read().split('\n')
            for number, line in enumerate(lines):
                comment = comment or '/*' in line
                if not comment and not SKIPPED.search(line):
                    for pattern, replacement in SWAPS:
                        for match in re.finditer(pattern, line):
                            if line[:match.start()].count('"') % 2 == 0:
                                new = line[:match.start()] + match.expand(replacement) + line[match.end():]
                                found.append((path, number, line, new))
                if '*/' in line:
                    comment = False
    return found


def run(command, folder, limit):
    """Runs a command; returns whether it succeeded within the seconds."""
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(limit) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return False


def limits(commands, folder):
    """For each command the seconds that it may take with a fault; it has to succeed without."""
    found = {}
    for command in commands:
        begin = time.monotonic()
        if not run(command, folder, 3600):
            sys.exit('without a fault, this fails: ' + ' '.join(command))
        found[command] = 20 + 5 * (time.monotonic() - begin)
    return found


def main():
    make = os.environ.get('MAKE', 'make')
    count = int(os.environ.get('COUNT') or 100)
    seed = int(os.environ.get('SEED') or 1)
    folders = (os.environ.get('FOLDERS') or 'base guide format compiler reader').split()
    tests = (os.environ.get('TESTS') or '').split()
    work = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, work, True)
    tree = os.path.join(work, 'tree')
    shutil.copytree('.', tree, symlinks=True, ignore=shutil.ignore_patterns('.git', 'work'))
    build = (make, '-s', 'CFLAGS=-O1 -w')
    build_compiler = (*build, 'src/guidec')
    checks = [(make, '-s', 'check', 'TESTS=' + test, 'CFLAGS=-O1 -w') for test in tests]
    limit = limits([(make, '-s', 'clean'), build, *checks], tree)
    places = sites(tree, folders)
    random.Random(seed).shuffle(places)
    noticed = tried = 0
    for path, number, old, new in places:
        if tried == count:
            break
        file = os.path.join(tree, path)
        with open(file, encoding='utf-8') as stream:
            text = stream.read()
        lines = text.split('\n')
        lines[number] = new
        with open(file, 'w', encoding='utf-8') as stream:
            stream.write('\n'.join(lines))
        built = run(build, tree, limit[build])
        # A compiler of guides that was built, but cannot compile this one, is noticed at once.
        if built or ('/reader/' not in path and run(build_compiler, tree, limit[build])):
            tried += 1
            survived = built and all(run(check, tree, limit[check]) for check in checks)
            noticed += not survived
            print('%-8s %s:%d:%s  ->  %s' % ('survives' if survived else 'noticed', path, number + 1,
                                           ' '.join(old.split()), ' '.join(new.split())), flush=True)
        with open(file, 'w', encoding='utf-8') as stream:
            stream.write(text)
    print('%d of %d faults noticed' % (noticed, tried))


main()
