"""LanguageTool's interface: real clients where they can be had, and the requests of the others as they send them."""

import json
import socket
from urllib.parse import urlencode, urlsplit

import httpx
import language_tool_python
import pylanguagetool.api
import pytest

from articlelint.desk.checking import Article, Checker, Options
from articlelint.desk.languagetool import languages
from articlelint.text.function_words import FUNCTION_WORDS

TEXT = "Anna met Podoliak 😀 on Monday. The the mayor left on 12 march."


def post(server, path, body, **headers):
    return httpx.post(server.address + path, content=body, headers=headers, timeout=60)


def check(server, path="/v2/check", **parameters):
    return post(server, path, urlencode(parameters))


def marked(answer, text):
    """The words that the matches mark, counted in UTF-16, and the replacements."""
    units = text.encode("utf-16-le")
    return [
        (
            units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le"),
            [replacement["value"] for replacement in match["replacements"]],
        )
        for match in answer.json()["matches"]
    ]


FOUND = [("The the", ["The"]), ("march", ["March"])]


def test_a_form(server):
    answer = check(server, text=TEXT, language="en-GB")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert marked(answer, TEXT) == FOUND
    assert answer.json()["language"]["code"] == "en-GB"
    match = answer.json()["matches"][0]
    assert match["sentence"] == "The the mayor left on 12 march."
    assert match["rule"]["id"] == "repeated-word"
    context = match["context"]
    assert (
        context["text"]
        .encode("utf-16-le")[2 * context["offset"] :][: 2 * context["length"]]
        .decode("utf-16-le")
        == "The the"
    )


@pytest.mark.parametrize("path", ["/v2/check", "//v2/check", "/v2/v2/check", "/check", "/v2//check"])
def test_paths_as_clients_make_them(server, path):
    assert marked(check(server, path, text=TEXT, language="en"), TEXT) == FOUND


def test_get(server):
    answer = httpx.get(
        f"{server.address}/v2/check?{urlencode({'text': TEXT, 'language': 'auto'})}", timeout=60
    )
    assert marked(answer, TEXT) == FOUND
    assert answer.json()["language"]["detectedLanguage"]["code"] == "en-US"


def test_language_tool_python(server):
    tool = language_tool_python.LanguageTool("en-US", remote_server=server.address)
    matches = tool.check(TEXT)
    assert [TEXT[m.offset : m.offset + m.error_length] for m in matches] == ["The the", "march"]
    assert tool.correct(TEXT) == "Anna met Podoliak 😀 on Monday. The mayor left on 12 March."


def test_pylanguagetool(server):
    found = pylanguagetool.api.check(TEXT, api_url=f"{server.address}/v2/", lang="en-US")
    assert [m["rule"]["id"] for m in found["matches"]] == ["repeated-word", "lowercase-name"]
    assert found["language"]["detectedLanguage"]["confidence"] > 0
    assert "en-GB" in {
        language["longCode"] for language in pylanguagetool.api.get_languages(f"{server.address}/v2/")
    }


def data(*items):
    return json.dumps({"annotation": list(items)})


RECORDED = {
    # Each is what the client sends, from its source: the path, the headers and the body.
    "Superdesk": ("/v2/check", {}, urlencode({"text": TEXT, "language": "auto", "apiKey": "secret"})),
    "LTeX+": (
        "/v2/check",
        {"content-type": "application/x-www-form-urlencoded", "connection": "Upgrade, HTTP2-Settings", "upgrade": "h2c"},
        urlencode({"data": data({"text": TEXT}), "language": "en-US", "level": "picky", "motherTongue": "de-DE"}),
    ),
    "ltex-ls": ("/v2/check", {"content-type": "application/json"}, urlencode({"data": data({"text": TEXT}), "language": "en-US"})),
    "Obsidian": (
        "/v2/check",
        {"content-type": "application/x-www-form-urlencoded", "origin": "app://obsidian.md"},
        urlencode({"data": data({"text": TEXT}), "language": "auto", "enabledOnly": "false", "level": "default", "preferredVariants": "en-GB,de-DE"}),
    ),
    "LibreOffice": (
        "/v2/check",
        {"content-type": "application/x-www-form-urlencoded"},
        urlencode({"text": TEXT, "language": "en-GB"}),
    ),
    "Java client": (
        "/v2/check",
        {"content-type": "application/x-www-form-urlencoded"},
        urlencode({"text": TEXT, "language": "en-US", "mode": "all", "level": "default", "enabledRules": "", "disabledRules": "", "enabledOnly": "no", "useragent": "java-http-client"}),
    ),
    "TeXstudio": ("/v2/check", {"content-type": "text/json"}, urlencode({"language": "en-US", "text": TEXT}) + "\n"),
    "browser add-on, 2021": (
        "/v2/check",
        {"content-type": "text/plain;charset=UTF-8", "origin": "moz-extension://5a9c"},
        urlencode({"disabledRules": "WHITESPACE_RULE", "useragent": "webextension-firefox", "text": TEXT, "language": "auto", "preferredVariants": "en-GB"}),
    ),
    "browser add-on, newer": (
        "/v2/check?c=1&instanceId=1234&v=8.11.2",
        {"content-type": "application/x-www-form-urlencoded;charset=UTF-8", "origin": "chrome-extension://oldceeleldhonbafppcapldpdifcinji"},
        urlencode({"data": json.dumps({"text": TEXT}), "textSessionId": "1:2", "enableHiddenRules": "true", "level": "picky", "language": "auto", "noopLanguages": "de", "preferredLanguages": "en", "mode": "allButTextLevelOnly,"[:0] or "all", "allowIncompleteResults": "true", "useragent": "webextension-chrome-ng"}),
    ),
    "VS Code linter": ("/v2/check", {}, urlencode({"data": data({"text": TEXT, "offset": {"start": 0}}), "language": "en-US"})),
    "flycheck": ("/v2/check", {}, urlencode({"language": "en-US", "text": TEXT})),
    "JSON": ("/check", {"content-type": "application/json"}, json.dumps({"text": TEXT, "language": "en-us"})),
}  # fmt: skip


