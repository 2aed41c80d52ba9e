"""The landscape's tables by pandas.

Of the ways to write it that were tried, the fastest: every axis once as a frame of where offers stand; a pair of axes is
one merge by offer, counted by one whole number out of both places, the standing and the languages.
"""
import itertools
import math

import pandas as pd

NAME = f"pandas {pd.__version__}"
AXES = ("theme", "audience", "age", "territory", "language", "format", "pillar", "kind")
NAMED = ("theme", "audience", "territory", "format", "pillar")
# What an offer counts that nobody verified, that isn't free, online only, for a wider audience: the usual weights.
LOST = {1: 0.5, 2: 0.5, 4: 0.75, 8: 0.5}
WORTH = {bits: math.prod(lost for bit, lost in LOST.items() if not bits & bit) for bits in range(16)}


class Peer:
    def __init__(self, folder):
        self.tables = {path.stem: pd.read_csv(path, dtype="int64") for path in folder.glob("*.csv")}

    def parts(self):
        return (("places", self.places), ("pairs", self.pairs), ("gaps", self.gaps))

    def places(self):
        tables = self.tables
        record = tables["record"]
        offers = record[(record.active == 1) & record.kind.isin(tables["closure-kind"].concept)]
        self.offers = offers

        def facts(name):
            table = tables[f"record-{name}"]
            return table[table.record.isin(offers.record)].drop_duplicates()

        self.facts = {name: facts(name) for name in (*NAMED, "language")}
        at = {}
        for axis in NAMED:
            at[axis] = self.best(self.facts[axis].merge(tables[f"closure-{axis}"], on="concept"))
        at["kind"] = offers[["record", "kind"]].merge(tables["closure-kind"], left_on="kind", right_on="concept")
        at["language"] = self.facts["language"].rename(columns={"language": "value"}).assign(standing=0)
        stated, band = offers[offers.age_first >= 0], tables["age-band"]
        stated = stated.merge(band, how="cross")
        stated = stated[(stated["first"] <= stated.age_last) & (stated["last"] >= stated.age_first)].assign(standing=0)
        implied = self.facts["audience"]
        implied = implied[implied.record.isin(offers.record[offers.age_first < 0])].merge(tables["closure-age"], on="concept")
        at["age"] = pd.concat([stated[["record", "value", "standing"]], self.best(implied)])
        speech = (2 ** at["language"].value).groupby(at["language"].record).sum()
        self.at = {axis: table[["record", "value", "standing"]].reset_index(drop=True) for axis, table in at.items()}
        self.speech = offers.record.map(speech).fillna(0).astype("int64").set_axis(offers.record)

    @staticmethod
    def best(table):
        """Each value of a record once, at its best standing."""
        return table.groupby(["record", "value"], as_index=False, sort=False).standing.min()

    def pairs(self):
        # Languages go along with the rows once, not with every pair; small numbers are quicker to carry.
        down, across = {}, {}
        for axis, table in self.at.items():
            record, standing = table.record.astype("int32"), table.standing.astype("int8")
            row = (table.value * 1024 * 128 + table.record.map(self.speech)).astype("int32")
            down[axis] = pd.DataFrame({"record": record, "row": row, "standing_x": standing})
            across[axis] = pd.DataFrame({"record": record, "column": (table.value * 128).astype("int32"), "standing_y": standing})
        return {(rows, columns): self.pair(down[rows], across[columns]) for rows, columns in itertools.combinations(AXES, 2)}

    @staticmethod
    def pair(rows, columns):
        both = rows.merge(columns, on="record")
        standing = both.standing_x.where(both.standing_x > both.standing_y, both.standing_y)
        groups = (both.row + both.column + standing.astype("int32") * 32).value_counts(sort=False)
        cells = {}
        for place, count in zip(groups.index.tolist(), groups.tolist()):
            cell, standing, languages = (place >> 17, place >> 7 & 1023), place >> 5 & 3, place & 31
            counts = cells.setdefault(cell, [0] * 7)
            counts[standing] += count
            if standing < 2:
                for language in range(4):
                    if languages >> language & 1:
                        counts[3 + language] += count
        return cells

    def gaps(self):
        tables = self.tables
        sound = self.offers[["record", "verified", "free", "offline"]]
        reached = self.facts["territory"].merge(tables["gap-area"], on="concept").merge(self.facts["language"], on=["record", "language"])
        reached = reached[["record", "area"]].drop_duplicates()
        served = self.facts["audience"].merge(tables["gap-audience"], on="concept")
        served = served.groupby(["record", "audience"], as_index=False, sort=False).addressed.max()
        units = tables["unit"]
        themes = self.facts["theme"]
        themes = themes[themes.concept.isin(units.theme.unique())].rename(columns={"concept": "theme"})
        all_served = themes.merge(served, on="record").merge(sound, on="record").merge(reached, on="record")
        # One whole number for the unit and what makes an offer count: counted once, summed over the few that there are.
        key = ((all_served.theme * 1024 + all_served.audience) * 1024 + all_served.area) * 16
        key += all_served.verified + 2 * all_served.free + 4 * all_served.offline + 8 * all_served.addressed
        groups = key.value_counts(sort=False).rename_axis("key").reset_index(name="offers")
        bits, count = groups.key % 16, groups.offers
        supply = groups.assign(
            key=groups.key // 16, verified=count * (bits & 1), free=count * (bits & 2) // 2, offline=count * (bits & 4) // 4, supply=count * bits.map(WORTH)
        ).groupby("key").sum()
        need = (3 * units.theme_weight / 5 + 2 * units.audience_weight / 5 + 2 * (units.people / units.people.max()) ** 0.5) / 10
        ranked = units.assign(need=need, key=(units.theme * 1024 + units.audience) * 1024 + units.area).merge(supply, on="key", how="left").fillna(0)
        ranked["score"] = ranked.need / (1 + ranked.supply)
        ranked = ranked.sort_values("score", ascending=False, kind="stable")
        counts = ranked[["theme", "audience", "area", "offers", "verified", "free", "offline"]].astype("int64")
        return list(zip(*(counts[name].tolist() for name in counts), ranked.supply.tolist(), ranked.score.tolist()))
