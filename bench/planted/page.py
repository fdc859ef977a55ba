"""The figures as text and as a page in Markdown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import NamedTuple

from planted.making import Case
from planted.model import KINDS, Kind
from planted.scoring import Noise, Score

TEMPLATE = Path(__file__).with_name("page.template")
OURS = "articlelint"
BETTER = 0.05
"""A peer is better at a kind if it finds so much more of it."""


class Result(NamedTuple):
    """What a linter did, in so many seconds."""

    version: str
    scores: dict[str, Score]
    noise: Noise
    seconds: float


@dataclass(frozen=True)
class Figures:
    """All that one run of the benchmark has measured; ``skipped`` says why a linter did not run."""

    count: int
    seed: int
    articles: int
    files: int
    cases: list[Case]
    results: dict[str, Result]
    skipped: dict[str, str]

    def kinds(self, *, claimed: bool) -> list[Kind]:
        """Return the kinds that were planted, in the order of the categories."""
        planted = {case.kind.name for case in self.cases}
        found = [k for k in KINDS.values() if k.name in planted and bool(k.rule) == claimed]
        return sorted(found, key=lambda kind: (kind.category != "facts", kind.category, kind.name))


def overall(result: Result, kinds: list[Kind]) -> float:
    """Return the share of the defects of these kinds that were found, each kind with the same weight."""
    shares = [result.scores[kind.name].share for kind in kinds]
    return sum(shares) / len(shares) if shares else 0.0


def report(figures: Figures) -> str:
    """Return the tables, as they are printed."""
    parts = [found_table(figures, claimed=True), found_table(figures, claimed=False), noise_table(figures)]
    parts += [alarm_table(figures), skipped_list(figures), rules_list(figures)]
    return "\n\n".join(part for part in parts if part)


def page(figures: Figures) -> str:
    """Return the whole page."""
    template = Template(TEMPLATE.read_text(encoding="utf-8"))
    return template.substitute(
        found=found_table(figures, claimed=True),
        beyond=found_table(figures, claimed=False),
        noise=noise_table(figures),
        alarms=alarm_table(figures),
        versions=version_list(figures),
        skipped=skipped_list(figures),
        better=better_list(figures),
        count=figures.count,
        seed=figures.seed,
        articles=figures.articles,
        kinds=len(figures.kinds(claimed=True)),
        defects=sum(1 for case in figures.cases if case.kind.rule),
        words=f"{next(iter(figures.results.values())).noise.words:,}" if figures.results else "0",
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _head(first: list[str], figures: Figures) -> list[str]:
    return [_row(*first, *figures.results), _row("---", *["---:"] * (len(first) - 1 + len(figures.results)))]


def found_table(figures: Figures, *, claimed: bool) -> str:
    """Return the table of the planted defects: in each cell how many of 100 were found."""
    kinds = figures.kinds(claimed=claimed)
    if not kinds or not figures.results:
        return ""
    lines = _head(["defect", "planted"], figures)
    category = ""
    for kind in kinds:
        if claimed and kind.category != category:
            category = kind.category
            lines.append(_row(f"**{category}**", *[""] * (1 + len(figures.results))))
        cells = [
            _share(result.scores[kind.name], _best(figures, kind)) for result in figures.results.values()
        ]
        planted = next(iter(figures.results.values())).scores[kind.name].planted
        star = " \\*" if kind.written else ""
        lines.append(_row(f"{kind.about}{star}", str(planted), *cells))
    if claimed:
        shares = [f"**{overall(result, kinds) * 100:.0f}**" for result in figures.results.values()]
        total = str(sum(1 for case in figures.cases if case.kind.rule))
        lines.append(_row("**all kinds, each with the same weight**", total, *shares))
    return "\n".join(lines)


def _share(score: Score, best: float) -> str:
    if score.found == 0:
        return "–"
    text = f"{score.share * 100:.0f}"
    return f"**{text}**" if score.share == best else text


def _best(figures: Figures, kind: Kind) -> float:
    return max(result.scores[kind.name].share for result in figures.results.values())


def noise_table(figures: Figures) -> str:
    """Return the table of what is reported on the articles as they were published."""
    lines = [_row("", "errors", "warnings", "all findings", "seconds"), "|---|---:|---:|---:|---:|"]
    for name, result in figures.results.items():
        known = set(result.noise.severities) - {""}
        errors, warnings = (
            f"{result.noise.per_100_000(severity):.0f}" if known else "–" for severity in ("error", "warning")
        )
        everything = f"{result.noise.per_100_000():.0f}"
        lines.append(_row(name, errors, warnings, everything, f"{result.seconds:.0f}"))
    return "\n".join(lines)


def alarm_table(figures: Figures) -> str:
    """Return the table of alarms on the sentences that were written, before they were broken."""
    kinds = [kind for kind in figures.kinds(claimed=True) if kind.written]
    if not kinds or not figures.results:
        return ""
    lines = _head(["written for", "sentences"], figures)
    for kind in kinds:
        rows = [result.scores[kind.name] for result in figures.results.values()]
        lines.append(
            _row(kind.about, str(rows[0].planted), *(str(row.alarms) if row.alarms else "–" for row in rows))
        )
    return "\n".join(lines)


def version_list(figures: Figures) -> str:
    """Return a list of the linters that ran, with their versions."""
    return "\n".join(f"- {name} {result.version}" for name, result in figures.results.items())


def skipped_list(figures: Figures) -> str:
    """Return a sentence and a list of the linters that did not run, and why; empty if all ran."""
    rows = [f"- {name}: {why}" for name, why in figures.skipped.items()]
    return "\n".join(["These did not run:", "", *rows]) if rows else ""


def rules_list(figures: Figures) -> str:
    """Return which rules of articlelint found each kind."""
    ours = figures.results.get(OURS)
    if ours is None:
        return ""
    lines: list[str] = []
    for kind in figures.kinds(claimed=True):
        row = ours.scores[kind.name]
        rules: Counter[str] = Counter({rule: n for rule, n in row.rules.items() if n})
        named = ", ".join(f"{rule} {n}" for rule, n in rules.most_common())
        lines.append(f"{kind.name} ({kind.rule}): {row.found} of {row.planted}: {named or 'nothing'}")
    return "\n".join(lines)


def better_list(figures: Figures) -> str:
    """Return a list of the peers that find more of a kind than articlelint."""
    ours = figures.results.get(OURS)
    if ours is None:
        return ""
    lines: list[str] = []
    for name, result in figures.results.items():
        rows: list[str] = []
        for kind in figures.kinds(claimed=True) + figures.kinds(claimed=False):
            theirs, own = result.scores[kind.name].share, ours.scores[kind.name].share
            if theirs > own + BETTER:
                about = f"{kind.about[0].lower()}{kind.about[1:]}"
                rows.append(f"{about} ({theirs * 100:.0f} against {own * 100:.0f})")
        if rows:
            lines.append(f"- **{name}**: {'; '.join(rows)}.")
    return "\n".join(lines) or "- No linter that ran finds more of any kind."
