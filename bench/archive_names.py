"""
How many misspelt names a check against an archive finds, and how many people with like names it confuses.

The data have articles with groups of two or more forms of a name, such as ``Podoliak|Podolyak``, each marked
as ``inconsistent`` (one name) or ``legit`` (two names, or two right forms). The right form
is planted into the archive: it stands in twenty articles, each made of the sentences with some of the names.
Then an article is checked that has the other form in all places. Of a legit group, the archive has the
sentences with one form, and the article those with the other.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from articles import SEED

from articlelint.testing import document
from articlelint.text.lexicon import name_size

TIMES = 20
"""How many articles of the archive have each name."""
TOGETHER = 4
"""How many names stand in one of them."""
OTHER_SENTENCES = 25
LABELS = ("inconsistent", "legit")


class Case(NamedTuple):
    """A name: its sentences in the archive, and the article to check, in which ``form`` stands."""

    label: str
    form: str
    right: str
    known: str
    article: str


def read_cases(file: Path) -> Iterator[Case]:
    """Yield a case for each labelled group of each article."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    right = _right_forms(rows)
    for row in rows:
        for (group, label), spans in _groups(row).items():
            if label in LABELS:
                yield from _case(row, group.split("|"), label, spans, right)


def _groups(row: dict[str, Any]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The places of an article by group and verdict."""
    groups: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for span in row["spans"]:
        groups[span["group"], span["verdict"]].append(span)
    return groups


def _right_forms(rows: list[dict[str, Any]]) -> dict[str, str]:
    """
    The right form of each form of an inconsistent group: a name of the lexicon, else the most frequent.

    The articles are translations of some stories by several programs: one story has Otani, another Ohtani.
    """
    counts = Counter[str]()
    together: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for (group, label), spans in _groups(row).items():
            if label == LABELS[0]:
                counts.update(row["text"][span["start"] : span["end"]] for span in spans)
                for form in group.split("|"):
                    together[form].update(group.split("|"))
    right: dict[str, str] = {}
    for form in together:
        same, to_do = {form}, [form]
        while to_do:
            new = together[to_do.pop()] - same
            same |= new
            to_do += new
        right[form] = max(sorted(same), key=lambda each: (name_size(each.lower()) > 0, counts[each]))
    return right


def _case(
    row: dict[str, Any],
    forms: list[str],
    label: str,
    spans: list[dict[str, Any]],
    right_forms: dict[str, str],
) -> Iterator[Case]:
    """Yield the case of a group, unless the article has one of its forms only."""
    written = Counter(row["text"][span["start"] : span["end"]] for span in spans)
    own = [form for form, _ in written.most_common() if form in forms]
    right = right_forms[forms[0]] if label == LABELS[0] else own[0] if own else ""
    others = [form for form in own if form != right]
    if not others:
        return
    other = others[0]
    all_right = {
        (span["start"], span["end"]): right_forms[span["group"].partition("|")[0]]
        for span in row["spans"]
        if span["verdict"] == LABELS[0]
    }
    text = _replaced(row["text"], all_right)
    if label == LABELS[0]:
        wrong = {(span["start"], span["end"]): other for span in spans}
        # The paragraphs of the data are joined, so that quotation marks would be paired wrongly.
        article = _sentences(_replaced(row["text"], all_right | wrong), "")
        yield Case(label, other, right, _sentences(text, right), article)
    else:
        article = _sentences(text, other, without=right)
        if article:
            yield Case(label, other, right, _sentences(text, right, without=other), article)


def _replaced(text: str, forms: dict[tuple[int, int], str]) -> str:
    """The text with other forms at some places."""
    for (start, end), form in sorted(forms.items(), reverse=True):
        text = text[:start] + form + text[end:]
    return text


def _sentences(text: str, form: str, without: str = "") -> str:
    """The sentences that have a form, and do not have another one, each as a paragraph."""
    doc = document(text)
    sentences = (doc.slice(sentence.span) for sentence in doc.sentences)
    return "\n\n".join(each for each in sentences if form in each and not (without and without in each))


def planted(cases: list[Case]) -> Iterator[dict[str, str]]:
    """Yield the articles of the archive, each with words of its own, so that none is a copy of another."""
    chance = random.Random(SEED)
    for round_ in range(TIMES):
        shuffled = chance.sample(cases, len(cases))
        for at in range(0, len(shuffled), TOGETHER):
            parts = [case.known for case in shuffled[at : at + TOGETHER]]
            size = sum(len(part.split()) for part in parts)
            own = " ".join(f"w{round_}x{at}x{number}" for number in range(size))
            text = "\n\n".join([*parts, own])
            yield {"id": f"{round_}-{at}", "date": f"{2015 + round_ % 10}-01-01", "text": text}


def names(file: Path, folder: Path) -> None:
    """Plant the names, learn an archive of them in a folder, check the articles and print the shares."""
    cases = list(read_cases(file))
    archive, articles = folder / "names.articlelint", folder / "articles"
    articles.mkdir()
    lines = "".join(f"{json.dumps(article)}\n" for article in planted(cases))
    (folder / "planted.jsonl").write_text(lines, encoding="utf-8")
    for number, case in enumerate(cases):
        (articles / f"{number:04}.txt").write_text(case.article, encoding="utf-8")
    command = [sys.executable, "-m", "articlelint"]
    learn = [*command, "archive", "learn", str(folder / "planted.jsonl"), "--into", str(archive)]
    subprocess.run(learn, check=True, capture_output=True)
    check = [*command, "check", "--isolated", "--no-cache", "--select", "archive-name", "--quiet"]
    check += ["--output-format", "json", "--archive", str(archive), str(articles)]
    found = json.loads(subprocess.run(check, check=False, capture_output=True).stdout)
    messages: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for finding in found:
        messages[int(Path(finding["path"]).stem)].append(finding)
    total, flagged = Counter[str](), Counter[str]()
    for number, case in enumerate(cases):
        is_flagged = any(_is_about(finding, case) for finding in messages[number])
        total[case.label] += 1
        flagged[case.label] += is_flagged
        if is_flagged != (case.label == LABELS[0]):
            print(f"{'flagged' if is_flagged else 'missed'}, {case.label}: {case.right} | {case.form}")
    for label in LABELS:
        print(f"{label}: {flagged[label]} of {total[label]} flagged, {flagged[label] / total[label]:.3f}")


def _is_about(finding: dict[str, Any], case: Case) -> bool:
    """Whether a finding is at the form of a case, and names the right one."""
    is_there = finding["text"] in case.form or case.form in finding["text"]
    return is_there and case.right in finding["message"]
