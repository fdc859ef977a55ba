"""Names spelled two ways: pairs that one desk wrote, pairs that are two people, and what company says."""

from __future__ import annotations

import pytest

from articlelint.document import House
from articlelint.testing import find, marked
from articlelint_rules.spelling.mixed_spelling import MixedSpelling

ONE = """Zelensky/Zelenskyy Podolyak/Podoliak Zaluzhny/Zaluzhnyi Gaddafi/Qaddafi Mohammed/Mohamed Hussein/Husayn
Erdogan/Erdoğan Navalny/Navalniy Tchaikovsky/Chaikovsky Khrushchev/Khruschev Hezbollah/Hizbullah Abdullah/Abdallah
Soleimani/Suleimani Houthi/Huthi Sana'a/Sanaa Kharkiv/Kharkov Lviv/Lvov Kyiv/Kiev Mykolayiv/Nikolaev Basel/Basle
Macau/Macao Luhansk/Lugansk Chernihiv/Chernigov Odesa/Odessa Dostoevsky/Dostoyevsky Yanukovych/Yanukovich
Kadyrov/Kadirov Nazarbayev/Nazarbaev Müller/Mueller Jürgen/Juergen Sørensen/Sorensen Piñera/Pinera
Karadzic/Karadžić Wałęsa/Walesa Dvořák/Dvorak Orbán/Orban Fallujah/Falluja Stoltenberg/Stoltenburg
Buttigieg/Buttegieg Giuliani/Guiliani Guterres/Gutteres Zhirinovsky/Zhirinovskiy""".split()

TWO = """Johnson/Johnston Gonzales/Gonzalez Petersen/Peterson Clark/Clarke Iran/Iraq Niger/Nigeria
Austria/Australia Slovakia/Slovenia Germany/German Ukraine/Ukrainian China/Chinese Mexico/Mexican Gambia/Zambia
Robert/Roberts Peter/Petra Maria/Mario Martin/Martinez Ivanov/Ivanova Helga/Helgi Kagawa/Kanagawa Sofia/Sophia
Harris/Harrison Kelly/Kelley Stewart/Stuart Khabarovsk/Khabarovsky Obama/Osama Maine/Kaine Biden/Baden""".split()

ARTICLE = (
    "Officials in the capital praised {} on Monday. Later that week, critics told reporters that {} would "
    "probably stay.\n\nNobody else spoke."
)


@pytest.mark.parametrize("pair", ONE)
def test_one_name(pair: str) -> None:
    first, second = pair.split("/")
    (finding,) = find(MixedSpelling, ARTICLE.format(first, second))
    assert finding.message == f"“{second}” (1) is spelled “{first}” elsewhere in this article (1)"


@pytest.mark.parametrize("pair", TWO)
def test_two_names(pair: str) -> None:
    assert not find(MixedSpelling, ARTICLE.format(*pair.split("/")))


FLAGGED = [
    # A shared first name makes one person of a likeness that would not do by itself.
    "Angela Merkel spoke in Bonn. Aides of Angela [[Merkle]] confirmed it.",
    "João Pedro scored twice. After the break, [[Joao]] Pedro left.",
    # The rarer spelling is reported at each place, possessives and all.
    "They met Zelenskyy. Zelenskyy left. Aides met Zelenskyy. Then [[Zelensky]]’s car came for [[Zelensky]].",
    # East Asian names come in two orders.
    "They met Shohei Otani in Tokyo. Nobody knew where [[Ohtani]] Shohei went.",
    # What is hung on a name is no part of it.
    "Guests bowed to Kisuke as always. Only [[Kisake]]-san stood up.",
    # One word or two.
    "Reporters met Kim Jong-un. Then Kim [[Jong Un]] left.",
    "They met Abdulrahman there. Aides of Abdulrahman left, and [[Abdul Rahman]] stayed.",
    # Accents are enough.
    "He is from Reykjavík, they say. Trade with [[Reykjavik]] is small. Flights to Reykjavík are cheap.",
    # Members of a family have one surname.
    "Anne Sacristan left in May. Her husband Jonathan [[Socristan]] left too. Mrs Sacristan is back.",
    # Inner capitals, and which of them are right.
    "The code is on GitHub. GitHub has a page for it, and the firm likes [[Github]].",
    "They met [[HIllary]] Clinton there. Later, Hillary Clinton left.",
    # The last vowel of a long name, and a letter twice or once.
    "President Lukashenka spoke. Lukashenka denied it. A week later [[Lukashenko]] agreed.",
    "The Aadhaar card was asked for. Turnout was high in Aadhaar Nagar. The [[Aadhar]] card was shown.",
    # Part of a name with a hyphen.
    "Mr Schweiker died in May. His daughter Lani Rowland-[[Schwieker]] said so. Nobody knew Schweiker.",
    # What is on the lists of places and peoples is right, however rare it is.
    "The [[Ukranian]] team won. Nobody in the [[Ukranian]] camp was sad. A Ukrainian player said so.",
    "He lives in Dublin. Trains to [[Dulin]] are late, and [[Dulin]] is cold.",
]

