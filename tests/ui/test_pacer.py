"""The pacer: a shape for every phase, an orb whose area follows the lungs, a ring that fills, and frames that stay
cheap."""

from itertools import combinations
from math import cos, hypot, pi, sin

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QApplication

from fakes import breathing, contract_relax, exercise, hold, plan_of, plan_of_blocks, reps, untimed, walk
from ribdown.core.content import Sides
from ribdown.core.moment import Moment, moment_at
from ribdown.core.phases import Ring, Silhouette
from ribdown.core.plan import PlanOptions
from ribdown.core.theme import Hue
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets import layers as layers_module
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.pacer import CROSS_FADE, Pacer, PacerSize, extent
from ribdown.ui.widgets.ring import ring_segments

R = 160
READY = 10.0  # seconds of get-ready in front of the blocks
MIDDLE = 200  # of the pictures

# Every kind of segment, 4 s each.
FOURS = plan_of(
    exercise(
        breathing(1, 4, 4, 4),
        contract_relax(1, 4, 4),
        reps(1, 4, 4, 4),  # lift, squeeze, lower
        reps(1, 4, 0, 4, id="release"),  # squeeze, release
        hold(2, 4, 4),
        walk(4),
        sides=Sides.EACH,
    ),
    exercise(untimed()),
    options=PlanOptions(get_ready=4, switch_sides=4),
)


