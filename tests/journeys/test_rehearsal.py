"""A whole session through the real window, rehearsed fast, and found in the history afterwards."""

import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from command import Ribdown
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses, included
from ribdown.core.timeline import Side
from ribdown.infra.library import load_library

pytestmark = pytest.mark.xvfb


def planned(routine_id: str, first: Side = Side.RIGHT) -> list[tuple[str, str | None, int, str, float]]:
    """What the content files ask for: exercise, side, round, block and seconds."""
    library = load_library(Path("no-such-folder"))
    chosen = choose_doses(included(library.routine(routine_id)), library.exercises, gentler=False)
    plan = compile_timeline(chosen, PlanOptions(first_side=first))
    blocks: dict[int, list[Any]] = {}
    for segment in plan.segments:
        run = segment.run
        if run.block is not None:
            row = blocks.setdefault(run.number, [run.turn.exercise.id, run.turn.side, run.round, run.block.id, 0.0])
            row[4] += segment.seconds
    return [tuple(row) for row in blocks.values()]


def done(session: dict[str, Any]) -> list[tuple[str, str | None, int, str, float]]:
    return [(b["exercise"], b["side"], b["round"], b["block"], b["done_seconds"]) for b in session["blocks"]]


def test_three_day_runs_through_and_is_one_completed_session(ribdown: Ribdown) -> None:
    started = ribdown.run("start", "three-day", "--speed", "40", "--exit")
    assert (started.returncode, started.stderr) == (0, "")
    (session,) = ribdown.history()
    assert (session["status"], session["speed"], session["rehearsal"]) == ("completed", 40.0, True)
    assert done(session) == planned("three-day")
    for block in session["blocks"]:
        assert (block["done_reps"], block["done_seconds"]) == (block["planned_reps"], block["planned_seconds"])


def test_the_left_side_can_come_first(ribdown: Ribdown) -> None:
    ribdown.run("start", "daily-mini", "--side", "left", "--speed", "60", "--exit")
    (session,) = ribdown.history()
    assert done(session) == planned("daily-mini", Side.LEFT)


def test_killed_in_the_middle_it_is_interrupted_with_what_was_done(ribdown: Ribdown) -> None:
    process = ribdown.start("start", "three-day", "--speed", "40", "--exit")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        sessions = ribdown.history()
        if sessions and sessions[0]["done_seconds"] > 100:
            break
    process.kill()
    process.communicate()
    (session,) = ribdown.history()
    assert session["status"] == "interrupted"
    assert 100 < session["done_seconds"] < session["planned_seconds"]
    finished = [block for block in session["blocks"] if block["done_reps"] == block["planned_reps"]]
    assert done({"blocks": finished}) == planned("three-day")[: len(finished)]
    with sqlite3.connect(ribdown.data / "history.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert ribdown.run("start", "posture-pulse", "--speed", "20", "--exit").returncode == 0
    assert [one["status"] for one in ribdown.history()] == ["completed", "interrupted"]


def test_a_picture_of_the_middle_can_be_saved(ribdown: Ribdown, tmp_path: Path) -> None:
    picture = tmp_path / "middle.png"
    ribdown.run("start", "hourly-reset", "--speed", "20", "--exit", "--screenshot", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_first_window_is_timed(ribdown: Ribdown) -> None:
    timed = ribdown.run("self-test", "--first-window")
    assert timed.returncode == 0, timed.stderr
    assert '"milliseconds"' in timed.stdout
