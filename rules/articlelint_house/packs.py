"""Style packs as a rule set: the names and descriptions of the rules, and the checks to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path

import articlelint as al
from articlelint_house.entries import Entry, is_starter, pack_name, read_pack, shown_path
from articlelint_house.naming import named
from articlelint_house.schema import KINDS
from articlelint_house.settings import starter

_OWN = frozenset({"avoid", "use"})


class Packs(al.RuleSet):
    """All packs of one configuration. The entries of a kind share a check; each pattern has its own."""

    def __init__(self, files: Iterable[str]) -> None:
        """Read the packs. Raises SettingsError for an error in a pack, and for two entries of one name."""
        packs: dict[str, list[Entry]] = {}
        first: dict[str, Path] = {}
        for file in files:
            path = starter(file) or Path(file)
            name = pack_name(path)
            other = first.setdefault(name, path)
            if other != path:
                raise al.SettingsError(
                    f"{shown_path(path)}: its rules would have the names of those of {shown_path(other)}, "
                    f"house/{name}: rename one of the files"
                )
            packs[name] = read_pack(path)
        self._entries = named(packs)

    @cached_property
    def _rules(self) -> dict[str, al.FileRule]:
        return {name: _described(name, entry) for name, entry in self._entries.items()}

    @property
    def rules(self) -> Mapping[str, al.FileRule]:
        """The rules of all entries, by name."""
        return self._rules

    def checks(self, names: frozenset[str]) -> Iterator[al.Check]:
        """Return the checks for these rules."""
        by_kind: dict[str, dict[str, Entry]] = {}
        # "style test" asks for one rule at a time: do not go through all entries each time.
        for name in self._entries if len(names) > 1 else names:
            if name in names:
                by_kind.setdefault(self._entries[name].kind, {})[name] = self._entries[name]
        # Terms and banned words are looked up in the same way, so they share a check.
        by_kind["term"] = {**by_kind.get("term", {}), **by_kind.pop("banned", {})}
        for kind, entries in by_kind.items():
            if entries:
                yield from import_module(f"articlelint_house.{KINDS[kind].module}").checks(entries)

    def review(self, names: frozenset[str]) -> Iterator[al.Fault]:
        """Report contradictions, duplicates, and entries that can never report anything."""
        from articlelint_house.review import faults

        # Of two duplicates the second is reported. It should not be a starter pack, which nobody can change.
        files = sorted(self._entries.items(), key=lambda each: not is_starter(each[1].at))
        return faults({name: entry for name, entry in files if name in names})


def _described(name: str, entry: Entry) -> al.FileRule:
    labels = (
        ("Why", entry.why),
        *((key.capitalize(), value) for key, value in _facts(entry)),
        ("Scope", ", ".join(entry.scopes)),
        ("Dialect", ", ".join(entry.dialect)),
        ("Owner", entry.owner),
        ("Date", entry.date),
        ("Learned", entry.learned),
        ("Disabled", entry.disabled),
    )
    examples: list[al.Flagged | al.Clean] = []
    for number, text in enumerate(entry.flagged):
        fixed = entry.fixed[number] if number < len(entry.fixed) else None
        examples.append(al.Flagged(text, fixed, suffix=_suffix(text)))
    examples += [al.Clean(text, suffix=_suffix(text)) for text in entry.clean]
    return al.FileRule(
        name,
        _summary(entry),
        al.Severity(entry.severity),
        default=not entry.disabled,
        at=entry.at,
        url=entry.link,
        examples=tuple(examples),
        facts=tuple((label, text) for label, text in labels if text),
        avoid=entry.texts("avoid"),
        use=entry.use,
        advisory=entry.advisory,
    )


def _suffix(example: str) -> str:
    """The format of an example: HTML if it begins with a tag, Markdown if it has a heading or quotation."""
    if example.lstrip().startswith("<"):
        return ".html"
    return ".md" if any(line.startswith(("#", ">")) for line in example.splitlines()) else ".txt"


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The keys of the entry's kind that its summary does not contain."""
    for key, value in entry.own.items():
        if key not in _OWN or _is_summed_up_by_reason(entry):
            listed = ", ".join(entry.texts(key)) if isinstance(value, tuple) else str(value)
            yield key, {"True": "yes", "False": "no"}.get(listed, listed)


def _is_summed_up_by_reason(entry: Entry) -> bool:
    """Whether the summary is the entry's reason: a regular expression says little to a reader."""
    return entry.kind == "pattern" and bool(entry.why)


def _summary(entry: Entry) -> str:
    """A summary of an entry, in half a line."""
    own = entry.own
    if entry.kind == "paired":
        first, second = entry.texts("pair")
        relation = {
            "never": "not both",
            "always": "neither alone",
            "after-first": "the second where the first is",
        }
        return f"“{first}” and “{second}”: {relation[entry.text('together')]}"
    if entry.kind == "name":
        return f"near misses of “{entry.use}”"
    if entry.kind == "first-use":
        title = f"{entry.texts('title')[0]} " if entry.texts("title") else ""
        return f"“{title}{entry.text('full')}” at first, “{entry.text('short')}” later"
    if entry.kind == "abbreviation":
        short, full = entry.text("short"), entry.text("full")
        return (
            f"“{short}”{f' for “{full}”' if full else ''} is explained"
            if short
            else "abbreviations are explained"
        )
    if entry.kind == "number":
        key, value = next(iter(own.items()))
        return f"numbers below {value} in words" if key == "words-below" else f"{key}: written “{value}”"
    if entry.kind == "heading":
        return f"headings in {entry.text('case')} case"
    if _is_summed_up_by_reason(entry):
        return " ".join(entry.why.split()).rstrip(".")
    avoided = (
        " or ".join(f"“{form}”" for form in entry.texts("avoid")) or f"what matches {entry.text('regex')}"
    )
    if entry.kind == "banned":
        return f"{avoided} is never printed"
    return f"{avoided}: write “{entry.use}”" if entry.use else f"{avoided} is avoided"
