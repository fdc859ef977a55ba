"""Style packs: an editor's own rules in TOML. A plugin of its own."""

from __future__ import annotations

import articlelint as al


@al.hookimpl
def articlelint_rule_sets(house: al.House) -> list[al.RuleSet]:
    """The rules of the style packs that a configuration names."""
    if not house.packs:
        return []
    from articlelint_house.packs import Packs

    return [Packs(house.packs)]
