"""`python -m ribdown`, and where the installed command starts."""

import os
import sys
from io import TextIOWrapper

from ribdown import cli


def main() -> int:
    """Run the command line as a process of its own. Returns the exit code."""
    try:
        if not isinstance(sys.stdout, TextIOWrapper):
            return cli.main()
        # A title may hold a letter that the terminal has not.
        sys.stdout.reconfigure(errors="replace")
        code = cli.main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever reads the output has had enough, as `head` does. Python would complain once more when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
