"""Decisions of people: proposals, the style pack, archive review in the terminal, and the way to a check."""

from __future__ import annotations

import csv
import io
import json
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from archive.conftest import Archive, article, write_lines
from click.testing import CliRunner, Result
from conftest import Articlelint

from articlelint.archive.articles import Fields, read
from articlelint.archive.listing import Manifest, list_articles
from articlelint.archive.model import Model
from articlelint.archive.proposals import Proposals
from articlelint.archive.review import Review
from articlelint.archive.sentences import sentence_at
from articlelint.archive.style_file import Decision, StyleFile
from articlelint.cli import archive_dialogue
from articlelint.cli.archive import command as archive_command
from articlelint.errors import ArticlelintError, SettingsError, UsageError
from articlelint.model import Span
from articlelint.plugins.loading import load

DAY = date(2026, 11, 30)
WORD = "word:protester/protestor"
COMMON = "The government met protesters, and Volodymyr Zelensky sent an e-mail."
RARE = "The Prime Minister told a protestor. They met Volodymyr Zelenskiy over an email."
MIXED = "A protester stood with a protestor, and Kyiv is not Kiev. “The protestor,” he said."


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 24 articles, two of which write otherwise, and another two that are mixed."""
    archive = Archive(tmp_path_factory.mktemp("learned"))
    texts = {3: RARE, 10: RARE, 7: MIXED, 8: MIXED}
    lines = [
        article(n, texts.get(n, f"A protester came to Kyiv. {COMMON}"), year=2019 + n % 2) for n in range(24)
    ]
    archive.learn(write_lines(archive.folder / "a.jsonl", lines))
    return archive.file


@pytest.fixture
def review(learned: Path, tmp_path: Path) -> Iterator[Review]:
    with Model(learned) as model:
        yield Review(Proposals(model), StyleFile(tmp_path / "learned.toml"), "Anna", lambda: DAY)


def entries(review: Review) -> dict[str, dict[str, object]]:
    data = tomllib.loads(review.file.path.read_text(encoding="utf-8"))
    return {entry["learned"]: entry for tables in data.values() for entry in tables}


def test_what_is_proposed(review: Review) -> None:
    proposals = review.proposals.by_name
    assert {WORD, "hyphenation:email"} <= set(proposals)
    protester = proposals[WORD]
    assert (protester.use, protester.avoid, protester.articles, protester.others) == (
        "protester", ["protestor"], 26, 4,
    )  # fmt: skip
    assert protester.entry.kind == "term"
    assert not protester.decided
    name = next(each for each in proposals.values() if each.kind == "name")
    assert (name.entry.kind, name.use, name.avoid) == ("name", "Volodymyr Zelensky", ["Volodymyr Zelenskiy"])


def test_the_newest_sentences_of_each_form(review: Review) -> None:
    examples = review.proposals.examples(review.proposals.by_name[WORD])
    assert [(each.form, each.article, each.date, each.line) for each in examples] == [
        ("protester", "a23", "2020-12-24", 1),
        ("protester", "a11", "2020-12-12", 1),
        ("protester", "a21", "2020-10-22", 1),
        ("protestor", "a7", "2020-08-08", 1),
        ("protestor", "a3", "2020-04-04", 1),
        ("protestor", "a10", "2019-11-11", 1),
    ]
    assert examples[4].sentence == "The Prime Minister told a protestor."


def test_nothing_is_on_before_it_is_accepted(review: Review) -> None:
    assert review.file.add(review.proposals.all) == len(review.proposals.all)
    assert all(entry["disabled"] == "proposed" for entry in entries(review).values())
    assert review.listed(decisions=[Decision.ACCEPTED]) == []
    assert review.file.add(review.proposals.all) == 0


@pytest.mark.parametrize("first", [None, Decision.LATER, Decision.REJECTED, Decision.ACCEPTED])
def test_a_decision_has_who_and_when(review: Review, first: Decision | None) -> None:
    proposal = review.proposal(WORD)
    if first is not None:
        review.file.decide(proposal, first, "Ben", date(2026, 1, 2))
    review.decide(proposal, Decision.ACCEPTED)
    assert entries(review)[WORD] == {
        "learned": WORD, "owner": "Anna", "date": DAY, "avoid": ["protestor"], "use": "protester",
        "inflect": False, "why": "22 of 26 articles write it so",
    }  # fmt: skip
    review.decide(proposal, Decision.REJECTED)
    assert entries(review)[WORD]["disabled"] == "rejected"


HOUSE = """\
# Our own rules.
[[term]]
avoid = ["Kiev"]  # since 2019
use = "Kyiv"

