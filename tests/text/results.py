# SPDX-License-Identifier: MIT
"""Results for a script to show: FOLDER/names has a line for each thing that was tested, and FOLDER/N what
is wrong with it, N being the number of that line."""
import os


class Results:
    def __init__(self, folder):
        self.folder = folder
        self.number = 0

    def add(self, name, wrong):
        self.number += 1
        with open(os.path.join(self.folder, 'names'), 'a', encoding='utf-8') as names:
            names.write(name + '\n')
        with open(os.path.join(self.folder, str(self.number)), 'w', encoding='utf-8') as file:
            file.writelines(line + '\n' for line in wrong)
