"""Exported files: the same bytes for the same history, and harmless in a spreadsheet."""

import csv
import json
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from plausible_history import plausible_nudges, plausible_sessions, plausible_tests
from records import block_record, read_only, session_record
from ribdown.core.errors import UserError
from ribdown.core.history import HistoryError, PressEffort, Status
from ribdown.core.nudges.record import Outcome
from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Side
from ribdown.infra.database import open_for_writing
from ribdown.infra.export import export_history
from ribdown.infra.export_csv import COLUMNS
from ribdown.infra.export_lines import NudgeLine, SessionLine, ThomasLine
from ribdown.infra.history_records import Contents, HistoryRecords, Record
from ribdown.infra.migration import transaction
from ribdown.infra.progress import Cancelled

TODAY = date(2026, 11, 20)
A_YEAR: list[Record] = [
    *plausible_sessions(365, TODAY),
    *plausible_nudges(365, TODAY),
    *plausible_tests(365, TODAY),
]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def _fill(history: Path, records: Iterable[Record]) -> None:
    with closing(open_for_writing(history, TODAY)) as connection, transaction(connection, "IMMEDIATE"):
        for record in records:
            HistoryRecords(connection).add(record)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_json_has_every_record_on_a_line_of_its_own(history: Path, tmp_path: Path) -> None:
    _fill(history, A_YEAR)
    contents = export_history(history, tmp_path / "out.json")
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    document = json.loads(text)
    kinds = [record["record"] for record in document["records"]]
    assert (document["format"], document["version"]) == ("ribdown-history", 1)
    assert contents == Contents(kinds.count("session"), kinds.count("nudge"), kinds.count("thomas-test"))
    assert contents.total == len(A_YEAR) == len(text.splitlines()) - 2


def test_the_order_in_which_records_were_kept_makes_no_difference(tmp_path: Path) -> None:
    for name, records in (("one", A_YEAR), ("two", A_YEAR[::-1])):
        _fill(tmp_path / f"{name}.sqlite3", records)
        export_history(tmp_path / f"{name}.sqlite3", tmp_path / f"{name}.json")
        export_history(tmp_path / f"{name}.sqlite3", tmp_path / f"{name}.csv")
    for suffix in ("json", "csv"):
        assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_an_empty_history_makes_a_whole_file(history: Path, tmp_path: Path) -> None:
    assert export_history(history, tmp_path / "out.json") == Contents(0)
    assert json.loads((tmp_path / "out.json").read_text())["records"] == []
    export_history(history, tmp_path / "out.CSV")
    assert (tmp_path / "out.CSV").read_bytes() == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"
    assert not history.exists()


def test_every_field_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "history-file.md").read_text(encoding="utf-8")
    for line in (SessionLine, NudgeLine, ThomasLine):
        assert {name for name in line.__struct_fields__ if f"`{name}`" not in text} == set()
    for choices in (Status, PressEffort, Outcome, Thigh, Side):
        assert {choice for choice in choices if f"`{choice}`" not in text} == set()


def test_csv_has_a_row_for_each_block_with_its_session_beside(history: Path, tmp_path: Path) -> None:
    started = datetime(2026, 11, 20, 23, 30, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    record = session_record(started=started, effort=PressEffort.LIGHT, pain_before=0, note='two\nlines, "quoted", Ü🙂')
    _fill(history, [record, session_record(2, blocks=(), started=datetime(2026, 11, 22, tzinfo=UTC))])
    assert export_history(history, tmp_path / "out.csv") == Contents(2)
    left, right, without = _rows(tmp_path / "out.csv")
    assert left == {
        "id": "session-1",
        "day": "2026-11-20",
        "time": "23:30:05",
        "utc_offset_minutes": "-210",
        "routine": "daily-mini",
        "title": "Daily mini",
        "status": "completed",
        "speed": "1",
        "gentler": "0",
        "session_planned_seconds": "60",
        "session_done_seconds": "25",
        "stopped_for_pain": "0",
        "effort": "light",
        "pain_before": "0",
        "pain_after": "",
        "note": 'two\nlines, "quoted", Ü🙂',
        "exercise": "couch-stretch",
        "side": "left",
        "round": "1",
        "block": "press",
        "kind": "contract_relax",
        "planned_seconds": "30",
        "done_seconds": "12",
        "planned_reps": "3",
        "done_reps": "1",
    }
    assert (right["side"], right["note"]) == ("right", left["note"])
    assert (without["id"], without["exercise"], without["done_reps"]) == ("session-2", "", "")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_text_begins_a_formula(history: Path, tmp_path: Path, first: str) -> None:
    text = f'{first}HYPERLINK("http://example.org")'
    hostile = session_record(note=text, title=text, routine=text, blocks=(block_record(exercise=text, block=text),))
    _fill(history, [hostile])
    export_history(history, tmp_path / "out.csv")
    [row] = _rows(tmp_path / "out.csv")
    for column in ("note", "title", "routine", "exercise", "block"):
        assert row[column] == f"'{text}"


def test_a_formula_inside_a_text_stays_as_it_is(history: Path, tmp_path: Path) -> None:
    _fill(history, [session_record(note="a = b")])
    export_history(history, tmp_path / "out.csv")
    assert _rows(tmp_path / "out.csv")[0]["note"] == "a = b"


def test_a_file_that_is_there_is_replaced_whole(history: Path, tmp_path: Path) -> None:
    _fill(history, A_YEAR)
    export_history(history, tmp_path / "out.json")
    whole = (tmp_path / "out.json").read_bytes()
    (tmp_path / "out.json").write_bytes(b"x" * 10_000_000)
    export_history(history, tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == whole


@pytest.mark.parametrize("name", ["out.json", "out.csv"])
def test_progress_rises_to_the_whole_and_cancelling_leaves_the_old_file(
    history: Path, tmp_path: Path, name: str
) -> None:
    _fill(history, A_YEAR)
    shares: list[float] = []
    export_history(history, tmp_path / name, shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(shares) > 3
    (tmp_path / name).write_text("old")

    def tell(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_history(history, tmp_path / name, tell)
    assert (tmp_path / name).read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", ["out", "out.xlsx", "json", "out.json.txt"])
def test_another_kind_of_file_is_refused(history: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"neither JSON nor CSV. Give a name that ends in .json or .csv"):
        export_history(history, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_said(history: Path, shared_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written: No such file or directory"):
        export_history(history, tmp_path / "absent" / "out.json")
    with read_only(shared_folder), pytest.raises(UserError, match="could not be written: Permission denied"):
        export_history(shared_folder / "history.sqlite3", shared_folder / "out.json")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(UserError, match="could not be written"):
        export_history(history, tmp_path / "folder.json")
    assert not list(tmp_path.glob("*.part"))


def test_a_damaged_history_leaves_no_file(history: Path, tmp_path: Path) -> None:
    _fill(history, A_YEAR)
    with closing(open_for_writing(history, TODAY)) as connection:
        connection.execute("UPDATE session SET status = 'sideways' WHERE rowid = 200")
    with pytest.raises(HistoryError, match="could not be exported: the file is damaged"):
        export_history(history, tmp_path / "out.json")
    assert not (tmp_path / "out.json").exists()
    assert not list(tmp_path.glob("*.part"))
