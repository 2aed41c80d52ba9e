"""The engines that ours is measured against: SQLite FTS5 and Xapian, over the same texts.

A comparison with a badly set up peer says nothing, so each gets what its documentation offers: weights for fields and
for the reader's language, accents left aside, stems or beginnings of words, lists of common words, spelling correction.
Where a query can be read in several ways, each peer is a dictionary of such readings, and measure.py keeps the one that
does best. A reading is a function from a text and a language to ids, best first.
"""

import itertools
import re
import sqlite3
import sys
import unicodedata

from catalogue import LANGUAGES, WEIGHTS

try:
    import xapian
    from whoosh.lang.stopwords import stoplists
except ImportError as error:
    sys.exit(f"{error}: run apt-get install python3-xapian python3-whoosh, or leave out --peers")

MOST = 10
OTHER_LANGUAGE = 0.5


def everyone(documents, folder):
    """All peers by name. Indexes that need files are made in `folder`, which must stay until the end."""
    peers = {
        "fts5 words": fts5_words(documents),
        "fts5 trigram": fts5_trigram(documents),
        "xapian": xapian_stems(documents, folder),
    }
    return {name: readings | without_common_words(readings) for name, readings in peers.items()}


def without_common_words(readings):
    """The same readings of what a query says beside the stop words of Snowball, which come with Whoosh."""

    def telling(text, language):
        parts = re.split(r"[\s'’]+", text)
        return " ".join(part for part in parts if part.strip(".,;:!?").lower() not in stoplists[language]) or text

    def reading(engine):
        return lambda text, language: engine(telling(text, language), language)

    return {f"{name}, without common words": reading(engine) for name, engine in readings.items()}


def words(text):
    """Words in small letters; the name of a site stays whole, as `be` alone stands in nearly every record."""
    return re.findall(r"\w+(?:\.[a-z]+)*", text.lower())


def folded(text):
    """Without accents, with ß, œ and æ written out."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def weight(field, own, language):
    """What a word counts in a field in its own language, to a reader of another or the same one."""
    return WEIGHTS[field] * (1 if own in (language, "") else OTHER_LANGUAGE)


def joined(find, joint):
    """What `find` finds: by any of the words, or by all of them first and then filled up by any."""
    found = find("AND") if joint == "all, then any" else []
    if len(found) < MOST:
        found += [id for id in find("OR") if id not in found]
    return found[:MOST]


JOINTS = ("all, then any", "any")


# SQLite FTS5


def fts5_words(documents):
    """Whole words, or their beginnings, as FTS5 has a stemmer for English only. Quoted, a word is never syntax."""
    search = fts5(documents, "unicode61 remove_diacritics 2")

    def whole(text):
        return [f'"{word}"' for word in words(text)]

    def beginnings(text):
        return [f'"{word}"*' for word in words(text)]

    return readings(search, {"words": whole, "beginnings of words": beginnings}, JOINTS)


def fts5_trigram(documents):
    """Words wherever they stand in a longer one, or any three letters of them, which forgives typing errors."""
    search = fts5(documents, "trigram", folded)

    def whole(text):
        return [f'"{word}"' for word in words(folded(text)) if len(word) >= 3]

    def parts(text):
        return sorted({f'"{word[i : i + 3]}"' for word in words(folded(text)) for i in range(len(word) - 2)})

    return readings(search, {"words": whole}, JOINTS) | readings(search, {"three letters": parts}, ("any",))


def readings(search, shapes, joints):
    """All readings of a query: the shape of its words, and how they join."""

    def reading(shape, joint):
        return lambda text, language: joined(lambda j: search(f" {j} ".join(shape(text)), language), joint)

    pairs = itertools.product(shapes.items(), joints)
    return {f"{name}, {joint}": reading(shape, joint) for (name, shape), joint in pairs}


def fts5(documents, tokenizer, prepare=lambda text: text):
    """A table with a column for each field in each language, so that both can be weighted when it is searched."""
    ids = list(documents)
    columns = list(documents[ids[0]])
    table = sqlite3.connect(":memory:")
    names = ", ".join(f"{field}_{language}" for field, language in columns)
    try:
        table.execute(f"CREATE VIRTUAL TABLE t USING fts5({names}, tokenize='{tokenizer}')")
    except sqlite3.OperationalError as error:
        sys.exit(f"SQLite {sqlite3.sqlite_version}: {error}: use a Python with SQLite 3.34 or newer that has FTS5")
    marks = ", ".join("?" for _ in columns)
    table.executemany(
        f"INSERT INTO t VALUES ({marks})",
        ([prepare(documents[id][column]) for column in columns] for id in ids),
    )

    def search(expression, language):
        if not expression:
            return []
        weights = (str(weight(field, own, language)) for field, own in columns)
        order = f"bm25(t, {', '.join(weights)}), rowid"
        rows = table.execute(f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY {order} LIMIT {MOST}", [expression])
        return [ids[row[0] - 1] for row in rows]

    return search


# Xapian


def xapian_stems(documents, folder):
    """Stems of the reader's language under BM25, with and without correction of unknown words."""
    ids = list(documents)
    databases = {language: xapian_index(documents, language, f"{folder}/{language}") for language in LANGUAGES}

    def search(text, language, joint, corrects):
        parser = xapian.QueryParser()
        parser.set_database(databases[language])
        parser.set_stemmer(xapian.Stem(language))
        parser.set_stemming_strategy(parser.STEM_SOME)
        parser.set_default_op(xapian.Query.OP_AND if joint == "AND" else xapian.Query.OP_OR)
        text = xapian_text(text)
        enquire = xapian.Enquire(databases[language])
        enquire.set_weighting_scheme(xapian.BM25Weight())
        enquire.set_query(parser.parse_query(corrected(text, databases[language]) if corrects else text, 0))
        return [ids[match.docid - 1] for match in enquire.get_mset(0, MOST)]

    def reading(joint, corrects):
        return lambda text, language: joined(lambda j: search(text, language, j, corrects), joint)

    return {
        f"{joint}, {'corrected' if corrects else 'as typed'}": reading(joint, corrects)
        for joint, corrects in itertools.product(JOINTS, (False, True))
    }


def xapian_text(text):
    """Only words: a capital would keep Xapian from stemming, an apostrophe would join `l'école` to one word, and
    `078/170.170` would be a phrase that nobody wrote."""
    return " ".join(words(text))


def corrected(text, database):
    """Xapian's own correction replaces a rare word that it knows (`awel`) by a frequent one; so only unknown words."""

    def known(match):
        word = match[0]
        if database.term_exists(word) or not word.isalpha():
            return word
        return database.get_spelling_suggestion(word).decode() or word

    return re.sub(r"\w+", known, text)


def xapian_index(documents, language, path):
    """An index for readers of one language. Xapian keeps accents, so words that have some also stand without."""
    database = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem(language))
    generator.set_database(database)
    generator.set_flags(generator.FLAG_SPELLING)
    for document in documents.values():
        entry = xapian.Document()
        generator.set_document(entry)
        for (field, own), text in document.items():
            plain = " ".join(folded(word) for word in words(text) if folded(word) != word)
            for part in (text, plain):
                # Whole numbers only, so all weights are doubled.
                generator.index_text(xapian_text(part), round(2 * weight(field, own, language)))
                generator.increase_termpos()
        database.add_document(entry)
    database.commit()
    return database
