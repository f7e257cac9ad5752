"""What each command does. Only what it needs is imported, and Qt not before the window opens."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ribdown.arguments import parse
from ribdown.core.errors import UserError

if TYPE_CHECKING:
    from ribdown.core.history import SessionRecord
    from ribdown.infra.library import Library

_WRONG = 2  # exit code: something that the person can put right


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (without the program's name; by default the process's own). Returns the exit code."""
    try:
        arguments = parse(argv)
        return _COMMANDS[arguments.command](arguments)
    except UserError as error:
        print(f"ribdown: {error}", file=sys.stderr)
        return _WRONG


def _open_window(arguments: Namespace) -> int:
    from ribdown.main import run_window

    return run_window(_data_folder(arguments), None)


def _start(arguments: Namespace) -> int:
    from ribdown.core.start_request import StartRequest
    from ribdown.core.timeline import Side

    routine = _library(arguments).routine(arguments.routine)
    request = StartRequest(
        routine.id, Side(arguments.side), arguments.speed, arguments.exit, screenshot=arguments.screenshot
    )
    from ribdown.main import run_window

    return run_window(_data_folder(arguments), request)


def _list(arguments: Namespace) -> int:
    from ribdown.core.plan import PlanOptions
    from ribdown.infra.paths import SETTINGS
    from ribdown.infra.reports import duration_text, routine_summary
    from ribdown.infra.settings_file import SettingsFile

    library = _library(arguments)
    settings, notices = SettingsFile(_data_folder(arguments) / SETTINGS).load()
    for notice in [*notices, *(file.message for file in library.broken)]:
        print(f"ribdown: {notice}", file=sys.stderr)
    options = PlanOptions(get_ready=settings.get_ready, switch_sides=settings.switch_sides)
    routines = [
        routine_summary(routine, library, options, gentler=settings.gentler) for routine in library.routines.values()
    ]
    if arguments.json:
        _print_json(routines)
    else:
        _print_table([(one["title"], duration_text(one["seconds"]), one["id"]) for one in routines])
    return 0


def _check(arguments: Namespace) -> int:
    from ribdown.infra.library import check_file

    exercises = _library(arguments).exercises
    problems = [check_file(path, exercises) for path in arguments.files]
    for path, problem in zip(arguments.files, problems, strict=True):
        print(problem or f"{path.name}: ok", file=sys.stderr if problem else sys.stdout)
    return _WRONG if any(problems) else 0


def _history(arguments: Namespace) -> int:
    from ribdown.infra.opening import open_history_for_reading
    from ribdown.infra.reports import duration_text, session_summary

    with closing(open_history_for_reading(_data_folder(arguments))) as history:
        records = history.sessions(arguments.since)
    if arguments.json:
        _print_json([session_summary(record) for record in records])
    elif records:
        _print_table(
            [
                (f"{one.started:%Y-%m-%d %H:%M}", one.title, duration_text(one.done_seconds), _status(one))
                for one in records
            ]
        )
    else:
        print("No sessions yet." if arguments.since is None else f"No sessions since {arguments.since}.")
    return 0


def _status(record: "SessionRecord") -> str:
    return f"{record.status}, rehearsal {record.speed:g}×" if record.rehearsal else record.status


def _self_test(arguments: Namespace) -> int:
    from ribdown.self_test import run

    return run(_data_folder(arguments), as_json=arguments.json, first_window=arguments.first_window)


_COMMANDS = {
    None: _open_window,
    "start": _start,
    "list": _list,
    "check": _check,
    "history": _history,
    "self-test": _self_test,
}


def _data_folder(arguments: Namespace) -> Path:
    from ribdown.infra.paths import data_folder

    return data_folder(arguments.data_dir)


def _library(arguments: Namespace) -> "Library":
    from ribdown.infra.library import load_library

    return load_library(_data_folder(arguments))


def _print_json(value: list[dict[str, Any]]) -> None:
    import json  # 6 ms that the window does not wait for

    print(json.dumps(value, indent=2))


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
