"""house-names: a name that nearly is one of the house's list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.near_misses import NameList


class Options(NamedTuple):
    """Which names are on the list."""

    names: tuple[str, ...] = ()
    """People and places as the newsroom spells them, in addition to those of `[house]` `names`."""

    def check(self) -> None:
        """Raise ValueError for a name that cannot be used."""
        for _, message in al.House(names=self.names).mistakes():
            raise ValueError(message)


class HouseNames(al.Rule[Options]):
    """
    A name is nearly, but not quite, one that the newsroom has a spelling for.

    List the people and places you write about under `[house]`: `names = ["Volodymyr Zelensky", "Kyiv"]`. A
    near miss, such as Zelenskyy or Volodimir, is reported with the accepted form; the wrong forms need not
    be listed.

    A name with a different first name or surname is left alone ("Olena Zelenska", or "Anna Petersen" where
    the list has Ole Peterson), and so is one that is itself on the list.
    """

    meta = al.Meta("house-names", "a name that is nearly one of the house's list", since="0.1")
    options_type = Options
    examples = (
        al.Flagged(
            "Volodymyr [[Zelenskiy]] spoke. Later, [[Zelenskyy]]’s office confirmed it.",
            fixed="Volodymyr Zelensky spoke. Later, Zelensky’s office confirmed it.",
            options={"names": ["Volodymyr Zelensky"]},
        ),
        al.Flagged(
            "Angela [[Merkle]] has left office.",
            fixed="Angela Merkel has left office.",
            options={"names": ["Angela Merkel"]},
        ),
        al.Clean("Anna Petersen spoke.", options={"names": ["Ole Peterson"]}),
        al.Clean("Volodymyr Zelensky spoke.", options={"names": ["Volodymyr Zelensky"]}),
        al.Clean("Angela Merkle has left office."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each near miss of a name on the list."""
        names = tuple(dict.fromkeys((*doc.house.names, *self.options.names)))
        if not names:
            return
        for word, span, listed in NameList(names).near_misses(doc):
            said = f"“{word}” is nearly “{listed.word}”, as the house spells {listed.name}"
            fix = None if doc.in_quote(span) else self.replace(span, listed.word, al.Safety.SAFE)
            yield self.finding(span, f"{said}: write “{listed.word}”", fix=fix)
