"""The gate before the model of lost stops: its tables fit together, and it opens where a stop was lost."""

import pytest

from articlelint.testing import document
from articlelint_rules.capitals import linear, stop_gate
from articlelint_rules.capitals.boundary import doubtful_sentences
from articlelint_rules.capitals.content_capitals import content_verdict, is_in_name
from articlelint_rules.capitals.stop_gate import KINDS, read_groups, shape
from articlelint_rules.capitals.usage import usage_of
from articlelint_rules.capitals.word_classes import CLASSES, VERB

WORDED = ("c", "l", "o", "os", "u", "w-", "w+")


def points(text, word):
    doc = document(text)
    texts = doc.tokens.texts
    i = texts.index(word)
    return stop_gate.stop_gate().word_points(texts, usage_of(doc), doc.sentences[0].tokens, i)


def test_the_words_weigh_what_they_do_in_the_model_that_decides():
    model = linear.LinearModel("capitals_stops.table")
    groups = read_groups()
    for kind in WORDED:
        assert groups[kind]
        for feature, weight in groups[kind].items():
            assert model.points([f"{kind} {feature}"]) == weight


def test_every_kind_of_feature_has_weights():
    groups = read_groups()
    assert set(KINDS) < set(groups)
    assert all(groups[kind] for kind in KINDS)


@pytest.mark.parametrize("line", ["N", "nN", "nVN", "dnVpNV."])
def test_a_word_has_a_feature_of_each_kind_wherever_it_stands(line):
    for i in range(len(line)):
        features = shape(line, i)
        assert len(features) == len(KINDS)
        assert all(features)
        assert features[KINDS.index("-+")][1] == line[i]


def test_verbs_on_both_sides_are_counted():
    assert shape("dnVpnNVj.", 5)[-1] == "1 1"
    assert shape("nVVVVVNn", 6)[-1] == "3 0"


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("was", VERB), ("the", "d"), ("and", "c"), ("Admitted", VERB), ("1978", "9"), (",", ","),
        (";", "."), ("Kyrelov", "N"), ("unhurriedly", "r"),
    ],
)  # fmt: skip
def test_words_have_classes(word, letter):
    assert CLASSES[word] == letter


@pytest.mark.parametrize(
    "text",
    [
        "The road was closed to all traffic for three days Norway has sent two helicopters to the valley.",
        "He has worked there since the spring of last year Reuters reported the figures on Monday morning.",
    ],
)
def test_it_opens_where_a_name_begins_a_second_statement(text):
    assert [s.stops for s in doubtful_sentences(document(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The minister met Anna Kowalska in Warsaw.",
        "The talks in Geneva ended without an agreement.",
        "They had been staying in a small hotel near Lyon.",
    ],
)
def test_it_turns_names_away_where_names_stand(text):
    assert not list(doubtful_sentences(document(text)))
    assert list(doubtful_sentences(document(text), every=True))


def test_the_use_in_an_article_is_not_asked_where_the_words_beside_decide():
    assert points("It was the work of the Kyrelov Fund.", "Kyrelov") < stop_gate.CONCEIVABLE


@pytest.mark.parametrize(
    "text",
    [
        "The road was closed to all traffic for three days Norway has sent two helicopters to the valley.",
        "The minister met Anna Kowalska in Warsaw (Poland) Norway was late. Talks in Norway ended.",
        "He left Oslo Reuters said. It was in Oslo that he met Reuters and Anna, said Jo He went.",
        "One Oslo. In Oslo Oslo Oslo was Oslo when the mayor of Oslo went to Oslo I think.",
    ],
)
def test_it_leaves_none_early_that_all_weights_would_let_through(text):
    doc, gate, groups = document(text), stop_gate.stop_gate(), read_groups()
    usage, texts = usage_of(doc), doc.tokens.texts
    found = []
    for words in [sentence.tokens for sentence in doc.sentences]:
        line = "".join([CLASSES[word] for word in texts[words.start : words.stop]])
        for i in usage.capitals:
            if i in words:
                worded = gate.word_points(texts, usage, words, i)
                features = zip(KINDS, shape(line, i - words.start), strict=True)
                shaped = sum(groups[kind].get(feature, 0) for kind, feature in features)
                if worded > stop_gate.OPEN and worded + groups["bias"][""] + shaped > stop_gate.LIKELY:
                    found.append(i)
    assert gate.open_stops(texts, usage, [sentence.tokens for sentence in doc.sentences]) == found


@pytest.mark.parametrize(
    "text",
    [
        "He goes beyond the policies of President Barack Obama.",
        "The house of the United States of America was closed.",
        "We have a Republican Party that is divided.",
        "She was Captured Rome.",
        "They saw Gaudí Brought about by the reform.",
        "It was Press Enter and Click Save As that Helped Many Of Us.",
        "The ministers Met Anna in Rome and Quickly Left Paris.",
    ],
)
def test_what_is_in_a_name_by_its_neighbours_has_no_verdict(text):
    for s in doubtful_sentences(document(text), every=True):
        for i in s.everyday:
            assert not (is_in_name(s.usage, s.first + i) and content_verdict(s, i))
