"""Who speaks in an article and is not introduced, and whether a surname stands alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import articlelint as al
from articlelint_rules.spelling.distance import one_slip

_BEFORE_BODY = al.words.determiners.BEFORE_NAMES | {"&"}
"""Words before the name of a body: the Haddad, Bell & Haddad."""
_SAYING = frozenset({"said", "says", "added", "adds"})
_NO_APPOSITION = (
    al.words.pronouns.RELATIVES
    | al.words.pronouns.SUBJECTS
    | al.words.conjunctions.COORDINATING
    | al.words.conjunctions.SUBORDINATING
    | {"though"}
)
"""Words behind a name and a comma that do not say who somebody is: Haddad, who left."""
_CALENDAR = al.words.calendar.MONTH_NUMBERS.keys() | al.words.calendar.WEEKDAY_NUMBERS.keys()
_BY_SURNAME = 2
"""How many people an article calls by their surnames if that is its style."""
_MOST_READ = 4
"""How many mentions of a name are read."""
_SURNAME_ALONE = frozenset({al.gazetteer.NameKind.SURNAME})


def unintroduced_speakers(doc: al.Document, known: Collection[str]) -> Iterator[al.Name]:
    """Yield the first mention of each surname that speaks and that nothing introduces."""
    if _SAYING.isdisjoint(doc.positions):
        return
    speakers = {
        attribution.speaker
        for quote, attribution in doc.attributions.items()
        if quote.kind is al.QuoteKind.SENTENCE and attribution.cue is not None
    }
    longer = {word for name in doc.names if len(name.words) > 1 for word in name.words}
    done = longer | set(known) | {person.surname for person in doc.people if _is_introduced(person)}
    titled = {person.surname for person in doc.people if person.surname not in done}  # Mr Haddad
    alone = [name for name in doc.names if len(name.words) == 1]
    done |= {name.last for name in alone if _has_apposition(doc, name) or _has_determiner(doc, name)}
    mentions: dict[str, list[al.Name]] = {}
    for name in alone:
        if name.last not in done:
            mentions.setdefault(name.last, []).append(name)
    for word, named in mentions.items():
        speaking = [name for name in named if name.span in speakers or _says(doc, name)]
        if speaking and not _is_slip(word, longer):
            surnames = (name for name in speaking[:_MOST_READ] if _is_surname(doc, name, named, titled))
            yield from islice(surnames, 1)


def _is_surname(
    doc: al.Document, name: al.Name, mentions: Sequence[al.Name], titled: Collection[str]
) -> bool:
    """
    Whether a name that speaks is a person's surname; ``mentions`` are all that have it alone.

    A word that no list has may name a company. It counts if it stands more than once, and the reader takes it
    for a person each time.
    """
    word = name.last
    if word not in titled and not _may_be_surname(doc, word):
        return False
    if not stands_alone(doc, name.span, _kinds(word)):
        return False
    if word in titled or al.gazetteer.name_kinds(word.lower()):
        return True
    readings = [_entity(doc, mention) for mention in mentions[:_MOST_READ]]
    return len(readings) > 1 and all(entity is al.EntityKind.PERSON for entity in readings)


def _entity(doc: al.Document, name: al.Name) -> al.EntityKind | None:
    """Return what the reader takes a name for."""
    first = name.tokens.start
    return doc.read(doc.sentence_of(first)).word_of(first).entity


def _is_introduced(person: al.Person) -> bool:
    """Whether anything says who somebody is: a first name, a role, an age or a title such as Senator."""
    return any(
        mention.is_full
        or mention.roles
        or mention.ages
        or any(title not in al.words.titles.COURTESY_TITLES for title in mention.titles)
        for mention in person.mentions
    )


def _has_apposition(doc: al.Document, name: al.Name) -> bool:
    """Whether what follows a name may say who that is: Haddad, a spokeswoman, and Haddad (Tarn)."""
    end, first = name.span.end, name.tokens.start
    if doc.text.startswith(("(", " ("), end):
        return True
    if not doc.text.startswith(",", end) or doc.lowered[max(first - 2, 0) : first] == ("according", "to"):
        return False
    after = doc.lowered[name.tokens.stop + 1 : name.tokens.stop + 2]
    return bool(after) and after[0][0].isalnum() and after[0] not in _NO_APPOSITION


def _is_slip(surname: str, longer: Collection[str]) -> bool:
    """Whether a surname is a slip, not in its first letter, for one that stands in a longer name."""
    return any(other[0] == surname[0] and one_slip(surname, other) for other in longer)


def _has_determiner(doc: al.Document, name: al.Name) -> bool:
    """Whether a word such as "the" stands before a name, which is then that of a thing or a body."""
    first = name.tokens.start
    return first > 0 and doc.lowered[first - 1] in al.words.determiners.BEFORE_NAMES


def _says(doc: al.Document, name: al.Name) -> bool:
    """Whether a verb of saying stands beside a name, outside of quotations: Haddad said that it rained."""
    first, stop = name.tokens.start, name.tokens.stop
    before = doc.lowered[first - 1] if first else ""
    if doc.lowered[stop : stop + 1] and doc.lowered[stop] in _SAYING:
        speaks = before not in al.words.conjunctions.COORDINATING  # Rain Man and Haddad said
    else:
        speaks = before in _SAYING and not _has_verb_behind(doc, stop)
    return speaks and not doc.may_be_quoted(name.span)


def _has_verb_behind(doc: al.Document, token: int) -> bool:
    """Whether the token behind a name is a verb, whose subject the name is: she said Haddad was ill."""
    sentence = doc.sentence_of(token - 1)
    return token in sentence.tokens and doc.read(sentence).word_of(token).tag.is_verb


def stands_alone(doc: al.Document, span: al.Span, kinds: Collection[al.EntityKind | None]) -> bool:
    """
    Whether the reader takes a word for a name of one of these kinds, and not for part of a longer one.

    ``kinds`` may contain None, for a word that the reader takes for no name.
    """
    token = bisect_right(doc.tokens.starts, span.start) - 1
    sentence = doc.sentence_of(token)
    texts = doc.tokens.texts
    if token and doc.lowered[token - 1] in _BEFORE_BODY:
        return False
    following = doc.text[span.end : span.end + len("’s X")]
    if following.startswith(" &") or (following[1:3] == "s " and following[-1].isupper()):
        return False  # Haddad & Company, Haddad's Game of Life
    if token > sentence.tokens.start and texts[token - 1][0].isupper() and texts[token - 1][0].isalpha():
        opens = token - 1 == sentence.tokens.start and not al.lexicon.name_size(doc.lowered[token - 1])
        if not opens:
            return False  # part of a longer name, such as Ji-hoon Haddad
    reading = doc.read(sentence)
    word = reading.word_of(token)
    if word.entity not in kinds or word.relation in {"compound", "amod", "nmod"}:
        return False
    if token > sentence.tokens.start and reading.word_of(token - 1).tag is al.Tag.NOUN:
        return False  # frontman Haddad
    # The Bush and Haddad years
    before_noun = token + 1 < sentence.tokens.stop and reading.word_of(token + 1).tag is al.Tag.NOUN
    return not before_noun or texts[token] != doc.slice(span)


def _may_be_surname(doc: al.Document, word: str) -> bool:
    """
    Whether a word is a surname by our lists, or in no list and no everyday word.

    What may be a first name as well counts as a surname if the article calls other people by theirs.
    """
    kinds = al.gazetteer.name_kinds(word.lower())
    if word.lower() in _CALENDAR:
        return False
    if not kinds:
        return not al.lexicon.is_common(word.lower()) and word.istitle()
    if al.gazetteer.NameKind.SURNAME not in kinds:
        return False
    return al.gazetteer.NameKind.GIVEN not in kinds or _calls_by_surname(doc.people)


def _kinds(word: str) -> frozenset[al.EntityKind | None]:
    """Return what the reader may take a speaker's surname for: no name, if it is nothing but a surname."""
    surname_only = al.gazetteer.name_kinds(word.lower()) == _SURNAME_ALONE
    surely = surname_only and not al.lexicon.is_common(word.lower())
    return frozenset({al.EntityKind.PERSON, None} if surely else {al.EntityKind.PERSON})


def _calls_by_surname(people: Sequence[al.Person]) -> bool:
    """Whether an article calls people by their surnames once they are introduced."""
    return (
        sum(any(not mention.is_full for mention in p.mentions) for p in people if p.first.is_full)
        >= _BY_SURNAME
    )
