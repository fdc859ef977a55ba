"""The output of ``articlelint style try``, for people and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from articlelint import FileRule
from articlelint.commands import Registry, line_of, to_json, visible
from articlelint_house.cli.style_try_results import Example, Hits, TryResults

Write = Callable[[str], object]


class About(NamedTuple):
    """What the output says about a rule beside its counts."""

    name: str
    summary: str
    default: bool
    at: str = ""
    owner: str = ""
    date: str = ""
    disabled: str = ""
    unsupported: str = ""

    @property
    def note(self) -> str:
        """The owner, the date, and why the rule is off, in half a line."""
        parts = [", ".join(part for part in (self.owner, self.date) if part)]
        if self.unsupported:
            parts.append(f"cannot run: {self.unsupported}")
        if self.disabled:
            parts.append(f"disabled: {self.disabled}")
        elif not self.default:
            parts.append("off unless selected")
        return "; ".join(part for part in parts if part)


def about(name: str, registry: Registry, file_rules: Mapping[str, FileRule]) -> About:
    """The description of a rule of a plugin or from a file."""
    rule = file_rules.get(name)
    if rule is None:
        meta = registry.rules[name].meta
        return About(name, meta.summary, meta.default)
    owner, date, disabled = rule.fact("Owner"), rule.fact("Date"), rule.fact("Disabled")
    return About(name, rule.summary, rule.default, rule.at, owner, date, disabled, rule.unsupported)


def write_text(
    hits: Iterable[Hits], tried: TryResults, rules: Sequence[About], write: Write, *, listed: bool
) -> None:
    """Write the articles if ``listed``, the sum, a line for each rule, and the examples."""
    for hit in hits:
        if listed:
            write(f"{hit.findings:>6}  {visible(hit.path)}\n")
    if not tried.articles:
        return
    if listed and tried.hit:
        write("\n")
    write(_sum(tried) + "\n")
    notes = {rule.name: line_of(rule.note) for rule in rules}
    for line in (*_reported(tried, notes), *_silent(tried, notes)):
        write(line.rstrip() + "\n")
    examples = tried.chosen()
    if examples:
        write(f"\n{_many(len(examples), 'example')} of {tried.findings:,}\n")
    for example in examples:
        write("\n" + "".join(line + "\n" for line in _lines(example)))


def _reported(tried: TryResults, notes: Mapping[str, str]) -> Iterator[str]:
    """The lines about rules with findings, those with most findings first."""
    found = [name for name in tried.most_first() if tried.counts[name].findings]
    if found:
        yield f"\n{'found':>8}  {'per 1,000':>9}  {'articles':>8}  {'ignored':>7}  rule"
    width = max(map(len, found), default=0)
    for name in found:
        count = tried.counts[name]
        rate = _rate(count.findings, tried)
        counts = f"{count.findings:>8,}  {rate:>9,.1f}  {count.articles:>8,}  {count.ignored:>7,}"
        yield f"{counts}  {name:<{width}}  {notes[name]}"


def _silent(tried: TryResults, notes: Mapping[str, str]) -> Iterator[str]:
    """The lines about rules without findings."""
    silent = [name for name in tried.rules if not tried.counts[name].findings]
    if silent:
        yield f"\nNever reported: {_many(len(silent), 'rule')}"
    width = max(map(len, silent), default=0)
    for name in silent:
        ignored = tried.counts[name].ignored
        kept_out = f"ignored in the articles: {_many(ignored, 'place')}" if ignored else ""
        yield f"  {name:<{width}}  {'; '.join(part for part in (kept_out, notes[name]) if part)}"


def _sum(tried: TryResults) -> str:
    text = f"{_many(len(tried.rules), 'rule')} tried on {_many(tried.articles, 'article')}: "
    if tried.findings:
        rate = f"{_rate(tried.findings, tried):,.1f} per 1,000 articles"
        text += f"{_many(tried.findings, 'place')} in {_many(tried.hit, 'article')}, {rate}."
    else:
        text += "nothing to report."
    if tried.ignored:
        text += (
            f" Inline ignores keep out {_many(tried.ignored, 'more place' if tried.findings else 'place')}."
        )
    if tried.failed:
        text += f" Not, or not wholly, read: {_many(tried.failed, 'article')}."
    return text


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _rate(findings: int, tried: TryResults) -> float:
    return 1000 * findings / max(1, tried.articles)


def _lines(example: Example) -> Iterator[str]:
    start = example.place.start
    yield f"{visible(example.path)}:{start.line}:{start.column}: {example.rule}: {line_of(example.message)}"
    yield f"    {line_of(f'{example.before}[[{example.words}]]{example.after}').strip()}"


def write_json(hits: Iterable[Hits], tried: TryResults, rules: Sequence[About], write: Write) -> None:
    """Write one JSON object; the articles are written as they come."""
    separator = '{\n"articles": [\n'
    for hit in hits:
        write(separator + to_json({"path": hit.path, "findings": hit.findings}))
        separator = ",\n"
    write('{\n"articles": [],\n' if separator.startswith("{") else "\n],\n")
    by_name = {rule.name: rule for rule in rules}
    rows = [_row(by_name[name], tried) for name in tried.most_first()]
    examples = [_example(example) for example in tried.chosen()]
    for key, values in (("rules", rows), ("examples", examples)):
        lines = ",\n".join(to_json(value) for value in values)
        write(f'"{key}": [\n{lines}\n],\n' if lines else f'"{key}": [],\n')
    total = {
        "articles": tried.articles,
        "articles_hit": tried.hit,
        "articles_failed": tried.failed,
        "findings": tried.findings,
        "per_1000_articles": round(_rate(tried.findings, tried), 3),
        "ignored": tried.ignored,
    }
    write(f'"total": {to_json(total)}\n}}\n')


def _row(rule: About, tried: TryResults) -> dict[str, Any]:
    count = tried.counts[rule.name]
    return {
        "rule": rule.name,
        "findings": count.findings,
        "per_1000_articles": round(_rate(count.findings, tried), 3),
        "articles": count.articles,
        "ignored": count.ignored,
        "summary": rule.summary,
        "default": rule.default,
        "at": rule.at,
        "owner": rule.owner,
        "date": rule.date,
        "disabled": rule.disabled,
        "unsupported": rule.unsupported,
    }


def _example(example: Example) -> dict[str, Any]:
    start, end = example.place.start, example.place.end
    return {
        "rule": example.rule,
        "path": example.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": example.message,
        "before": example.before,
        "text": example.words,
        "after": example.after,
    }
