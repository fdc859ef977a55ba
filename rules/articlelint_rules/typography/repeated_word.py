"""repeated-word: a word or a pair of small words typed twice, "the the" or "of the of the"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import articlelint as al

# Closed-class words whose doubling is a slip whatever the sentence says.
_SLIPS = (
    (al.words.determiners.BASIC - {"her", "that"})
    | al.words.pronouns.PERSONS
    | al.words.auxiliaries.BE
    | (al.words.prepositions.COMMON - {"in", "on"})
    | frozenset(
        """
        and or as but if than onto upon am it's i'm we're they're which when while where because although not
        also only would could should has have shall must might such each every until about against between
        among through during without within said
        """.split()
    )
)
# Words that stand twice in good English: had had, that that, gave her her book, very very, knock knock.
_DOUBLED = frozenset(
    (*al.words.numbers.ONES, *al.words.numbers.TEN_TO_NINETEEN, *al.words.numbers.TENS)
) | frozenset(
    """
        had that is her you it do did does can will may there what who so very really too many much more far
        long never ever no yes yeah yep nope ha hah heh ho hee hey hear now then well oh ah um er hmm please
        quick thank go say knock blah bla tut tsk boo hip rah cha chop choo ding dong tick tock beep honk woof
        meow quack moo baa oink chirp cheep bang boom ring ping pong tap clap click clack vroom nom yum yada
        la da dee doo na fa aye bye night ta tata mama papa dada baba nana pom tom yo pooh poo pee goody
        piri peri mahi bora ylang agar beri gado dum dik tuk couscous aku nasi pili pago walla sing mau
        chow bon froufrou pawpaw hush cancan gogo wah waa lulu coco kiki dodo toto loulou koko mimi jojo zsa
        nous vous si que die das se hundred zero double etc super duh dah little bad slowly again higher
        faster deeper back like
        """.split()
)
# A doubled word that has quotation marks of its own is meant: “done done”.
_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’',.")
_SHORTEST = 3
_WIDEST_GAP = 3
# In "of the of the", the last token stands this many tokens after the first.
_PAIR_DISTANCE = 3
# A particle may stand twice after a phrasal verb: "they moved in in 2019", "the house he lives in in Tarn".
_PHRASAL = re.compile(
    r"(?:bail|ball|be|been|is|was|are|were|block|break|broke|broken|bring|brought|buil[dt]|call|came|carry|carri|cash|"
    r"check|chim|clos|come|coming|cut|cutting|draw|drawn|dress|drop|fall|fell|fill|fit|fold|gave|get|getting|gets|"
    r"give|given|giving|go|goes|gone|going|got|grew|grow|grown|hand|hang|held|help|hold|join|jump|keep|kept|kick|"
    r"laid|land|lay|left|let|letting|liv|lock|log|logg|look|made|make|mov|open|pass|pay|paid|phas|pick|pil|plac|play|"
    r"pour|pull|push|put|putting|reel|roll|run|running|ran|send|sent|set|setting|settl|show|shut|sign|sit|sitting|"
    r"sat|sleep|slept|snow|squeez|stand|stood|start|stay|step|stepp|sworn|swear|swore|take|taken|taking|throw|thrown|"
    r"threw|took|trad|tun|turn|typ|us|walk|wad|weigh|went|work|zoom)(?:s|es|e|ed|ing)?"
)
# In "what it is is a mess", one of these opens the clause that ends with the first "is".
_OPENERS = (
    al.words.pronouns.RELATIVES | al.words.pronouns.QUESTION_ADVERBS | {"all", "as", "that", "whatever"}
)
_PHRASES = al.words.prepositions.SHORTEST | {"as", "is", "was", "and", "or", "that"}
_DETERMINERS = al.words.determiners.BASIC - {"that"}


class Options(NamedTuple):
    """Which words may stand twice."""

    allow: tuple[str, ...] = ()
    """Words that may be doubled, in lower case."""


class RepeatedWord(al.Rule[Options]):
    """
    A word has been typed twice.

    Readers overlook "the the" most easily across the end of a line. The rule reports a word that follows
    itself with only space between, and repeated pairs of small words such as "of the of the".

    Doublings that are good English are left alone: had had, that that, "gave her her book", very very, no
    no, knock knock. So are names (Duran Duran, Walla Walla), numbers, words that differ in case (Will will),
    what verse repeats, and what a writer may repeat on purpose: a short adjective ("a sweet sweet song"), or
    a word that ends a clause after "is" or "are" ("sales staff are people people").
    """

    meta = al.Meta("repeated-word", "a word typed twice", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("He opened [[the the]] bridge.", fixed="He opened the bridge."),
        al.Flagged("[[The the]] bridge is open.", fixed="The bridge is open."),
        al.Flagged(
            "She is one [[of of]] many, and one [[of the of the]] best.",
            fixed="She is one of many, and one of the best.",
        ),
        al.Flagged("The [[council council]] agreed."),
        al.Flagged(
            "The bridge was opened on Monday by\n[[the\nthe]] mayor of Tarn, who had waited for years."
        ),
        al.Flagged("“It is [[a a]] disgrace,” she said."),
        al.Flagged("The guests left Tarn [[on on]] Friday."),
        al.Clean("He had had enough, and he knew that that was that."),
        al.Clean("She gave her her book; what it is is a novel."),
        al.Clean("It is very very cold, no no, bye bye."),
        al.Flagged("The plan [[is is]] good.", fixed="The plan is good."),
        al.Flagged("There is [[one one]] way home. [[She She]] stayed."),
        al.Clean("It was a sweet sweet song. Sales staff are people people."),
        al.Flagged("Then [[Mr Mr]] Smith came."),
        al.Clean("The people people trust are few."),
        al.Clean("Duran Duran played in Walla Walla and in New York, New York."),
        al.Clean("Will will pay; the guests moved in in 2019."),
        al.Clean("The show is over, over and out. The numbers: 7 7 12 12."),
        al.Clean("A story is “done done” when it is in print."),
        al.Clean("It goes on and on and on, more and more and more."),
        al.Clean("He voted for it it seems."),
        al.Clean("I sail the sea\nAnd watch the gulls\nThe sea sea calls\nAbove the harbour"),
        al.Clean("The poi poi is good.", options={"allow": ["poi"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each doubled word and each doubled pair of small words."""
        texts = _with_straight_apostrophes(doc)
        for at, (previous, word) in enumerate(pairwise(texts), start=1):
            if word == previous and self._is_slip(doc, at, texts):
                yield self._report(doc, at - 1, 1)
        for at in _repeated_determiners(doc):
            first = at - _PAIR_DISTANCE
            small = first >= 0 and texts[at - 1] in _PHRASES
            if small and texts[at - 1] == texts[first] and _adjacent(doc, first, at):
                yield self._report(doc, first, 2)

    def _is_slip(self, doc: al.Document, at: int, texts: Sequence[str]) -> bool:
        """Whether the token at an index repeats the one before it by mistake."""
        word = texts[at]
        first, second = doc.tokens.texts[at - 1], doc.tokens.texts[at]
        if doc.tokens.kinds[at] is not al.TokenKind.WORD or not _adjacent(doc, at - 1, at):
            return False
        if word in self.options.allow:
            return False
        if first in al.words.titles.SHORT_COURTESY_TITLES:
            return first == second
        if word in _SLIPS:
            if word in al.words.auxiliaries.BE and _ends_clause(doc, at - 1):
                return False
            # "The The" is a band and a headline; "The the", "the the" and "She She" are slips.
            return second[0].islower() or word in al.words.pronouns.SUBJECTS
        if word in al.words.phrasal_particles.PARTICLES:
            verb = texts[at - 2] if at > 1 else ""
            return first.islower() and second.islower() and _PHRASAL.fullmatch(verb) is None
        start, end = doc.tokens.starts[at - 1], doc.tokens.ends[at]
        if doc.text[max(start - 1, 0) : start] in _OPENING and doc.text[end : end + 1] in _CLOSING:
            return False
        # "Fuss fuss fuss" is meant: a word is not typed three times by accident.
        around = (*texts[max(at - 2, 0) : at - 1], *texts[at + 1 : at + 2])
        if word in around or len(word) < _SHORTEST:
            return False
        if not first.islower() or not second.islower() or _is_emphatic(doc, at, word):
            return False
        if word == "one":
            return _determines_noun(doc, at)
        # Poems and lyrics repeat words on purpose.
        if word in _DOUBLED or doc.block_at(start).kind is al.BlockKind.VERSE:
            return False
        return not _opens_relative_clause(doc, at)

    def _report(self, doc: al.Document, first: int, length: int) -> al.Finding:
        """Return the finding for ``length`` tokens from ``first`` on that stand twice."""
        tokens = doc.tokens
        last = first + 2 * length - 1
        span = al.Span(tokens.starts[first], tokens.ends[last])
        words = " ".join(tokens.texts[first : first + length])
        fix = None
        if not doc.in_quote(span):
            kept = tokens.ends[first + length - 1]
            safety = al.Safety.SAFE if length == 1 and words.lower() in _SLIPS else al.Safety.UNSAFE
            fix = self.replace(al.Span(kept, span.end), "", safety)
        return self.finding(span, f"“{words}” stands here twice: cut one", fix=fix)


