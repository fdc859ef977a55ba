"""
Starts LibreOffice without a window, has its grammar checker check a text, and prints what that says as JSON.

    libreoffice_client.py BASE_URL PROFILE TEXT

BASE_URL is the server that it asks, and PROFILE a folder for its settings. Run it with an interpreter that has
the module ``uno``.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
SECONDS_TO_START = 120


def write_settings(profile, base_url):
    values = {"BaseURL": base_url, "IsEnabled": "true"}
    items = "".join(
        f'<item oor:path="{SETTINGS}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in values.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def main(base_url, profile, text):
    write_settings(profile, base_url)
    pipe = f"articlelint{time.time_ns()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        context = connect(pipe)
        checker = context.ServiceManager.createInstanceWithContext(CHECKER, context)
        length = len(text.encode("utf-16-le")) // 2
        found = checker.doProofreading("article", text, Locale("en", "GB", ""), 0, length, ())
        answer = {
            "locales": [f"{each.Language}-{each.Country}".rstrip("-") for each in checker.getLocales()],
            "errors": [
                {
                    "start": error.nErrorStart,
                    "length": error.nErrorLength,
                    "message": error.aShortComment,
                    "suggestions": list(error.aSuggestions),
                }
                for error in found.aErrors
            ],
        }
        sys.stdout.write(json.dumps(answer))
    finally:
        office.terminate()
        office.wait(30)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
