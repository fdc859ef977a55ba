"""Asks a person about samples of findings, and makes the figures of precision, for ``published.py``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from published_findings import BenchError, Found, drawn, sentence_at

ANSWERS = {"y": "right", "n": "wrong", "s": "style"}
QUESTION = "Right? y yes, n no, s a matter of style, q quit: "

Key = tuple[str, str, str]
"""The rule, the article and the place of a finding."""


def samples(findings: Iterable[Found], size: int) -> dict[str, list[Found]]:
    """Return a random sample of the findings of each rule, at most ``size`` of them, by the rule's name."""
    by_rule: dict[str, list[Found]] = {}
    for found in sorted(findings, key=lambda found: drawn(found.key)):
        chosen = by_rule.setdefault(found.rule, [])
        if len(chosen) < size:
            chosen.append(found)
    return dict(sorted(by_rule.items()))


def read_answers(file: Path) -> dict[Key, str]:
    """
    Return the answers that earlier runs have kept; none if there is no file.

    Raises BenchError for a line that is no answer.
    """
    answers: dict[Key, str] = {}
    if not file.exists():
        return answers
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            answer = row["answer"]
            answers[row["rule"], row["article"], row["place"]] = answer
        except (ValueError, TypeError, KeyError):
            answer = ""
        if answer not in ANSWERS.values():
            raise BenchError(f"{file}:{number}: this is no answer of an earlier run")
    return answers


def keep(file: Path, found: Found, answer: str) -> None:
    """Add an answer to the file: the rule, the article and the place, but no words of the article."""
    row = {"rule": found.rule, "article": found.article, "place": str(found.place), "answer": answer}
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def judge(
    samples: Mapping[str, Sequence[Found]],
    texts: Mapping[str, str],
    answers: dict[Key, str],
    file: Path,
    read_line: Callable[[str], str],
) -> bool:
    """
    Ask about each finding of the samples that has no answer yet, and keep the answers.

    ``texts`` has the articles by name. ``read_line`` asks a question and returns the line that is answered.
    Returns False if the person quits before the end.
    """
    for rule, sample in samples.items():
        for number, found in enumerate(sample, 1):
            if found.key in answers:
                continue
            print(f"\n{rule}, {number} of {len(sample)}")
            print(described(found, texts[found.article]))
            answer = _asked(read_line)
            if answer is None:
                return False
            answers[found.key] = answer
            keep(file, found, answer)
    return True


def described(found: Found, text: str) -> str:
    """Return a finding for people: its place, its message, its sentence, and the places it is about."""
    lines = [
        f"  {found.article}:{found.place.line}:{found.place.column} {found.severity}: {found.message}",
        f"    {sentence_at(text, found.place)}",
    ]
    for note, place in found.related:
        lines += [f"  {note}:", f"    {sentence_at(text, place)}"]
    return "\n".join(lines)


def _asked(read_line: Callable[[str], str]) -> str | None:
    """Ask until there is an answer. None means that the person quits, or that the input has ended."""
    while True:
        try:
            line = read_line(QUESTION).strip().lower()
        except EOFError:
            return None
        if line == "q":
            return None
        if line in ANSWERS:
            return ANSWERS[line]


def figures(
    samples: Mapping[str, Sequence[Found]], answers: Mapping[Key, str], version: str, date: str
) -> dict[str, dict[str, int | str]]:
    """Return, for each rule with an answer, how many of its sample are right, and of which version."""
    rows: dict[str, dict[str, int | str]] = {}
    for rule, sample in samples.items():
        given = [answers[found.key] for found in sample if found.key in answers]
        if given:
            counts: dict[str, int | str] = {answer: given.count(answer) for answer in ("right", "style")}
            rows[rule] = {**counts, "sample": len(given), "version": version, "date": date}
    return rows


def write_figures(file: Path, rows: Mapping[str, Mapping[str, int | str]]) -> None:
    """Write the figures to the file of the rules' package; those of other rules stay as they are."""
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    lines = [f"  {json.dumps(rule)}: {json.dumps(row)}" for rule, row in sorted({**known, **rows}.items())]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
