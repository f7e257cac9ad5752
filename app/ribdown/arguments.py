"""What can be typed after `ribdown`."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from ribdown import __version__
from ribdown.core.errors import UserError


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments as values; `command` is None where none is given. Raises UserError where they make no sense."""
    return _parser().parse_args(argv)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as everything else here does."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message[:1].upper()}{message[1:]}.", f"{self.prog} --help shows what can be given.")


def _parser() -> _Parser:
    parser = _Parser(prog="ribdown", description="Guided sessions for tight hip flexors and a tired low back.")
    parser.add_argument("--version", action="version", version=f"ribdown {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep history, settings and routines in DIR")
    parser.add_argument("--background", action="store_true", help="start without the window, for nudges")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")

    start = commands.add_parser("start", help="open the window and start a routine")
    start.add_argument("routine", metavar="ROUTINE", help="a routine's id, as `ribdown list` shows it")
    start.add_argument("--side", choices=("left", "right"), default="right", help="the side to begin with")
    start.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="rehearse N times faster than life, 1–60")
    start.add_argument("--exit", action="store_true", help="close the window when the session has ended")
    start.add_argument("--screenshot", metavar="FILE", help="save a picture of the window to FILE")

    routines = commands.add_parser("list", help="show the routines and how long they take")
    routines.add_argument("--json", action="store_true", help="print JSON")

    check = commands.add_parser("check", help="say what is wrong with exercise or routine files")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")

    history = commands.add_parser("history", help="show the sessions, newest first")
    history.add_argument("--since", type=_date, metavar="DATE", help="from this day on, such as 2026-11-20")
    history.add_argument("--json", action="store_true", help="print JSON")

    nudge = commands.add_parser("nudge", help="ask for a nudge, or answer the one that is open")
    what = nudge.add_subparsers(title="what", dest="what", metavar="WHAT", required=True)
    for name, text in (
        ("now", "bring one"),
        ("start", "start its guide"),
        ("done", "it is done"),
        ("snooze", "in 10 min"),
        ("skip", "not this one"),
        ("resume", "end a pause"),
    ):
        what.add_parser(name, help=text)
    pause = what.add_parser("pause", help="no nudges for a while")
    pause.add_argument("length", nargs="+", metavar="DURATION", help="such as 30 min, 1h, tomorrow, 2026-12-01")

    status = commands.add_parser("status", help="show the nudges of today and the session that runs")
    status.add_argument("--json", action="store_true", help="print JSON")

    export = commands.add_parser("export", help="write the history to a JSON or CSV file")
    export.add_argument("file", type=Path, metavar="FILE", help="ends in .json (everything) or .csv (sessions)")

    merge = commands.add_parser("import", help="put the sessions of an exported JSON file into the history")
    merge.add_argument("file", type=Path, metavar="FILE")
    merge.add_argument("--preview", action="store_true", help="only say what would change")

    self_test = commands.add_parser("self-test", help="find out whether this installation works")
    self_test.add_argument("--json", action="store_true", help="print JSON")
    self_test.add_argument("--first-window", action="store_true", help="time the first window instead")
    return parser


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 1 <= speed <= 60:
        raise UserError(f"The speed {text!r} is not allowed.", "Give a number from 1 to 60.")
    return speed


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"{text!r} is not a date.", "Give one such as 2026-11-20.") from None
