"""What a trial of rules has shown, for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from articlelint.report.escape import line_of, to_json, visible

if TYPE_CHECKING:
    from articlelint.plugins.registry import Registry
    from articlelint.plugins.rule_sets import HouseRule
    from articlelint_house.trial import Example, Hits, Trial

Write = Callable[[str], object]


class About(NamedTuple):
    """What the table says about a rule beside its counts."""

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
        """Who to ask, since when, and why the rule rests, in half a line."""
        parts = [", ".join(part for part in (self.owner, self.date) if part)]
        if self.unsupported:
            parts.append(f"cannot run: {self.unsupported}")
        if self.disabled:
            parts.append(f"disabled: {self.disabled}")
        elif not self.default:
            parts.append("off unless selected")
        return "; ".join(part for part in parts if part)


def about(name: str, registry: Registry, house: Mapping[str, HouseRule]) -> About:
    """What is known about a rule, built in or from a file."""
    rule = house.get(name)
    if rule is None:
        meta = registry.rules[name].meta
        return About(name, meta.summary, meta.default)
    owner, date, disabled = rule.fact("Owner"), rule.fact("Date"), rule.fact("Disabled")
    return About(name, rule.summary, rule.default, rule.at, owner, date, disabled, rule.unsupported)


def write_text(
    hits: Iterable[Hits], trial: Trial, rules: Sequence[About], write: Write, *, listed: bool
) -> None:
    """The articles as they come if they are asked for, the sum, a line for each rule, and the examples."""
    for hit in hits:
        if listed:
            write(f"{hit.findings:>6}  {visible(hit.path)}\n")
    if not trial.articles:
        return
    if listed and trial.hit:
        write("\n")
    write(_sum(trial) + "\n")
    notes = {rule.name: line_of(rule.note) for rule in rules}
    for line in (*_reported(trial, notes), *_silent(trial, notes)):
        write(line.rstrip() + "\n")
    examples = trial.chosen()
    if examples:
        write(f"\n{_many(len(examples), 'example')} of {trial.findings:,}\n")
    for example in examples:
        write("\n" + "".join(line + "\n" for line in _lines(example)))


def _reported(trial: Trial, notes: Mapping[str, str]) -> Iterator[str]:
    """The rules that have something to report, those with most first."""
    found = [name for name in trial.most_first() if trial.counts[name].findings]
    if found:
        yield f"\n{'found':>8}  {'per 1,000':>9}  {'articles':>8}  {'ignored':>7}  rule"
    width = max(map(len, found), default=0)
    for name in found:
        count = trial.counts[name]
        rate = _rate(count.findings, trial)
        counts = f"{count.findings:>8,}  {rate:>9,.1f}  {count.articles:>8,}  {count.ignored:>7,}"
        yield f"{counts}  {name:<{width}}  {notes[name]}"


def _silent(trial: Trial, notes: Mapping[str, str]) -> Iterator[str]:
    """The rules that have nothing to report, with whom to ask about them."""
    silent = [name for name in trial.rules if not trial.counts[name].findings]
    if silent:
        yield f"\nNever reported: {_many(len(silent), 'rule')}"
    width = max(map(len, silent), default=0)
    for name in silent:
        ignored = trial.counts[name].ignored
        kept_out = f"ignored in the articles: {_many(ignored, 'place')}" if ignored else ""
        yield f"  {name:<{width}}  {'; '.join(part for part in (kept_out, notes[name]) if part)}"


def _sum(trial: Trial) -> str:
    tried = f"{_many(len(trial.rules), 'rule')} tried on {_many(trial.articles, 'article')}: "
    if trial.findings:
        rate = f"{_rate(trial.findings, trial):,.1f} per 1,000 articles"
        tried += f"{_many(trial.findings, 'place')} in {_many(trial.hit, 'article')}, {rate}."
    else:
        tried += "nothing to report."
    if trial.ignored:
        tried += (
            f" Inline ignores keep out {_many(trial.ignored, 'more place' if trial.findings else 'place')}."
        )
    if trial.failed:
        tried += f" Not, or not wholly, read: {_many(trial.failed, 'article')}."
    return tried


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _rate(findings: int, trial: Trial) -> float:
    return 1000 * findings / max(1, trial.articles)


def _lines(example: Example) -> Iterator[str]:
    start = example.place.start
    yield f"{visible(example.path)}:{start.line}:{start.column}: {example.rule}: {line_of(example.message)}"
    yield f"    {line_of(f'{example.before}[[{example.words}]]{example.after}').strip()}"


def write_json(hits: Iterable[Hits], trial: Trial, rules: Sequence[About], write: Write) -> None:
    """One object; the articles are written as they come."""
    separator = '{\n"articles": [\n'
    for hit in hits:
        write(separator + to_json({"path": hit.path, "findings": hit.findings}))
        separator = ",\n"
    write('{\n"articles": [],\n' if separator.startswith("{") else "\n],\n")
    by_name = {rule.name: rule for rule in rules}
    rows = [_row(by_name[name], trial) for name in trial.most_first()]
    examples = [_example(example) for example in trial.chosen()]
    for key, values in (("rules", rows), ("examples", examples)):
        lines = ",\n".join(to_json(value) for value in values)
        write(f'"{key}": [\n{lines}\n],\n' if lines else f'"{key}": [],\n')
    total = {
        "articles": trial.articles,
        "articles_hit": trial.hit,
        "articles_failed": trial.failed,
        "findings": trial.findings,
        "per_1000_articles": round(_rate(trial.findings, trial), 3),
        "ignored": trial.ignored,
    }
    write(f'"total": {to_json(total)}\n}}\n')


def _row(rule: About, trial: Trial) -> dict[str, Any]:
    count = trial.counts[rule.name]
    return {
        "rule": rule.name,
        "findings": count.findings,
        "per_1000_articles": round(_rate(count.findings, trial), 3),
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
