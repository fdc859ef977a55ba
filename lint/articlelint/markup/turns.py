"""Finds who speaks in interviews and transcripts: questions, answers, and lines that only name a speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from articlelint.markup.article_blocks import ArticleBlocks
from articlelint.model import BlockKind

_SPEAKER = re.compile(r"([A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3}):[ ]+\S")
_BRACKETED = re.compile(r"\(\([^()\n]{1,60}\)\)(?=\s+\S)")
"""The speaker as Wikinews writes it: ((WN)) What comes next?"""
_NAME_LINE = re.compile(
    r"""
    \(\([^()\n]{1,60}\)\):?
  | [A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]*){0,3}:?
  | [A-Z][\w.’'-]*(?:[ ][A-Z][\w.’'-]*){0,3}:
    """,
    re.VERBOSE,
)
_QUESTION_LABEL = re.compile(r"(?:Q|Question)[.:][ ]+\S")
_ANSWER_LABEL = re.compile(r"(?:A|Answer)[.:][ ]+\S")
_NOT_SPEAKERS = frozenset(
    """
    Correction Credit Editor’s Example Image Note Notes Photo Picture Read Related See Source Tip Update
    Updated Video Warning Watch
    """.split()
)


def find_turns(article: ArticleBlocks) -> None:
    """
    Find the questions and answers of an interview: by their labels, or questions wholly in bold.

    A label ("Haddad: ...") counts only if there is a labelled question, or if it is all in capitals as in a
    transcript, and if the label occurs again or stands beside another label. So "Note: ..." and the rows of
    a fact box are no turns. "A. Smith" is no answer if there is no "Q.".
    """
    labels = [_label(text) if ": " in text else None for text in article.texts]
    asked = any(label and "?" in text for label, text in zip(labels, article.texts, strict=True))
    if not asked:
        labels = [label if label is not None and label.isupper() else None for label in labels]
    has_questions = any(text[0] == "Q" and _QUESTION_LABEL.match(text) for text in article.texts)
    count = Counter(label for label in labels if label is not None)
    for index, text in enumerate(article.texts):
        if not article.open(index):
            continue
        if (
            (text.startswith("((") and _BRACKETED.match(text))
            or (labels[index] and _takes_turns(article.texts, labels, index, count))
            or (has_questions and (_QUESTION_LABEL.match(text) or _ANSWER_LABEL.match(text)))
            or (article.blocks[index].strong and text.endswith("?"))
        ):
            article.kinds[index] = BlockKind.QA_TURN


def find_speaker_labels(article: ArticleBlocks) -> None:
    """
    Find the lines that only name a speaker and stand above running text.

    A name in double brackets is one. Other lines count if two different ones each occur again, as speakers
    take turns: what occurs once may be a crosshead, and a single one that recurs may announce examples.
    """
    lines = [i for i, text in enumerate(article.texts[:-1]) if article.open(i) and _NAME_LINE.fullmatch(text)]
    count = Counter(article.texts[i].rstrip(":") for i in lines)
    recurring = {name for name, times in count.items() if times > 1 and not _is_no_speaker(name)}
    for index in lines:
        text = article.texts[index]
        takes_turns = len(recurring) > 1 and text.rstrip(":") in recurring
        if (takes_turns or text.startswith("((")) and article.body(index + 1):
            article.kinds[index] = BlockKind.SPEAKER_LABEL


def _label(text: str) -> str | None:
    """What looks like the name of a speaker before a colon at the start of a block; None if nothing does."""
    match = _SPEAKER.match(text)
    return None if match is None or _is_no_speaker(match.group(1)) else match.group(1)


def _is_no_speaker(label: str) -> bool:
    """Whether a label announces something else than speech: a note, a picture."""
    return label.split(maxsplit=1)[0].capitalize() in _NOT_SPEAKERS


def _takes_turns(texts: Sequence[str], labels: Sequence[str | None], index: int, count: Counter[str]) -> bool:
    """Whether the label of a block occurs again, or stands beside another and one of the two asks."""
    label = labels[index]
    if label is None:
        return False
    around = (labels[index - 1] if index else None, *labels[index + 1 : index + 2])
    if count[label] > 1 and (index > 0 or any(around)):
        return True
    neighbours = [i for i in (index - 1, index, index + 1) if 0 <= i < len(texts)]
    return any(around) and any(labels[i] and texts[i].endswith("?") for i in neighbours)
