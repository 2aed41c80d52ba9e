"""Reading the files that corpus.py writes, for every peer in the same way."""
import collections

FACETS = ("kind", "themes", "audiences", "territory", "year")

Record = collections.namedtuple("Record", "number id language kind themes audiences territory year title summary")
Query = collections.namedtuple("Query", "text words language filters shape errors any_word")


def records(corpus):
    """The records in order, numbered from 1; themes and audiences are lists."""
    with open(corpus / "records.tsv", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            fields = line.rstrip("\n").split("\t")
            fields[3], fields[4] = fields[3].split(","), fields[4].split(",")
            yield Record(number, *fields)


def queries(corpus):
    """The queries in order; filters are pairs of a facet and a value."""
    for line in (corpus / "queries.tsv").read_text(encoding="utf-8").splitlines():
        text, language, filters, shape, errors = line.split("\t")
        pairs = [tuple(part.split("=")) for part in filters.split(";") if part]
        yield Query(text, text.split(), language, pairs, shape, errors == "1", shape in ("words3", "words4"))


def code(value):
    """The number in the name of a value (`theme-07`, `2019`): databases count numbers, as they would with a table of the names."""
    return int(value.rpartition("-")[2])


def bytes_in(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
