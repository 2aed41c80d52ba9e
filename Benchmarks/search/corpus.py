#!/usr/bin/env python3
"""Makes a synthetic catalogue and queries for it, for comparing search engines at sizes that nobody has by hand.

Usage: corpus.py --records N [--seed 1] --out DIR

    DIR/records.tsv   id, language, kind, themes, audiences, territory, year, title, summary
    DIR/queries.tsv   text, language, filters, shape, errors

Nothing in it means anything. What is kept of real texts is what costs an engine time: lengths, the share of the
languages, function words in nearly every text, a long tail of rare words (Zipf), real words as to letters and length.

The records come in blocks with a seed of their own each, so the first 10,000 of a corpus of a million are the corpus
of 10,000; the queries are the same for every size.
"""
import argparse
import pathlib

import numpy

from common_words import COMMON

SHARES = {"nl": 5, "fr": 3, "de": 1, "en": 2}
DICTIONARIES = {"nl": "dutch", "fr": "french", "de": "ngerman", "en": "american-english"}  # Debian: wdutch wfrench wngerman wamerican
WORDS = 40_000  # a language
ZIPF = 1.05
SUMMARY_AND_TITLE = (80, 160)  # words, both included: 120 on average
TITLE = (3, 9)
BLOCK = 5_000  # records

KINDS = [f"kind-{n}" for n in range(1, 9)]
THEMES = [f"theme-{n:02}" for n in range(1, 31)]
AUDIENCES = [f"audience-{n:02}" for n in range(1, 11)]
TERRITORIES = [f"territory-{n:02}" for n in range(1, 16)]
YEARS = [str(year) for year in range(2010, 2026)]
FILTERS = {"kind": KINDS, "themes": THEMES, "audiences": AUDIENCES, "territory": TERRITORIES, "year": YEARS}

QUERIES = 400
RANKS = (5, 2_000)  # of the words of a query
LONG = 6  # letters: shorter words are seldom misspelt, and no engine can do much about them
VERY_LONG = 10  # letters: such words may have two errors. An engine that allows two over 8 letters can still find them


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    words = {language: vocabulary(language, options.seed) for language in SHARES}
    with open(options.out / "records.tsv", "w", encoding="utf-8") as file:
        for start in range(0, options.records, BLOCK):
            file.writelines(block(start, words, options)[: options.records - start])
    with open(options.out / "queries.tsv", "w", encoding="utf-8") as file:
        file.writelines(queries(words, options.seed))


def generator(seed, *purpose):
    """A generator for one purpose: what is drawn for one part does not shift what is drawn for another."""
    return numpy.random.Generator(numpy.random.PCG64([seed, *purpose]))


def draw(chance, count, weights):
    """`count` indices, each with a chance as its weight says. Only ever `random()`: its stream is kept by numpy."""
    edges = numpy.cumsum(weights, dtype=float)
    return numpy.searchsorted(edges, chance.random(count) * edges[-1], side="right")


def skewed(count):
    """Weights of the values of a facet: some themes have far more records than others, but none is nearly empty."""
    return numpy.arange(1, count + 1) ** -0.5


# The words


def vocabulary(language, seed):
    """The words of a language by rank: the common ones first, then words of the dictionary in a random order."""
    common = list(dict.fromkeys(COMMON[language].split()))
    lines = pathlib.Path("/usr/share/dict", DICTIONARIES[language]).read_text(encoding="utf-8").split("\n")
    others = sorted({line.lower() for line in lines if line.isalpha() and 2 <= len(line) <= 30}.difference(common))
    order = numpy.argsort(generator(seed, 1, *language.encode()).random(len(others)), kind="stable")
    return common + [others[index] for index in order[: WORDS - len(common)]]


# The records


