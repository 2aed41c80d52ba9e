"""Tantivy, through its Python package."""
import contextlib

import tantivy
from tantivy import Occur, Query

from corpus_files import FACETS, bytes_in, code

CORRECTS = True
NOTE = "Top ten and aggregations are two calls, as its Python package has no call for both. Errors: fuzzy terms, so near words of the right one match too."
TEXTS = ("title", "summary")
TITLE_COUNTS = 2.0
AGGREGATIONS = {facet: {"terms": {"field": facet, "size": 100}} for facet in FACETS}


@contextlib.contextmanager
def opened(folder):
    yield Engine(folder)


class Engine:
    def __init__(self, folder):
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", fast=True)
        for field in TEXTS:
            builder.add_text_field(field)
        builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
        for facet in FACETS:
            builder.add_text_field(facet, fast=True, tokenizer_name="raw", index_option="basic")
        self.folder = folder
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema, path=str(folder))

    def build(self, records):
        writer = self.index.writer(heap_size=1_000_000_000, num_threads=1)
        for record in records:
            fields = record._asdict()
            del fields["id"]
            writer.add_document(tantivy.Document.from_dict(fields, self.schema))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def disk_bytes(self):
        return bytes_in(self.folder)

    def search(self, query):
        parsed = self.with_errors(query) if query.errors else self.parsed(query)
        if query.filters:
            filters = [Query.const_score_query(Query.term_query(self.schema, facet, value), 0.0) for facet, value in query.filters]
            parsed = Query.boolean_query([(Occur.Must, part) for part in (parsed, *filters)])
        # Without a count the ten best are found without looking at every match; the aggregations have to anyhow.
        best = self.searcher.search(parsed, 10, count=False)
        ids = self.searcher.fast_field_values("number", [address for _, address in best.hits])
        found = self.searcher.aggregate(parsed, AGGREGATIONS)
        total = sum(bucket["doc_count"] for bucket in found["kind"]["buckets"])  # a record has one kind
        return total, ids, lambda: counts(found)

    def parsed(self, query):
        return self.index.parse_query(query.text, list(TEXTS), field_boosts={"title": TITLE_COUNTS}, conjunction_by_default=not query.any_word)

    def with_errors(self, query):
        """Words that no record has become fuzzy: at most one error, two in words over 8 letters; a swap is one error."""
        occur = Occur.Should if query.any_word else Occur.Must
        return Query.boolean_query([(occur, self.in_any_field(word)) for word in query.words])

    def in_any_field(self, word):
        known = any(self.searcher.doc_freq(field, word) for field in TEXTS)
        parts = {}
        for field in TEXTS:
            if known:
                parts[field] = Query.term_query(self.schema, field, word)
            else:
                parts[field] = Query.fuzzy_term_query(self.schema, field, word, distance=2 if len(word) > 8 else 1, transposition_cost_one=True)
        return Query.boolean_query([(Occur.Should, Query.boost_query(parts["title"], TITLE_COUNTS)), (Occur.Should, parts["summary"])])


def counts(found):
    return {facet: {code(bucket["key"]): bucket["doc_count"] for bucket in found[facet]["buckets"]} for facet in FACETS}
