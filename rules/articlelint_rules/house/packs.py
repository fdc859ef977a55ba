"""The newsroom's style packs as rules: their names, what is said about them, and the checks to run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import articlelint as al
from articlelint_rules.house.entries import Entry, pack_name, read_pack
from articlelint_rules.house.terms import Terms, message


class Packs(al.RuleSet):
    """All packs of one configuration. Their terms are looked for together; each pattern runs by itself."""

    def __init__(self, files: Iterable[str]) -> None:
        """Read the packs. Raises SettingsError for a fault in one, and for two entries of one name."""
        self._entries: dict[str, Entry] = {}
        for file in files:
            pack = pack_name(Path(file))
            for entry in read_pack(Path(file)):
                name = f"house/{pack}.{entry.id}"
                if name in self._entries:
                    other = self._entries[name].at
                    raise al.SettingsError(
                        f"{entry.at}: '{name}' is already at {other}; give one an 'id' of its own"
                    )
                self._entries[name] = entry
        self._rules = {name: _described(name, entry) for name, entry in self._entries.items()}

    @property
    def rules(self) -> Mapping[str, al.HouseRule]:
        """Every entry, by the name it is reported under."""
        return self._rules

    def checks(self, names: frozenset[str]) -> Iterator[al.Check]:
        """One check for all terms, one for each pattern."""
        chosen = {name: entry for name, entry in self._entries.items() if name in names}
        terms = {name: entry for name, entry in chosen.items() if entry.kind == "term"}
        if terms:
            yield al.Check(frozenset(terms), Terms(terms.items()).check)
        for name, entry in chosen.items():
            if entry.kind == "pattern":
                yield al.Check(frozenset({name}), _pattern_check(name, entry))

    def review(self) -> Iterator[al.Fault]:
        """Forms that two entries avoid, and forms that one entry avoids and another asks for."""
        avoided: dict[str, str] = {}
        active = {name: entry for name, entry in self._entries.items() if not entry.disabled}
        for name, entry in active.items():
            for form in entry.avoid:
                first = avoided.setdefault(form, name)
                if first != name:
                    message = f"“{form}” is avoided by {first} as well, at {self._entries[first].at}"
                    yield al.Fault(entry.at, name, message)
        for name, entry in active.items():
            other = avoided.get(entry.use)
            if other is not None:
                message = f"asks for “{entry.use}”, which {other} avoids, at {self._entries[other].at}"
                yield al.Fault(entry.at, name, message)


def _described(name: str, entry: Entry) -> al.HouseRule:
    avoided = " or ".join(f"“{form}”" for form in entry.avoid) or f"what matches {entry.regex}"
    labels = (
        ("Why", entry.why),
        ("Scope", entry.scope),
        ("Owner", entry.owner),
        ("Date", entry.date),
        ("Disabled", entry.disabled),
    )
    examples: list[al.Flagged | al.Clean] = [al.Flagged(text) for text in entry.flagged]
    examples += [al.Clean(text) for text in entry.clean]
    return al.HouseRule(
        name,
        f"{avoided}: write “{entry.use}”" if entry.use else f"{avoided} is avoided",
        al.Severity(entry.severity),
        default=not entry.disabled,
        at=entry.at,
        url=entry.link,
        examples=tuple(examples),
        facts=tuple((label, text) for label, text in labels if text),
        avoid=entry.avoid,
        use=entry.use,
    )


def _pattern_check(name: str, entry: Entry) -> Callable[[al.Document], Iterable[al.Finding]]:
    return partial(_matches, name, entry, re.compile(entry.regex))


def _matches(name: str, entry: Entry, pattern: re.Pattern[str], doc: al.Document) -> Iterator[al.Finding]:
    for match in pattern.finditer(doc.text):
        span = al.Span(*match.span())
        if span.start == span.end or (entry.scope == "outside-quotes" and doc.in_quote(span)):
            continue
        fix = al.Fix((al.Edit(span, entry.use),), al.Safety.UNSAFE) if entry.use else None
        yield al.Finding(name, span, message(match.group(), entry, entry.use), (), fix)
