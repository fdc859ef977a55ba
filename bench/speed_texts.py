"""
The articles that speed is measured on: made from a seed and from prose that ships with the project.

The sentences are those of ``speed_sentences.txt``, the example article and the plain prose of the guides.
Each article draws its own, joins some to others, and gets what makes news hard to keep in a cache: a cast of
its own (people, places and organisations with invented names, written in full and then short), numbers,
dates and sums of its own, and quotations with a speaker in every third paragraph or so. Of twenty sentences
nineteen occur once, and new words turn up about as often as in real posts, so remembering what was seen pays
no more here than there; run as a script, this file prints the two rates and an article. Not real are the
connections between sentences, the rare words, put together from parts as the names are, and how few the
mistakes are: reporting costs little.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "eval" / "corpora"

_CODE = re.compile(r"^```.*?^```\n?", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]+>|https?://\S+")
_END = re.compile(r"\.\s+(?=[A-Z])")
_PLAIN = re.compile(r"(?:The|A|An|It|In|Where|If|What|Two|Each|Every|There|No)(?: [a-z’'-]+[,;]?){5,30}")
_SLOT = re.compile(r"\{(\w+)\}")

_STARTS = "B Br C Ch D Dr F G Gr H J K Kr L M N P R S St T V Z".split()
_MIDDLES = "a e i o u ar en il or an el ol un am".split()
_ENDS = "d l n r s t v m nd lt sk rn man son ber ko ev ini ard elli quist ova".split()
_FIRST = "Amal Ruth Ilse Magnus Petra Tomas Lena Oskar Nadia Pavel Clara Hugo Mina Erik Sofia Jonas".split()
_ROLES = ("the mayor", "a nurse", "the head of the union", "who runs the hotel", "a spokesman", "her lawyer")
_BODIES = "Council Institute University Agency Line Museum Trust Union".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April June July August September October November December".split()
_SAID = ("said", "said on Tuesday", "added", "told reporters", "wrote in a letter", "said")
_MORE = (
    ", at least in {place}",
    ", as it was in {year}",
    ", except for {n} of them",
    " after {who} had left {place}",
    ", {who} notwithstanding",
)
_BEFORE = "un re over under mis counter sub out".split()
_AFTER = "less like able ish bound proof free wide".split()
_JOINS = (", and ", ", but ", ", while ", "; ")


@cache
def statements() -> tuple[str, ...]:
    """Sentences that stand in an article, without their full stop, in a fixed order."""
    return tuple(dict.fromkeys((*_written()[0], *_guides())))


@cache
def _written() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that were written for this: statements, and what somebody might say."""
    text = Path(__file__).with_name("speed_sentences.txt").read_text(encoding="utf-8")
    told, said = text.split("\n---\n")
    return tuple(s for s in told.splitlines() if not s.startswith("#")), tuple(said.splitlines())


@cache
def _stems() -> tuple[str, ...]:
    """The longer words of all sentences: what rare words are made from."""
    words = re.findall(r"\b[a-z]{4,8}\b", " ".join(statements()))
    return tuple(dict.fromkeys(words))


