"""
What the rules of the archive report of a year, by an archive of the years before.

    bench/archive_years.py FILE --year 2015 [--examples 20]

``FILE`` is a ``.jsonl`` file with an article in each line, an object with ``text`` or a list of
``paragraphs``, and with a ``date``; where it has none, its ``id`` has one, such as ``2015-03-31`` or
``2015/03/31``. Articles of later years are left out. The examples are drawn at random, with the evidence
that the rule gives, so that a person can judge them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from archive import learn
from articles import SEED

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
AROUND = 60
"""How many characters an example shows on each side of what was found."""


class Dated(NamedTuple):
    """An article and its date."""

    date: str
    text: str

    @property
    def year(self) -> int:
        """The year of the date."""
        return int(self.date[:4])


def dated_articles(file: Path) -> list[Dated]:
    """The articles of a file that have a date."""
    found: list[Dated] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        article: dict[str, Any] = json.loads(line)
        match = _DATE.search(f"{article.get('date', '')} {article.get('id', '')}")
        if match:
            text = article.get("text") or "\n\n".join(article["paragraphs"])
            found.append(Dated("-".join(match.groups()), text))
    return found


def findings(learned_from: list[Dated], checked: list[Dated], folder: Path) -> list[dict[str, Any]]:
    """What the rules of the archive report of some articles; ``path`` is the number of the article."""
    source, into, articles = folder / "before.jsonl", folder / "archive.articlelint", folder / "articles"
    lines = [json.dumps({"id": str(n), **each._asdict()}) for n, each in enumerate(learned_from)]
    source.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run(learn(source, into), check=True, stdout=subprocess.DEVNULL)
    articles.mkdir()
    for number, article in enumerate(checked):
        (articles / f"{number}.txt").write_text(article.text, encoding="utf-8")
    command = [sys.executable, "-m", "articlelint", "check", str(articles), "--isolated", "--no-cache"]
    command += ["--select", "archive", "--archive", str(into), "--output-format", "json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return [{**each, "path": Path(each["path"]).stem} for each in json.loads(done.stdout)]


def show(found: list[dict[str, Any]], articles: list[Dated], examples: int) -> None:
    """Print how much was found, and examples."""
    print(f"{len(articles):,} articles checked, {len({each['path'] for each in found}):,} with a finding")
    for rule, count in sorted(Counter(each["rule"] for each in found).items()):
        print(f"{rule}: {count}, {1000 * count / len(articles):.1f} per 1,000 articles")
    for each in random.Random(SEED).sample(found, min(examples, len(found))):
        lines = articles[int(each["path"])].text.split("\n")
        line, column = lines[each["line"] - 1], each["column"] - 1
        print(f"\n{each['rule']}: {each['message']}")
        print(f"    ... {line[max(0, column - AROUND) : column + AROUND]} ...")


def main() -> int:
    """Read the arguments, learn the years before, and check the year."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--examples", type=int, default=0)
    options = parser.parse_args()
    articles = dated_articles(options.file)
    before = [each for each in articles if each.year < options.year]
    checked = [each for each in articles if each.year == options.year]
    print(f"learned from {len(before):,} articles")
    with tempfile.TemporaryDirectory() as temporary:
        show(findings(before, checked, Path(temporary)), checked, options.examples)
    return 0


if __name__ == "__main__":
    sys.exit(main())
