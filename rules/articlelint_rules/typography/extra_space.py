"""extra-space: two spaces in a row, a space before a comma or one inside a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.fragments.missing_space import OPENERS
from articlelint_rules.quotes.not_quoting import is_mentioned

# A no-break space beside a plain one looks like two: web editors leave such pairs.
_RUN = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*\Z")
_AFTER_SENTENCE = re.compile(r"[.!?][\"”’')\]]*[ \u00a0]+(?=[\"“‘'(\[]?[A-Z0-9])")
# The lookbehinds stand after the first space: they say what must stand before it.
_BEFORE_MARK = re.compile(r" (?<=[\w)\]”’\"%\ufffc] ) *(?=(?:[,.!?]|[:;](?!\)))(?:[\s\"”’)]|\Z))")
_WRONG_SIDE = re.compile(r" (?<=[\w)\]”’\"%\ufffc] ) *(?P<mark>[,;.!?])(?P<word>[A-Za-z][a-z]*)(?![\w@])")
_HIGH_MARK = re.compile(r".[:;!?](?=\s|\Z)")
_INSIDE = re.compile(r" (?<=[“(] ) *(?=[\w“\"£$€])| (?<=[\w.,!?…%] ) *(?=[”)])")
_AFTER_HYPHEN = re.compile(r"(?<![^\s(“\"‘])\w[\w’'-]*(?<=[^\W_])-( )([a-z][\w’'-]*)")
# In "two- and three-year terms", the hyphen waits for the rest of its word.
_WAITS = (
    al.words.conjunctions.COORDINATING
    | al.words.prepositions.COMMON
    | {"through", "versus", "vs", "as", "rather"}
)
_JUSTIFIED_SHARE = 0.2
_WIDE = 3
_SHORT_LINE = 60
_HABIT = 3


class Options(NamedTuple):
    """Which spaces count."""

    sentence_spacing: bool = False
    """Report two spaces after a full stop even where the article has them throughout."""


class ExtraSpace(al.Rule[Options]):
    """
    There is a space too many.

    Two spaces in a row, or one before a comma, show where words were cut or pasted. The rule reports two or
    more spaces inside a line, and any space before a comma, full stop, semicolon or colon or inside curly
    quotation marks or brackets, and a space behind the hyphen of a compound ("well- known"), but not where
    the hyphen waits for the rest of its word ("two- and three-year terms").

    Two spaces after every full stop are a habit, not a slip, and are left alone where the article keeps to
    it. So are columns, code, scores (3 : 2), and the spaces before : ; ! and ? where most have one, as in
    French.
    """

    meta = al.Meta("extra-space", "a space too many", since="0.1", severity=al.Severity.INFO)
    options_type = Options
    examples = (
        al.Flagged("The ferry[[  ]]sails at noon.", fixed="The ferry sails at noon."),
        al.Flagged("The ferry[[ ]], an old one[[ ]], sails.", fixed="The ferry, an old one, sails."),
        al.Flagged(
            "It was wet[[ ]],and cold[[ ]];but then[[ ]].She left.",
            fixed="It was wet, and cold; but then. She left.",
        ),
        al.Flagged("The ferry ([[ ]]an old one[[ ]]) sails.", fixed="The ferry (an old one) sails."),
        al.Flagged("“[[ ]]No,” she said. “Never.[[ ]]”", fixed="“No,” she said. “Never.”"),
        al.Flagged("It sails.[[  ]]It is late. It is old.", fixed="It sails. It is late. It is old."),
        al.Flagged("See also[[\u00a0 ]]the ferry."),
        al.Flagged("It sails.[[  ]]It is late.", options={"sentence-spacing": True}),
        al.Flagged("It is a [[well- known]] ferry.", fixed="It is a well-known ferry."),
        al.Clean("The two- and three-year terms are over."),
        al.Clean("It sails.  It is late.  It is old.  It is full."),
        al.Clean("The ” mark was wrong. The “ mark is used in front."),
        al.Clean("They won 3 : 2 on Monday."),
        al.Clean("Il pleut ; il neige : il vente ! Vraiment ? Oui !"),
        al.Clean("He called it ”home“ and left."),
        al.Clean("Ann    3    7\n\nBo     4    9"),
        al.Clean("He waited . . . and waited … and left. Version .5 is out."),
        al.Clean("Use .NET, the .Net library or node .js files, :) and “ ” marks."),
        al.Clean("- [ ] call the captain\n- [x] call the mayor", suffix=".md"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each run of spaces and each space before a mark or inside a pair of marks."""
        habit = not self.options.sentence_spacing and _has_two_spaces_between_sentences(doc)
        high = _has_spaces_before_high_marks(doc)
        for block in doc.blocks:
            text = doc.slice(block.span)
            for start, end in _runs(text, habit=habit):
                message = f"{end - start} spaces in a row: one is enough"
                yield self._report(block, start, end, " ", message)
            for match in _BEFORE_MARK.finditer(text):
                if high and text[match.end()] in ":;!?":
                    continue
                if not _is_no_punctuation(text, match):
                    message = f"A space before “{text[match.end()]}”: close it up"
                    yield self._report(block, *match.span(), "", message)
            for match in _WRONG_SIDE.finditer(text):
                if _goes_on(match["mark"], match["word"]):
                    yield self._move(block, match)
            for match in _INSIDE.finditer(text):
                mark = match.start() - 1 if text[match.start() - 1] in "(“" else match.end()
                mentioned = is_mentioned(doc, al.Span(block.span.start + mark, block.span.start + mark + 1))
                if _is_inside(text, match) and not mentioned:
                    quoted = {text[match.start() - 1], text[match.end()]} & set("“”")
                    message = f"A space inside {'a quotation mark' if quoted else 'a bracket'}: close it up"
                    yield self._report(block, *match.span(), "", message)
            yield from self._after_hyphens(doc, block)

    def _after_hyphens(self, doc: al.Document, block: al.Block) -> Iterator[al.Finding]:
        """Yield a finding for each word with a space behind its hyphen, which may also be meant as a dash."""
        for match in _AFTER_HYPHEN.finditer(doc.text, block.span.start, block.span.end):
            if match[2] not in _WAITS:
                span, space = al.Span(*match.span()), al.Span(*match.span(1))
                message = f"A space behind the hyphen of “{match[0]}”: close it up, or set a dash"
                fix = None if doc.in_quote(span) else self.replace(space, "", al.Safety.UNSAFE)
                yield self.finding(span, message, fix=fix)

    def _move(self, block: al.Block, match: re.Match[str]) -> al.Finding:
        """Return the finding of a space that stands before a mark instead of behind it."""
        start, mark = block.span.start, match["mark"]
        span = al.Span(start + match.start(), start + match.start("mark"))
        fix = self.replace(al.Span(span.start, span.end + 1), f"{mark} ", al.Safety.SAFE)
        return self.finding(span, f"The space before “{mark}” belongs behind it", fix=fix)

    def _report(self, block: al.Block, start: int, end: int, text: str, message: str) -> al.Finding:
        """Return a finding at offsets into a block. Its fix is safe in quotations too: no word changes."""
        span = al.Span(block.span.start + start, block.span.start + end)
        return self.finding(span, message, fix=self.replace(span, text, al.Safety.SAFE))


