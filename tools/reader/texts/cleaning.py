"""Cleaning: which paragraphs are running prose with ordinary capitals, and which stand twice."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator

TAG = re.compile(r"<[^<>]{0,600}>")
CREDIT = re.compile(
    r"^(photo|image|figure|table|source|credit|contact|media contact|tel|phone|email|e-mail"
    r"|copyright|©|click|view|download|read more|share|follow|related|case #|###|\(?pictured)\b",
    re.IGNORECASE,
)
LEFTOVER = re.compile(r"[{}<>|\[\]\\`~^]|https?:|www\.|\S@\S|__|\*\*|&[a-z]+;|�|\.(com|org|gov|net)\b|Ã|â€")
SHOUT = re.compile(r"(?:\b[A-Z][A-Z'’-]{3,}\b[ ,:–-]*){2,}")
ENGLISH = frozenset("the of and to in a is was for on that with as by at it he his be from".split())


WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Characters that a page in Windows-1252 has left as control characters."""


def one_line(text: str) -> str:
    """Entities decoded, white space single, no invisible characters."""
    text = (
        html.unescape(text)
        .translate(WINDOWS)
        .replace("\u00ad", "")
        .replace("\u200b", "")
        .replace("\ufeff", "")
    )
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r" ([,.;:!?])(?=\s|$)", r"\1", text)


def is_prose(text: str) -> bool:
    """Whether a paragraph is clean running text in English with normal capitals."""
    words = text.split()
    if len(words) < 5 or len(words) > 600 or LEFTOVER.search(text) or CREDIT.search(text):
        return False
    if not re.match(r"[“\"‘'(]*[A-Z0-9$£€]", text) or not re.search(r"[.?!:…][”\"’')]*$", text):
        return False
    if text.count("(") != text.count(")") or text.endswith(":"):
        return False
    without_dateline = re.sub(r"^[A-Z][A-Z .,'’-]{2,40}(, [A-Z][a-z.]+)* ?(\([^)]*\) ?)?[–—-]+ ", "", text)
    if (
        SHOUT.search(without_dateline)
        or "on brief" in text
        or re.search(r"\b[a-z]{2,}[A-Z]{2,}|[a-z][.!?][A-Z][a-z]", text)
    ):
        return False
    letters = sum(map(str.isalpha, text))
    capitals = sum(map(str.isupper, text))
    titled = sum(word[0].isupper() for word in words) / len(words)
    if letters < 0.7 * len(text) or capitals > 0.14 * letters or titled > 0.6:
        return False
    common = sum(word.lower().strip("“”\"'(),.") in ENGLISH for word in words)
    return common >= max(1, 0.12 * len(words)) or (len(words) < 12 and text.isascii())


def is_case_normal(paragraphs: list[str]) -> bool:
    """Whether a document writes sentences and names with capitals, and nothing else."""
    text = " ".join(paragraphs)
    starts = re.findall(r"[a-z][.?!] [“\"‘(]?(\w)", text)
    lower = sum(start.islower() for start in starts)
    return lower <= 0.02 * len(starts) + 1 and "THE " not in text


def paragraph_key(text: str) -> int:
    """A number for the words of a paragraph, whatever its figures and punctuation."""
    return zlib.crc32(" ".join(re.findall(r"[a-z]+", text.lower())).encode())


def shingles(text: str, length: int = 12, step: int = 1) -> Iterator[int]:
    """Numbers for the runs of so many words in a text."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    for start in range(0, len(words) - length + 1, step):
        run = " ".join(words[start : start + length]).encode()
        yield zlib.crc32(run) << 32 | zlib.adler32(run)


class Seen:
    """Runs of eight words already in the corpus, a quarter of them kept."""

    def __init__(self) -> None:
        self.runs: set[int] = set()

    def is_repeated(self, paragraph: str) -> bool:
        """Whether half of a paragraph has been seen before; it counts as seen from now on."""
        runs = {run for run in shingles(paragraph, 8) if (run >> 32) % 4 == 0}
        old = len(runs & self.runs)
        self.runs |= runs
        return bool(runs) and 2 * old >= len(runs)
