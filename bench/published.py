#!/usr/bin/env python3
"""
What articlelint reports on published articles: what has changed, and how much of it is right.

    bench/published.py ARTICLES                                     compare with what is recorded
    bench/published.py ARTICLES --record                            record the findings of today
    bench/published.py ARTICLES --judge [RULE ...] --answers FILE   judge a sample of each rule

ARTICLES is a folder with ``.jsonl`` or ``.jsonl.gz`` files, one {"id", "text"} a line, or with ``.txt``
files. The articles are published, so they have few faults left: most of what a rule that guesses reports on
them is wrong.

The comparison lints a random sample of the articles, which the record names, and prints the findings that are
new and those that are gone, with their sentences. Differences do not make it fail: they are to be read.

With --judge, each finding of a random sample is shown with its sentence, and you answer: right (y), wrong
(n), a matter of style (s), or quit (q). The answers are kept in FILE, so you can go on another day. At the
end the figures of the rules that you have judged are written to the file that ``articlelint rules`` shows.
Neither file, nor the record, has any text of the articles.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from published_findings import BenchError, lint, read_articles
from published_judging import figures, judge, read_answers, samples, write_figures
from published_record import compare, read, recorded, sample_of, write

from articlelint import __version__

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "bench" / "published.json"
PRECISION = ROOT / "rules" / "articlelint_rules" / "precision.json"


def main() -> None:
    """Compare, record or judge. The exit code is 1 if the articles cannot be read or the linter fails."""
    args = _arguments()
    try:
        if args.judge is not None:
            _judge(args)
        elif args.record:
            _record(args)
        else:
            _compare(args)
    except BenchError as error:
        sys.exit(str(error))


def _arguments() -> argparse.Namespace:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--record", action="store_true", help="record the findings of today")
    what.add_argument("--judge", nargs="*", metavar="RULE", help="judge these rules; default: all")
    parser.add_argument("--answers", type=Path, metavar="FILE", help="with --judge: where answers are kept")
    parser.add_argument("--date", help="with --judge: the date of this version; default: of the last commit")
    parser.add_argument("--sample", type=int, metavar="N", help="articles of a set, or findings of a rule")
    parser.add_argument("--recorded", type=Path, metavar="FILE", default=RECORD, help="another record")
    parser.add_argument("--figures", type=Path, metavar="FILE", default=PRECISION, help="other figures")
    args = parser.parse_args()
    if (args.judge is None) != (args.answers is None):
        parser.error("--judge and --answers FILE need each other")
    return args


def _judge(args: argparse.Namespace) -> None:
    answers = read_answers(args.answers)
    date = args.date or _date_of_version()
    articles = read_articles(args.articles)
    chosen = samples(lint(articles, args.judge), args.sample or 20)
    texts = {article.name: article.text for article in articles}
    if not judge(chosen, texts, answers, args.answers, input):
        print(f"\nThe answers are in {args.answers}: run the same command to go on.")
    rows = figures(chosen, answers, __version__, date)
    write_figures(args.figures, rows)
    for rule, row in rows.items():
        print(f"{rule}: {row['right']} of {row['sample']} right, {row['style']} a matter of style")


def _date_of_version() -> str:
    """Return the day of the last commit. Raises BenchError outside a git repository."""
    command = ["git", "log", "-1", "--format=%cs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchError("this is no git repository: give the date of the version with --date")
    return done.stdout.strip()


def _record(args: argparse.Namespace) -> None:
    articles = sample_of(read_articles(args.articles), args.sample or 150)
    findings = lint(articles)
    write(args.recorded, recorded(articles, findings))
    print(f"Recorded {len(findings)} findings in {len(articles)} articles.")


def _compare(args: argparse.Namespace) -> None:
    record = read(args.recorded)
    articles = {a.name: a for a in read_articles(args.articles) if a.name in record}
    print("\n".join(compare(record, articles, lint(articles.values()))))


if __name__ == "__main__":
    main()
