"""Entries of the kind ``banned``: everywhere, an error, nothing offered instead."""

from __future__ import annotations

import articlelint as al
from articlelint_house.packs import Packs

PACK = '[[banned]]\navoid = ["cripple", "Gypsy"]\nwhy = "It insults people"\n'


def test_it_is_found_in_quotations_and_inflected(report) -> None:
    found = report(PACK, "“He is a cripple,” she said of the Gypsies.")
    assert found.marked == "“He is a [[cripple]],” she said of the [[Gypsies]]."
    assert found.messages[0] == "“cripple” is not house style (It insults people)"
    assert found.fixed == "“He is a cripple,” she said of the Gypsies."


def test_it_is_an_error_unless_the_entry_says_otherwise(tmp_path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(PACK + '[[banned]]\navoid = "x"\nwhy = "y"\nadvisory = true\n', encoding="utf-8")
    severities = [rule.severity for rule in Packs([str(file)]).rules.values()]
    assert severities == [al.Severity.ERROR, al.Severity.INFO]