def _has_two_spaces_between_sentences(doc: al.Document) -> bool:
    """Whether most sentences of the article, and at least three, are followed by two spaces."""
    two = one = 0
    for match in _AFTER_SENTENCE.finditer(doc.text):
        if match.group().endswith(("  ", "\u00a0 ", " \u00a0")):
            two += 1
        else:
            one += 1
    return two >= _HABIT and two > one


def _has_spaces_before_high_marks(doc: al.Document) -> bool:
    """Whether most of the marks : ; ! ? of the article, and at least three, have a space before them."""
    spaced = close = 0
    for match in _HIGH_MARK.finditer(doc.text):
        if match.group()[0].isspace():
            spaced += 1
        else:
            close += 1
    return spaced >= _HABIT and spaced > close


def _runs(text: str, *, habit: bool) -> Iterator[tuple[int, int]]:
    """
    Yield the start and end of each run of spaces in a block's text.

    Lines that spaces lay out are skipped, and, if two spaces after a sentence are the article's ``habit``,
    the runs after sentences.
    """
    start = 0
    for line in text.split("\n"):
        if not _is_laid_out(line):
            for match in _RUN.finditer(line):
                if not (habit and _SENTENCE_END.search(line[max(match.start() - 3, 0) : match.start()])):
                    yield start + match.start(), start + match.end()
        start += len(line) + 1


def _is_laid_out(line: str) -> bool:
    """Whether a line is set in columns or justified: a short line with wide gaps, or one with many gaps."""
    gaps = [len(match.group()) for match in _RUN.finditer(line)]
    if len(line) < _SHORT_LINE and any(gap >= _WIDE for gap in gaps):
        return True
    wide = sum(gap >= _WIDE for gap in gaps)
    return wide > 1 or len(gaps) > _JUSTIFIED_SHARE * line.count(" ") + 2


def _goes_on(mark: str, word: str) -> bool:
    """Whether a word goes on with the text directly behind a mark; ".Net" and ";p" do not."""
    low = word.lower()
    if mark in ".!?":
        return word[0].isupper() and low in OPENERS
    return mark == "," or (len(word) > 1 and al.lexicon.is_word(low))


def _is_no_punctuation(text: str, match: re.Match[str]) -> bool:
    """Whether the mark after a space ends no clause: it is in a row (". . ."), a score, or "?" for a dash."""
    mark = match.end()
    if text[mark] == ":" and text[match.start() - 1].isdigit() and text[mark + 1 :][:2].strip()[:1].isdigit():
        return True
    if text[mark] == ".":
        return text[mark + 1 : mark + 3] in {" .", ".."} or text[mark - 3 : mark] == " . "
    return text[mark] in "?!" and text[mark + 1 : mark + 3].strip()[:1].islower()


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether a space stands just inside a pair of marks around words: not in an empty pair ("[ ]")."""
    before, after = text[match.start() - 1], text[match.end()]
    if before in "(“" and after in ")”":
        return False
    if after == "”" and text[match.end() + 1 : match.end() + 2].isalnum():
        # The mark opens a quotation and is turned the wrong way; its space is right.
        return False
    # In „so“ and “so“, the mark before the space closes the quotation.
    outside = text[max(match.start() - 2, 0) : match.start() - 1]
    return before != "“" or not outside or outside.isspace() or outside in "([—–-"
