"""Words and names that are spelt wrong, or in two ways."""

from __future__ import annotations

import re
from random import Random

from planted.model import Planted, plants, replaced
from planted.text import group, matches, people, places, slice_of

DOUBLED = "bcdfglmnprst"
SOUND_ALIKE = {
    "a": "e",
    "e": "a",
    "i": "e",
    "o": "a",
    "u": "o",
    "y": "i",
    "s": "z",
    "z": "s",
    "k": "c",
    "c": "k",
}


def respelt(name: str, random: Random) -> str:
    """
    Return the name with one slip that people make: a letter doubled, undoubled, swapped, or another vowel.

    The first letter and the last one stay.
    """
    slips: set[str] = set()
    for at in range(1, len(name) - 1):
        before, letter, after = name[:at], name[at], name[at + 1 :]
        if name[at - 1] == letter:
            slips.add(before + after)
        elif letter in DOUBLED and after[0] != letter:
            slips.add(before + letter + letter + after)
        if letter in SOUND_ALIKE:
            slips.add(before + SOUND_ALIKE[letter] + after)
        if len(after) > 1 and after[0] != letter:
            slips.add(before + after[0] + letter + after[1:])
    return random.choice(sorted(slips - {name}))


@plants("mixed-spelling", "spelling", "One mention of a surname is spelt in another way")
def name_respelt(article: str, random: Random) -> Planted | None:
    """A surname of five letters or more that stands three times or more; not its first mention."""
    known = [p for p in people(article) if len(p.surname) >= 5 and len(p.alone) >= 2]
    if not known:
        return None
    person = random.choice(known)
    wrong = respelt(person.surname, random)
    if wrong in article:
        return None
    mentions = places(person.surname, article)
    return replaced(article, random.choice(mentions[1:]), wrong, others=mentions)


def pairs(text: str) -> dict[str, str]:
    """Read words that stand as right/wrong."""
    found: dict[str, str] = {}
    for pair in text.split():
        right, _, wrong = pair.partition("/")
        found[right] = wrong
    return found


DIALECTS = pairs(
    """
    colour/color favour/favor honour/honor labour/labor neighbour/neighbor behaviour/behavior harbour/harbor
    rumour/rumor humour/humor favourite/favorite centre/center metre/meter litre/liter theatre/theater
    defence/defense offence/offense organise/organize organised/organized organisation/organization
    organisations/organizations realise/realize realised/realized recognise/recognize recognised/recognized
    criticise/criticize criticised/criticized apologise/apologize apologised/apologized
    emphasise/emphasize emphasised/emphasized analyse/analyze analysed/analyzed travelled/traveled
    travelling/traveling traveller/traveler cancelled/canceled labelled/labeled modelling/modeling
    catalogue/catalog jewellery/jewelry tyre/tire cheque/check grey/gray plough/plow mould/mold
    sceptical/skeptical manoeuvre/maneuver programme/program programmes/programs neighbours/neighbors
    colours/colors centres/centers
    """
)
"""British spellings and the American ones."""


@plants(
    "mixed-dialect", "spelling", "One word of a British article is spelt the American way, or the reverse"
)
def dialect_mixed(article: str, random: Random) -> Planted | None:
    """In an article with two different words or more of one dialect and none of the other."""
    american = {new: old for old, new in DIALECTS.items()}
    words = matches(r"\b[a-z]+\b", article)
    british_found = [m for m in words if m[0] in DIALECTS]
    american_found = [
        m for m in words if m[0] in american and m[0] not in {"check", "tire", "program", "programs"}
    ]
    found, other = (british_found, american_found) if british_found else (american_found, british_found)
    if other or len({m[0] for m in found}) < 2:
        return None
    chosen = random.choice(found)
    new = DIALECTS.get(chosen[0]) or american[chosen[0]]
    rest = [group(m) for m in found if m[0] != chosen[0]]
    same = [group(m) for m in found if m[0] == chosen[0]]
    return replaced(article, group(chosen), new, others=rest + same)


@plants("mixed-hyphenation", "spelling", "A compound with a hyphen stands without it in one place")
def hyphen_varied(article: str, random: Random) -> Planted | None:
    """A compound of two words in lower case that stands twice or more with its hyphen."""
    compounds = [m[0] for m in matches(r"(?<![\w-])[a-z]{3,}-[a-z]{3,}(?![\w-])", article)]
    often = sorted({word for word in compounds if compounds.count(word) > 1})
    if not often:
        return None
    word = random.choice(often)
    new = word.replace("-", random.choice(["", " "]))
    mentions = places(word, article)
    return None if new in article else replaced(article, random.choice(mentions), new, others=mentions)


