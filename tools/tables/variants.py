"""
Words with two spellings: colour and color.

SCOWL says which dialect a spelling belongs to and how common the word is, but not which other spelling it
stands beside. Two words are paired where one of the alternations below makes one of the other, the lists
give both nearly the same size, and at least one of them is on the list of a dialect or of variants.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tables.inputs import Inputs
from tables.scowl import word_lists

PLAIN = "english"
DIALECTS = (
    {PLAIN, "american", "variant_1"},
    {PLAIN, "british", "british_z", "british_variant_1"},
    {PLAIN, "canadian"},
    {PLAIN, "australian", "australian_variant_1"},
)
"""
The lists of each dialect: its preferred spellings and those it has beside them.

Not so in Canadian: beside nearly every preferred spelling ("colour") it has the American one as a variant.
"""
ALL = 15

MOST_APART = 5
"""How far the sizes of two spellings of one word may be apart."""
SHORTEST = 3

# What one spelling has and the other has not, at any one place in the word.
ALTERNATIONS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"our", "or"),
        (
            r"(?<=[aeilnrtumpsdgcvkbhfyjz])is(?=(?:e|ed|es|er|ers|ing|ings|able|ation|ations|ational|ationally)$)",
            "iz",
        ),
        (r"ys(?=(?:e|ed|es|er|ers|ing)$)", "yz"),
        (r"(?<=[tbvhg])re(?=s?$|[a-z]{4})", "er"),
        (r"tr(?=(?:ed|ing)$)", "ter"),
        (r"(?<=...)ll|(?<=fu)ll(?=ness)|(?<=wi)ll(?=ful)", "l"),
        (r"(?<=...)([bcdfgkmnprstz])\1", r"\1"),
        (r"ae", "e"),
        (r"oe(?!s$)", "e"),
        (r"ogue", "og"),
        (r"ogu(?=ed|ing|er)", "og"),
        (r"enc(?=e)", "ens"),
        (r"(?<=d)ant(?=s?$)", "ent"),
        (r"^des(?=p)", "dis"),
        (r"k(?=as?$)", "q"),
        (r"^c(?=af)", "k"),
        (r"e(?=able|ably|ability|ing$|y$|age)", ""),
        (r"(?<=dg)e(?=ment)", ""),
        (r"^en", "in"),
        (r"or(?=s?$)", "er"),
        (r"ph", "f"),
        (r"amme(?=s?$)", "am"),
        (r"(?<=gr)ey", "ay"),
        (r"ough(?=(?:s|ed|ing)?$)", "ow"),
        (r"ou(?=l)", "o"),
        (r"ou", "u"),
        (r"(?<=p)y(?=jama)", "a"),
        (r"sc(?=ept)", "sk"),
        (r"e(?=facts?$)", "i"),
        (r"(?<=[oauei])z(?=y|i[el])", "s"),
        (r"gh(?=urt)", "g"),
        (r"xion", "ction"),
        (r"tist(?=s?$)", "ist"),
        (r"(?<=whisk)ey", "y"),
        (r"ellery", "elry"),
        (r"inium", "inum"),
        (r"sur", "sor"),
        (r"yte", "ite"),
    )
)
# One spelling each, but two meanings or two parts of speech: no alternation decides between them.
TWO_WORDS = frozenset(
    """check checks cheque cheques tire tires tyre tyres story stories storey storeys draft drafts draught
    draughts practice practices practise practises practised practising practiced practicing license
    licenses licence licences licensed licenced ensure ensures ensured ensuring insure insures insured
    insuring disc discs disk disks premise premises premiss premisses dependent dependents dependant
    dependants program programs programme programmes programed programing bark barks barque barques mask
    masks masque masques block blocks bloc blocs past passed mist missed guest guessed past paste bust bused
    bussed font fount fonts founts sensor sensors censor censors censer censers hoard hoards horde hordes
    main mane forth fourth enure inure caster castor casters castors lightening lightning lighting metal
    mettle prise prize prised prized prising prizing prises prizes flyer flier hanger hangar grill grille
    grills grilles annex annexe annexes griffon griffin mantle mantel personal personnel moral morale moat
    mote route rout routed routing born borne vice vise vices vises tow toe bur burr ton tonne tons tonnes
    tun tuns gram gramme for fore four pour pouring por pours holy wholly wooly coma comma unionised
    unionized ionised learned learnt among amongst while whilst amid amidst lit lighted baked bakt spilt
    spilled spelt spelled leaped leapt burned burnt dreamed dreamt kneeled knelt leaned leant smelled smelt
    spoiled spoilt saver savers savor savors savour savours clanger clangor clangour clangers clangors
    granter granters grantor grantors humus houmus shoed shooed quester questor lasses lassoes descendent
    descendents cooeeing cooing estrous oestrous estrus oestrus analyses paralyses catalyses dialyses
    hydrolyses electrolyses togaed toged pinny piny cuing cueing whiskey
    whiskeys whisky whiskies whiskys meter meters metre metres""".split()
)
# Both spellings are on the common list, or the alternation is theirs alone.
OTHERS = tuple(
    (first, second)
    for pair in """
    towards/toward afterwards/afterward flautist/flutist flautists/flutists aluminium/aluminum
    moustache/mustache moustaches/mustaches sulphur/sulfur pyjama/pajama pyjamas/pajamas tsar/czar
    tsars/czars manoeuvre/maneuver manoeuvres/maneuvers manoeuvred/maneuvered manoeuvring/maneuvering
    gaol/jail gaols/jails gaoled/jailed kerb/curb doughnut/donut doughnuts/donuts aeroplane/airplane
    aeroplanes/airplanes dyke/dike dykes/dikes cypher/cipher cyphers/ciphers tsarist/czarist
    tsarina/czarina speciality/specialty specialities/specialties tranquillity/tranquility
    """.split()
    for first, _, second in [pair.partition("/")]
)

# Most have other senses: articlelint_rules.spelling.word_senses says which one is used. The digits are the
# dialects that accept each in the sense that has two spellings, as ``accepted`` gives them.
JUDGED = """
    cheque/check/e1 cheques/checks/e1 chequebook/checkbook/e1 chequebooks/checkbooks/e1
    paycheque/paycheck/e1 paycheques/paychecks/e1 tyre/tire/a5 tyres/tires/a5 programme/program/ad
    programmes/programs/ad storey/story/e1 storeys/stories/e1 kerb/curb/a5 kerbs/curbs/a5
    kerbside/curbside/a5 kerbstone/curbstone/a5 kerbstones/curbstones/a5 draught/draft/a5
    draughty/drafty/a5 licence/license/e1 licences/licenses/e1 practise/practice/e1 practises/practices/e1
    practised/practiced/e1 practising/practicing/e1 metre/meter/e1 metres/meters/e1 okay/OK/ff
    upwards/upward/ff downwards/downward/ff backwards/backward/ff inwards/inward/ff outwards/outward/ff
    onwards/onward/ff northwards/northward/ff southwards/southward/ff eastwards/eastward/ff
    westwards/westward/ff homewards/homeward/ff skywards/skyward/ff
