"""Importing: merged by id, all of it or nothing, undone as one step, and back to the same bytes."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plausible_history import plausible_nudges, plausible_sessions, plausible_tests
from records import session_record
from ribdown.core.errors import UserError
from ribdown.core.history import BlockRecord, HistoryError, PressEffort, SessionRecord, Status
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.slot import Slot
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side
from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.export import export_history
from ribdown.infra.history_records import Contents, HistoryRecords, Record
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.import_history import Changes, can_undo_import, import_file, preview_import, undo_import
from ribdown.infra.migration import transaction
from ribdown.infra.progress import Cancelled, Tell

TODAY = date(2026, 11, 20)
NOTHING = Contents(0)
SESSIONS = list(plausible_sessions(60, TODAY))
NUDGES = list(plausible_nudges(20, TODAY))
TESTS = list(plausible_tests(60, TODAY))
SOME: list[Record] = [*SESSIONS, *NUDGES, *TESTS]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def _fill(history: Path, records: Iterable[Record]) -> None:
    with closing(open_for_writing(history, TODAY)) as connection, transaction(connection, "IMMEDIATE"):
        for record in records:
            HistoryRecords(connection).add(record)


def _exported(folder: Path, records: Iterable[Record]) -> Path:
    folder.mkdir()
    _fill(folder / "history.sqlite3", records)
    export_history(folder / "history.sqlite3", folder / "out.json")
    return folder / "out.json"


def _records(history: Path) -> list[Record]:
    with closing(open_for_reading(history)) as connection:
        return list(HistoryRecords(connection).each())


def _bytes(history: Path, folder: Path) -> bytes:
    export_history(history, folder / "check.json")
    return (folder / "check.json").read_bytes()


def test_into_an_empty_folder_and_out_again_gives_the_same_bytes(history: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path / "from", SOME)
    changes = import_file(file, history, TODAY)
    assert changes == Changes(Contents(len(SESSIONS), len(NUDGES), len(TESTS)), NOTHING, NOTHING)
    assert _bytes(history, tmp_path) == file.read_bytes()
    assert sorted(map(repr, _records(history))) == sorted(map(repr, SOME))


def test_what_was_imported_is_found_like_the_rest(history: Path, tmp_path: Path) -> None:
    import_file(_exported(tmp_path / "from", SOME), history, TODAY)
    with closing(open_for_reading(history)) as connection:
        (found,) = connection.execute(
            "SELECT count(*) FROM session WHERE instr(exercises, ?)", ["\nbridge\n"]
        ).fetchone()
    assert found == len(SESSIONS)


def test_the_same_file_twice_changes_nothing(history: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path / "from", SOME)
    import_file(file, history, TODAY)
    before = _bytes(history, tmp_path)
    same = Changes(NOTHING, NOTHING, Contents(len(SESSIONS), len(NUDGES), len(TESTS)))
    assert preview_import(file, history) == same
    assert import_file(file, history, TODAY) == same
    assert _bytes(history, tmp_path) == before
    undo_import(history, TODAY)  # of the first time
    assert _records(history) == []


def test_it_merges_by_id_and_leaves_what_the_file_has_not(history: Path, tmp_path: Path) -> None:
    mine, theirs, shared = session_record(1), session_record(2), session_record(3)
    _fill(history, [mine, shared, NUDGES[0], TESTS[0]])
    edited = replace(shared, note="edited elsewhere", blocks=shared.blocks[:1])
    nudge = msgspec.structs.replace(NUDGES[0], outcome=Outcome.DISMISSED, ended=NUDGES[0].ended + timedelta(minutes=1))
    test = replace(TESTS[0], note="edited too")
    file = _exported(tmp_path / "from", [theirs, edited, nudge, test])
    expected = Changes(Contents(1), Contents(1, 1, 1), NOTHING)
    assert preview_import(file, history) == expected
    assert _records(history) == [mine, shared, NUDGES[0], TESTS[0]]
    assert import_file(file, history, TODAY) == expected
    assert _records(history) == [mine, theirs, edited, nudge, test]


def test_another_offset_is_a_change(history: Path, tmp_path: Path) -> None:
    record = session_record()
    _fill(history, [record])
    moved = replace(record, started=record.started.astimezone(timezone(timedelta(hours=2))))
    assert moved == record
    file = _exported(tmp_path / "from", [moved])
    assert import_file(file, history, TODAY).changed == Contents(1)
    assert _bytes(history, tmp_path) == file.read_bytes()


def test_undoing_puts_everything_back_as_it_was(history: Path, tmp_path: Path) -> None:
    _fill(history, SOME[::2])
    before = _bytes(history, tmp_path)
    edited = [replace(one, note="edited") if isinstance(one, SessionRecord) else one for one in SOME]
    assert not can_undo_import(history)
    import_file(_exported(tmp_path / "from", edited), history, TODAY)
    assert _bytes(history, tmp_path) != before
    assert can_undo_import(history)
    undo_import(history, TODAY)
    assert _bytes(history, tmp_path) == before
    assert not can_undo_import(history)
    undo_import(history, TODAY)
    assert _bytes(history, tmp_path) == before


def test_undoing_leaves_what_came_since(history: Path, tmp_path: Path) -> None:
    import_file(_exported(tmp_path / "from", [session_record(1)]), history, TODAY)
    _fill(history, [session_record(2)])
    undo_import(history, TODAY)
    assert _records(history) == [session_record(2)]


def test_only_the_last_import_is_undone(history: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        import_file(_exported(tmp_path / f"from-{number}", [session_record(number)]), history, TODAY)
    undo_import(history, TODAY)
    assert _records(history) == [session_record(1)]


@pytest.mark.parametrize("act", [preview_import, lambda file, history, tell: import_file(file, history, TODAY, tell)])
@pytest.mark.parametrize("most", [0.5, 0.8])
def test_progress_rises_to_the_whole_and_cancelling_changes_nothing(
    history: Path, tmp_path: Path, act: Callable[[Path, Path, Tell], Changes], most: float
) -> None:
    file = _exported(tmp_path / "from", [*plausible_nudges(100, TODAY), *SESSIONS])
    _fill(history, SOME[:1])

    def tell(share: float) -> None:
        if share > most:
            raise Cancelled

    with pytest.raises(Cancelled):
        act(file, history, tell)
    assert _records(history) == SOME[:1]
    assert not can_undo_import(history)
    shares: list[float] = []
    act(file, history, shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert shares[-1] == 1.0


def test_a_file_that_is_wrong_at_its_end_changes_nothing(history: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path / "from", SOME)
    file.write_bytes(file.read_bytes()[:-10])
    _fill(history, SOME[:1])
    with pytest.raises(UserError, match="its end is missing"):
        import_file(file, history, TODAY)
    assert _records(history) == SOME[:1]


def test_others_can_write_while_the_file_is_read(history: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path / "from", [*plausible_nudges(100, TODAY), *SESSIONS])
    _fill(history, [])
    written: list[float] = []
    with closing(sqlite3.connect(history, timeout=0, isolation_level=None)) as other:

        def tell(share: float) -> None:
            with suppress(sqlite3.OperationalError), transaction(other, "IMMEDIATE"):
                written.append(share)

        import_file(file, history, TODAY, tell)
    assert len(written) > 3
    assert max(written) == pytest.approx(0.75)


def test_a_session_saved_while_a_file_is_read_is_kept(history: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path / "from", SOME)
    running = session_record(1)
    _fill(history, [])
    with closing(open_for_writing(history, TODAY)) as connection:
        store = SqliteHistory(connection, history)
        blocks = iter(range(len(running.blocks) + 1))

        def tell(share: float) -> None:
            if share > 0.3 and (done := next(blocks, None)) is not None:
                store.save(replace(running, blocks=running.blocks[:done]))

        changes = import_file(file, history, TODAY, tell)
    assert changes.added.total == len(SOME)
    assert running in _records(history)
    assert len(_records(history)) == len(SOME) + 1
    undo_import(history, TODAY)
    assert _records(history) == [running]


def test_what_is_saved_meanwhile_under_the_same_id_counts(history: Path, tmp_path: Path) -> None:
    mine, theirs = session_record(1, note="mine"), session_record(1, note="theirs")
    file = _exported(tmp_path / "from", [theirs, *NUDGES])
    _fill(history, [])

    def tell(share: float) -> None:
        if share == 0.75 and not _records(history):
            _fill(history, [mine])

    assert import_file(file, history, TODAY, tell).changed == Contents(1)
    undo_import(history, TODAY)
    assert _records(history) == [mine]


def test_an_import_ends_even_where_something_is_saved_all_the_time(history: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path / "from", SOME)
    _fill(history, [])
    saved: list[SessionRecord] = []
    with closing(sqlite3.connect(history, timeout=0, isolation_level=None)) as other:

        def tell(share: float) -> None:
            record = session_record(len(saved))
            with suppress(sqlite3.OperationalError), transaction(other, "IMMEDIATE"):
                HistoryRecords(other).add(record)
                saved.append(record)

        import_file(file, history, TODAY, tell)
    assert len(saved) > 3
    assert len(_records(history)) == len(SOME) + len(saved)


KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from ribdown.infra.import_history import import_file, undo_import

def tell(share):
    if share > float(sys.argv[3]):
        os._exit(9)

if sys.argv[4] == "import":
    import_file(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 20), tell)
else:
    undo_import(Path(sys.argv[2]), date(2026, 11, 20), tell)
"""