[[term]] # learned
 learned = 'word:protester/protestor'
use = "protester"
  disabled = "later"   # ask Tom
avoid = ["protestor",
  "protestors"] # ours
owner = "Ben" # he knows
# The next ones are for sport.

[[banned]]
avoid = "footie"
why = \"\"\"
[[term]]
disabled = "later"
\"\"\"
disabled = "the sports desk decides"
"""


def test_what_the_house_has_written_stays(review: Review) -> None:
    review.file.path.write_bytes(HOUSE.replace("\n", "\r\n").encode())
    assert review.file.read()[WORD].decision is Decision.LATER
    review.decide(review.proposal(WORD), Decision.ACCEPTED)
    lines = review.file.path.read_bytes().decode().split("\r\n")
    before = HOUSE.split("\n")
    assert [line for line in lines if line not in before] == [
        "date = 2026-11-30",
        "  # ask Tom",
        'owner = "Anna"  # he knows',
    ]
    assert [line for line in before if line not in lines] == [
        '  disabled = "later"   # ask Tom',
        'owner = "Ben" # he knows',
    ]
    review.decide(review.proposal("hyphenation:email"), Decision.LATER)
    assert review.file.path.read_bytes().decode().startswith("\r\n".join(lines).rstrip())


def test_what_cannot_be_changed_is_left_alone(review: Review) -> None:
    strange = f'term = [{{learned = "{WORD}", use = "protester", avoid = "protestor", disabled = "later"}}]\n'
    review.file.path.write_text(strange, encoding="utf-8")
    with pytest.raises(SettingsError, match="change its 'disabled', 'owner' and 'date' by hand"):
        review.decide(review.proposal(WORD), Decision.ACCEPTED)
    with pytest.raises(SettingsError, match=r"begin each entry with a line such as \[\[term\]\]"):
        review.decide(review.proposal("hyphenation:email"), Decision.ACCEPTED)
    assert review.file.path.read_text(encoding="utf-8") == strange


def test_an_entry_of_another_form_is_not_accepted_by_mistake(review: Review) -> None:
    other = f'[[term]]\nlearned = "{WORD}"\nuse = "protestor"\navoid = "protester"\n'
    review.file.path.write_text(other, encoding="utf-8")
    ((proposal, kept),) = review.listed(decisions=[Decision.ACCEPTED])
    assert review.as_dict(proposal, kept, "")["of_another_form"]
    with pytest.raises(UsageError, match="asks for something else than “protester”: change it or delete it"):
        review.decide(proposal, Decision.ACCEPTED)
    review.decide(proposal, Decision.LATER)
    keys, written = iter("ar"), list[str]()
    archive_dialogue.run(review, ["word"], "", lambda: next(keys), written.append)
    assert sum("asks for something else" in line for line in written) == 1
    assert entries(review)[WORD]["use"] == "protestor"
    assert entries(review)[WORD]["disabled"] == "rejected"


def test_what_another_person_decides_meanwhile_is_kept(review: Review) -> None:
    other = StyleFile(review.file.path)
    review.decide(review.proposal(WORD), Decision.ACCEPTED)
    other.decide(review.proposal("hyphenation:email"), Decision.REJECTED, "Ben", DAY)
    review.decide(review.proposal(WORD), Decision.LATER)
    kept = review.file.read()
    assert (kept["hyphenation:email"].decision, kept["hyphenation:email"].by) == (Decision.REJECTED, "Ben")
    assert kept[WORD].decision is Decision.LATER


def test_one_key_decides_and_a_stopped_review_goes_on(review: Review) -> None:
    def answer(keys: str) -> str:
        pressed, written = iter(keys), []
        archive_dialogue.run(review, (), "published/", lambda: next(pressed), written.append)
        return "\n".join(written)

    total = len(review.proposals.all)
    first, second = (proposal.name for proposal in review.proposals.all[:2])
    said = answer("xlbaq")
    assert f"1 of {total}.  a accept   r reject   l later   b back   q quit" in said
    assert "write protester: 22 articles (2019 " in said
    assert "The Prime Minister told a protestor.\n    2019-11-11, city, published/a10:1" in said
    assert review.file.read()[first].decision is Decision.ACCEPTED
    assert f"2 of {total}" in said
    said = answer("r\x03")
    assert f"1 of {total - 1}" in said
    assert review.file.read()[second].decision is Decision.REJECTED
    assert answer("l" * (total - 2)).endswith("learned.toml has what is decided on.")
    answer("a" * (total - 2))
    assert answer("") == "Everything is decided on. --list shows it."


def test_going_back_shows_what_was_decided(review: Review) -> None:
    pressed, written = iter("rbq"), list[str]()
    archive_dialogue.run(review, (), "", lambda: next(pressed), written.append)
    first = review.proposals.all[0].name
    assert written[0].startswith(first)
    assert any(said.startswith(f"{first}  (rejected by Anna)\n") for said in written)


def test_of_a_long_sentence_whole_words_are_kept(tmp_path: Path) -> None:
    words = " ".join(f"number{n}" for n in range(60))
    line = {"text": f"He said {words} of the protestor {words}."}
    file = write_lines(tmp_path / "a.jsonl", [line])
    (listed,) = list_articles([str(file)], [".txt"], Manifest(tmp_path / "manifest"), int).articles
    (read_,) = read(listed, file.read_bytes(), Fields(), load())
    at = read_.document.text.index("protestor")
    sentence = sentence_at(read_, Span(at, at + len("protestor"))).text
    kept = sentence.removeprefix("… ").removesuffix(" …").split()
    assert set(kept) <= set(line["text"].split())
    assert 280 < len(sentence) <= 304


def run(*arguments: str) -> Result:
    return CliRunner().invoke(archive_command, arguments, catch_exceptions=False)


def test_from_learning_to_offenders(articlelint: Articlelint, here: Path, learned: Path) -> None:
    def checked(*options: str) -> list[tuple[str, str]]:
        findings = articlelint("check", ".", "--output-format", "json", *options).findings
        return [(each["path"], each["text"]) for each in findings]

    archive = str(learned)
    articlelint.write("old/a.txt", "One protestor and a protester sent an email in Kiev.\n")
    articlelint.write("new.txt", "A protestor sent an email to Volodymyr Zelenskiy. Zelenskiy left.\n")
    done = run("review", archive, "--accept", WORD, "--reject", "hyphenation:email", "--by", "Anna B.")
    assert done.output == (
        f"accepted: {WORD}: write “protester”\nrejected: hyphenation:email: write “e-mail”\n"
    )
    articlelint.write(".articlelint.toml", 'select = ["house"]\n[house]\npacks = ["learned-style.toml"]\n')
    assert checked() == [("new.txt", "protestor"), ("old/a.txt", "protestor")]
    rows = csv.DictReader(io.StringIO(run("review", archive, "--output-format", "csv").output))
    name = next(row for row in rows if row["kind"] == "name")
    assert (name["decision"], name["use"]) == ("open", "Volodymyr Zelensky")
    assert run("review", archive, "--accept", name["key"]).output.startswith(f"accepted: {name['key']}: ")
    done = run("offenders", "old", "--workers", "1", "--baseline", "known.json")
    assert (done.stdout, done.stderr) == ("", "Wrote known.json: 1 known finding in 1 article.\n")
    found = checked("--baseline", "known.json")
    assert found == [("new.txt", text) for text in ("protestor", "Volodymyr Zelenskiy", "Zelenskiy")]
    (row,) = json.loads(run("offenders", "old", "--workers", "1", "--output-format", "json").stdout)
    assert (row["path"], row["line"], row["text"]) == ("old/a.txt", 1, "protestor")
    assert row["message"] == (
        "“protestor” is not house style: write “protester” (22 of 26 articles write it so)"
    )


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["review", "ARCHIVE", "--accept", "word:protester"], "does not propose 'word:protester' (--list shows the keys); did you mean"),
        (["review", "ARCHIVE", "--accept", WORD, "--reject", WORD], "is named twice: decide on it once"),
        (["review", "ARCHIVE", "--kind", "words"], "--kind: no proposal is of the kind 'words'; did you mean 'word'"),
        (["review", "ARCHIVE", "--style", "."], "--style: .: this is a folder; name a file"),
        (["review", "ARCHIVE", "--style", "broken.toml"], "broken.toml:1:4: not valid TOML"),
        (["review", "ARCHIVE", "--page", "--list"], "--page cannot be used together with --list"),
        (["review", "ARCHIVE", "--list", "--by", " "], "--by: the name is empty"),
        (["review", "ARCHIVE", "--style", "number.toml", "--accept", WORD], "number.toml: no entry can be added: begin each"),
        (["drift", "ARCHIVE", "--kind", "words"], "--kind: there is no kind 'words'; did you mean 'word'? (there are: "),
        (["review", "none"], "none: no such file; articlelint archive learn makes it"),
        (["drift", "ARCHIVE", "--moved", "2"], "--moved: must be a number from 0 to 1"),
        (["offenders", "."], "--style: learned-style.toml: no such file; articlelint archive review writes it"),
        (["offenders", ".", "--style", "off.toml"], "off.toml: nothing is accepted yet"),
    ],
)  # fmt: skip
def test_wrong_arguments(here: Path, learned: Path, arguments: list[str], why: str) -> None:
    Path("broken.toml").write_text("it is", encoding="utf-8")
    Path("number.toml").write_text("term = 3\n", encoding="utf-8")
    off = '[[term]]\navoid = "Kiev"\nuse = "Kyiv"\ndisabled = "proposed"\n'
    Path("off.toml").write_text(off, encoding="utf-8")
    command = [str(learned) if each == "ARCHIVE" else each for each in arguments]
    done = CliRunner().invoke(archive_command, command)
    assert isinstance(done.exception, ArticlelintError)
    assert done.output == ""
    assert why in str(done.exception)
    assert "\n" not in str(done.exception)
    assert sorted(file.name for file in here.iterdir()) == ["broken.toml", "number.toml", "off.toml"]


def test_offenders_in_what_learning_reads(here: Path) -> None:
    pack = '[[term]]\navoid = "Kiev"\nuse = "Kyiv"\n\n[[term]]\navoid = "Lvov"\nuse = "Lviv"\ndisabled = "later"\n'
    Path("learned-style.toml").write_text(pack, encoding="utf-8")
    write_lines(
        Path("a.jsonl"), [{"id": "https://desk.example/1", "title": "Lvov", "text": "They saw Kiev."}]
    )
    with zipfile.ZipFile("b.zip", "w") as packed:
        packed.writestr("2020/b.md", "# Rain\n\nThey saw *Kiev*.\n")
        packed.writestr("c.png", "Kiev")
    sources = ["a.jsonl", "b.zip"]
    done = run("offenders", *sources, "--output-format", "csv")
    assert [(row["path"], row["line"]) for row in csv.DictReader(io.StringIO(done.stdout))] == [
        ("https://desk.example/1", "3"),
        ("b.zip!/2020/b.md", "3"),
    ]
    done = CliRunner().invoke(archive_command, ["offenders", *sources, "--baseline", "known.json"])
    assert (
        str(done.exception) == "--baseline: a.jsonl: check does not read it: unpack it, and name the folder"
    )