@pytest.mark.parametrize("client", RECORDED)
def test_recorded_requests(server, client):
    path, headers, body = RECORDED[client]
    answer = post(server, path, body, **headers)
    assert answer.status_code == 200, answer.text
    assert marked(answer, TEXT) == FOUND
    if "origin" in headers:
        assert answer.headers["access-control-allow-origin"] == headers["origin"]
    assert ("context" in answer.json()["matches"][0]) == ("c=1" not in path)


def test_a_client_that_closes_its_side(server):
    """Emacs langtool asks, closes its side of the connection, and reads until the server closes."""
    body = urlencode({"text": TEXT, "language": "en-US", "disabledRules": ""}).encode()
    host = urlsplit(server.address)
    head = f"POST /v2/check HTTP/1.0\r\nHost: {host.netloc}\r\nContent-length: {len(body)}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
    with socket.create_connection((host.hostname, host.port), timeout=30) as connection:
        connection.sendall(head.encode() + body)
        connection.shutdown(socket.SHUT_WR)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    headers, _, answer = received.partition(b"\r\n\r\n")
    assert b"content-type: application/json" in headers.lower()
    assert [match["rule"]["id"] for match in json.loads(answer)["matches"]] == [
        "repeated-word",
        "lowercase-name",
    ]


def test_markup_is_left_where_it_is(server):
    items = [
        {"text": "The "},
        {"markup": "<b>"},
        {"text": "the"},
        {"markup": "</b>"},
        {"text": " mayor left."},
    ]
    answer = check(server, data=data(*items), language="en")
    assert marked(answer, "The <b>the</b> mayor left.") == [("The <b>the", ["The"])]


GERMAN = (
    "Der Bürgermeister hat am Montag gesagt, dass die die Fähre nicht mehr fahren wird, weil sie zu alt ist."
)
RUSSIAN = "Мэр сказал в понедельник, что паром больше не будет ходить."


@pytest.mark.parametrize(
    ("text", "asked", "language", "detected"),
    [
        (TEXT, "auto", "en-US", ("en-US", 0.99)),
        (TEXT, "en-GB", "en-GB", ("en-GB", 0.99)),
        ("The ferry left.", "auto", "en-US", ("en-US", 0.5)),
        (GERMAN, "auto", "de", ("de", 0.99)),
        (GERMAN, "en-GB", "en-GB", ("de", 0.99)),
        (RUSSIAN, "auto", "und", ("und", 0.99)),
    ],
)
def test_the_language_is_recognised(server, text, asked, language, detected):
    answer = check(server, text=text, language=asked).json()
    assert answer["language"]["code"] == language
    found = answer["language"]["detectedLanguage"]
    assert (found["code"], found["confidence"]) == detected
    assert bool(answer["matches"]) == (text == TEXT)


def test_every_language_that_is_recognised_has_a_code():
    assert languages.OTHERS.keys() == FUNCTION_WORDS.keys()


SPELLED = "The mayor organised the ferry."


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"language": "en-US"}, [("organised", ["organized"])]),
        ({"language": "en-GB"}, []),
        ({"language": "en-NZ"}, []),
        ({"language": "auto"}, []),
        ({"language": "auto", "preferredVariants": "de-DE,en-US"}, [("organised", ["organized"])]),
    ],
)
def test_the_language_is_the_dialect(server, parameters, found):
    assert marked(check(server, text=SPELLED, **parameters), SPELLED) == found