"""


def build(inputs: Inputs, *, largest_list: int) -> dict[str, str]:
    """For each word in lower case its rows ``FIRST SECOND DIALECTS``, sorted, with ``|`` between."""
    found = pairs(*read_lists(inputs, largest_list))
    rows: dict[str, list[str]] = defaultdict(list)
    for row in sorted(f"{first} {second} {dialects}" for (first, second), dialects in found.items()):
        first, second, _ = row.split(" ")
        for word in {first.lower(), second.lower()}:
            rows[word].append(row)
    return {word: "|".join(own) for word, own in rows.items()}


def read_lists(inputs: Inputs, largest_list: int) -> tuple[dict[str, int], dict[str, set[str]]]:
    """Each word's size, and the spellings whose lists have it."""
    sizes: dict[str, int] = {}
    spellings: dict[str, set[str]] = defaultdict(set)
    for listed in word_lists(inputs):
        if listed.kind != "words" or listed.size > largest_list:
            continue
        for word in filter(str.isalpha, listed.words):
            sizes[word] = min(listed.size, sizes.get(word, listed.size))
            spellings[word].add(listed.spelling)
    return sizes, spellings


def others(word: str) -> Iterator[str]:
    """What the alternations make of a word, one or two applied."""
    once = list(_changed(word))
    yield from once
    for changed in once:
        yield from _changed(changed)


def _changed(word: str) -> Iterator[str]:
    """What one alternation at one place makes of a word."""
    for pattern, replacement in ALTERNATIONS:
        for match in pattern.finditer(word):
            yield word[: match.start()] + match.expand(replacement) + word[match.end() :]


def accepted(spellings: set[str]) -> str:
    """The dialects that accept a spelling, in hex: American 1, British 2, Canadian 4, Australian 8."""
    bits = sum(1 << i for i, names in enumerate(DIALECTS) if spellings & names)
    return f"{bits or ALL:x}"


def pairs(sizes: dict[str, int], spellings: dict[str, set[str]]) -> dict[tuple[str, str], str]:
    """Pairs of spellings, British or longer first, and the dialects that accept them, one digit each."""
    found: dict[tuple[str, str], str] = {}
    made = [(a, b) for a in sizes for b in others(a) if b in sizes and is_pair(a, b, sizes, spellings)]
    known = [(a, b) for a, b in OTHERS if a in sizes and b in sizes]
    for a, b in made + known:
        if (b, a) not in found and a != b:
            found[a, b] = accepted(spellings[a]) + accepted(spellings[b])
    for row in JUDGED.split():
        first, second, dialects = row.split("/")
        found[first, second] = dialects
    return found


def is_pair(a: str, b: str, sizes: dict[str, int], spellings: dict[str, set[str]]) -> bool:
    """Whether two words that an alternation turns into each other are one word, as far as the lists tell."""
    if (a, b) in OTHERS:
        return True
    regional = any(PLAIN not in spellings[word] for word in (a, b))
    if not regional or len(b) < SHORTEST or {a, b} & TWO_WORDS:
        return False
    return abs(sizes[a] - sizes[b]) <= MOST_APART
