"""
Words that report speech: verbs of saying and of reacting, attitudes, and nouns such as "statement".

The verbs are the speech and communication classes of Levin, *English Verb Classes and Alternations* (1993),
sections 37 (verbs of communication), 29.2 (characterise) and 40.2 (nonverbal expression), with the verbs that
news stylebooks list as tags of a quotation (said first, then told, asked, wrote and the rest), checked
against what news copy uses. Inflected forms are derived by rule; the irregular ones are given.
"""

from __future__ import annotations

from functools import cache

from articlelint.text.words.word_set import word_set

_SAYING = """
    accuse acknowledge add admit advise affirm allege announce answer argue ask assert assure attest aver
    bark beg bellow blurt boast brag caution challenge charge chide claim clarify command comment complain
    concede conclude confess confide confirm contend continue counsel counter cry declare demand demur
    deny disclose elaborate emphasise emphasize enquire enthuse estimate exclaim explain fume grumble gush
    hint holler implore imply indicate inform inquire insist interject intone joke lament lecture maintain
    marvel mention moan mock murmur muse mutter narrate note observe offer opine order plead pledge posit
    post predict proclaim promise pronounce propose protest quip rant reason reassure recall recite
    recommend recount reflect reiterate relate relay remark remind reminisce repeat reply report request
    respond retort reveal roar scoff scold scream shout shriek snap sneer specify speculate sputter
    stammer state stress stutter suggest summarise summarize surmise taunt tease testify text
    theorise theorize thunder tout tweet urge utter venture vow wail warn whisper wonder yell
"""
_SAYING_IRREGULAR = """
    say says said saying; tell tells told telling; write writes wrote written writing;
    read reads reading; reply replies replied replying; sing sings sang sung singing;
    chant chants chanted chanting; quote quotes quoted quoting; sworn swore; chime chimed;
    speak speaks spoke spoken speaking; retweet retweeted; email emailed emailing;
    cite cites cited citing; blog blogged
"""
# These lead to a quotation only where it stands beside them.
_REACTING = """
    agree apologise apologize appeal applaud approve attack bemoan blame blast brush call celebrate
    chuckle commend compare concur condemn congratulate criticise criticize decry defend denounce deride
    describe disagree dismiss dispute endorse frown gesture giggle grimace grin groan growl hail hiss huff
    interrupt lambast lambaste lash laugh liken nod object pause praise press question quote react recall
    refuse refute regret reject rejoice remember resist retaliate rip salute scowl shrug sigh slam smile
    smirk snicker snort sob spit start support thank weigh welcome wince yawn
"""
_REACTING_IRREGULAR = """
    differ differs differed; come came; shoot shoots shot shooting; fire fires fired firing;
    begin begins began beginning; go goes went; think thinks thought thinking; hear heard hearing;
    put puts putting; hit hits hitting; strike struck; swing swung; know knows knew;
    feel feels felt; believe believes believed
"""
# After a form of “to be”, these lead to a quotation as a verb does: The mayor was not convinced.
ATTITUDES = word_set(
    """
    adamant alarmed amazed amused angry annoyed appalled apologetic astonished baffled bitter blunt cautious
    certain cheerful clear confident convinced critical damning defensive defiant delighted devastated
    disappointed dismissive doubtful dubious ecstatic emphatic enthusiastic excited frustrated furious glad
    happy heartened heartbroken hopeful horrified impressed incredulous indignant jubilant keen livid moved
    optimistic outraged overjoyed perplexed pessimistic philosophical pleased positive pragmatic proud puzzled
    reassured relieved resigned sad sanguine sarcastic sceptical scathing shocked skeptical stunned sure
    surprised sympathetic thankful thrilled unapologetic unconvinced undaunted undeterred unfazed unimpressed
    unmoved unperturbed unrepentant unsure upbeat upset wary worried
    """
)
# A short sentence with one of these leads to the quotation in the next paragraph: Her father disagreed. Some
# say how somebody took something, the others (Levin, section 33) what somebody thought of it: He praised her.
TURNS = word_set(
    """
    acclaimed agreed answered apologised apologized applauded berated bristled castigated censured chuckled
    commended complimented concurred condemned congratulated countered criticised criticized decried
    demurred denounced derided differed disagreed disparaged explained frowned grimaced grinned
    groaned hailed hesitated lambasted lamented lauded laughed mocked nodded objected paused persisted praised
    protested rebuked relented replied responded ridiculed saluted scoffed scolded shrugged sighed
    smiled smirked spoke thanked tweeted welcomed winced
    """
)
PUBLISHING = word_set(
    """
    delivered emailed gave issued made posted published put read released sent shared texted tweeted wrote
    """
)
"""Verbs whose subject says what their object holds: The mayor issued a statement."""
# Verbs that report speech with their second word only.
PHRASAL = frozenset(
    tuple(pair.split())
    for pair in (
        "according to, put it, puts it, shot back, shoots back, fired back, fires back, hit back, hits back,"
        "struck back, went on, goes on, pointed out, points out, pointing out, called for, calls for,"
        "calling for, cut in, cuts in, chimed in, chimes in, came back, broke in, weighed in, weighs in,"
        "spoke up, spoke out, called out, wanted to, burst out, let slip, made clear, makes clear, laid out,"
        "lays out, summed up, sums up, signed off"
    ).split(",")
)
# What speaks without a mouth, and what a quotation is put into.
_NOUNS = """
    ad adage adages advert advertisement
    advice answer answers anthem argument assertion assessment banner banners
    blurb caption chant chants chorus cliche cliché comment comments conclusion conclusions confession
    declaration definition description dictum e-mail email emails epigram epitaph example excerpt
    explanation expression headline headlines hymn inscription instruction instructions interview joke
    jokes judgement judgment label law lesson letter letters line lines logic lyric lyrics mantra mantras
    maxim meme memo message messages mission motto mottoes mottos narration note notes notice oath
    observation op-ed opinion phrase phrases placard placards plaque plea pledge poem post poster posters
    posts prayer prediction preface premise press principle promise proverb punchline question questions
    quip quote quotes reaction reactions reason reasoning rebuttal recommendation refrain remark remarks
    reply report response responses retort review rule ruling sayings screed sentence shirt sign signs
    slogan slogans song speech statement statements sticker sub-headline subtitle suggestion summary
    t-shirt tagline tattoo testimony text texts theme thesis thought thoughts title transcript tweet
    tweets verdict verse view views vow warning wisdom wish word words
"""
DOCUMENTS = word_set(
    """
    article articles brief briefs column columns communique communiqué complaint complaints diary diaries
    document documents dossier editorial editorials email emails e-mail e-mails essay essays lawsuit lawsuits
    leaflet leaflets letter letters manifesto manifestos memo memos message messages notice notices petition
    petitions post posts poster posters press report reports resolution resolutions ruling rulings sign signs
    statement statements studies study survey surveys text texts transcript transcripts tweet tweets verdict
    """
)
"""Written things that can be said to say something: The report blames the weather."""

