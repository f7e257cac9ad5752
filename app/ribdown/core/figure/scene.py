"""What a picture of the figure holds: the solved body, what is around it, and what is pointed out.

Lengths are body heights, x to the right and y up, the floor at y 0; angles are degrees, counter-clockwise. The figure
faces +x and its near (right) side is the one at work; for the left side a painter mirrors the whole scene.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from msgspec import Struct

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x0, y0, x1, y1


class Layer(StrEnum):
    """Where a prop is painted: behind the figure, between its far and near leg, or in front of it."""

    BACK = "back"
    BETWEEN = "between"
    FRONT = "front"


class Prop(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """A thing the body lies, stands or leans on."""

    layer: Layer = Layer.BACK


class Floor(Prop, frozen=True, kw_only=True, tag="floor"):
    """The floor; `ticks` is the distance of its marks, 0 for none."""

    y: float = 0.0
    ticks: float = 0.0


class Wall(Prop, frozen=True, kw_only=True, tag="wall"):
    """A wall to the right of `x`."""

    x: float


class Mat(Prop, frozen=True, kw_only=True, tag="mat"):
    """A mat on `y`."""

    x0: float
    x1: float
    y: float = 0.0


class Couch(Prop, frozen=True, kw_only=True, tag="couch"):
    """A couch seen from the front, its seat at the height `h`."""

    x0: float
    x1: float
    h: float


class SofaSide(Prop, frozen=True, kw_only=True, tag="sofa_side"):
    """A couch seen from its side: seat edge at `x1`, seat height `h`, seat depth `w`, backrest to the left."""

    x1: float
    h: float
    w: float


class Bench(Prop, frozen=True, kw_only=True, tag="bench"):
    """A bench of height `h`."""

    x0: float
    x1: float
    h: float


class Bed(Prop, frozen=True, kw_only=True, tag="bed"):
    """A bed seen from its side, its mattress' top at `h`."""

    x0: float
    x1: float
    h: float


class BedTop(Prop, frozen=True, kw_only=True, tag="bed_top"):
    """A bed seen from above."""

    x0: float
    y0: float
    x1: float
    y1: float


class Chair(Prop, frozen=True, kw_only=True, tag="chair"):
    """A desk chair of seat height `h`."""

    x0: float
    x1: float
    h: float


class Desk(Prop, frozen=True, kw_only=True, tag="desk"):
    """A desk of height `h`."""

    x0: float
    x1: float
    h: float


class Pillow(Prop, frozen=True, kw_only=True, tag="pillow"):
    """A pillow, `w` by `h`, to the right from `x` and up from `y` (`y` is its centre where it is turned by `rot`);
    `dent` is the share of its height that the head presses in."""

    x: float
    y: float
    w: float
    h: float
    dent: float = 0.0
    rot: float = 0.0


class Ball(Prop, frozen=True, kw_only=True, tag="ball"):
    """A ball around x, y; in a figure's data that may be counted from the joint `on`."""

    x: float
    y: float
    r: float
    on: str = ""


AnyProp = Floor | Wall | Mat | Couch | SofaSide | Bench | Bed | BedTop | Chair | Desk | Pillow | Ball
Tone = Literal["inhale", "exhale", "contract", "relax", "ok"]


class Cue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """A mark that points something out, at a joint and `off` from it."""

    at: str
    off: Point = (0.0, 0.0)
    tone: Tone


class Arrow(Cue, frozen=True, kw_only=True, tag="arrow"):
    """An arrow of length `len` in the direction `dir`, its middle at the place."""

    dir: float
    len: float


class Curl(Cue, frozen=True, kw_only=True, tag="curl"):
    """An arrow along an arc of radius `r` around the place, from one angle to the other."""

    r: float
    start: float
    end: float


class Line(Cue, frozen=True, kw_only=True, tag="line"):
    """A dashed line from the place."""

    dir: float
    len: float


AnyCue = Arrow | Curl | Line


class Fault(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is wrong in a pose that shows a mistake. `zone` is `lumbar`, `ribs` or `upper_back` (a band along that
    outline) or a joint (a ring of radius `r`); the sign sits at `badge` from it. `text` says it in a few words."""

    zone: str
    badge: Point
    text: str
    r: float = 0.05


class FeetInset(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="feet"):
    """The feet from above, turned out by `turn`; more than 8 is a mistake."""

    at: Point
    turn: float


class HeadEndInset(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="head_end"):
    """The couch and the body seen from the head's end: one leg hangs over the long edge."""

    at: Point


AnyInset = FeetInset | HeadEndInset


@dataclass(frozen=True, slots=True)
class Leg:
    """`sole` is the world angle from heel to toes, `toe` the extension where the toes hinge."""

    hip: Point
    knee: Point
    ankle: Point
    sole: float
    toe: float


@dataclass(frozen=True, slots=True)
class Arm:
    """`hand` is the hand's world angle. Shoulder to elbow to wrist are drawn as they are, foreshortened or not."""

    shoulder: Point
    elbow: Point
    wrist: Point
    hand: float


@dataclass(frozen=True, slots=True)
class Trunk:
    """World angles of the long axes from the hip upwards, the spine from L5S1 to C7, and the closed outline of 22
    points: 0–3 pelvis behind (crotch, gluteal fold, buttock, sacrum), 4–10 back (upwards), 11–12 shoulder, 13–17 front
    (downwards), 18–21 pelvis in front (lower belly, ASIS, groin, crotch). The spine's points are 0–5 lumbar (L5S1 to
    T12) and 6–13 on to C7."""

    pelvis: float
    thorax: float
    c7: float
    neck: float
    head: float
    lumbar: float  # flexion; negative is arched
    ribs: float  # -1 down, 1 flared
    spine: tuple[Point, ...]
    outline: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A solved body. `joints` has every joint and skin point by its name; `muscles` their effort, 0–1; `ghost` how far
    the near arm is seen through."""

    trunk: Trunk
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm
    joints: Mapping[str, Point]
    muscles: Mapping[str, float]
    ghost: float = 0.0
    face: bool = False  # the head is turned so that the face is seen, as when lying prone
    weight: bool = False  # a kettlebell in the hands


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture. `cues` come with how much they show, 0–1; `ground` is how far the floor's marks have moved to the
    right; `words` say the pose in a sentence, `label` in a few words."""

    body: Body
    view: Box
    props: tuple[AnyProp, ...]
    words: str
    cues: tuple[tuple[AnyCue, float], ...] = ()
    fault: Fault | None = None
    inset: AnyInset | None = None
    ground: float = 0.0
    label: str = ""
