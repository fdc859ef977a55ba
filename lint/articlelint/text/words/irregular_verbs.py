"""The irregular verbs of English whose past or participle is another word than the verb: make, made."""

from __future__ import annotations

_VERBS = """
    arise arose arisen; awake awoke awoken; bear bore borne born; become became; begin began begun; bend
    bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring
    brought; build built; buy bought; catch caught; choose chose chosen; cling clung; come came; creep
    crept; deal dealt; dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall
    fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown;
    forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get
    got gotten; give gave given; go went gone; grind ground; grow grew grown; hang hung; hear heard; hide
    hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lain;
    light lit; lose lost; make made; mean meant; meet met; pay paid; ride rode ridden; ring rang rung; rise
    rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken;
    shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat;
    sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; spring sprang sprung; stand stood;
    steal stole stolen; stick stuck; sting stung; strike struck stricken; string strung; swear swore sworn;
    sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn;
    tell told; think thought; throw threw thrown; understand understood; undertake undertook undertaken;
    wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew
    withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written
"""

BASES = {form: verb for verb, *forms in map(str.split, _VERBS.split(";")) for form in forms}
"""The verb of each form; "lay" is a verb of its own here, and no form of "lie"."""
