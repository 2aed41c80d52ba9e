#!/usr/bin/env python3
"""Makes a catalogue of synthetic records out of the shipped one, to see how the shop does when it is large.

Usage: synthetic.py CATALOGUE OUTPUT COUNT

Every synthetic record takes its fields from a shipped record and its words from the summaries of others, so that the
distribution of words and choices stays close to the real one. None of it is true.
"""
import pathlib
import random
import re
import shutil
import sys

LANGUAGES = ("nl", "fr", "de", "en")


def texts(block, field):
    """The four texts of `title` or `summary` in a record file."""
    lines = re.search(rf"^{field}:\n((?:  \w\w: .*\n)+)", block, re.M).group(1).splitlines()
    return {line[2:4]: line[6:].strip('"') for line in lines}


def quoted(text):
    return '"' + text.replace("\\", " ").replace('"', "'") + '"'


def main(source, output, count):
    source, output = pathlib.Path(source), pathlib.Path(output)
    # Vocabularies name channels and guides, so all that ships comes along.
    shutil.copytree(source, output, dirs_exist_ok=True)
    files = [path for folder in ("channels", "initiatives", "resources", "publications") for path in sorted((source / folder).glob("*.yaml"))]
    blocks = [(path.parent.name, path.read_text()) for path in files]
    words = {language: [word for _, block in blocks for word in texts(block, "summary")[language].split()] for language in LANGUAGES}
    chance = random.Random(1)
    for number in range(count):
        folder, block = blocks[number % len(blocks)]
        identifier = f"synthetic-{number}"
        title = {language: " ".join(chance.choices(words[language], k=5)) for language in LANGUAGES}
        summary = {language: " ".join(chance.choices(words[language], k=40)) + "." for language in LANGUAGES}
        lines = [f"id: {identifier}"]
        for field, values in (("title", title), ("summary", summary)):
            lines.append(f"{field}:")
            lines += [f"  {language}: {quoted(values[language])}" for language in LANGUAGES]
        rest = block[block.index("\n", block.index("  en: ", block.index("summary:"))) + 1 :]
        (output / folder).mkdir(exist_ok=True)
        (output / folder / f"{identifier}.yaml").write_text("\n".join(lines) + "\n" + rest)


if __name__ == "__main__":
    if len(sys.argv) != 4 or not sys.argv[3].isdigit():
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
