"""The checks of this project. ``nox --no-venv`` runs all of them in the active environment."""

import nox

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
    """Run the tests on all cores."""
    _install(session)
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


def _install(session: nox.Session) -> None:
    if session.virtualenv.venv_backend != "none":
        session.install("-e", ".[dev]")