def _killed(file: Path, history: Path, share: float, act: str) -> None:
    """Do it in a process that ends by itself when more than that is done."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", KILLED, str(file), str(history), str(share), act]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 9


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_a_crash_on_the_way_changes_nothing(history: Path, tmp_path: Path, share: float) -> None:
    file = _exported(tmp_path / "from", [*plausible_nudges(100, TODAY), *SESSIONS])
    _fill(history, SOME[:1])
    _killed(file, history, share, "import")
    assert _records(history) == SOME[:1]
    import_file(file, history, TODAY)


@pytest.mark.parametrize("share", [0.3, 0.8])
def test_undoing_is_cancelled_or_crashes_and_has_undone_nothing(history: Path, tmp_path: Path, share: float) -> None:
    edited = [replace(one, note="edited") if isinstance(one, SessionRecord) else one for one in SOME]
    _fill(history, SOME)
    import_file(_exported(tmp_path / "from", edited), history, TODAY)
    before = _bytes(history, tmp_path)

    def tell(done: float) -> None:
        if done > share:
            raise Cancelled

    with pytest.raises(Cancelled):
        undo_import(history, TODAY, tell)
    assert _bytes(history, tmp_path) == before
    _killed(tmp_path, history, share, "undo")
    assert _bytes(history, tmp_path) == before
    shares: list[float] = []
    undo_import(history, TODAY, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert sorted(map(repr, _records(history))) == sorted(map(repr, SOME))


def test_a_full_disk_is_said_and_nothing_is_changed(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _exported(tmp_path / "from", SOME)
    _fill(history, SOME[:1])

    def nearly_full(path: Path, today: date, *, waits: bool) -> object:
        connection = open_for_writing(path, today, waits=waits)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        return connection

    monkeypatch.setattr("ribdown.infra.import_history.open_for_writing", nearly_full)
    with pytest.raises(HistoryError, match="could not be imported: the disk is full"):
        import_file(file, history, TODAY)
    assert _records(history) == SOME[:1]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
MOMENTS = st.builds(
    lambda naive, minutes: naive.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1971, 1, 1), datetime(2998, 1, 1)),  # noqa: DTZ001
    st.integers(-1439, 1439),
)
SECONDS = st.floats(0, 1e9)
COUNTS = st.integers(0, 1_000_000)
PAIN = st.none() | st.integers(0, 10)
BLOCKS = st.builds(
    BlockRecord, TEXT, st.none() | st.sampled_from(Side), COUNTS, TEXT, TEXT, SECONDS, SECONDS, COUNTS, COUNTS
)
ANY_SESSION = st.builds(
    SessionRecord,
    id=IDS,
    routine=TEXT,
    title=TEXT,
    started=MOMENTS,
    status=st.sampled_from(Status),
    speed=st.floats(1, 60),
    gentler=st.booleans(),
    planned_seconds=SECONDS,
    done_seconds=SECONDS,
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    stopped_for_pain=st.booleans(),
    effort=st.none() | st.sampled_from(PressEffort),
    pain_before=PAIN,
    pain_after=PAIN,
    note=TEXT,
)
MINUTES = st.integers(0, 1439)
ANY_NUDGE = st.builds(
    NudgeRecord,
    slot=st.builds(Slot, st.dates(date(1971, 1, 1), date(2998, 1, 1)), MINUTES),
    outcome=st.sampled_from(Outcome),
    ended=MOMENTS,
    reason=st.none() | st.sampled_from(Reason),
    snoozed_to=st.lists(MINUTES, max_size=2).map(tuple),
    session=TEXT,
)
THIGHS = st.none() | st.sampled_from(Thigh)
ANY_TEST = st.builds(ThomasTest, IDS, MOMENTS, THIGHS, THIGHS, TEXT)
ANY_HISTORY = st.tuples(
    st.lists(ANY_SESSION, max_size=4, unique_by=lambda one: one.id),
    st.lists(ANY_NUDGE, max_size=4, unique_by=lambda one: one.id),
    st.lists(ANY_TEST, max_size=4, unique_by=lambda one: one.id),
).map(lambda kinds: [*kinds[0], *kinds[1], *kinds[2]])


@given(ANY_HISTORY, ANY_HISTORY)
@settings(max_examples=60)
def test_whatever_there_is_comes_back_and_whatever_was_there_can_be_put_back(
    records: list[Record], there: list[Record]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = _exported(folder / "from", records)
        empty = folder / "empty.sqlite3"
        import_file(file, empty, TODAY)
        assert _bytes(empty, folder) == file.read_bytes()
        _fill(folder / "full.sqlite3", there)
        before = _bytes(folder / "full.sqlite3", folder)
        import_file(file, folder / "full.sqlite3", TODAY)
        assert preview_import(file, folder / "full.sqlite3").same.total == len(records)
        undo_import(folder / "full.sqlite3", TODAY)
        assert _bytes(folder / "full.sqlite3", folder) == before