def test_the_dialect_of_the_house_comes_first(tmp_path):
    checker = Checker(Options(tmp_path))
    american = Article(SPELLED, dialect="en-US")
    assert [d.rule for d in checker.check(american).diagnostics] == ["mixed-dialect"]
    (tmp_path / ".articlelint.toml").write_text('dialect = "en-GB"\n', encoding="utf-8")
    assert checker.check(american).diagnostics == ()
    assert checker.check(Article(SPELLED)).diagnostics == ()
    (tmp_path / ".articlelint.toml").unlink()
    assert [d.rule for d in checker.check(american).diagnostics] == ["mixed-dialect"]


def test_a_form_that_is_not_encoded(server):
    """LibreOffice 7.4 sends the text as it is."""
    text = "Marks & Spencer sold 50% more in C++ 😀. The the mayor left."
    answer = post(
        server, "/v2/check", f"text={text}&language=en-GB",
        **{"content-type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert marked(answer, text) == [("The the", ["The"])]
    assert answer.json()["matches"][0]["sentence"] == "The the mayor left."


def test_json_with_lists_and_nothing(server):
    body = {"text": TEXT, "language": "en", "level": None, "disabledRules": ["repeated-word", "NO_SUCH_RULE"]}
    assert rules(post(server, "/v2/check", json.dumps(body))) == ["lowercase-name"]
    without = post(server, "/v2/check", json.dumps({"text": TEXT, "language": None}))
    assert "'language' is missing" in without.text


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/v2/check"), ("DELETE", "/check"), ("GET", "/v1/check")]
)
def test_what_there_is_not_is_an_error_too(server, method, path):
    answer = httpx.request(method, server.address + path)
    assert answer.status_code in {404, 405}
    assert answer.text.startswith("Error: ")


def rules(answer):
    return [match["rule"]["id"] for match in answer.json()["matches"]]


def test_rules_and_categories(server):
    assert rules(check(server, text=TEXT, language="en", disabledRules="repeated-word,NO_SUCH_RULE")) == [
        "lowercase-name"
    ]
    assert rules(check(server, text=TEXT, language="en", disabledCategories="CASING")) == ["repeated-word"]
    assert rules(check(server, text=TEXT, language="en", disabledCategories="capitals")) == ["repeated-word"]
    only = check(server, text=TEXT, language="en", enabledOnly="true", enabledRules="lowercase-name")
    assert rules(only) == ["lowercase-name"]
    both = check(server, text=TEXT, language="en", disabledRules="", enabledRules="")
    assert rules(both) == ["repeated-word", "lowercase-name"]


def test_only_picky_clients_get_matters_of_style(server):
    text = "The mayor left  on Monday."
    assert rules(check(server, text=text, language="en")) == []
    assert rules(check(server, text=text, language="en", level="picky")) == ["extra-space"]


def test_a_part_of_the_findings_is_told_once(server):
    parts = [
        check(server, text=TEXT, language="en", mode=mode)
        for mode in ("textLevelOnly", "allButTextLevelOnly")
    ]
    assert sorted(len(rules(part)) for part in parts) == [0, 2]


@pytest.mark.parametrize(
    ("parameters", "status", "message"),
    [
        ({"language": "en"}, 400, "either as 'text' or as 'data'"),
        ({"text": "a", "data": "{}", "language": "en"}, 400, "either as 'text' or as 'data'"),
        ({"text": "a"}, 400, "'language' is missing"),
        ({"text": "a", "language": "de-DE"}, 400, "'de-DE' is not a language that articlelint checks"),
        ({"text": "a", "language": "en", "enabled": "X"}, 400, "of an old version"),
        ({"text": "a", "language": "en", "mode": "some"}, 400, "'mode' must be one of"),
        ({"text": "a", "language": "en", "enabledOnly": "true"}, 400, "no rule or category is enabled"),
        ({"data": "{", "language": "en"}, 400, "'data' is not JSON"),
        ({"text": "a" * 1_000_001, "language": "en"}, 413, "longer than 1000000 characters"),
    ],
)
def test_errors_are_a_line_of_plain_text(server, parameters, status, message):
    answer = check(server, **parameters)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("Error: ")
    assert message in answer.text
    assert "\n" not in answer.text


def test_the_other_paths(server):
    assert httpx.get(f"{server.address}/v2/healthcheck").text == "OK"
    assert httpx.get(f"{server.address}/v2/maxtextlength").text == "1000000"
    assert httpx.get(f"{server.address}/v2/info").json()["software"]["name"] == "articlelint"
    info = post(server, "/v2/configinfo", "language=en-US").json()
    assert {"ruleId", "description", "categoryId", "categoryName", "locQualityIssueType"} == info["rules"][
        0
    ].keys()
    assert "mixed-spelling" in {rule["ruleId"] for rule in info["rules"]}
    assert httpx.get(f"{server.address}/v2/nothing").status_code == 404
