"""A bug in articlelint itself is no finding."""

from __future__ import annotations

import pytest

from articlelint import cli


@pytest.mark.parametrize("error", [SystemExit(0), SystemExit("bye"), GeneratorExit()])
def test_only_the_command_line_decides_about_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException
) -> None:
    def ends(*_: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(cli.cli, "main", ends)
    assert cli.run([]) == cli.WRONG
    assert f"internal error: {type(error).__name__}" in capsys.readouterr().err


def test_a_bug_exits_2_with_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **_options: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(cli.cli, "main", broken)
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == cli.WRONG
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert (
        err.splitlines()[-1]
        == "articlelint: error: internal error: RuntimeError: boom; please report it with the lines above"
    )
