import os
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from records import as_nobody, read_only
from ribdown.core.errors import UserError
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.rules import Every, NudgeRules, OnTheHour
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.state import Movement, NudgeState, OpenSlot, Phase, Seen
from ribdown.infra.nudge_file import nudge_file

TODAY = date(2026, 11, 20)
SLOT = Slot(TODAY, 14 * 60)
FULL = NudgeState(
    rules=NudgeRules(rhythm=Every(45), start=1320, end=360, days=frozenset({0, 6})),
    seen=Seen(1_790_000_000.25, None),
    anchor=1_789_999_000.0,
    movement=Movement(1_789_999_500.5, "session-1"),
    paused_until=1_790_100_000.0,
    open=OpenSlot(
        slot=SLOT,
        cue=2,
        opened=1_790_000_000.0,
        due=1_790_000_600.0,
        since=1_790_000_000.0,
        phase=Phase.SNOOZED,
        reason=Reason.AWAY,
        quiet=1_790_000_100.0,
        snoozed_to=(850,),
    ),
    records=(
        NudgeRecord(
            slot=Slot(TODAY, 13 * 60),
            outcome=Outcome.EXPIRED,
            ended=datetime(2026, 11, 20, 12, 25, tzinfo=UTC),
            reason=Reason.LOCKED,
            snoozed_to=(790, 800),
            session="session-0",
        ),
    ),
    cue=3,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "nudges.json"


def test_without_a_file_nothing_is_remembered(file: Path) -> None:
    assert nudge_file(file.parent).load(TODAY) == (NudgeState(), None)


@pytest.mark.parametrize("state", [NudgeState(), FULL, NudgeState(rules=NudgeRules(rhythm=OnTheHour(59)))])
def test_what_is_saved_is_loaded(tmp_path: Path, state: NudgeState) -> None:
    store = nudge_file(tmp_path / "new folder")
    store.save(NudgeState())
    store.save(state)
    assert store.load(TODAY) == (state, None)
    assert [found.name for found in (tmp_path / "new folder").iterdir()] == ["nudges.json"]


def _full() -> bytes:
    return msgspec.json.encode({"version": 1, "state": FULL})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"{" * 100_000,
        b"[" * 100_000,
        b"null",
        b"{}",
        b'{"version": 1}',
        _full()[:-20],
        _full().replace(b'"minute":840', b'"minute":1440'),
        _full().replace(b'"minutes":45', b'"minutes":0'),
        _full().replace(b'"snoozed"', b'"sideways"'),
        _full().replace(b"1790100000.0", b"1e300"),
        _full().replace(b"2026-11-20", b"2026-13-20"),
    ],
)
def test_a_damaged_file_is_set_aside_whole(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    store = nudge_file(file.parent)
    state, notice = store.load(TODAY)
    assert state == NudgeState()
    assert notice is not None
    assert notice.what == (
        "Today's nudges could not be read. The file was set aside, nothing was deleted. Nudges start afresh."
    )
    assert notice.next_step == "The old one is nudges.json.unreadable-2026-11-20."
    assert file.with_name("nudges.json.unreadable-2026-11-20").read_bytes() == content
    store.save(FULL)
    assert store.load(TODAY) == (FULL, None)


def test_a_file_from_the_future_is_set_aside(file: Path) -> None:
    content = b'{"version": 2, "state": {"moon": "full"}}'
    for name in ("nudges.json.unreadable-2026-11-20", "nudges.json.unreadable-2026-11-20-2"):
        file.write_bytes(content)
        state, notice = nudge_file(file.parent).load(TODAY)
        assert state == NudgeState()
        assert notice is not None
        assert notice.what.startswith("Today's nudges were written by a newer Ribdown. The file was set aside")
        assert file.with_name(name).read_bytes() == content


def test_what_can_not_be_set_aside_stays(shared_folder: Path) -> None:
    file = shared_folder / "nudges.json"
    file.write_bytes(b"garbage")
    with read_only(shared_folder):
        state, notice = nudge_file(file.parent).load(TODAY)
    assert state == NudgeState()
    assert notice is not None
    assert "could not be set aside" in notice.what
    assert file.read_bytes() == b"garbage"


def test_a_file_that_can_not_be_read_is_set_aside_and_never_replaced(shared_folder: Path) -> None:
    file, aside = shared_folder / "nudges.json", shared_folder / "nudges.json.unreadable-2026-11-20"
    nudge_file(shared_folder).save(FULL)
    whole = file.read_bytes()
    shared_folder.chmod(0o777)  # a folder in which the person may write, with a file that they may not read
    file.chmod(0)
    with as_nobody():
        store = nudge_file(shared_folder)
        state, notice = store.load(TODAY)
        store.save(NudgeState(cue=2))
        assert store.load(TODAY) == (NudgeState(cue=2), None)
    assert state == NudgeState()
    assert notice is not None
    assert notice.what.startswith("Today's nudges could not be read: Permission denied. The file was set aside, ")
    aside.chmod(0o600)
    assert aside.read_bytes() == whole


def test_what_can_neither_be_read_nor_set_aside_is_not_replaced_in_this_run(shared_folder: Path) -> None:
    file = shared_folder / "nudges.json"
    file.write_bytes(b"garbage")
    store = nudge_file(shared_folder)
    with read_only(shared_folder):
        store.load(TODAY)
    for _ in range(2):  # the folder can be written by now
        with pytest.raises(UserError) as caught:
            store.save(FULL)
        assert caught.value.what == "Today's nudges could not be saved: the file that is there can't be read."
        assert caught.value.next_step == f"Make sure that {shared_folder} can be written, then start Ribdown again."
    assert file.read_bytes() == b"garbage"
    _, notice = nudge_file(shared_folder).load(TODAY)
    assert notice is not None
    assert "The file was set aside" in notice.what


def test_a_save_that_fails_leaves_the_file_as_it_was(shared_folder: Path) -> None:
    file = shared_folder / "nudges.json"
    store = nudge_file(file.parent)
    store.save(FULL)
    with (
        read_only(shared_folder),
        pytest.raises(UserError, match=r"^Today's nudges could not be saved: .+\. Make sure"),
    ):
        store.save(NudgeState())
    assert store.load(TODAY) == (FULL, None)


def test_a_kill_in_the_middle_of_a_save_loses_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = nudge_file(file.parent)
    store.save(FULL)
    monkeypatch.setattr(os, "fsync", _killed)
    with pytest.raises(KeyboardInterrupt):
        store.save(NudgeState())
    assert store.load(TODAY) == (FULL, None)


def _killed(_: int) -> None:
    raise KeyboardInterrupt
