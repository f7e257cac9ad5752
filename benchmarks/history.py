"""What a long history costs: its list, its sums, its page, exporting, importing and backing it up. Prints JSON;
milliseconds are the middle and the slowest of some tries, seconds those of one.

Usage: python benchmarks/history.py [SESSIONS]
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests")]

from plausible_history import plausible_nudges, plausible_sessions, plausible_tests  # noqa: E402
from ribdown.core.history import Status  # noqa: E402
from ribdown.core.session_list import SessionFilter  # noqa: E402
from ribdown.core.statistics.practice import practice_weeks  # noqa: E402
from ribdown.infra.backup import Backups  # noqa: E402
from ribdown.infra.database import open_for_reading, open_for_writing  # noqa: E402
from ribdown.infra.export import export_history  # noqa: E402
from ribdown.infra.history_list import HistoryList  # noqa: E402
from ribdown.infra.history_queries import HistoryQueries  # noqa: E402
from ribdown.infra.history_records import HistoryRecords  # noqa: E402
from ribdown.infra.history_store import SqliteHistory  # noqa: E402
from ribdown.infra.import_history import import_file, preview_import, undo_import  # noqa: E402
from ribdown.infra.migration import transaction  # noqa: E402

TODAY = date(2026, 11, 20)
DAYS = 7300
FILTERS = {
    "routine": SessionFilter(routine="no-couch"),
    "exercise": SessionFilter(exercise="bridge"),
    "exercise_never_done": SessionFilter(exercise="walking-with-intent"),
    "status": SessionFilter(status=Status.INTERRUPTED),
    "a_month_ten_years_ago": SessionFilter(first=date(2016, 11, 1), last=date(2016, 11, 30)),
    "text": SessionFilter(text="hüfte"),
    "text_not_there": SessionFilter(text="nowhere"),
    "all_at_once": SessionFilter("three-day", "bridge", Status.PARTIAL, date(2007, 1, 1), TODAY, "nowhere"),
}


def main() -> None:
    """Make a history, then ask it everything."""
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        history = Path(name) / "history.sqlite3"
        seconds = {"making_it": timed(lambda: make(history, sessions))}
        with closing(open_for_reading(history)) as connection:
            contents = HistoryRecords(connection).contents()
        report = {
            "sessions": contents.sessions,
            "nudges": contents.nudges,
            "database_mb": megabytes(history),
            "ms": {"opening": per_try(lambda: open_for_reading(history).close()), **asked(history)},
        }
        report["window"] = json.loads(at_the_window(history.parent))
        seconds |= moved(history, Path(name))
        report |= {"s": seconds, "json_mb": megabytes(Path(name) / "a.json"), "csv_mb": megabytes(Path(name) / "a.csv")}
        report |= peak_memory()
    print(json.dumps(report, indent=2))


def make(history: Path, sessions: int) -> None:
    """About that many sessions over twenty years."""
    with closing(open_for_writing(history, TODAY)) as connection, transaction(connection, "IMMEDIATE"):
        records = HistoryRecords(connection)
        for session in plausible_sessions(DAYS, TODAY, per_day=sessions / DAYS):
            records.add(session)
        for nudge in plausible_nudges(DAYS, TODAY):
            records.add(nudge)
        for test in plausible_tests(DAYS, TODAY):
            records.add(test)


def asked(history: Path) -> dict[str, dict[str, float]]:
    """The list and the sums, each on a connection of the page's own."""
    year = TODAY - timedelta(days=364), TODAY
    with closing(open_for_reading(history)) as connection:
        list_, queries = HistoryList(connection, history), HistoryQueries(connection, history)
        middle = list_.page(SessionFilter(last=date(2016, 11, 20)))[-1]
        found = {
            "first_page": per_try(lambda: list_.page(SessionFilter())),
            "page_in_the_middle": per_try(lambda: list_.page(SessionFilter(), middle)),
            "count": per_try(lambda: list_.count(SessionFilter())),
            "one_session_with_blocks": per_try(lambda: list_.session(middle.id)),
            "routines_to_choose": per_try(list_.routines),
            "exercises_to_choose": per_try(list_.exercises),
            "365_daily_totals": per_try(lambda: queries.days(*year)),
            "365_daily_totals_as_weeks": per_try(lambda: practice_weeks(queries.days(*year), *year, 0)),
            "scores_of_a_year": per_try(lambda: queries.scores(*year)),
            "nudges_of_a_year": per_try(lambda: queries.nudges(*year)),
            "balance_of_a_year": per_try(lambda: queries.sides(*year)),
            "balance_of_everything": per_try(lambda: queries.sides(date.min, date.max), 3),
            "totals": per_try(queries.totals),
        }
        for name, chosen in FILTERS.items():
            found[f"filter_{name}"] = per_try(partial(list_.first_page, chosen))
        record = list_.session(middle.id)
    assert record is not None
    with closing(open_for_writing(history, TODAY)) as connection:
        store, notes = SqliteHistory(connection, history), count()
        found["saving_a_session"] = per_try(lambda: store.save(record))
        found["editing_a_note"] = per_try(lambda: store.edit(replace(record, note=f"{next(notes)}")))
    return found


def moved(history: Path, folder: Path) -> dict[str, float]:
    """Out, into an empty folder, once more, and back."""
    other = folder / "other" / "history.sqlite3"
    open_for_writing(other, TODAY).close()
    backups = Backups(history)
    return {
        "backup": timed(lambda: backups.make_weekly(TODAY)),
        "restore": timed(lambda: backups.restore(backups.all()[0], TODAY)),
        "export_json": timed(lambda: export_history(history, folder / "a.json")),
        "export_csv": timed(lambda: export_history(history, folder / "a.csv")),
        "preview": timed(lambda: preview_import(folder / "a.json", other)),
        "import": timed(lambda: import_file(folder / "a.json", other, TODAY)),
        "import_again": timed(lambda: import_file(folder / "a.json", other, TODAY)),
        "undo": timed(lambda: undo_import(other, TODAY)),
    }


def at_the_window(folder: Path) -> str:
    """What the page costs, in a process of its own: the first import is a part of it."""
    script = Path(__file__).with_name("history_window.py")
    done = subprocess.run([sys.executable, str(script), str(folder)], stdout=subprocess.PIPE, check=True, timeout=300)
    return done.stdout.decode()


def per_try(ask: Callable[[], object], tries: int = 9) -> dict[str, float]:
    """Milliseconds, after one try that fills the caches."""
    ask()
    took = [timed(ask, 6) * 1000 for _ in range(tries)]
    return {"p50": round(median(took), 2), "max": round(max(took), 2)}


def timed(act: Callable[[], object], digits: int = 2) -> float:
    """Seconds."""
    began = time.perf_counter()
    act()
    return round(time.perf_counter() - began, digits)


def megabytes(file: Path) -> float:
    """The size of a file."""
    return round(file.stat().st_size / 1e6, 1)


def peak_memory() -> dict[str, float]:
    """The most that this process ever had, where the system counts it."""
    if sys.platform == "win32":
        return {}
    import resource

    unit = 1e6 if sys.platform == "darwin" else 1e3
    return {"peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)}


if __name__ == "__main__":
    main()