# Base forms that are as often nouns or adjectives: they count as verbs only after a plural or “to”.
NOUN_VERBS = word_set(
    """
    answer answers appeal attack attacks bark beginning blame blast blog brag call calls cause challenge
    chant charge charges claim claims command comment comments counsel counter cry demand demands dispute
    email estimate estimates feeling fire frown grin groan hail hearing hint hit huff joke jokes lament
    laugh lecture meaning moan nod note notes object offer offers opening order orders pause plead pledge
    post posts praise press promise promises propose protest protests put puts putting question questions
    quip quote rant reading reason reasons recall regret remark remarks reply report reports request
    requests retort review rip roar scream shot shout shrug sigh smile snap sneer speaking spit spoken
    start state states stress sung support supports taunt tease text texts thinking thought tout tweet
    tweets urge venture vow warrant welcome whisper wonder writing written yell
    """
)

QUOTE_TAGS = word_set(
    "said says added adds asked asks continued replied replies wrote writes explained answered declared"
)
"""The forms that most often stand beside a quotation."""

EVERYDAY_SAYING = QUOTE_TAGS | word_set(
    """
    say told tells shouted shouts cried cries tweeted posted insisted joked recalled warned admitted
    exclaimed demanded whispered yelled muttered screamed responded quipped laughed noted concluded argued
    thought wondered called read reads stated claimed announced promised suggested remarked commented
    observed boasted complained pleaded begged sang chanted
    """
)
"""Forms that show who spoke the words before them: “Stop!” Johnson shouted."""


def _regular(verb: str) -> tuple[str, str, str, str]:
    """The four forms of a regular verb: snap, snaps, snapped, snapping."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    if verb in _DOUBLING:
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + "s", verb + "ed", verb + "ing"


_DOUBLING = word_set("admit aver beg brag chat demur grin nod quip regret rip shrug slam snap sob")


def _forms(regular: str, irregular: str) -> frozenset[str]:
    forms = {form for verb in regular.split() for form in _regular(verb)}
    return frozenset(forms | set(irregular.replace(";", " ").split()))


@cache
def saying_verbs() -> frozenset[str]:
    """The forms of the verbs that report speech wherever they stand in a paragraph."""
    return _forms(_SAYING, _SAYING_IRREGULAR)


@cache
def reacting_verbs() -> frozenset[str]:
    """The forms of the verbs that report speech only beside a quotation: she smiled, he agreed."""
    return _forms(_REACTING, _REACTING_IRREGULAR) - saying_verbs()


@cache
def speech_nouns() -> frozenset[str]:
    """The nouns that a quotation is the content of: statement, answer, slogan, sign."""
    return frozenset(_NOUNS.split())
