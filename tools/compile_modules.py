"""
Compile modules of the packages in the current folder with mypyc, into the folder ``compiled``.

    python tools/compile_modules.py articlelint.text.tagger ...

Run by hatch_build.py on a copy of the packages; all modules share one library, so that calls between
them are calls in C.
"""

from __future__ import annotations

import os
import sys

from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext


def main(modules: list[str]) -> None:
    """Compile the modules and lay out the shared objects as a wheel has them."""
    # Types are checked elsewhere, with the libraries installed; here these are unknown.
    flags = ["--config-file=", "--ignore-missing-imports"]
    extensions = mypycify(
        [*flags, *(module.replace(".", "/") + ".py" for module in modules)],
        opt_level=os.environ.get("ARTICLELINT_OPT_LEVEL", "1"),
        debug_level="0",
        multi_file=True,
        target_dir="c",
        group_name="articlelint",
    )
    command = build_ext(Distribution({"name": "articlelint", "ext_modules": extensions}))
    command.build_lib, command.build_temp, command.parallel = "compiled", "objects", os.cpu_count() or 1
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    main(sys.argv[1:])
