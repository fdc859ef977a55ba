"""Vale styles, read as they are. A plugin of its own."""

from __future__ import annotations

import articlelint as al


@al.hookimpl
def articlelint_rule_sets(house: al.House) -> list[al.RuleSet]:
    """The rules of the styles that a configuration names; their modules are imported if there are any."""
    if not (house.vale or house.vale_vocabularies):
        return []
    from articlelint_vale.styles import Styles

    return [Styles(house.vale, house.vale_vocabularies)]