CLEAN = [
    # Line-ups, and first names beside surnames.
    "Shane Horgan plays. Team: Murphy, Horgan, Maggs, Hickie. Bench: Sheahan, Horan, Miller, Duffy.",
    "They praised Thierry Henry. The goal of John Terry was late, and Terry was booked.",
    # A person and a people.
    "Bath need Nick Walshe. The Welsh region has two players. Later, Walshe scored.",
    # The name of a body keeps the name of its city.
    "Shares on the Bombay Stock Exchange fell in Mumbai. The Bombay High Court sat. Traders in Mumbai left.",
    "He studied at Peking University. It is in Beijing, and Beijing is large.",
    # Another form of the name in brackets.
    "They met in Mumbai (Bombay) on Friday. Mumbai is large.",
    # Longer names of which each has its own spelling.
    "Shares of Delta Air Lines fell. Those of American Airlines rose.",
    # Two names that each stand twice.
    "Wikimedia runs the site. The pages are those of Wikipedia. Nobody asked Wikimedia. They like Wikipedia.",
    # Months are no names.
    "It rose in July-September. From July-to-September, it fell.",
    # Other first names, other people.
    "Deborah Olssen met Carl Olsson in Malmo.",
    "They gave Takashi Ito a prize and Takeshi Mori another.",
    # In a list, two names are two.
    "The towns of Tosaki and Tozaki agreed.",
    # The same name in two kinds of apostrophe is a matter for typography.
    "They met O’Neill there. Nobody knew what O'Neill wanted.",
    # A word with a capital at the start of a sentence is no name.
    "Critics said no. The critic Cristics left.",
    # A hyphen before a noun.
    "They spoke to African-American voters. Many African Americans and African American men left.",
    # Abbreviations in capitals.
    "The APDs came first. Then the IAPDs came.",
]


@pytest.mark.parametrize("text", FLAGGED)
def test_company_decides_for_one(text: str) -> None:
    plain, spans = marked(text)
    assert [f.span for f in find(MixedSpelling, plain)] == spans


@pytest.mark.parametrize("text", CLEAN)
def test_company_decides_for_two(text: str) -> None:
    assert not find(MixedSpelling, text)


def test_three_spellings_are_all_held_against_the_commonest() -> None:
    text = "They met Remenyako. They saw Remenyako. Then Remeniako came. In the end Remenjako left."
    first, second = find(MixedSpelling, text)
    assert first.message.startswith("“Remeniako” (1) is spelled “Remenyako” elsewhere in this article (2)")
    assert second.message.startswith("“Remenjako” (1) is spelled “Remenyako” elsewhere in this article (2)")
    assert all(f.related[0].span.start == text.index("Remenyako") for f in (first, second))


def test_a_quotation_is_reported_but_not_changed() -> None:
    (finding,) = find(MixedSpelling, "They left Kyiv, and Kyiv was dark. “We love Kiev very much,” she said.")
    assert finding.fix is None


def test_a_form_the_house_replaces_is_left_to_its_own_rule() -> None:
    house = House(spelling={"Kyiv": ("Kiev",)})
    assert not find(MixedSpelling, "They left Kyiv. They came to Kiev.", house=house)


@pytest.mark.parametrize(
    "text",
    [
        "Isfahan, also known as Esfahan, is old. They love Isfahan.",
        "Zaha Hadid (Arabic: زها حديد Zahā Ḥadīd) drew it. Nobody paid Zaha Hadid.",
    ],
)
def test_a_form_that_is_given_on_purpose_is_no_slip(text: str) -> None:
    assert not find(MixedSpelling, text)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("SEVILLE — The drought goes on in Sevilla.", "Sevilla", "Seville"),
        ("SEVILLA — The drought goes on in Seville. Rain fell in Seville.", "SEVILLA", "SEVILLE"),
        ("SEVILLE — Few in Seville agree. The land around Sevilla is dry.", "Sevilla", "Seville"),
    ],
)
def test_a_dateline_is_compared_but_its_capitals_stay_there(text: str, wrong: str, right: str) -> None:
    (finding,) = find(MixedSpelling, text)
    assert (text[finding.span.start : finding.span.end], finding.fix.edits[0].text) == (wrong, right)
    assert f"“{wrong}” (1) is spelled “{right}” elsewhere" in finding.message


def test_names_with_a_small_initial() -> None:
    text = "EBay is old. She sells on eBay. Then Ebay’s owner left. EBAY! “My Ipad,” he said of his iPad."
    found = find(MixedSpelling, text)
    assert [text[f.span.start : f.span.end] for f in found] == ["Ebay", "Ipad"]
    assert found[0].fix.edits[0].text == "eBay"
    assert found[1].fix is None


def test_a_surname_behind_the_same_given_name_is_no_english_word() -> None:
    (finding,) = find(MixedSpelling, "Magnus Dreyer came to town. Then Magnus Dryer left the town.")
    assert finding.message == "“Dryer” (1) is spelled “Dreyer” elsewhere in this article (1)"
    assert not find(MixedSpelling, "Dreyer came to town. Then the Dryer in the cellar broke.")
