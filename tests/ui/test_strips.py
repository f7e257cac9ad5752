"""The strips under the pacer: what they show, that they stay in their box, and that frames stay cheap."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import ceil
from typing import Any, cast

import pytest
from msgspec import structs
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from fakes import breathing, contract_relax, hold, plan_of_blocks, reps, seconds, untimed, walk
from ribdown.core.blocks import GENTLE_EFFORT, AnyBlock, SegmentKind
from ribdown.core.moment import Moment, moment_at
from ribdown.core.rejoin import rejoined
from ribdown.core.theme import Hue
from ribdown.core.timeline import Timeline
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets import effort_gauge, length_bar, next_strip, rep_strip
from ribdown.ui.widgets.strip_canvas import draw_row, strip_units
from ribdown.ui.widgets.strips import StripPainter
from ribdown.ui.widgets.wave_curve import SPEED, WaveCurve

MARGIN = 24
READY = 10.0  # seconds of get-ready in front of the blocks

BLOCKS: dict[str, AnyBlock] = {
    "wave": breathing(4, 2.0, 4.0),
    "effort": contract_relax(4),
    "reps": reps(12),
    "hold": hold(2, seconds(25, 20, 30)),
    "walk": walk(120),
}
# Seconds into the block: a press is followed by its relax, a hold by its rest.
MOMENTS = {"wave": 3.3, "effort": 2.2, "relax": 8.2, "reps": 21.3, "hold": 8.3, "rest": 27.2, "walk": 70.4}
OF_BLOCK = {"relax": "effort", "rest": "hold"}


@pytest.fixture(params=["dark", "light"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Look:
    """Both themes; the application makes fonts and pixmaps possible."""
    return Look(load_theme(request.param))


def at(name: str, later: float = 0.0) -> tuple[Timeline, Moment]:
    plan = plan_of_blocks(BLOCKS[OF_BLOCK.get(name, name)])
    return plan, moment_at(plan, READY + MOMENTS[name] + later)


def painted(
    plan: Timeline, moment: Moment, look: Look, s: float = 1.0, strips: StripPainter | None = None, ratio: float = 1.0
) -> QImage:
    """The strip with an empty margin around it."""
    width, height = 560 * s + 2 * MARGIN, 130 * s + 2 * MARGIN
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(colour(look.theme.bg))
    painter = QPainter(image)
    (strips or StripPainter()).paint(painter, QRectF(MARGIN, MARGIN, 560 * s, 130 * s), plan, moment, look, s)
    painter.end()
    return image


def pixel(image: QImage, x: float, y: float) -> QColor:
    """The colour at a place of the strip, in its units at s 1."""
    return image.pixelColor(round(x) + MARGIN, round(y) + MARGIN)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QRectF]]:
    """Every row of text that is painted, and the place it takes."""
    rows: list[tuple[str, QRectF]] = []

    def record(painter: QPainter, row: QRectF, text: str, font: QFont, *more: Any) -> QRectF:
        taken = draw_row(painter, row, text, font, *more)
        rows.append((text, taken))
        return taken

    for module in (effort_gauge, length_bar, next_strip, rep_strip):
        monkeypatch.setattr(module, "draw_row", record)
    return rows


def shown(rows: list[tuple[str, QRectF]]) -> list[str]:
    return [text for text, _ in rows]


# -- every strip


@pytest.mark.parametrize("name", MOMENTS)
@pytest.mark.parametrize(("s", "text_scale"), [(0.6, 1.0), (1.0, 1.5), (1.35, 1.0)])
def test_a_strip_paints_inside_its_box_only(name: str, s: float, text_scale: float, look: Look) -> None:
    look = Look(look.theme, text_scale)
    image = painted(*at(name), look, s)
    bg = colour(look.theme.bg)
    box = QRectF(MARGIN, MARGIN, 560 * s, 130 * s).toAlignedRect()
    everywhere = {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != bg}
    assert everywhere, "nothing was painted"
    assert all(box.contains(x, y) for x, y in everywhere)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("s", [0.6, 1.0, 1.35])
@pytest.mark.parametrize("elapsed", [0.1, 3.3, 12.0, 23.5])
def test_a_strip_that_covers_its_box_leaves_nothing_of_what_was_there(
    elapsed: float, s: float, ratio: float, look: Look
) -> None:
    """From the part's start, where nothing lies before, to its end, where nothing follows."""
    plan, strips = plan_of_blocks(BLOCKS["wave"]), StripPainter()
    moment = moment_at(plan, READY + elapsed)
    assert strips.covers(moment, look)
    box = QRect(7, 3, ceil(560 * s), ceil(130 * s))
    pictures = []
    for ground in (look.theme.bg, look.theme.danger):
        image = QImage(round((box.right() + 9) * ratio), round((box.bottom() + 9) * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(colour(ground))
        painter = QPainter(image)
        painter.setClipRect(box)
        strips.paint(painter, QRectF(box), plan, moment, look, s)
        painter.setClipping(False)
        outside = QRegion(0, 0, image.width(), image.height()).subtracted(box)
        for part in cast(Iterable[QRect], outside):
            painter.fillRect(part, colour(look.theme.text))
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1]


def test_what_is_too_large_for_a_strip_is_cut_off(look: Look) -> None:
    image = QImage(700, 200, QImage.Format.Format_RGB32)
    image.fill(colour(look.theme.bg))
    painter = QPainter(image)
    with strip_units(painter, QRectF(50, 20, 560, 130), 1.0):
        painter.fillRect(QRectF(-90, -90, 900, 900), colour(look.theme.text))
    painter.end()
    inside = QRectF(50, 20, 560, 130)
    corners = [(49, 80), (50, 80), (609, 80), (610, 80), (300, 19), (300, 20), (300, 149), (300, 150)]
    assert all(
        (image.pixelColor(x, y) == colour(look.theme.text)) == inside.contains(x + 0.5, y + 0.5) for x, y in corners
    )


@pytest.mark.parametrize("name", MOMENTS)
@pytest.mark.parametrize("still", [False, True])
def test_a_strip_that_does_not_move_changes_only_with_the_second(name: str, still: bool, look: Look) -> None:
    look = Look(look.theme, still=still)
    plan, moment = at(name)
    if StripPainter().moves(moment, look):
        assert not still
        return
    _, later = at(name, 0.4)
    assert moment.number == later.number
    assert painted(plan, moment, look) == painted(plan, later, look)


def test_the_wave_and_the_length_bar_move(look: Look) -> None:
    moving = {name for name in MOMENTS if StripPainter().moves(at(name)[1], look)}
    assert moving == {"wave", "hold", "walk"}


def test_a_phase_without_a_strip_paints_nothing(look: Look) -> None:
    plan = plan_of_blocks(untimed())
    image = painted(plan, moment_at(plan, READY), look)
    blank = QImage(image.size(), image.format())
    blank.fill(colour(look.theme.bg))
    assert image == blank


# -- the breath wave


def wave_at(elapsed: float, **doses: Any) -> tuple[Timeline, Moment]:
    plan = plan_of_blocks(breathing(**({"breaths": 4} | doses)))
    return plan, moment_at(plan, READY + elapsed)


def test_the_dot_stands_at_the_breath_level(look: Look) -> None:
    image = painted(*wave_at(1.0), look)  # half-way through an inhale of 2 s: half full
    assert pixel(image, 72 - 8, 60) == colour(look.hue(Hue.INHALE).fill)


def test_only_what_is_to_come_has_an_area(look: Look) -> None:
    image = painted(*wave_at(7.0), look)
    assert pixel(image, 40, 122) == colour(look.theme.bg)
    assert pixel(image, 104, 122) != colour(look.theme.bg)


def test_the_curve_ends_with_the_block(look: Look) -> None:
    image = painted(*wave_at(23.0), look)  # one second is left
    right = [pixel(image, x, y) for x in range(72 + 45 + 4, 560, 3) for y in range(130)]
    assert set(map(QColor.name, right)) == {colour(look.theme.bg).name()}


def test_the_next_block_has_a_curve_of_its_own(look: Look) -> None:
    plan = plan_of_blocks(breathing(4), breathing(4, id="again"))
    image = painted(plan, moment_at(plan, READY + 23.0), look)
    assert image == painted(*wave_at(23.0), look)


def test_time_runs_from_right_to_left(look: Look) -> None:
    """What stands 45 units to the right comes to where the dot is one second later."""

    def crest(elapsed: float) -> int:
        image = painted(*wave_at(elapsed), look)
        line = colour(look.hue(Hue.EXHALE).fill)
        return min(x for x in range(100, 560) if pixel(image, x, 24) == line)

    assert crest(6.5) - crest(7.0) == pytest.approx(SPEED / 2, abs=1)


@pytest.fixture
def tiles(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the tiles that are painted, in order."""
    numbers: list[int] = []
    paint: Callable[..., Any] = WaveCurve._tile

    def record(curve: WaveCurve, number: int, ground: QColor, *, area: bool) -> Any:
        numbers.append(number)
        return paint(curve, number, ground, area=area)

    monkeypatch.setattr(WaveCurve, "_tile", record)
    return numbers


def test_frames_of_a_part_share_its_pixmaps(look: Look, tiles: list[int]) -> None:
    strips = StripPainter()
    plan, moment = wave_at(2.0)
    painted(plan, moment, look, strips=strips)
    assert tiles
    tiles.clear()
    for frame in range(60):
        painted(plan, moment_at(plan, READY + 2.0 + frame / 30), look, strips=strips)
    assert not tiles


def test_a_very_long_part_keeps_few_pixmaps(look: Look, tiles: list[int]) -> None:
    strips = StripPainter()
    plan, _ = wave_at(0, breaths=60)
    for elapsed in range(0, 360, 3):
        painted(plan, moment_at(plan, READY + elapsed), look, strips=strips)
        curve = strips._wave._curve
        assert curve is not None
        assert len(curve._tiles) <= 2
        assert all(tile.width() <= 560 for pair in curve._tiles.values() for tile in pair)
    assert sorted(tiles) == sorted(2 * list(range(max(tiles) + 1))), "each tile is painted once, without and with area"


@pytest.mark.parametrize("change", ["look", "size", "part", "ratio"])
def test_another_look_size_or_part_makes_another_curve(change: str, look: Look, tiles: list[int]) -> None:
    strips = StripPainter()
    plan = plan_of_blocks(breathing(2, sets=2, rest=10))
    moment = moment_at(plan, READY + 1)
    painted(plan, moment, look, strips=strips)
    painted(plan, moment, look, strips=strips)
    before = len(tiles)
    other = Look(look.theme, 1.5) if change == "look" else look
    second = moment_at(plan, READY + 12 + 10 + 1) if change == "part" else moment
    painted(plan, second, other, 1.2 if change == "size" else 1.0, strips, 2.0 if change == "ratio" else 1.0)
    assert len(tiles) > before


def test_after_a_stop_the_curve_begins_anew(look: Look) -> None:
    plan, moment = wave_at(8.0)
    timeline, start = rejoined(plan, moment.segment.ordinal, lead_in=True)
    image = painted(timeline, moment_at(timeline, start + 3.2), look)
    left = {pixel(image, x, y).name() for x in range(50) for y in range(130)}
    assert left == {colour(look.theme.bg).name()}


def test_a_finer_screen_shows_the_same_picture(look: Look) -> None:
    plan, moment = at("wave")
    coarse, fine = painted(plan, moment, look), painted(plan, moment, look, ratio=2.0)
    for x, y in ((72, 4), (300, 122), (420, 122), (20, 122)):
        assert fine.pixelColor(2 * (x + MARGIN), 2 * (y + MARGIN)) == pixel(coarse, x, y)


# -- reduced motion


def test_the_bar_of_this_second_is_outlined(look: Look) -> None:
    """Six bars for 2 s in and 4 s out: the third is the first second out."""
    still = Look(look.theme, still=True)
    image = painted(*wave_at(2.5), still)
    row = [pixel(image, x, 96 + 5) for x in range(560)]
    outlined = [x for x in range(560) if row[x] == colour(look.theme.text)]
    width = (560 - 20 - 4 * 13 - 29) / 6
    left = 10 + 2 * width + 13 + 29
    assert outlined
    assert left - 7 <= min(outlined)
    assert max(outlined) <= left + width + 7
    assert pixel(image, left + width / 2, 80) == colour(look.hue(Hue.EXHALE).fill)
    assert pixel(image, 10 + width / 2, 90) == colour(look.hue(Hue.INHALE).fill)
    assert pixel(image, 550 - width / 2, 86) == colour(look.theme.bg), "the last second is hollow"


def test_half_seconds_have_a_bar_too(look: Look) -> None:
    still = Look(look.theme, still=True)
    for tenth in range(0, 75, 2):
        painted(*wave_at(tenth / 10, inhale=2.5, exhale=5.0), still)


# -- how hard


def test_the_band_is_the_blocks_range(look: Look) -> None:
    fill = colour(look.hue(Hue.PRESS).fill)
    normal = painted(*at("effort"), look)
    plan = plan_of_blocks(structs.replace(contract_relax(4), effort=GENTLE_EFFORT))
    gentle = painted(plan, moment_at(plan, READY + 2), look)
    assert [pixel(normal, 12 + 5.36 * share, 50) == fill for share in (25, 35)] == [False, True]
    assert [pixel(gentle, 12 + 5.36 * share, 50) == fill for share in (25, 35)] == [True, False]


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_effort_in_words(look: Look, texts: list[tuple[str, QRectF]], text_scale: float) -> None:
    painted(*at("effort"), Look(look.theme, text_scale))
    assert shown(texts) == [
        "30–40 %", "about a third", "nothing", "over 50 % is too hard", "the hip tightens instead",
    ]  # fmt: skip
    assert_apart(texts)


def test_gentle_effort_in_words(look: Look, texts: list[tuple[str, QRectF]]) -> None:
    plan = plan_of_blocks(structs.replace(contract_relax(4), effort=GENTLE_EFFORT))
    painted(plan, moment_at(plan, READY + 2), look)
    assert shown(texts)[:2] == ["20–30 %", "about a quarter"]


def assert_apart(texts: list[tuple[str, QRectF]]) -> None:
    """No two rows of text touch. Descenders may reach into the row below, so only a row's middle counts."""
    boxes = [(text, QRectF(box.left(), box.center().y() - 6, box.width(), 12)) for text, box in texts]
    for i, (one, box) in enumerate(boxes):
        assert 0 <= box.left() < box.right() <= 560
        for other, other_box in boxes[i + 1 :]:
            assert not box.intersects(other_box), (one, other)


# -- presses and repetitions


def test_pairs_are_done_now_and_to_come(look: Look) -> None:
    plan = plan_of_blocks(contract_relax(4))
    image = painted(plan, moment_at(plan, READY + 12 + 7), look)  # the second relax
    # At the edge of a shape's inside: four pairs of 124, 16 apart, from 8 on.
    inside = [pixel(image, 8 + 140 * pair + 65 * relax + 12, 52) for pair in range(4) for relax in (0, 1)]
    bg = colour(look.theme.bg)
    assert [ink != bg for ink in inside] == [True] * 4 + [False] * 4
    assert inside[3] != inside[1], "the one at work does not look done"


@pytest.mark.parametrize(
    ("block", "elapsed", "made_of", "to_go"),
    [
        (reps(12), 20.0, "2 s squeeze, 2 s release", 28),
        (reps(12), 22.7, "2 s squeeze, 2 s release", 26),
        (reps(3, 3, lift=2), 1.0, "2 s lift, 3 s squeeze, 2 s lower", 20),
        (reps(2, 1, lift=2, lower=3, down_first=True), 3.5, "3 s lower, 1 s squeeze, 2 s lift", 9),
        (reps(2, 2.5, lower=1.5, sets=2, rest=20), 0, "2.5 s squeeze, 1.5 s release", 8),
    ],
)
def test_repetitions_in_words(
    block: AnyBlock, elapsed: float, made_of: str, to_go: int, look: Look, texts: list[tuple[str, QRectF]]
) -> None:
    plan = plan_of_blocks(block)
    painted(plan, moment_at(plan, READY + elapsed), look)
    assert shown(texts)[1:] == [made_of, f"{to_go} s to go in this set"]
    assert_apart(texts)


def test_what_is_left_of_a_set_is_told_when_it_changes(look: Look) -> None:
    """Also where a phase is no whole number of seconds."""
    plan, strips = plan_of_blocks(reps(3, 1.5, lift=1.5, lower=1.5)), StripPainter()
    for tenth in range(134):
        one, other = (moment_at(plan, READY + (tenth + step) / 10 + 0.05) for step in (0, 1))
        if one.segment is other.segment:
            same = painted(plan, one, look) == painted(plan, other, look)
            assert same == (strips.told(one) == strips.told(other))


@pytest.mark.parametrize("number", [1, 6, 12, 15])
def test_diamonds_stay_apart(number: int, look: Look, texts: list[tuple[str, QRectF]]) -> None:
    """Between two diamonds of the row there is a column without ink."""
    plan = plan_of_blocks(reps(number))
    for cycle in range(number):
        image = painted(plan, moment_at(plan, READY + 4 * cycle + 1), look)
        bg = colour(look.theme.bg)
        inked = [any(pixel(image, x, y) != bg for y in range(20, 81)) for x in range(-MARGIN + 1, 560 + MARGIN - 1)]
        shapes = sum(now and not before for before, now in pairwise(inked))
        assert shapes == number
    assert [text for text in shown(texts) if text.isdigit()] == [str(i + 1) for i in range(number)]


# -- holds and walks


def test_the_bar_is_filled_to_where_the_hold_is(look: Look) -> None:
    plan, moment = at("hold", 1.7)  # 10 s of at most 30
    image = painted(plan, moment, look)
    fill = colour(look.hue(Hue.HOLD).fill)
    assert pixel(image, 14 + 532 / 3 - 6, 47) == fill
    assert pixel(image, 14 + 532 / 3 + 3, 47) == colour(look.theme.raised)


@pytest.mark.parametrize(
    ("block", "marks"),
    [
        (hold(1, seconds(25, 20, 30)), ["25", "30 s", "20 s", "0"]),
        (hold(1, seconds(20, 20, 30)), ["20 s", "30 s", "0"]),
        (hold(1, seconds(30, 20, 30)), ["30 s", "20 s", "0"]),
        (hold(1, 5), ["5 s", "0"]),
        (structs.replace(walk(), walk=seconds(120, 60, 300)), ["2", "5 min", "1 min", "0"]),
        (structs.replace(walk(), walk=seconds(150, 60, 300)), ["2.5", "5 min", "1 min", "0"]),
    ],
)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_marks_under_the_length_bar(
    block: AnyBlock, marks: list[str], text_scale: float, look: Look, texts: list[tuple[str, QRectF]]
) -> None:
    plan = plan_of_blocks(block)
    painted(plan, moment_at(plan, READY + 3), Look(look.theme, text_scale))
    assert shown(texts)[:-1] == marks
    assert_apart(texts)


def test_marks_too_close_to_the_goal_are_left_out(look: Look, texts: list[tuple[str, QRectF]]) -> None:
    plan = plan_of_blocks(hold(1, seconds(29, 28, 30)))
    painted(plan, moment_at(plan, READY + 3), look)
    assert shown(texts)[0] == "29"
    assert_apart(texts)


def test_a_hold_that_goes_on_is_filled_from_where_it_stopped(look: Look) -> None:
    plan, moment = at("hold")
    timeline, start = rejoined(plan, moment.segment.ordinal, lead_in=True, before_ms=10_000)
    image = painted(timeline, moment_at(timeline, start + 3.1), look)
    assert pixel(image, 14 + 532 / 3 - 6, 47) == colour(look.hue(Hue.HOLD).fill)


def test_nobody_is_told_to_stand_still_while_walking(look: Look, texts: list[tuple[str, QRectF]]) -> None:
    painted(*at("walk"), look)
    assert shown(texts)[-1] == "Keep breathing."


# -- what is next


@pytest.mark.parametrize(
    ("block", "elapsed", "title"),
    [
        (hold(2, 25), 26, "Hold 2 of 2 · 25 s"),
        (breathing(2, sets=3, rest=20), 13, "Set 2 of 3 · Breathe"),
        (hold(1, 5), -3, "Drill"),
    ],
)
def test_what_is_next(block: AnyBlock, elapsed: float, title: str, look: Look, texts: list[tuple[str, QRectF]]) -> None:
    plan = plan_of_blocks(block)
    painted(plan, moment_at(plan, READY + elapsed), look)
    assert shown(texts) == ["Next", title]


@pytest.mark.parametrize(
    ("name", "before_ms", "title"),
    [
        ("wave", 0, "Breath 1 of 4 · Breathe"),
        ("effort", 0, "Press 1 of 4 · 6 s"),
        ("hold", 8000, "Hold 1 of 2 · 17 s"),
        ("walk", 0, "Walk · 2 min"),
    ],
)
def test_what_a_resume_leads_back_to(
    name: str, before_ms: int, title: str, look: Look, texts: list[tuple[str, QRectF]]
) -> None:
    plan = plan_of_blocks(BLOCKS[name])
    timeline, start = rejoined(plan, 1, lead_in=True, before_ms=before_ms)
    moment = moment_at(timeline, start + 1)
    assert moment.segment.kind is SegmentKind.GET_READY
    painted(timeline, moment, look)
    assert shown(texts) == ["Next", title]