def _guides() -> Iterator[str]:
    """The plainest sentences of the example article, the guides and the decisions."""
    pages = [ROOT / "examples" / "ferry-corrected.txt", *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        text = _LINK.sub(r"\1", _CODE.sub("\n", page.read_text(encoding="utf-8")))
        for block in text.split("\n\n"):
            for sentence in _END.split(" ".join(block.split())):
                if _PLAIN.fullmatch(sentence.rstrip(".")):
                    yield sentence.rstrip(".")


def article(seed: int, size: int) -> str:
    """An article of about so many bytes: always the same for one seed and one release."""
    return _Writer(seed).article(size)


class _Writer:
    """Writes one article: its chance and its cast."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(f"articlelint {seed}")
        self.people = [(self.chance.choice(_FIRST), self.invented()) for _ in range(12)]
        self.places = [self.invented() for _ in range(10)]
        self.bodies = [f"{place} {self.chance.choice(_BODIES)}" for place in self.places[:3]]
        self.known: set[str] = set()

    def invented(self) -> str:
        """A name that nobody has."""
        parts = [_STARTS, _MIDDLES, _ENDS, _MIDDLES, _ENDS][: self.chance.choice((3, 5))]
        return "".join(self.chance.choice(part) for part in parts)

    def rare(self) -> str:
        """An adjective that no other article is likely to have."""
        stem, after = self.chance.choice(_stems()), self.chance.choice(_AFTER)
        return (
            f"{self.chance.choice(_BEFORE)}{stem}{after}" if self.chance.random() < 0.6 else f"{stem}{after}"
        )

    def article(self, size: int) -> str:
        """A headline and paragraphs."""
        paragraphs = [f"{self.bodies[0]} votes on plan for {self.places[1]}"]
        length = len(paragraphs[0])
        while length < size:
            quoted = self.chance.random() < 0.35
            paragraph = self.quotation() if quoted else " ".join(f"{self.statement()}." for _ in range(3))
            paragraphs.append(paragraph)
            length += len(paragraph.encode()) + 2
        return "\n\n".join(paragraphs) + "\n"

    def statement(self) -> str:
        """A sentence as it was written, or one joined to another or about somebody of the cast."""
        told = self.varied(self.chance.choice(statements()))
        kind = self.chance.random()
        if kind < 0.2:
            other = self.varied(self.chance.choice(statements()))
            return told + self.chance.choice(_JOINS) + _lowered(other)
        if kind < 0.4:
            return f"{self.person()} told the {self.chance.choice(self.bodies)} that {_lowered(told)}"
        return told

    def quotation(self) -> str:
        """Somebody's words and whose they are."""
        first, second = (self.varied(said) for said in self.chance.sample(_written()[1], 2))
        return f"“{first},” {self.person(role=True)} {self.chance.choice(_SAID)}. “{second}.”"

    def person(self, *, role: bool = False) -> str:
        """In full the first time, then the surname."""
        first, last = self.chance.choice(self.people)
        if last in self.known:
            return last
        self.known.add(last)
        return f"{first} {last}, {self.chance.choice(_ROLES)}," if role else f"{first} {last}"

    def varied(self, sentence: str) -> str:
        """The sentence as no other article is likely to have it."""
        kind = self.chance.random()
        if " the " in sentence and kind < 0.6:
            sentence = sentence.replace(" the ", f" the {self.rare()} ", 1)
        elif kind < 0.9:
            sentence += self.chance.choice(_MORE)
        return self.filled(sentence)

    def filled(self, sentence: str) -> str:
        """The sentence with its slots filled."""
        return _SLOT.sub(lambda match: self.fill(match[1]), sentence)

    def fill(self, slot: str) -> str:
        """What a slot stands for in this article."""
        if slot == "who":
            return self.person()
        if slot == "n":
            return f"{self.chance.randint(12, 10 ** self.chance.randint(2, 5)):,}"
        if slot == "money":
            return f"£{self.chance.randint(2, 999)}.{self.chance.randint(1, 9)} million"
        if slot == "year":
            return str(self.chance.randint(1950, 2025))
        words = {"place": self.places, "body": self.bodies, "day": _DAYS, "month": _MONTHS}
        return self.chance.choice(words[slot])


def _lowered(sentence: str) -> str:
    """As it stands inside another sentence: what is no name at its start in lower case."""
    first = sentence.split(" ", 1)[0]
    return sentence if first in _FIRST else sentence[0].lower() + sentence[1:]


def corpus(folder: Path, files: int, size: int, markup: str = "plain") -> Path:
    """A folder of generated articles of about so many bytes before markup; kept if it is there."""
    suffix, change = MARKUPS[markup]
    if not folder.exists():
        folder.mkdir(parents=True)
        for number in range(files):
            (folder / f"{number:06}{suffix}").write_text(change(article(number, size)), encoding="utf-8")
    return folder


def as_html(text: str) -> str:
    """The same prose as a web page."""
    head, *rest = text.strip().split("\n\n")
    paragraphs = "\n".join(f"<p>{p.replace(' the ', ' <em>the</em> ', 1)}</p>" for p in rest)
    return f"<html><head><title>{head}</title></head><body><h1>{head}</h1>\n{paragraphs}\n</body></html>\n"


def as_markdown(text: str) -> str:
    """The same prose with some emphasis and links."""
    head, *rest = text.strip().split("\n\n")
    marked = [
        p.replace(" the ", " *the* ", 1).replace(" that ", " [that](https://example.org) ", 1) for p in rest
    ]
    return f"# {head}\n\n" + "\n\n".join(marked) + "\n"


MARKUPS: dict[str, tuple[str, Callable[[str], str]]] = {
    "plain": (".txt", str),
    "Markdown": (".md", as_markdown),
    "HTML": (".html", as_html),
}


def variety(text: str) -> str:
    """How rich a text is in words: new ones per thousand in its first 20,000 and its last 20,000 words."""
    words = re.findall(r"[A-Za-z][A-Za-z’'-]*", text)
    seen = set(words[:20_000])
    start = len(seen) / 20
    seen.update(words[:-20_000])
    return f"{start:.0f} at first, {len(set(words[-20_000:]) - seen) / 20:.0f} after {len(words):,} words"


def main() -> None:
    """Print an article and how its words compare with real ones."""
    made = "".join(article(number, 5_000) for number in range(200))
    print(article(1, 3_000))
    print(f"{len(statements())} sentences; new words per thousand: {variety(made)}", file=sys.stderr)
    if CORPORA.exists():
        posts = sorted((CORPORA / "18f_md").rglob("*.md"))
        bodies = (post.read_text(encoding="utf-8").split("\n---\n", 1)[-1] for post in posts)
        real = _TAG.sub("", _LINK.sub(r"\1", "\n".join(bodies)))[: len(made)]
        print(f"in as much of the real corpus: {variety(real)}", file=sys.stderr)


if __name__ == "__main__":
    main()
