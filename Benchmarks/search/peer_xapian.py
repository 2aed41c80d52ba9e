"""Xapian, through Debian's Python package."""
import contextlib
import os
import shutil

import xapian

from corpus_files import bytes_in

CORRECTS = True
NOTE = "Errors: the query as its spelling correction has it."
TITLE_COUNTS = 2
# A slot holds one value, so a facet of which a record may have several gets several slots.
SLOTS = {"kind": [0], "themes": [1, 2, 3], "audiences": [4, 5], "territory": [6], "year": [7]}
PREFIXES = {"language": "L", "kind": "XK", "themes": "XTH", "audiences": "XA", "territory": "XTE", "year": "Y"}


@contextlib.contextmanager
def opened(folder):
    yield Engine(folder)


class Engine:
    def __init__(self, folder):
        self.folder = folder

    def build(self, records):
        os.environ["XAPIAN_FLUSH_THRESHOLD"] = "100000"  # records that are kept in memory before they are written
        path = str(self.folder / "grown")
        database = xapian.WritableDatabase(path, xapian.DB_CREATE)
        generator = xapian.TermGenerator()
        for record in records:
            database.replace_document(record.number, document(generator, record))
        for term in database.allterms():
            if not term.term[:1].isupper():  # prefixes are capitals, words never have one
                database.add_spelling(term.term, term.termfreq)
        database.commit()
        database.compact(str(self.folder / "compact"))
        database.close()
        shutil.rmtree(path)

        self.database = xapian.Database(str(self.folder / "compact"))
        self.parser = xapian.QueryParser()
        self.parser.set_database(self.database)  # for the spelling
        self.enquire = xapian.Enquire(self.database)

    def disk_bytes(self):
        return bytes_in(self.folder)

    def search(self, query):
        self.parser.set_default_op(xapian.Query.OP_OR if query.any_word else xapian.Query.OP_AND)
        parsed = self.parser.parse_query(query.text, xapian.QueryParser.FLAG_SPELLING_CORRECTION if query.errors else 0)
        if query.errors and self.parser.get_corrected_query_string():
            parsed = self.parser.parse_query(self.parser.get_corrected_query_string(), 0)
        for facet, value in query.filters:
            parsed = xapian.Query(xapian.Query.OP_FILTER, parsed, xapian.Query(PREFIXES[facet] + value))
        self.enquire.set_query(parsed)
        self.enquire.clear_matchspies()
        spies = {facet: [xapian.ValueCountMatchSpy(slot) for slot in slots] for facet, slots in SLOTS.items()}
        for several in spies.values():
            for spy in several:
                self.enquire.add_matchspy(spy)
        found = self.enquire.get_mset(0, 10, self.database.get_doccount())  # checks every match, so total and counts are exact
        return found.get_matches_estimated(), [match.docid for match in found], lambda: counts(spies)


def document(generator, record):
    result = xapian.Document()
    generator.set_document(result)
    generator.index_text(record.title, TITLE_COUNTS)
    generator.increase_termpos()
    generator.index_text(record.summary)
    result.add_boolean_term(PREFIXES["language"] + record.language)
    for facet, slots in SLOTS.items():
        values = getattr(record, facet)
        for slot, value in zip(slots, values if isinstance(values, list) else [values]):
            result.add_value(slot, value)
            result.add_boolean_term(PREFIXES[facet] + value)
    return result


def counts(spies):
    result = {facet: {} for facet in spies}
    for facet, several in spies.items():
        for spy in several:
            for item in spy.values():
                value = int(item.term.decode().rpartition("-")[2])
                result[facet][value] = result[facet].get(value, 0) + item.termfreq
    return result
