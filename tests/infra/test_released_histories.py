"""The history of every released version opens, with a copy of it beside, and keeps what it has."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copyfile

import pytest

from records import block_record, session_record
from ribdown.core.history import HistoryError, PressEffort, Status
from ribdown.infra.migration import version_of
from ribdown.infra.opening import open_history, open_history_for_reading
from ribdown.infra.schema import MIGRATIONS

TODAY = date(2026, 11, 21)
RELEASED = sorted((Path(__file__).parent / "released").glob("history-*.sqlite3"))
# What is in each of the files.
KEPT = [
    session_record(
        2,
        started=datetime(2026, 11, 20, 23, 30, 1, 250_000, timezone(timedelta(hours=-3, minutes=-30))),
        status=Status.PARTIAL,
        gentler=True,
        stopped_for_pain=True,
        effort=PressEffort.ABOUT_A_THIRD,
        pain_before=0,
        pain_after=10,
        note="Left hip",
        blocks=(block_record(side=None),),
    ),
    session_record(1),
]


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(copyfile(request.param, tmp_path / "history.sqlite3"))


def test_there_is_a_file_of_every_version_before_this() -> None:
    assert [path.stem for path in RELEASED] == [f"history-{version}" for version in range(1, len(MIGRATIONS))]


def test_it_opens_with_all_that_it_has(file: Path) -> None:
    history, notice = open_history(file.parent, TODAY)
    with closing(history):
        assert notice is None
        assert history.sessions() == KEPT
        assert history.nudges() == []
        history.save(session_record(3, started=datetime(2026, 11, 21, 9, tzinfo=UTC)))
        assert len(history.sessions()) == 3


def test_the_file_as_it_was_is_kept_beside_it(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        version = version_of(connection)
    open_history(file.parent, TODAY)[0].close()
    copy = file.with_name(f"history.sqlite3.version-{version}-2026-11-21")
    with closing(sqlite3.connect(copy)) as connection:
        assert version_of(connection) == version
        assert connection.execute("SELECT id FROM session ORDER BY id").fetchall() == [("session-1",), ("session-2",)]


def test_reading_it_asks_for_the_window_and_alters_nothing(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(HistoryError, match="from an older Ribdown"):
        open_history_for_reading(file.parent)
    assert file.read_bytes() == before