def block(start, words, options):
    """The lines of records `start` to `start + BLOCK`."""
    chance = generator(options.seed, 2, start)
    languages = [list(SHARES)[index] for index in draw(chance, BLOCK, list(SHARES.values()))]
    kinds = pick(chance, KINDS)
    themes = pick_several(chance, THEMES, 3)
    audiences = pick_several(chance, AUDIENCES, 2)
    territories = pick(chance, TERRITORIES)
    years = [YEARS[index] for index in draw(chance, BLOCK, [1] * len(YEARS))]
    titles = between(chance, *TITLE)
    lengths = between(chance, *SUMMARY_AND_TITLE)
    ends = numpy.cumsum(lengths)
    ranks = draw(chance, ends[-1], numpy.arange(1, WORDS + 1) ** -ZIPF).tolist()

    lines = []
    for number in range(BLOCK):
        own = words[languages[number]]
        text = [own[rank] for rank in ranks[ends[number] - lengths[number] : ends[number]]]
        title, summary = " ".join(text[: titles[number]]), " ".join(text[titles[number] :])
        fields = (f"record-{start + number + 1:07}", languages[number], kinds[number], themes[number], audiences[number])
        lines.append("\t".join((*fields, territories[number], years[number], title, summary)) + "\n")
    return lines


def between(chance, least, most):
    """A whole number for each record of a block, all equally likely."""
    return least + (chance.random(BLOCK) * (most - least + 1)).astype(int)


def pick(chance, values):
    return [values[index] for index in draw(chance, BLOCK, skewed(len(values)))]


def pick_several(chance, values, most):
    """One to `most` different values for each record, with commas between them."""
    drawn = [pick(chance, values) for _ in range(most)]
    counts = between(chance, 1, most)
    return [",".join(sorted({column[number] for column in drawn[: counts[number]]})) for number in range(BLOCK)]


# The queries


def queries(words, seed):
    """The lines of the queries. Shape, language, errors and filters go round at steps without a common factor.

    A query has errors or a filter, never both, so that a row of the results shows the price of one thing."""
    chance = generator(seed, 3)
    known = set().union(*words.values())
    languages = [language for language, share in SHARES.items() for _ in range(share)]
    lines = []
    for number in range(QUERIES):
        count, turn = number % 4 + 1, number // 4
        language = languages[turn * 7 % len(languages)]
        errors, filtered = turn % 4 == 1, turn % 4 == 3
        text = terms(chance, words[language], count)
        if errors:
            text[int(chance.random() * count)] = misspelt(chance, words[language], known)
        filters = choose_filters(chance, language, 1 + turn // 4 % 2) if filtered else ""
        lines.append(f"{' '.join(text)}\t{language}\t{filters}\twords{count}\t{int(errors)}\n")
    return lines


def terms(chance, words, count):
    """Different words, their ranks log-uniform: as many of rank 5 to 50 as of rank 200 to 2000."""
    least, most = RANKS
    chosen = []
    while len(chosen) < count:
        word = words[int(least * (most / least) ** chance.random()) - 1]
        if word not in chosen:
            chosen.append(word)
    return chosen


def misspelt(chance, words, known):
    """A long word with a typing error, or two in a very long one; never by accident another word of the corpus."""
    while True:
        (word,) = terms(chance, words, 1)
        if len(word) < LONG:
            continue
        wrong = typing_error(chance, word)
        if len(word) >= VERY_LONG and chance.random() < 0.5:
            wrong = typing_error(chance, wrong)
        if wrong not in known:
            return wrong


def typing_error(chance, word):
    """Two letters swapped, a letter missing or a letter wrong, anywhere in the word, the first letter included."""
    error = int(chance.random() * 3)
    place = int(chance.random() * (len(word) - (error == 0)))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    if error == 0:
        return before + after[0] + letter + after[1:]
    if error == 1:
        return before + after
    return before + "abcdefghijklmnopqrstuvwxyz"[int(chance.random() * 26)] + after


def choose_filters(chance, language, count):
    """One filter, or two of different facets, such as `kind=kind-3;language=nl`."""
    facets = ["language", *FILTERS]
    chosen = numpy.argsort(chance.random(len(facets)), kind="stable")[:count]
    filters = []
    for facet in sorted(facets[index] for index in chosen):
        value = language if facet == "language" else FILTERS[facet][draw(chance, 1, skewed(len(FILTERS[facet])))[0]]
        filters.append(f"{facet}={value}")
    return ";".join(filters)


if __name__ == "__main__":
    main()
