"""What each command does. Only what it needs is imported, and Qt not before the window opens."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ribdown.arguments import parse
from ribdown.core.errors import UserError

if TYPE_CHECKING:
    from ribdown.core.history import SessionRecord
    from ribdown.infra.library import Library
    from ribdown.infra.progress import Tell

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

    return run_window(_data_folder(arguments), None, background=arguments.background)


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
    from ribdown.core.wishes import Wishes
    from ribdown.infra.paths import SETTINGS
    from ribdown.infra.reports import duration_text, routine_summary
    from ribdown.infra.settings_file import SettingsFile

    library = _library(arguments)
    settings, notices = SettingsFile(_data_folder(arguments) / SETTINGS).load()
    for notice in [*notices, *(file.message for file in library.broken)]:
        print(f"ribdown: {notice}", file=sys.stderr)
    wishes = Wishes(settings.breath_pace, settings.rounds)
    options = PlanOptions(get_ready=settings.get_ready, switch_sides=settings.switch_sides, wishes=wishes)
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


def _nudge(arguments: Namespace) -> int:
    from ribdown.desktop.instance.message import Request
    from ribdown.remote import ask

    values = {"what": arguments.what}
    if arguments.what == "pause":
        from ribdown.core.nudges.pause import parse_pause
        from ribdown.infra.system_clock import SystemClock

        values["length"] = " ".join(arguments.length)
        parse_pause(values["length"], SystemClock().local_time())  # refused here, whether one runs or not
    reply = ask(_data_folder(arguments), Request("nudge", values))
    if reply is None:
        raise UserError("Ribdown does not run.", "Start it first: ribdown --background")
    if "words" in reply:
        print(reply["words"])
    return 0


def _status_command(arguments: Namespace) -> int:
    from ribdown.desktop.instance.message import Request
    from ribdown.remote import ask

    status = ask(_data_folder(arguments), Request("status"))
    if arguments.json:
        import json

        print(json.dumps(status or {"running": False}, indent=2))
    elif status is None:
        print("Ribdown does not run.")
    else:
        from ribdown.infra.reports import status_lines

        print("\n".join(status_lines(status)))
    return 0


def _export(arguments: Namespace) -> int:
    from ribdown.infra.export import export_history
    from ribdown.infra.export_words import contents_text
    from ribdown.infra.paths import HISTORY

    with _progress() as tell:
        contents = export_history(_data_folder(arguments) / HISTORY, arguments.file, tell)
    print(f"{contents_text(contents)} written to {arguments.file}")
    return 0


def _import(arguments: Namespace) -> int:
    from ribdown.infra.export_words import changes_lines
    from ribdown.infra.import_history import import_file, preview_import
    from ribdown.infra.paths import HISTORY
    from ribdown.infra.system_clock import SystemClock

    history = _data_folder(arguments) / HISTORY
    with _progress() as tell:
        if arguments.preview:
            changes = preview_import(arguments.file, history, tell)
        else:
            changes = import_file(arguments.file, history, SystemClock().local_time().date(), tell)
    print("\n".join(changes_lines(changes, preview=arguments.preview)))
    return 0


@contextmanager
def _progress() -> "Iterator[Tell]":
    """For a task that may take long: per cent where somebody looks at a terminal."""
    from ribdown.infra.progress import silent

    if not sys.stderr.isatty():
        yield silent
        return
    try:
        yield lambda share: print(f"\r{share:4.0%}", end="", file=sys.stderr, flush=True)
    finally:
        print("\r    \r", end="", file=sys.stderr, flush=True)


def _self_test(arguments: Namespace) -> int:
    from ribdown.self_test import run

    return run(_data_folder(arguments), as_json=arguments.json, first_window=arguments.first_window)


_COMMANDS = {
    None: _open_window,
    "start": _start,
    "list": _list,
    "check": _check,
    "history": _history,
    "export": _export,
    "import": _import,
    "nudge": _nudge,
    "status": _status_command,
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
