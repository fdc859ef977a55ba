"""The program: ``articlelint``, or ``python -m articlelint``."""

from articlelint.cli import main

if __name__ == "__main__":
    main()