def _with_straight_apostrophes(doc: al.Document) -> Sequence[str]:
    """Return the tokens in lower case, with straight apostrophes, so that "it's it’s" is found."""
    if "’" not in doc.text:
        return doc.lowered
    return [text.replace("’", "'") for text in doc.lowered]


def _ends_clause(doc: al.Document, at: int) -> bool:
    """Whether a form of "be" ends a clause that is the subject of the next one: "what it is is a mess"."""
    for before in range(at - 1, -1, -1):
        if doc.tokens.kinds[before] is not al.TokenKind.WORD:
            return False
        if doc.lowered[before] in _OPENERS:
            return True
    return False


def _is_emphatic(doc: al.Document, at: int, word: str) -> bool:
    """
    Whether a writer may have doubled a word, the last at an index, on purpose.

    Short adjectives, those that are compared with "-est", are doubled for emphasis: a long long way. A word
    that ends a clause after a form of "be" may be doubled to say that it is meant in its full sense: they
    are friends friends.
    """
    superlatives = {word + "est", word + word[-1] + "est"}
    if word[-1] in "ey":
        superlatives = {word[:-1] + "iest", word + "st"}
    if any(al.lexicon.is_word(superlative) for superlative in superlatives):
        return True
    before, after = doc.lowered[max(at - 2, 0) : at - 1], doc.tokens.kinds[at + 1 : at + 2]
    predicative = before and before[0] in al.words.auxiliaries.BE | {"not"}
    return bool(predicative) and after in ((), (al.TokenKind.PUNCTUATION,))


