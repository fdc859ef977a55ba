"""Abbreviations of English news prose: words whose full stop does not, by itself, end a sentence."""

from __future__ import annotations

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Mlles Dr Drs Prof Profs Rev Revd Fr Msgr Hon Gov Govs Sen Sens Rep Reps
    Gen Col Lt Capt Cpt Cdr Cmdr Cmdt Comdr Cpl Maj Sgt Pte Pvt Pfc Adm Brig Supt Insp Det Ald Pres Amb
    Atty Esq St Ste Mt Mts Ft Pt Bp Abp Ven Asst Assoc Mgr mr mrs ms dr prof gov sen sgt capt lt cpl supt
    asst assoc
    """
)
"""Forms that stand before a name."""

PLACES = _words("St Ste Mt Mts Ft Pt Dr")
"""Titles that also end the name of a street or a place: ``Main St.``, ``Elm Dr.``"""

LINKS = _words("vs viz eg ie al approx ca incl excl esp nr cf aka max")
"""Forms that look forward: a sentence never ends with one."""

REFERENCES = _words(
    """
    no nos vol vols pp fig figs sec secs art arts ch chap chaps para paras eq eqs col ll app pt pts ed eds
    ver pop
    """
)
"""Forms that, in any case of letters, are abbreviations before a number."""

BARE_REFERENCES = _words("nos vol vols pp fig figs eq eqs chap chaps eds")
"""Those of them that are no words."""

UNITS = _words("in ft sq cu min mins hr hrs lb lbs oz mi km cm mm kg yd yds gal mph tsp tbsp sec secs deg")
"""Forms that are abbreviations after a number."""

FINALS = _words(
    """
    Jr Sr Bros Inc Ltd Co Cos Corp Cie LLC Llc LLP Llp PLC Plc Pty Dept Depts Univ Univs Inst Assn Assns
    Govt Ave Blvd Rd Hwy Pkwy Ln Bldg Rte Natl Intl Mfg Est Comm Cmte Tel etc al jr sr bros ltd corp dept
    depts univ assn govt ave blvd rd hwy bldg ibid intl natl tel
    """
)
"""Forms that may end a sentence or stand inside one: what follows decides."""

STATES = _words(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr
    Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man Nfld Beds Berks Bucks Cambs
    Glos Hants Herts Lancs Leics Lincs Notts Oxon Staffs Warks Wilts Worcs Yorks
    """
)
"""States, provinces and counties, as newspapers shorten them: abbreviations only with their capital."""

MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")
DAYS = _words("Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun")
DAYTIMES = _words("Morning Afternoon Evening Night")

CLOCK = _words("a.m. p.m. A.M. P.M.")

AFTER_CLOCK = (
    MONTHS
    | DAYS
    | _words(
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
        August September October November December Eastern Pacific Central Mountain Atlantic Greenwich Moscow
        Beijing London Kyiv Kiev Tokyo Sydney Paris Berlin Jerusalem Israeli Easter Christmas Standard
        Daylight Zulu Local
        """
    )
)
"""What a time of day may be followed by within its sentence."""

EXCLAIMED = _words("Yahoo Jeopardy Yum Oklahoma Oliver Wham Kahoot Zap Wow Mamma Hello")
"""Names written with an exclamation mark, or interjections that do not end what they interrupt."""

STARTERS = _words(
    """
    The A An It He She They We I You This That These Those There Here His Her Its Their Our My Your One
    Some Many Most All Both Each Every Few Several Another Such No Not Two Three Four Five Six Seven Eight
    Nine Ten None In On At By For From With Without To Of After Before Since Until During Under Over
    Between Among Through Despite Following According About Against Across Along Around Behind Beyond
    Inside Outside Unlike Within And But Or Nor So Yet Because Although Though While Whereas If Unless
    When Whenever Where Wherever As Than Once Then Now Later Earlier Meanwhile However Still Also Instead
    Moreover Furthermore Nevertheless Nonetheless Otherwise Therefore Thus Hence Indeed Perhaps Maybe Even
    Only Just Almost Nearly Already Again Finally Today Yesterday Tomorrow Recently Currently Additionally
    Afterwards Eventually Initially Originally Similarly What Why How Who Whose Whom Which Whether Is Are
    Was Were Do Does Did Has Have Had Can Could Will Would Should Yes Well Oh Please Let Get Go Born Asked
    Nobody Everyone Everybody Someone Somebody Anyone Nothing Everything Something It's He's She's That's
    There's They're We're I'm I've I'd I'll You're Don't Didn't It’s He’s She’s That’s There’s They’re
    We’re I’m I’ve I’d I’ll You’re Don’t Didn’t
    """
)
"""Capitalised words that, after an abbreviation, begin a sentence."""

SUFFIXES = _words("Com Net Org Gov Edu Co Uk Js Html Pdf Md")
"""What may follow a stop without a space in a name: ``Booking.Com``."""

LOW_STARTERS = _words("the a an he she it they we i you this that these those there but")
"""Words that after a question or exclamation begin a sentence even if their capital was lost."""

NAMELIKE = _words("He An So Will Can Do Go Let No You She Ten I A Yes")
"""Those of them that are also names or initials: ``Dr. He``, ``Dr. No``."""

CONTINUES = _words(
    """
    and or but nor as is was were are has had have of in by for from with to at on that which who while
    when because than into until before after since if though although
    """
)
"""Lower-case words after a closing quotation mark that carry on with the sentence around the quotation."""

SPEECH = _words(
    """
    said says say asked asks wrote writes added adds told tells replied replies shouted shouts cried cries
    tweeted posted explained insisted joked recalled continued warned admitted exclaimed demanded answered
    whispered yelled muttered screamed declared responded quipped laughed noted concluded argued thought
    wondered called read reads stated claimed announced promised suggested remarked commented observed
    boasted complained pleaded begged sang chanted
    """
)
"""Verbs of speech, to tell ``“Stop!” Johnson shouted`` from the end of a sentence."""

_LISTED = LINKS | TITLES | MONTHS | DAYS | STATES | FINALS  # "etc" is one of the last
_LISTED_LOWERED = UNITS | REFERENCES
_ROMAN = frozenset("ivxIVX")


def is_numeral(word: str) -> bool:
    """Whether a word may be a Roman numeral: ``iv``, ``XII``."""
    return _ROMAN.issuperset(word)


@lru_cache(maxsize=4096)
def is_plain(word: str) -> bool:
    """Whether a full stop after the word can only end a sentence."""
    if len(word) == 1 or not word.isalpha() or is_numeral(word):
        return False
    return word not in _LISTED and word.lower() not in _LISTED_LOWERED


def ends_with(word: str, following: str, before: str) -> bool | None:
    """
    Whether a sentence ends with an abbreviation and its stop; None where the word is no abbreviation.

    ``following`` is the word after the stop, ``before`` the one that stands in front of the abbreviation.
    """
    lowered = word.lower()
    if word not in _LISTED and lowered not in _LISTED_LOWERED:
        return None
    starts = following in STARTERS
    digit = following[0].isdigit()
    if word in LINKS:
        return word == "al" and starts
    if lowered in UNITS and before[:1].isdigit():
        return starts
    if word in TITLES:
        return word in PLACES and starts and following not in NAMELIKE
    if word in MONTHS or word in DAYS:
        return not digit and not following[0].islower() and following not in MONTHS | DAYTIMES
    if word == "etc":
        return not following[0].islower()
    if word in STATES or word in FINALS:
        return starts
    if lowered in REFERENCES and (digit or (lowered in BARE_REFERENCES and not starts)):
        return False
    return None
