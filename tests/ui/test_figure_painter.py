"""The figure's painter: every pose of every figure, mirrored for the left side, and what must be seen in it."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ribdown.core.figure.motion import Figure, pose_at
from ribdown.core.figure.scene import Arm, Bed, Body, Couch, FeetInset, Floor, HeadEndInset, Layer, Pillow, Scene
from ribdown.core.figure.shown import fault_scene
from ribdown.infra.figure_colours import load_figure_colours
from ribdown.infra.figures import BundledFigures
from ribdown.infra.resources import resource_folder
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets import figure_painter
from ribdown.ui.widgets.figure_painter import FigurePainter
from ribdown.ui.widgets.figure_parts.canvas import Canvas, canvas_on
from ribdown.ui.widgets.figure_parts.feet_inset import SIGN

COLOURS = load_figure_colours()
NAMES = sorted(file.name.removesuffix(".toml") for file in (resource_folder() / "figure").iterdir())
FIGURES = BundledFigures()
SIZE = (300, 200)


def figure(name: str) -> Figure:
    found = FIGURES.figure_of(name)
    assert found
    return found


def every_pose() -> Iterator[str]:
    for name in NAMES:
        yield from (f"{name}/{pose}" for pose in figure(name).poses)


@cache
def scene(pose: str) -> Scene:
    name, _, key = pose.partition("/")
    return fault_scene(figure(name), key)


POSES = list(every_pose())
FAULTS = [pose for pose in POSES if scene(pose).fault]
STANDING = replace(scene("posture-pulse/easy"), cues=())
WALKING = scene("reverse-walking/heel")
XRAY = ("glutes", "quadsL", "psoas", "core")


@pytest.fixture(params=["dark", "light"])
def look(request: pytest.FixtureRequest, qtbot: QtBot) -> Look:
    return Look(load_theme(request.param))


def picture(
    one: Scene,
    look: Look,
    size: tuple[int, int] = SIZE,
    *,
    mirrored: bool = False,
    painter: FigurePainter | None = None,
    ground: str = "",
) -> QImage:
    """The scene on a surface of the theme."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(colour(ground or look.theme.surface))
    on = QPainter(image)
    box = QRect(0, 0, *size)
    colours = COLOURS[look.theme.dark]
    (painter or FigurePainter()).paint(on, box, one, colours, look.theme.surface, mirrored=mirrored)
    on.end()
    return image


def count(image: QImage, ink: str) -> int:
    """How many pixels have exactly this colour."""
    return memoryview(bytes(image.constBits())).cast("I").tolist().count(colour(ink).rgb())


def differing(one: QImage, other: QImage, least: int = 90) -> float:
    """The share of colour values that differ by at least that; as it is, by more than an edge's smoothing."""
    both = one.copy()
    painter = QPainter(both)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    packed = both.convertedTo(QImage.Format.Format_RGB888)  # held: its bits go with it
    values = bytes(packed.constBits())
    return len(values.translate(None, bytes(range(least)))) / len(values)


