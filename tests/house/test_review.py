"""What ``style test`` says of entries that contradict, repeat or shadow each other, across kinds and packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint_house.packs import Packs

GOOD = '[[term]]\navoid = "e-mail"\nuse = "email"\n'


def faults(folder: Path, *packs: str) -> list[str]:
    files: list[str] = []
    for name, text in zip("ab", packs, strict=False):
        file = folder / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        files.append(str(file))
    read = Packs(files)
    found = read.review(frozenset(name for name, rule in read.rules.items() if rule.default))
    return [
        f"{Path(fault.at).name}: {fault.rule}: {fault.message}".replace(f"{folder}/", "") for fault in found
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ('[[term]]\navoid = "email"\nuse = "e-mail"\n', "a.toml:1: house/a.email: asks for “email”, which house/b.e-mail avoids, at b.toml:1"),
        ('[[pattern]]\nid = "p"\nregex = "emails?"\n', "a.toml:1: house/a.email: asks for “email”, which house/b.p avoids, at b.toml:1"),
        ('[[phrase]]\nid = "p"\navoid = "(an|the) [old] e-mail"\nuse = "the email"\n[[banned]]\navoid = "email"\nwhy = "x"\n', "b.toml:1: house/b.p: asks for “the email”, which house/b.email avoids, at b.toml:5"),
        ('[[name]]\nid = "n"\nuse = "E-mail"\n', "b.toml:1: house/b.n: asks for “E-mail”, which house/a.email avoids, at a.toml:1"),
        ('[[term]]\navoid = "emailing"\nuse = "email"\n\n[[term]]\navoid = "mail"\nuse = "mail"\n', "b.toml:5: house/b.mail: asks for “mail”, which it reports itself"),
        ('[[first-use]]\nfull = "The E-mail Company"\nshort = "E-mail"\nid = "f"\n', "b.toml:1: house/b.f: asks for “E-mail”, which house/a.email avoids, at a.toml:1"),
        ('[[term]]\nid = "t"\navoid = "E-mails"\nuse = "email"\n', "b.toml:1: house/b.t: “E-mails” is avoided by house/a.email as well, at a.toml:1, and so is all that it avoids: it has nothing to report of its own"),
        ('[[term]]\nid = "t"\navoid = ["e-mailed", "posted"]\n', "b.toml:1: house/b.t: “e-mailed” is avoided by house/a.email as well, at a.toml:1"),
        ('[[pattern]]\nid = "p"\nregex = "\\\\be-mail\\\\b"\n', "b.toml:1: house/b.p: “e-mail” is avoided by house/a.email as well, at a.toml:1"),
        ('[[phrase]]\nid = "p"\navoid = "(e-mail|e-mails)"\n', "b.toml:1: house/b.p: “e-mail” is avoided by house/a.email as well, at a.toml:1, and 1 more"),
        ('[[number]]\npercent = "5%"\n[[number]]\nid = "q"\npercent = "5 percent"\n', "b.toml:3: house/b.q: decides “5 percent”, where house/b.percent decides “5%”, at b.toml:1"),
        ('[[number]]\npercent = "5%"\n[[phrase]]\nid = "q"\navoid = "per cent"\nuse = "5 percent"\n', "b.toml:3: house/b.q: asks for “5 percent”, which house/b.percent avoids, at b.toml:1"),
        ('[[number]]\nwords-below = 10\n[[number]]\nid = "q"\nwords-below = 11\n', "b.toml:3: house/b.q: decides “11”, where house/b.words-below decides “10”, at b.toml:1"),
        ('[[heading]]\ncase = "title"\n[[heading]]\nid = "q"\ncase = "sentence"\n', "b.toml:3: house/b.q: decides “sentence”, where house/b.heading decides “title”, at b.toml:1"),
        ('[[paired]]\npair = ["a", "b"]\ntogether = "never"\n[[paired]]\nid = "q"\npair = ["B", "a"]\ntogether = "always"\n', "b.toml:4: house/b.q: decides “always”, where house/b.a decides “never”, at b.toml:1"),
        ('[[pattern]]\nid = "p"\nregex = "x"\n[[pattern]]\nid = "q"\nregex = "x"\n', "b.toml:4: house/b.q: decides the same as house/b.p, at b.toml:1"),
        ('[[pattern]]\nid = "p"\nregex = "a(?!a)a"\nclean = "aa"\n', "b.toml:1: house/b.p: has no flagged example: add one, to show that the regex matches what it should"),
        ('[[heading]]\ncase = "title"\nscope = "caption"\n', "b.toml:1: house/b.heading: can never report anything: there is nothing for it in the scope caption"),
        ('[[number]]\nwords-below = 10\nscope = "headline"\n', "b.toml:1: house/b.words-below: can never report anything: there is nothing for it in the scope headline"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_both_places(tmp_path: Path, other: str, said: str) -> None:
    assert said in faults(tmp_path, GOOD, other)


@pytest.mark.parametrize(
    "other",
    [
        '[[term]]\navoid = "email"\nuse = "e-mail"\ndialect = "en-US"\n',
        '[[term]]\nid = "t"\navoid = "e-mail"\nuse = "message"\nscope = "headline"\n',
        '[[term]]\navoid = "email"\nuse = "e-mail"\ndisabled = "not yet"\n',
        '[[heading]]\ncase = "title"\nlevel = "1"\n[[heading]]\nid = "q"\ncase = "sentence"\nlevel = "2"\n',
        '[[pattern]]\nid = "p"\nregex = "e-mail address"\nflagged = "My [[e-mail address]]."\n',
        '[[pattern]]\nid = "p"\nregex = "(a+)+b"\nflagged = "[[aab]]"\n',
        '[[term]]\navoid = "Email"\nuse = "email"\n',
    ],
)
def test_entries_that_never_meet_do_not_contradict(tmp_path: Path, other: str) -> None:
    good = GOOD.replace("[[term]]\n", '[[term]]\nscope = "body"\ndialect = "en-GB"\n')
    assert faults(tmp_path, good, other) == []