@plants("mixed-abbreviation", "spelling", "An abbreviation has stops in one place and none in the others")
def abbreviation_varied(article: str, random: Random) -> Planted | None:
    """US, UK, UN or EU, three times or more."""
    names = [
        n for n in ("US", "UK", "UN", "EU") if len(places(n, article)) > 2 and ".".join(n) not in article
    ]
    if not names:
        return None
    name = random.choice(names)
    mentions = places(name, article)
    chosen = random.choice(mentions[1:])
    return replaced(article, chosen, ".".join(name) + ".", others=mentions)


GENERIC = (
    "Agency Association Authority Bank Board Centre Church Commission Committee Company Council Court "
    "Department Government House Institute Minister Ministry Office Organisation Party President Secretary "
    "Service Society Street Union University"
).split()


@plants("mixed-capitals", "spelling", "A name loses the capital of its last word in one place")
def capitals_varied(article: str, random: Random) -> Planted | None:
    """A name such as Home Office or Supreme Court that stands twice or more."""
    pattern = rf"\b[A-Z][a-z]+ (?:{'|'.join(GENERIC)})\b(?! [A-Z])"
    names = sorted({m[0] for m in matches(pattern, article) if len(places(m[0], article)) > 1})
    if not names:
        return None
    name = random.choice(names)
    mentions = places(name, article)
    first, last = name.split()
    return replaced(article, random.choice(mentions[1:]), f"{first} {last.lower()}", others=mentions)


MISSPELLINGS = pairs(
    """
    accommodation/accomodation achieve/acheive across/accross aggressive/agressive apparently/apparantly
    appearance/appearence argument/arguement assassination/assasination basically/basicly beginning/begining
    believe/beleive business/buisness calendar/calender career/carreer ceiling/cieling cemetery/cemetary
    chief/cheif colleague/collegue coming/comming committee/commitee completely/completly
    conscious/concious curiosity/curiousity definitely/definately disappear/dissapear
    disappointed/dissapointed embarrassed/embarassed environment/enviroment existence/existance
    familiar/familar finally/finaly foreign/foriegn forty/fourty forward/foward friend/freind
    further/futher government/goverment guard/gaurd happened/happend immediately/immediatly
    independent/independant interrupt/interupt knowledge/knowlege liaison/liason necessary/neccessary
    noticeable/noticable occasion/ocassion occurred/occured occurring/occuring persistent/persistant
    politician/politican possession/posession preferred/prefered publicly/publically really/realy
    receive/recieve received/recieved referred/refered religious/religous remember/rember
    resistance/resistence separate/seperate siege/seige successful/succesful supersede/supercede
    surprise/suprise the/teh their/thier tomorrow/tommorow tendency/tendancy therefore/therefor
    threshold/threshhold truly/truely unfortunately/unfortunatly until/untill weird/wierd which/wich
    """
)
"""Words that dictionaries list as often misspelt, each with the usual slip."""


@plants("known-misspelling", "spelling", "A word is misspelt as people often misspell it")
def misspelling(article: str, random: Random) -> Planted | None:
    """One of the hundred words that dictionaries list as often misspelt."""
    found = [
        m for m in matches(r"\b[a-z]+\b", article) if m[0] in MISSPELLINGS and m[0] not in {"the", "which"}
    ]
    found += matches(r"\b(?:the|which)\b", article)[:1]
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), MISSPELLINGS[chosen[0]])


@plants("wrong-article", "spelling", "A where the sound wants an, or an where it wants a")
def article_wrong(article: str, random: Random) -> Planted | None:
    """Any a or an before a word or number."""
    found = matches(r"\b(a|an) (?=[A-Za-z0-9])[\w-]+", article)
    if not found:
        return None
    vowels = [
        m for m in found if re.match(r"[aeiouAEIOU8FHLMNRSX]", slice_of(article, group(m))[len(m[1]) + 1 :])
    ]
    chosen = random.choice(vowels if vowels and random.random() < 0.5 else found)
    return replaced(article, group(chosen, 1), "an" if chosen[1] == "a" else "a", reach=group(chosen))