def middle(image: QImage, ink: str) -> QPoint:
    """Where the pixels of a colour lie on average."""
    found = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == colour(ink).rgb()
    ]
    assert found
    return QPoint(sum(x for x, _ in found) // len(found), sum(y for _, y in found) // len(found))


def on_the_leg(body: Body) -> Arm:
    """An arm that hides nothing of the trunk."""
    return Arm(body.joints["hip"], body.joints["kneeR"], body.joints["ankleR"], -90)


# -- every pose


@pytest.mark.parametrize("pose", POSES)
def test_the_left_side_is_the_mirror_image(pose: str, look: Look) -> None:
    right, left = picture(scene(pose), look), picture(scene(pose), look, mirrored=True)
    assert differing(right, left) > 0.005
    assert differing(right.flipped(Qt.Orientation.Horizontal), left) < 0.002


@pytest.mark.parametrize("pose", POSES)
def test_nothing_is_painted_outside_of_its_rectangle(pose: str, look: Look) -> None:
    blank = QImage(320, 240, QImage.Format.Format_RGB32)
    blank.fill(colour(look.theme.surface))
    for box in (QRect(40, 30, 220, 160), QRect(60, 20, 70, 200), QRect(20, 60, 260, 61)):
        image = blank.copy()
        painter = QPainter(image)
        FigurePainter().paint(painter, box, scene(pose), COLOURS[look.theme.dark], look.theme.surface, mirrored=False)
        assert image != blank
        painter.fillRect(box, colour(look.theme.surface))
        painter.end()
        assert image == blank


@pytest.mark.parametrize("pose", POSES)
def test_every_pose_shows_body_and_clothes(pose: str, look: Look) -> None:
    image, colours = picture(scene(pose), look, (600, 600)), COLOURS[look.theme.dark]
    for ink in (colours.skin, colours.shirt, colours.shorts, colours.bead):
        assert count(image, ink) > 20, ink


@pytest.mark.parametrize("name", NAMES)
def test_the_motions_of_a_figure_can_be_painted(name: str, look: Look) -> None:
    for motion in figure(name).motions:
        frames = [picture(pose_at(figure(name), motion, share, share), look, (180, 120)) for share in (0.0, 0.3, 0.7)]
        assert all(count(frame, COLOURS[look.theme.dark].shirt) for frame in frames), motion


# -- the body


def test_the_near_limbs_cover_the_far_ones(look: Look) -> None:
    colours = COLOURS[look.theme.dark]
    assert count(picture(WALKING, look), colours.skin_far) > 100
    body = WALKING.body
    covered = replace(WALKING, body=replace(body, far_leg=body.near_leg, far_arm=body.near_arm, muscles={}))
    image = picture(covered, look)
    assert [count(image, ink) for ink in (colours.skin_far, colours.shorts_far, colours.shirt_far)] == [0, 0, 0]


def test_a_halo_of_the_surface_sets_the_near_limbs_off(look: Look) -> None:
    without_props = replace(WALKING, props=())
    image = picture(without_props, look, (600, 600), ground="#FF00FF")
    assert count(image, look.theme.surface) > 100
    assert count(image, "#FF00FF") > 0.5 * image.width() * image.height()


@pytest.mark.parametrize("pose", ["posture-pulse/easy", "hip-lift/ready", "couch-stretch/reset"])
def test_a_breath_swells_the_chest(pose: str, look: Look) -> None:
    name, _, key = pose.partition("/")
    out, full = (pose_at(figure(name), key, 0, level) for level in (0.0, 1.0))
    arm = replace(out.body.near_arm, elbow=(0.05, 0.0), wrist=(0.1, 0.0))  # out of the way
    shirts = []
    for one in (out, full):
        body = replace(one.body, muscles={}, ghost=0.0, near_arm=arm, far_arm=arm)
        image = picture(replace(one, body=body, props=(), cues=(), inset=None), look, (600, 600))
        shirts.append(count(image, COLOURS[look.theme.dark].shirt))
    assert shirts[1] > 1.03 * shirts[0]


def test_trunk_and_spine_are_seen_through_a_ghost_arm(look: Look) -> None:
    seen = [
        count(picture(replace(STANDING, body=replace(STANDING.body, ghost=ghost)), look), COLOURS[look.theme.dark].skin)
        for ghost in (0.0, 0.30)
    ]
    assert seen[1] < seen[0] - 200


def test_the_far_sleeve_does_not_show_in_front_of_a_ghost_shoulder(look: Look) -> None:
    slumped, size = replace(scene("posture-pulse/slumped"), fault=None), (600, 600)
    body = slumped.body
    out_of_the_way = replace(slumped, body=replace(body, far_arm=on_the_leg(body)))
    images = [picture(one, look, size) for one in (slumped, out_of_the_way)]
    at = canvas_of(images[0], slumped).pixel(body.near_arm.shoulder).toPoint()
    shoulder = QRect(at.x() - 32, at.y() - 32, 64, 64)
    assert differing(images[0].copy(shoulder), images[1].copy(shoulder), 30) == 0


def test_a_ghost_arm_comes_gradually(look: Look) -> None:
    steps = [
        picture(replace(STANDING, body=replace(STANDING.body, ghost=ghost)), look) for ghost in (0.0, 0.01, 0.29, 0.30)
    ]
    assert differing(steps[0], steps[1]) < 0.002
    assert differing(steps[2], steps[3]) < 0.002
    assert differing(steps[0], steps[3]) > 0.001


@pytest.mark.parametrize(
    ("muscle", "role"),
    [
        ("glutes", "muscle"),
        ("hamstrings", "muscle"),
        ("quads", "muscle"),
        ("calves", "muscle"),
        ("hamstringsL", "muscle"),
        ("core", "core"),
        ("psoas", "psoas"),
        ("psoas_short", "psoas_short"),
    ],
)
def test_a_muscle_shows_more_the_more_it_works(muscle: str, role: str, look: Look) -> None:
    ink = colour(getattr(COLOURS[look.theme.dark], role))
    body = scene("long-step-split-squat/bottom").body
    off, nearest = [], []
    for effort in (0.0, 0.3, 1.0):
        shown = replace(scene("long-step-split-squat/bottom"), body=replace(body, muscles={muscle: effort}))
        image = picture(shown, look)
        off.append(image)
        nearest.append(sum(_near(image.pixelColor(x, y), ink) for x in range(0, 300, 2) for y in range(0, 200, 2)))
    assert off[0] != off[1] != off[2]
    assert nearest[2] > nearest[0]


def _near(one: QColor, other: QColor, least: int = 130) -> bool:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < least


def test_a_small_figure_shows_only_what_works_hard(look: Look) -> None:
    bottom = scene("long-step-split-squat/bottom")

    def shows(effort: float, size: tuple[int, int]) -> bool:
        pictures = [
            picture(replace(bottom, body=replace(bottom.body, muscles=dict.fromkeys(XRAY, one))), look, size)
            for one in (effort, 0.0)
        ]
        return pictures[0] != pictures[1]

    small, large = (150, 150), (200, 200)  # the view is one body height high
    assert [shows(0.59, small), shows(0.6, small), shows(0.59, large)] == [False, True, True]


def test_a_muscle_that_is_not_drawn_on_the_far_side_changes_nothing(look: Look) -> None:
    plain = replace(WALKING, body=replace(WALKING.body, muscles={}))
    named = replace(WALKING, body=replace(WALKING.body, muscles={"glutesL": 1.0, "psoasL": 1.0}))
    assert picture(plain, look) == picture(named, look)


def test_a_head_that_is_turned_shows_its_face(look: Look) -> None:
    lying = scene("prone-hip-extension/ready")
    assert lying.body.face
    assert picture(lying, look) != picture(replace(lying, body=replace(lying.body, face=False)), look)


def test_a_kettlebell_is_in_the_hands(look: Look) -> None:
    loaded = scene("split-squat-hold-loaded/low_loaded")
    weight = COLOURS[look.theme.dark].weight
    assert count(picture(loaded, look), weight) > 60
    assert count(picture(replace(loaded, body=replace(loaded.body, weight=False)), look), weight) == 0


# -- what is pointed out


@pytest.mark.parametrize("pose", FAULTS)
@pytest.mark.parametrize("size", [(600, 400), (160, 110)])
def test_a_fault_is_crimson_at_its_zone_and_its_sign(pose: str, size: tuple[int, int], look: Look) -> None:
    wrong = replace(scene(pose), inset=None)
    fault = wrong.fault
    assert fault
    crimson = COLOURS[look.theme.dark].fault
    assert count(picture(replace(wrong, fault=None), look, size), crimson) == 0
    image = picture(wrong, look, size)
    joint = {"lumbar": "lumbar_back", "ribs": "ribs", "upper_back": "thorax_back"}.get(fault.zone, fault.zone)
    x, y = wrong.body.joints[joint]
    sign = near(image, wrong, (x + fault.badge[0], y + fault.badge[1]))
    assert crimson_around(image, sign, 0.8, crimson), "the octagon"
    assert count(image.copy(sign), COLOURS[look.theme.dark].on_fault) > 5, "the cross"
    zone = near(image, wrong, (x, y), max(fault.r, 0.05))
    assert count(image.copy(zone), crimson) > 10, "the zone"


def crimson_around(image: QImage, box: QRect, share: float, crimson: str) -> bool:
    """Whether the box, which a sign fills, is crimson to that share of its corners' distance."""
    inks = count(image.copy(box), crimson)
    return inks > share * 0.35 * box.width() * box.height()


def near(image: QImage, one: Scene, place: tuple[float, float], radius: float = 0.034) -> QRect:
    """The box around a place in body heights, kept inside as signs are."""
    canvas = canvas_of(image, one)
    half = round(max(radius * canvas.scale, 9))
    at, edge = canvas.pixel(place), 1.2 * half
    x = min(max(at.x(), edge), image.width() - edge)
    y = min(max(at.y(), edge), image.height() - edge)
    return QRect(round(x) - half, round(y) - half, 2 * half, 2 * half)


def canvas_of(image: QImage, one: Scene, *, mirrored: bool = False) -> Canvas:
    """How the painter lays a scene on a picture."""
    return canvas_on(QPainter(), QRectF(image.rect()), one.view, COLOURS[True], "", mirrored=mirrored)


def test_a_lumbar_fault_turns_the_lumbar_beads_crimson(look: Look) -> None:
    wrong = scene("posture-pulse/slumped")
    fault = wrong.fault
    assert fault
    assert fault.zone == "lumbar"
    bead = COLOURS[look.theme.dark].bead
    body = replace(wrong.body, ghost=0.0, near_arm=on_the_leg(wrong.body))
    elsewhere = replace(wrong, fault=fault.__class__(zone="kneeR", badge=fault.badge, text="Elsewhere", r=0.03))
    beads = [count(picture(replace(one, body=body), look, (600, 600)), bead) for one in (wrong, elsewhere)]
    assert beads[0] < 0.7 * beads[1]


def test_cues_come_up_with_the_movement(look: Look) -> None:
    pose = next(pose for pose in POSES if scene(pose).cues and not scene(pose).fault)
    cue, _ = scene(pose).cues[0]
    shown = [picture(replace(scene(pose), cues=((cue, share),)), look) for share in (0.0, 0.5, 1.0)]
    assert shown[0] == picture(replace(scene(pose), cues=()), look)
    assert shown[0] != shown[1] != shown[2]


# -- insets


def test_feet_that_turn_out_bear_the_octagon_and_straight_ones_the_tick(look: Look) -> None:
    colours = COLOURS[look.theme.dark]
    bare = replace(STANDING, fault=None)
    wrong, right = (
        picture(replace(bare, inset=FeetInset(at=(0.1, 0.6), turn=turn)), look, (600, 600)) for turn in (8.1, 8.0)
    )
    assert count(wrong, colours.fault) > 200
    assert count(wrong, colours.ok) == 0
    assert count(right, colours.fault) == 0
    assert count(right, colours.ok) > 200


def test_the_tick_is_not_turned_round_with_the_scene(look: Look) -> None:
    """Seen from its own middle, it is the same on both sides; its mirror image is not."""
    straight = replace(STANDING, inset=FeetInset(at=(0.1, 0.6), turn=0.0))
    size, half = (800, 800), 28
    colours = COLOURS[look.theme.dark]
    ticks = []
    for mirrored in (False, True):
        image = picture(straight, look, size, mirrored=mirrored)
        disc = canvas_of(image, straight, mirrored=mirrored).pixel((0.1 + SIGN[0], 0.6 + SIGN[1])).toPoint()
        ticks.append(image.copy(disc.x() - half, disc.y() - half, 2 * half, 2 * half))
    assert count(ticks[0], colours.on_ok) > 40
    alike = differing(ticks[0], ticks[1])
    assert differing(ticks[0], ticks[1].flipped(Qt.Orientation.Horizontal)) > max(3 * alike, 0.05)


@pytest.mark.parametrize("mirrored", [False, True])
def test_from_the_heads_end_the_leg_hangs_on_the_side_at_work(look: Look, mirrored: bool) -> None:
    ink = COLOURS[look.theme.dark].skin
    with_inset = replace(STANDING, inset=HeadEndInset(at=(0.0, 0.5)), props=())
    box = QRect(300 - 60, 300 - 60, 120, 120)
    inset = picture(with_inset, look, (600, 600), mirrored=mirrored).copy(box)
    hanging = middle(inset, ink)
    assert (hanging.x() < 60) is mirrored
    assert hanging.y() > 55


def test_a_low_picture_has_no_room_for_an_inset(look: Look) -> None:
    with_inset = replace(STANDING, inset=FeetInset(at=(0.0, 0.5), turn=0.0))
    assert picture(with_inset, look, (200, 109)) == picture(STANDING, look, (200, 109))
    assert picture(with_inset, look, (200, 110)) != picture(STANDING, look, (200, 110))


@pytest.mark.parametrize("at", [(-3.0, -3.0), (3.0, 3.0)])
def test_an_inset_is_seen_whole(look: Look, at: tuple[float, float]) -> None:
    inside, outside = (replace(STANDING, inset=FeetInset(at=place, turn=0.0)) for place in ((0.0, 0.5), at))
    ink = COLOURS[look.theme.dark].ok
    assert count(picture(outside, look), ink) == pytest.approx(count(picture(inside, look), ink), rel=0.15)


# -- what is around


def test_props_are_painted_once_for_each_size_theme_and_side(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    painted: list[int] = []
    monkeypatch.setattr(figure_painter, "paint_behind", lambda canvas, props: painted.append(len(props)))
    looks = [Look(load_theme(name)) for name in ("dark", "light")]
    painter = FigurePainter()

    def paint(look: Look, size: tuple[int, int] = SIZE, *, mirrored: bool = False, share: float = 0.0) -> int:
        picture(pose_at(figure("couch-stretch"), "exhale", share, 0), look, size, mirrored=mirrored, painter=painter)
        return len(painted)

    assert [paint(looks[0], share=share / 10) for share in range(10)] == [1] * 10
    assert paint(looks[0], (301, 200)) == 2
    assert paint(looks[1]) == 3
    assert paint(looks[1], mirrored=True) == 4
    assert paint(looks[1], mirrored=True) == 4


@pytest.mark.parametrize("pose", ["couch-stretch/reset", "thomas-test/flat"])
def test_furniture_that_the_picture_cuts_goes_off_softly(pose: str, look: Look) -> None:
    one = scene(pose)
    image = picture(one, look, (600, 400))
    prop = next(prop for prop in one.props if isinstance(prop, Couch | Bed))
    y = round(canvas_of(image, one).pixel((0.0, prop.h - 0.03)).y())
    assert _near(image.pixelColor(1, y), colour(look.theme.surface), 12)
    assert not _near(image.pixelColor(120, y), colour(look.theme.surface), 12)


def test_props_are_as_fine_as_the_screen(look: Look) -> None:
    couch = scene("couch-stretch/reset")
    single = picture(couch, look, (600, 400))
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(colour(look.theme.surface))
    painter = QPainter(image)
    colours = COLOURS[look.theme.dark]
    FigurePainter().paint(painter, QRect(0, 0, 300, 200), couch, colours, look.theme.surface, mirrored=False)
    painter.end()
    image.setDevicePixelRatio(1)
    assert differing(image, single) < 0.02


def test_the_floors_marks_run_with_the_ground_without_a_jump(look: Look) -> None:
    floor = next(prop for prop in WALKING.props if isinstance(prop, Floor))
    assert floor.ticks > 0
    moved = [picture(replace(WALKING, ground=floor.ticks * part), look) for part in (0.0, 0.5, 1.0)]
    assert differing(moved[0], moved[2], 20) < 0.1 * differing(moved[0], moved[1], 20)


def test_what_lies_between_the_legs_is_behind_the_near_one(look: Look) -> None:
    x, y = WALKING.body.near_leg.knee
    ink = COLOURS[look.theme.dark].pillow
    shown = {}
    for layer in Layer:
        cushion = Pillow(x=x - 0.1, y=y - 0.1, w=0.4, h=0.2, layer=layer)
        shown[layer] = count(picture(replace(WALKING, props=(cushion,)), look), ink)
    assert 0 < shown[Layer.BACK] < shown[Layer.BETWEEN] < shown[Layer.FRONT]


# -- many frames


def test_painting_keeps_the_references_to_none(qtbot: QtBot) -> None:
    look, painter = Look(load_theme("dark")), FigurePainter()
    frames = [pose_at(figure("hip-lift"), "exhale", share / 20, 0) for share in range(20)]
    picture(frames[0], look, painter=painter)
    before = sys.getrefcount(None)
    for _ in range(10):
        for one in frames:
            picture(one, look, painter=painter)
    assert before - sys.getrefcount(None) < 50
    assert len(painter._layers._layers) == 1
