"""The parts of the history page: rows and their fields, a session's blocks, and the drawer's notes."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from records import block_record
from ribdown.core.history import PressEffort, Status
from ribdown.core.session_list import ListedSession
from ribdown.ui.look import Look
from ribdown.ui.pages.history_fields import FieldPlan
from ribdown.ui.pages.history_model import HistoryModel, sentence
from ribdown.ui.pages.session_blocks import block_groups
from ribdown.ui.widgets.mark import Outcome

TITLES = {"couch-stretch": "Couch stretch"}
LINE = ListedSession(
    id="a",
    routine="daily-mini",
    title="Daily mini",
    started=datetime(2026, 12, 16, 12, 41, tzinfo=UTC),
    status=Status.PARTIAL,
    speed=1.0,
    gentler=False,
    planned_seconds=900.0,
    done_seconds=850.0,
    stopped_for_pain=False,
    effort=PressEffort.ABOUT_A_THIRD,
    pain_before=2,
    pain_after=1,
    note="",
)


def test_a_row_reads_as_one_sentence() -> None:
    assert sentence(LINE) == (
        "Wednesday 16 December, 12:41, Daily mini, 14 min 10 s, part, pressed about a third, pain 2 → 1"
    )
    assert "rehearsal 40×" in sentence(replace(LINE, speed=40.0))
    assert "pain 2 → –" in sentence(replace(LINE, pain_after=None))


@pytest.mark.parametrize(
    ("width", "lines", "fields"),
    [(940, 1, "effort"), (720, 1, "status"), (610, 1, "mark"), (560, 1, "change"), (480, 2, "what"), (340, 3, "what")],
)
def test_a_row_gives_up_fields_then_takes_more_lines(look: Look, width: int, lines: int, fields: str) -> None:
    layout = FieldPlan(look, years=False).lines(width)
    assert len(layout) == lines
    assert fields in [name for line in layout for name in line]


@pytest.mark.parametrize("width", [340, 480, 560, 610, 720, 940])
def test_fields_stand_side_by_side(look: Look, width: int) -> None:
    plan = FieldPlan(look, years=True)
    for names in plan.lines(width):
        places = list(plan.places(names, QRectF(0, 0, width, 40)).values())
        assert places[0].left() == 0
        assert places[-1].right() == pytest.approx(width)
        assert all(one.right() < other.left() for one, other in pairwise(places))


def test_rows_are_added_below(qtmodeltester: object) -> None:
    model = HistoryModel()
    model.set_records([LINE])
    model.add_records([replace(LINE, id="b"), replace(LINE, id="c")])
    model.add_records([])
    assert [record.id for record in model.records] == ["a", "b", "c"]
    assert (model.row_of("c"), model.row_of("d"), model.rowCount()) == (2, -1, 3)
    qtmodeltester.check(model, force_py=True)  # type: ignore[attr-defined]


def test_blocks_are_gathered_by_exercise_and_side() -> None:
    full = {"done_seconds": 30.0, "done_reps": 3}
    blocks = (
        block_record(round=1, **full),
        block_record(round=2),
        block_record(side=None, exercise="hip-lift", kind="walk", done_seconds=0.0, done_reps=0, planned_reps=1),
        block_record(exercise="couch-stretch", **full),
    )
    left, lift, again = block_groups(blocks, TITLES)
    assert (left.title, left.outcome, left.length) == ("Couch stretch, left", Outcome.PART, "0:42 of 1:00")
    assert [(line.name, line.done) for line in left.lines] == [
        ("Presses, round 1", "3 of 3"),
        ("Presses, round 2", "1 of 3"),
    ]
    assert (lift.title, lift.outcome, lift.lines[0].name) == ("Hip lift", Outcome.NONE, "Walk")
    assert again.outcome is Outcome.DONE