@pytest.fixture(params=["dark", "light"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Look:
    """Both themes; the application makes fonts and pixmaps possible."""
    return Look(load_theme(request.param))


def picture(look: Look, moment: Moment, before: Moment | None = None, pacer: Pacer | None = None) -> QImage:
    """The pacer in the middle of 400 x 400 pixels."""
    image = blank(look)
    painter = QPainter(image)
    (pacer or Pacer()).paint(painter, QPointF(MIDDLE, MIDDLE), PacerSize(R, 136, 128, 92, 1.0), moment, before, look)
    painter.end()
    return image


def blank(look: Look) -> QImage:
    image = QImage(2 * MIDDLE, 2 * MIDDLE, QImage.Format.Format_RGB32)
    image.fill(colour(look.theme.bg))
    return image


def phases() -> dict[str, Moment]:
    """A moment of each phase of the table, each with 3 on its face, by the phase's word."""
    found: dict[str, Moment] = {}
    for start in FOURS.starts:
        moment = moment_at(FOURS, start + 1.4)
        found.setdefault(moment.phase.word, moment)
    return found


PHASES = phases()


def breath(elapsed: float, **doses: float) -> Moment:
    """A moment of a breath of 2 s in and 4 s out, this many seconds after it began."""
    return moment_at(plan_of_blocks(breathing(4, **doses)), READY + elapsed)  # type: ignore[arg-type]


def pixels(image: QImage) -> memoryview:
    """The picture's colours row by row, as Qt packs them."""
    return memoryview(bytes(image.constBits())).cast("I")


def places(image: QImage, ink: str, within: float = 1.2 * R) -> list[QPoint]:
    """Where the ink is, from the middle."""
    wanted, side = colour(ink).rgb(), 2 * MIDDLE
    found = (QPoint(i % side - MIDDLE, i // side - MIDDLE) for i, one in enumerate(pixels(image)) if one == wanted)
    return [place for place in found if hypot(place.x(), place.y()) < within]


def on_ring(image: QImage, share: float, radius: float = R) -> str:
    """The colour on the ring at a share of the turn, clockwise from 12 o'clock."""
    angle = 2 * pi * share
    return image.pixelColor(round(MIDDLE + radius * sin(angle)), round(MIDDLE - radius * cos(angle))).name()


def name(ink: str) -> str:
    return colour(ink).name()


# -- shapes


def test_there_is_a_moment_of_every_phase() -> None:
    assert len(PHASES) == 15
    assert {moment.phase.hue for moment in PHASES.values()} == set(Hue)
    assert {moment.number for word, moment in PHASES.items() if word != "Your time"} == {3}


@pytest.mark.parametrize("still", [False, True])
def test_every_phase_differs_without_its_hue(look: Look, still: bool) -> None:
    """All phases in one hue, and seen in greyscale: what is left is shape, icon and ring."""
    one_hue = look.theme._replace(hues=dict.fromkeys(Hue, look.theme.hues[Hue.HOLD]))
    eighths = bytes(shade // 32 for shade in range(256))
    greys = {}
    for word, moment in PHASES.items():
        grey = picture(Look(one_hue, still=still), moment).convertToFormat(QImage.Format.Format_Grayscale8)
        greys[word] = int.from_bytes(bytes(grey.constBits()).translate(eighths))
    alike = []
    for one, other in combinations(greys, 2):
        unlike = (greys[one] ^ greys[other]).to_bytes(4 * MIDDLE**2)
        if len(unlike) - unlike.count(0) < 100:
            alike.append((one, other))
    assert alike == [("Get ready", "Switch sides")], "these two differ in the change view's heading and icon"


def test_every_silhouette_differs_from_every_other(look: Look) -> None:
    """Between the face, with its number and icon, and the ring."""
    one_hue = look.theme._replace(hues=dict.fromkeys(Hue, look.theme.hues[Hue.HOLD]))
    side = 2 * MIDDLE
    between = [i for i in range(side**2) if 0.6 < hypot(i % side - MIDDLE, i // side - MIDDLE) / R < 0.93]
    shapes: dict[Silhouette, list[int]] = {}
    for moment in PHASES.values():
        packed = pixels(picture(Look(one_hue), moment))
        shapes.setdefault(moment.phase.silhouette, [packed[i] for i in between])
    assert set(shapes) == set(Silhouette)
    for one, other in combinations(shapes, 2):
        unlike = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert unlike > 0.03 * len(between), f"{one} and {other}"


@pytest.mark.parametrize("word", PHASES)
def test_a_phase_has_its_colours(look: Look, word: str) -> None:
    phase = PHASES[word].phase
    image = picture(look, PHASES[word])
    hue = look.hue(phase.hue)
    assert places(image, hue.fill) or word == "Your time"
    if phase.ring is Ring.DOTS:
        assert places(image, look.theme.edge)
    else:
        assert places(image, hue.ink, 0.65 * R), "the icon"
        assert places(image, hue.ring_track)
    assert bool(places(image, look.theme.text)) is (word != "Your time"), "the countdown"


# -- the countdown


@pytest.mark.parametrize(
    ("block", "text", "middle"),
    [
        (hold(1, 7), "7", -0.045 * R),
        (hold(1, 25), "25", -0.045 * R),
        (walk(150), "2:30", -0.045 * R),
        (None, "10", 0.0),
    ],
)
def test_the_countdown_is_centred(look: Look, block: object, text: str, middle: float) -> None:
    moment = moment_at(plan_of_blocks(block or hold()), READY if block else 0)  # type: ignore[arg-type]
    ink = places(picture(look, moment), look.theme.text)
    left, right = min(place.x() for place in ink), max(place.x() for place in ink)
    top, bottom = min(place.y() for place in ink), max(place.y() for place in ink)
    assert (left + right) / 2 == pytest.approx(0, abs=1.5), text
    assert (top + bottom) / 2 == pytest.approx(middle, abs=1.5)
    assert max(hypot(place.x(), place.y()) for place in ink) < 0.62 * R


def test_two_digits_lie_inside_the_smallest_orb(look: Look) -> None:
    moment = breath(6.01, pause=28)
    assert (moment.number, moment.position.level) == (28, 0)
    ink = places(picture(look, moment), look.theme.text)
    assert max(hypot(place.x(), place.y()) for place in ink) < 0.60 * R - 2


def test_a_countdown_that_was_made_long_is_not_cut_off(look: Look) -> None:
    """As in the change view, whose digits are large for its ring, after many times ten seconds more."""
    image = blank(look)
    painter = QPainter(image)
    timeline = plan_of_blocks(hold()).with_length(0, 130_000)
    size = PacerSize(138, 136, 128, 120, 1.0)
    Pacer().paint(painter, QPointF(MIDDLE, MIDDLE), size, moment_at(timeline, 0), None, look)
    painter.end()
    ink = places(image, look.theme.text)
    assert max(place.x() for place in ink) - min(place.x() for place in ink) == pytest.approx(1.12 * 138, abs=4)


# -- the orb


def rim(image: QImage, look: Look, hue: Hue) -> float:
    """The radius of the orb in pixels, up to the middle of its rim."""
    row = [
        x for x in range(MIDDLE, MIDDLE + round(0.92 * R)) if image.pixelColor(x, MIDDLE) == colour(look.hue(hue).fill)
    ]
    return (min(row) + max(row)) / 2 + 0.5 - MIDDLE


@pytest.mark.parametrize(
    ("elapsed", "level", "hue"),
    [(0.0, 0.0, Hue.INHALE), (1.0, 0.5, Hue.INHALE), (1.9999, 1.0, Hue.INHALE), (4.0, 0.45, Hue.EXHALE)],
)
def test_the_orbs_area_follows_the_breath(look: Look, elapsed: float, level: float, hue: Hue) -> None:
    moment = breath(elapsed)
    assert moment.position.level == pytest.approx(level, abs=0.01)
    radius = rim(picture(look, moment), look, hue) / R
    smallest, largest = 0.60**2, 0.875**2
    assert (radius**2 - smallest) / (largest - smallest) == pytest.approx(moment.position.level, abs=0.04)


def test_the_orb_is_full_up_to_its_rim(look: Look) -> None:
    image = picture(look, breath(1.0))
    bg, radius = name(look.theme.bg), rim(image, look, Hue.INHALE)
    inside = {image.pixelColor(MIDDLE + round(radius * share), MIDDLE - 60).name() for share in (-0.6, -0.3, 0.3, 0.6)}
    assert bg not in inside
    assert on_ring(image, 0.125, radius + 8) == bg


# -- the ring


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.75, 0.9])
def test_a_breaths_ring_fills_clockwise_from_the_top(look: Look, share: float) -> None:
    image = picture(look, breath(2 + 4 * share))
    hue = look.hue(Hue.EXHALE)
    done, ahead = share - 0.04, share + 0.04
    assert {on_ring(image, done * part) for part in (0.1, 0.5, 1.0)} == {name(hue.fill)}
    # The round cap at the top reaches back over the start.
    assert {on_ring(image, ahead + (0.98 - ahead) * part) for part in (0, 0.5, 1.0)} == {name(hue.ring_track)}


@pytest.mark.parametrize("share", [0.125, 0.25, 0.5, 0.75])
def test_the_head_is_at_the_end_of_the_arc(look: Look, share: float) -> None:
    image = picture(look, breath(2 * share))
    assert on_ring(image, share) == name(look.hue(Hue.INHALE).fill)
    halo = 9.2
    around = {on_ring(image, share, R + halo), on_ring(image, share, R - halo)}
    around |= {on_ring(image, share + halo / (2 * pi * R)), on_ring(image, share - halo / (2 * pi * R))}
    assert around == {name(look.theme.bg)}


@pytest.mark.parametrize("over", [0.02, 3.5, 7.98])
def test_a_counted_ring_has_a_piece_for_each_second(look: Look, over: float) -> None:
    image = picture(look, moment_at(plan_of_blocks(hold(1, 8)), READY + over))
    hue = look.hue(Hue.HOLD)
    pieces = [on_ring(image, (second + 0.45) / 8) for second in range(8)]
    filled = int(over + 0.55)
    assert pieces == [name(hue.fill)] * filled + [name(hue.ring_track)] * (8 - filled)
    assert {on_ring(image, second / 8) for second in range(8)} == {name(look.theme.bg)}, "gaps"


@pytest.mark.parametrize("over", [0, 2.5, 9.9])
def test_the_dots_before_a_start_fill_one_by_one(look: Look, over: float) -> None:
    image = picture(look, moment_at(plan_of_blocks(hold()), over))
    fill = name(look.hue(Hue.READY).fill)
    assert [on_ring(image, dot / 10) == fill for dot in range(10)] == [dot < over for dot in range(10)]


def test_with_reduced_motion_a_dot_fills_when_its_second_is_over(look: Look) -> None:
    still, fill = look._replace(still=True), name(look.hue(Hue.READY).fill)
    for second in range(10):
        image = picture(still, moment_at(plan_of_blocks(hold()), second + 0.5))
        assert [on_ring(image, dot / 10) == fill for dot in range(10)] == [dot < second for dot in range(10)]


@pytest.mark.parametrize(
    ("ring", "length", "still", "pieces"),
    [
        (Ring.CONTINUOUS, 4, False, 1),
        (Ring.CONTINUOUS, 4, True, 4),
        (Ring.SECONDS, 6, False, 6),
        (Ring.SECONDS, 0.4, False, 1),
        (Ring.SECONDS, 60, False, 60),
        (Ring.SECONDS, 61, True, 6),
        (Ring.SECONDS, 300, False, 30),
    ],
)
def test_how_many_pieces(ring: Ring, length: float, still: bool, pieces: int) -> None:
    assert ring_segments(ring, length, still=still) == pieces


@pytest.mark.parametrize("word", PHASES)
def test_nothing_is_painted_beyond_its_extent(look: Look, word: str) -> None:
    bg, side = colour(look.theme.bg).rgb(), 2 * MIDDLE
    painted = [i for i, one in enumerate(pixels(picture(look, PHASES[word]))) if one != bg]
    assert painted
    assert max(max(abs(i % side - MIDDLE), abs(i // side - MIDDLE)) for i in painted) <= 1.09 * R + 1


# -- change and stillness


def test_the_shape_before_fades_out_within_180_ms(look: Look) -> None:
    before, pacer = breath(1.999), Pacer()
    settled = {late: picture(look, breath(2 + late)) for late in (0.0, 0.1, 0.18, 0.5)}
    faded = {late: picture(look, breath(2 + late), before, pacer) for late in settled}
    assert CROSS_FADE == 0.18
    assert {late: faded[late] != settled[late] for late in settled} == {0.0: True, 0.1: True, 0.18: False, 0.5: False}


def test_in_the_middle_of_the_fade_both_shapes_show(look: Look) -> None:
    plan = plan_of_blocks(contract_relax(1, 6, 6))
    press, relax = moment_at(plan, READY + 5.999), moment_at(plan, READY + 6.04)
    corner = QPoint(MIDDLE + round(0.68 * R), MIDDLE)  # on the square's side, outside of the circle
    shades = [
        picture(look, one, before).pixelColor(corner) for one, before in ((press, None), (relax, press), (relax, None))
    ]
    grey = [shade.lightness() for shade in shades]
    assert min(grey[0], grey[2]) < grey[1] < max(grey[0], grey[2])


@pytest.mark.parametrize("word", ["Get ready", "Inhale", "Exhale", "Press", "Hold", "Walk", "Relax"])
def test_with_reduced_motion_only_whole_seconds_change_the_picture(look: Look, word: str) -> None:
    still, start = look._replace(still=True), PHASES[word].position.start
    before = moment_at(FOURS, start - 0.001)
    pictures = [
        picture(still, moment_at(FOURS, start + second + part), before) for second in range(4) for part in (0.01, 0.9)
    ]
    assert all(pictures[2 * second] == pictures[2 * second + 1] for second in range(4))
    assert all(pictures[2 * second] != pictures[2 * second + 2] for second in range(3))


def test_with_reduced_motion_the_orb_stands_still_and_has_no_dot(look: Look) -> None:
    still = look._replace(still=True)
    orbs = {round(rim(picture(still, breath(elapsed)), still, Hue.EXHALE)) for elapsed in (2.0, 3.5, 5.9)}
    assert orbs == {round(((0.60**2 + 0.875**2) / 2) ** 0.5 * R)}
    image = picture(still, breath(3.0))  # a quarter of the way out
    assert on_ring(image, 0.25, R + 9.5) == name(look.theme.bg)
    assert on_ring(image, 0.25) == name(look.theme.bg), "a gap between two seconds"


def test_a_session_that_stands_still(look: Look) -> None:
    image = blank(look)
    painter = QPainter(image)
    Pacer().paint_stopped(painter, QPointF(MIDDLE, MIDDLE), PacerSize(R, 136, 128, 92, 1.0), look)
    painter.end()
    theme = look.theme
    assert image.pixelColor(MIDDLE, MIDDLE).name() == name(theme.text), "the triangle"
    assert image.pixelColor(MIDDLE - round(0.6 * R), MIDDLE).name() == name(theme.raised)
    dotted = [on_ring(image, step / 720) for step in range(720)]
    starts = sum(
        one != name(theme.bg) and before == name(theme.bg)
        for before, one in zip(dotted[-1:] + dotted, dotted, strict=False)
    )
    assert starts == 40
    assert name(theme.edge) in dotted
    fills = {name(look.hue(hue).fill) for hue in Hue} - {name(theme.text), name(theme.edge)}
    assert not fills & set(dotted)


# -- on what it stands


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("word", PHASES)
@pytest.mark.parametrize("fades", [False, True])
def test_an_opaque_pacer_leaves_nothing_of_what_was_there(look: Look, word: str, ratio: float, fades: bool) -> None:
    moment, size = PHASES[word], PacerSize(R, 136, 128, 92, ratio)
    if fades:
        moment = moment_at(FOURS, moment.position.start + 0.05)
    before = moment_at(FOURS, moment.position.start - 0.001) if moment.position.start else None
    reach = extent(size)
    square = QRect(MIDDLE - reach, MIDDLE - reach, 2 * reach, 2 * reach)
    pictures = []
    for ground in (look.theme.bg, look.theme.danger):
        image = QImage(round(2 * MIDDLE * ratio), round(2 * MIDDLE * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(colour(ground))
        painter = QPainter(image)
        painter.setClipRect(square)
        Pacer(opaque=True).paint(painter, QPointF(MIDDLE, MIDDLE), size, moment, before, look)
        painter.end()
        pictures.append(image.copy(QTransform.fromScale(ratio, ratio).mapRect(square)))
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("word", PHASES)
def test_opaque_or_not_it_looks_the_same_on_the_page(look: Look, word: str) -> None:
    seen_through, opaque = picture(look, PHASES[word]), picture(look, PHASES[word], pacer=Pacer(opaque=True))
    apart = [
        abs(one - other)
        for one, other in zip(bytes(seen_through.constBits()), bytes(opaque.constBits()), strict=True)
        if one != other
    ]
    assert max(apart, default=0) <= 1, "rounding"


# -- layers


def test_layers_are_bounded_over_a_whole_session(look: Look) -> None:
    pacer, most = Pacer(), 0
    for quarter in range(round(FOURS.starts[-1] * 4)):
        moment = moment_at(FOURS, quarter / 4)
        before = moment_at(FOURS, moment.position.start - 0.001)
        picture(look, moment, before, pacer)
        most = max(most, len(pacer._layers._layers))
    assert most == 16


def test_frames_within_a_second_paint_no_new_layer(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[QSize] = []

    class Counted(QPixmap):
        def __init__(self, size: QSize) -> None:
            super().__init__(size)
            made.append(size)

    monkeypatch.setattr(layers_module, "QPixmap", Counted)
    pacer = Pacer()
    for frame in range(30):
        picture(look, breath(3.0 + 0.001 + frame / 31), breath(1.999), pacer)
        if frame == 0:
            assert made
            made.clear()
    assert made == []


def test_one_pacer_paints_any_look_and_size(look: Look) -> None:
    """Within one phase."""
    pacer, moment = Pacer(opaque=True), breath(1.0)
    other = Look(load_theme("light" if look.theme.dark else "dark"))
    for one in (look, other, look._replace(still=True), look):
        assert picture(one, moment, pacer=pacer) == picture(one, moment, pacer=Pacer(opaque=True))
    for size in (PacerSize(120, 100, 90, 70, 1.0), PacerSize(R, 136, 128, 92, 1.0)):
        images = []
        for painted_by in (pacer, Pacer(opaque=True)):
            image = blank(look)
            painter = QPainter(image)
            painted_by.paint(painter, QPointF(MIDDLE, MIDDLE), size, moment, None, look)
            painter.end()
            images.append(image)
        assert images[0] == images[1]


def test_a_layer_is_as_fine_as_the_screen(qapp: QApplication) -> None:
    layers = Layers(2)
    painted: list[str] = []

    def get(key: str, ratio: float) -> QSize:
        layer = layers.get(ratio, key, (20, 10), lambda _: painted.append(f"{key} {ratio}"))
        assert layer.devicePixelRatio() == ratio
        return layer.size()

    assert get("a", 1.0) == QSize(20, 10)
    assert get("a", 2.0) == QSize(40, 20)
    get("a", 1.0)
    get("b", 1.0)  # the one used longest ago goes: a at 2
    get("a", 1.0)
    get("a", 2.0)
    assert painted == ["a 1.0", "a 2.0", "b 1.0", "a 2.0"]
