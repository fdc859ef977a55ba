"""The checks of this project. ``nox --no-venv`` runs all of them in the active environment."""

import os
import shutil
import subprocess
from pathlib import Path

import nox

PUBLISHED = Path(__file__).parent.parent / "shared" / "eval" / "published"
"""Published articles. They are not part of the repository."""

nox.options.sessions = ["style", "types", "imports", "tests"]


@nox.session
def style(session: nox.Session) -> None:
    """Check style and formatting."""
    _install(session)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright, both strict."""
    _install(session)
    session.run("mypy")
    session.run("pyright")


@nox.session
def imports(session: nox.Session) -> None:
    """Check that each module imports only from the layers below it."""
    _install(session)
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests of the product on all cores."""
    _install(session)
    session.run("pytest", "-n", "auto", "--dist", "worksteal", "-m", "not tools", *session.posargs)


@nox.session
def tools(session: nox.Session) -> None:
    """Test the benchmarks and what builds the tables, which users of the product never run."""
    _install(session)
    session.run("pytest", "-n", "auto", "--dist", "worksteal", "-m", "tools", *session.posargs)


@nox.session
def page(session: nox.Session) -> None:
    """
    Test the page of ``articlelint serve`` in Chromium, and check that its bundle is what its script makes.

    ``nox -s page -- docs/images`` also makes the screenshots in that folder. The session is skipped, and says
    why, where npm or Chromium cannot be had.
    """
    if not _has_npm():
        session.skip("the page is not tested: npm is missing, or its registry cannot be reached")
    chromium = _chromium()
    if chromium is None:
        session.skip("the page is not tested: Chromium is missing, and apt cannot install it")
    _install(session)
    screenshots = {"SCREENSHOTS": str(Path(session.posargs[0]).resolve())} if session.posargs else {}
    with session.chdir("tools/page"):
        session.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", external=True)
        session.run("node", "build.mjs", "--check", external=True)
        session.run("npm", "test", external=True, env={"CHROMIUM": chromium, **screenshots})


@nox.session
def vscode(session: nox.Session) -> None:
    """Build the extension for VS Code and test it. Skipped, and says why, where npm cannot be had."""
    if not _has_npm():
        session.skip("the extension is not tested: npm is missing, or its registry cannot be reached")
    with session.chdir("editors/vscode"):
        session.run("npm", "ci", "--no-audit", "--no-fund", external=True)
        session.run("npm", "test", external=True)


@nox.session
def published(session: nox.Session) -> None:
    """
    Print which findings on published articles are new, and which are gone, since they were recorded.

    ``nox -s published -- --record`` records the findings of today.
    """
    _install(session)
    if not PUBLISHED.is_dir():
        session.log(f"{PUBLISHED} is not there, so nothing is compared")
        return
    session.run("python", "bench/published.py", str(PUBLISHED), *session.posargs)


def _has_npm() -> bool:
    """Whether packages can be had by npm."""
    if shutil.which("npm") is None:
        return False
    ping = ["npm", "ping", "--fetch-retries=0"]
    return subprocess.run(ping, capture_output=True, check=False).returncode == 0


def _chromium() -> str | None:
    """The path of Chromium. Where it is missing and we may, Debian's package is installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "-q", *command], check=False)
        found = shutil.which("chromium")
    return found


def _install(session: nox.Session) -> None:
    if session.virtualenv.venv_backend != "none":
        session.install("-e", ".[dev]")