def _opens_relative_clause(doc: al.Document, at: int) -> bool:
    """Whether a word is the subject of a clause about the word before it: "the people people trust"."""
    sentence = doc.sentence_of(at)
    return at + 1 < sentence.tokens.stop and doc.read(sentence).word_of(at + 1).relation == "relcl"


def _determines_noun(doc: al.Document, at: int) -> bool:
    """Whether an adjective or a noun follows a number, which is no part of a sum or of a compound."""
    sentence = doc.sentences_in(al.Span(doc.tokens.starts[at], doc.tokens.ends[at]))[0]
    if at + 1 >= sentence.tokens.stop or doc.lowered[at + 1] in al.words.units.UNITS:
        return False
    return doc.read(sentence).word_of(at + 1).tag.upos in {"ADJ", "NOUN"}


def _repeated_determiners(doc: al.Document) -> Iterator[int]:
    """Yield the index of each determiner that also stands two tokens before, as in "of the of the"."""
    for word in _DETERMINERS & doc.positions.keys():
        for before, at in pairwise(doc.positions[word]):
            if before == at - 2:
                yield at


def _adjacent(doc: al.Document, first: int, last: int) -> bool:
    """Whether the tokens stand in one block with only spaces or one line break between each two."""
    tokens = doc.tokens
    for at in range(first, last):
        gap = doc.text[tokens.ends[at] : tokens.starts[at + 1]]
        if not gap or gap.strip() or "\n\n" in gap or "\t" in gap or len(gap) > _WIDEST_GAP:
            return False
    return True
