"""
Every built-in rule, where it is and what it says of itself.

Made by tools/build_manifest.py from the rules; do not edit.
"""

from __future__ import annotations

import articlelint as al

# fmt: off
RULES: tuple[al.LazyRule, ...] = (
    al.LazyRule("articlelint_rules.spelling.mixed_spelling:MixedSpelling", al.Meta(
        "mixed-spelling", "one name or word spelled two ways", since="0.1", severity=al.Severity.ERROR,
        category="spelling",
    )),
    al.LazyRule("articlelint_rules.spelling.mixed_dialect:MixedDialect", al.Meta(
        "mixed-dialect", "a British spelling in an American article, or the other way round", since="0.1",
        severity=al.Severity.WARNING, category="spelling",
    )),
    al.LazyRule("articlelint_rules.spelling.mixed_hyphenation:MixedHyphenation", al.Meta(
        "mixed-hyphenation", "a compound with a hyphen here and without it there", since="0.1",
        severity=al.Severity.WARNING, category="spelling",
    )),
    al.LazyRule("articlelint_rules.spelling.mixed_abbreviation:MixedAbbreviation", al.Meta(
        "mixed-abbreviation", "an abbreviation written in two ways", since="0.1",
        severity=al.Severity.WARNING, category="spelling",
    )),
    al.LazyRule("articlelint_rules.spelling.mixed_capitals:MixedCapitals", al.Meta(
        "mixed-capitals", "a name that lacks a capital in some places", since="0.1",
        severity=al.Severity.WARNING, category="spelling",
    )),
    al.LazyRule("articlelint_rules.spelling.house_names:HouseNames", al.Meta(
        "house-names", "a name that is nearly one of the house's list", since="0.1",
        severity=al.Severity.ERROR, category="spelling",
    )),
    al.LazyRule("articlelint_rules.spelling.house_spelling:HouseSpelling", al.Meta(
        "house-spelling", "a spelling that the house has replaced", since="0.1", severity=al.Severity.ERROR,
        category="spelling",
    )),
    al.LazyRule("articlelint_rules.fragments.lowercase_start:LowercaseStart", al.Meta(
        "lowercase-start", "a sentence that starts in lower case", since="0.1", severity=al.Severity.ERROR,
        category="fragments",
    )),
    al.LazyRule("articlelint_rules.fragments.missing_full_stop:MissingFullStop", al.Meta(
        "missing-full-stop", "a full stop missing between two sentences", since="0.1",
        severity=al.Severity.ERROR, category="fragments",
    )),
    al.LazyRule("articlelint_rules.fragments.missing_space:MissingSpace", al.Meta(
        "missing-space", "a space missing between two sentences", since="0.1", severity=al.Severity.ERROR,
        category="fragments",
    )),
    al.LazyRule("articlelint_rules.fragments.sentence_fragment:SentenceFragment", al.Meta(
        "sentence-fragment", "a sentence without a main clause", since="0.1", severity=al.Severity.ERROR,
        category="fragments",
    )),
    al.LazyRule("articlelint_rules.fragments.unfinished_paragraph:UnfinishedParagraph", al.Meta(
        "unfinished-paragraph", "a paragraph that breaks off without an end mark", since="0.1",
        severity=al.Severity.ERROR, category="fragments",
    )),
    al.LazyRule("articlelint_rules.capitals.doubled_capital:DoubledCapital", al.Meta(
        "doubled-capital", "a word with two capitals where it should have one", since="0.1",
        severity=al.Severity.ERROR, category="capitals",
    )),
    al.LazyRule("articlelint_rules.capitals.headline_case:HeadlineCase", al.Meta(
        "headline-case", "a heading in another case than the others", since="0.1",
        severity=al.Severity.WARNING, category="capitals",
    )),
    al.LazyRule("articlelint_rules.capitals.lowercase_name:LowercaseName", al.Meta(
        "lowercase-name", "a name that has lost its capital", since="0.1", severity=al.Severity.ERROR,
        category="capitals",
    )),
    al.LazyRule("articlelint_rules.capitals.stray_capital:StrayCapital", al.Meta(
        "stray-capital", "a capital inside a sentence that does not belong there", since="0.1",
        severity=al.Severity.ERROR, category="capitals",
    )),
    al.LazyRule("articlelint_rules.quotes.double_attribution:DoubleAttribution", al.Meta(
        "double-attribution", "a quotation with “he said” on both sides", since="0.1",
        severity=al.Severity.ERROR, category="quotes",
    )),
    al.LazyRule("articlelint_rules.quotes.late_attribution:LateAttribution", al.Meta(
        "late-attribution", "a speaker named only after several quoted sentences", since="0.1",
        severity=al.Severity.WARNING, category="quotes", default=False,
    )),
    al.LazyRule("articlelint_rules.quotes.mixed_apostrophes:MixedApostrophes", al.Meta(
        "mixed-apostrophes", "straight and curly apostrophes in one article", since="0.1",
        severity=al.Severity.WARNING, category="quotes", triggers=("’",),
    )),
    al.LazyRule("articlelint_rules.quotes.mixed_quote_marks:MixedQuoteMarks", al.Meta(
        "mixed-quote-marks", "two kinds of quotation marks in one article", since="0.1",
        severity=al.Severity.WARNING, category="quotes",
    )),
    al.LazyRule("articlelint_rules.quotes.quote_punctuation:QuotePunctuation", al.Meta(
        "quote-punctuation", "comma or full stop inside and outside the closing mark", since="0.1",
        severity=al.Severity.WARNING, category="quotes",
    )),
    al.LazyRule("articlelint_rules.quotes.said_punctuation:SaidPunctuation", al.Meta(
        "said-punctuation", "“said,” and “said:” before quotations", since="0.1",
        severity=al.Severity.WARNING, category="quotes",
    )),
    al.LazyRule("articlelint_rules.quotes.unattributed_quote:UnattributedQuote", al.Meta(
        "unattributed-quote", "a quotation with no speaker in reach", since="0.1",
        severity=al.Severity.ERROR, category="quotes",
    )),
    al.LazyRule("articlelint_rules.quotes.unbalanced_quote:UnbalancedQuote", al.Meta(
        "unbalanced-quote", "a quotation mark without its partner", since="0.1", severity=al.Severity.ERROR,
        category="quotes",
    )),
    al.LazyRule("articlelint_rules.quotes.unclear_speaker:UnclearSpeaker", al.Meta(
        "unclear-speaker", "a new quoted paragraph that may be the same speaker or another", since="0.1",
        severity=al.Severity.WARNING, category="quotes",
    )),
    al.LazyRule("articlelint_rules.leftovers.markup_residue:MarkupResidue", al.Meta(
        "markup-residue", "markup that shows in the text", since="0.1", severity=al.Severity.ERROR,
        category="leftovers", triggers=("&", "<", "](http", "[/", "[caption", "[gallery", "[embed", "[video",
        "[audio", "[playlist", "[youtube", "[twitter", "[tweet", "[vc_row", "[vc_column", "[vc_column_text",
        "[row"),
    )),
    al.LazyRule("articlelint_rules.leftovers.mojibake:Mojibake", al.Meta(
        "mojibake", "letters read in the wrong encoding", since="0.1", severity=al.Severity.ERROR,
        category="leftovers", triggers=("Â", "Ã", "Ä", "Å", "Æ", "Ç", "È", "É", "Ê", "Ë", "Ì", "Í", "Î", "Ï",
        "Ð", "Ñ", "Ò", "Ó", "Ô", "Õ", "Ö", "×", "Ø", "Ù", "Ú", "Û", "Ü", "Ý", "Þ", "ß", "à", "á", "â", "ã",
        "ä", "å", "æ", "ç", "è", "é", "ê", "ë", "ì", "í", "î", "ï", "ð", "ñ", "ò", "ó", "ô", "�"),
    )),
    al.LazyRule("articlelint_rules.leftovers.page_furniture:PageFurniture", al.Meta(
        "page-furniture", "part of the web page around the article", since="0.1", severity=al.Severity.ERROR,
        category="leftovers",
    )),
    al.LazyRule("articlelint_rules.leftovers.placeholder:Placeholder", al.Meta(
        "placeholder", "something that was to be filled in", since="0.1", severity=al.Severity.ERROR,
        category="leftovers", triggers=("TK", "tktk", "XX", "xx", "orem ipsum", "???", "(??", "[", "{", "<",
        "TBC", "TBD", "CHECK", "CONFIRM", "VERIFY", "COME", "HERE", "NEED", "FIXME", "TODO", "(CQ)", "(CK)",
        "(cq)", "(ck)", "(sp?)", "(SP?)"),
    )),
    al.LazyRule("articlelint_rules.leftovers.related_link:RelatedLink", al.Meta(
        "related-link", "a link to another story left in the text", since="0.1", severity=al.Severity.ERROR,
        category="leftovers",
    )),
    al.LazyRule("articlelint_rules.leftovers.wire_slug:WireSlug", al.Meta(
        "wire-slug", "a mark of the wire or the desk left in the text", since="0.1",
        severity=al.Severity.ERROR, category="leftovers",
    )),
    al.LazyRule("articlelint_rules.typography.extra_space:ExtraSpace", al.Meta(
        "extra-space", "a space too many", since="0.1", severity=al.Severity.ERROR, category="typography",
        triggers=("  ", "\xa0", " ,", " .", " !", " ?", " :", " ;", "“ ", "( ", " ”", " )"),
    )),
    al.LazyRule("articlelint_rules.typography.mixed_dashes:MixedDashes", al.Meta(
        "mixed-dashes", "dashes set in several ways", since="0.1", severity=al.Severity.WARNING,
        category="typography", default=False,
    )),
    al.LazyRule("articlelint_rules.typography.mixed_ellipsis:MixedEllipsis", al.Meta(
        "mixed-ellipsis", "ellipses set in several ways", since="0.1", severity=al.Severity.WARNING,
        category="typography", default=False,
    )),
    al.LazyRule("articlelint_rules.typography.repeated_word:RepeatedWord", al.Meta(
        "repeated-word", "a word typed twice", since="0.1", severity=al.Severity.ERROR,
        category="typography",
    )),
    al.LazyRule("articlelint_rules.numbers.missing_hyphen:MissingHyphen", al.Meta(
        "missing-hyphen", "a number and unit before a noun, without hyphen", since="0.1",
        severity=al.Severity.ERROR, category="numbers",
    )),
    al.LazyRule("articlelint_rules.readability.hard_to_read:HardToRead", al.Meta(
        "hard-to-read", "a paragraph that takes many years of school to read", since="0.1",
        severity=al.Severity.WARNING, category="readability", default=False,
    )),
    al.LazyRule("articlelint_rules.readability.long_sentence:LongSentence", al.Meta(
        "long-sentence", "a sentence with too many words", since="0.1", severity=al.Severity.WARNING,
        category="readability", default=False,
    )),
)
