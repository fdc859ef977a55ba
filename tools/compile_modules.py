"""
Compile modules of the packages in the current folder with mypyc, into the folder ``compiled``.

    python tools/compile_modules.py articlelint.text.tagger ...

Run by hatch_build.py on a copy of the packages. The modules of a package share a library, so that calls
between them are calls in C. Those from one package to another are Python's: mypyc's would go past the public
API, which imports what it hands out when it is asked, into modules that nobody has imported yet.
"""

from __future__ import annotations

import os
import sys
from itertools import groupby

from mypyc.build import mypycify
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext


def compiled(package: str, modules: list[str]) -> list[Extension]:
    """Modules of one package as C, with the library they share."""
    # Types are checked elsewhere, with the libraries installed; here these are unknown.
    flags = ["--config-file=", "--ignore-missing-imports"]
    extensions: list[Extension] = mypycify(
        [*flags, *(module.replace(".", "/") + ".py" for module in modules)],
        opt_level=os.environ.get("ARTICLELINT_OPT_LEVEL", "1"),
        debug_level="0",
        multi_file=True,
        target_dir="c",
        group_name=package,
    )
    return extensions


def main(modules: list[str]) -> None:
    """Compile the modules and lay out the shared objects as a wheel has them."""
    extensions = [
        extension
        for package, group in groupby(sorted(modules), key=lambda module: module.split(".")[0])
        for extension in compiled(package, list(group))
    ]
    command = build_ext(Distribution({"name": "articlelint", "ext_modules": extensions}))
    command.build_lib, command.build_temp, command.parallel = "compiled", "objects", os.cpu_count() or 1
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    main(sys.argv[1:])
