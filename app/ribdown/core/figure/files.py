"""What a figure's file holds: poses as they are written down, each perhaps from another one, and motions through them.

Lengths are body heights, angles degrees. R is the near side, L the far one.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import fields

from ribdown.core.figure.motion import Ease
from ribdown.core.figure.posture import Part
from ribdown.core.figure.scene import AnyCue, AnyInset, AnyProp, Box, Fault

# Bounds keep out what is no number, too.
Angle = Annotated[float, Meta(ge=-360, le=360)]
Bend = Annotated[float, Meta(ge=0, le=160)]
Length = Annotated[float, Meta(ge=-3, le=3)]
Share = Annotated[float, Meta(ge=0, le=1)]
Place = tuple[Length, Length]


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    def given(self) -> set[str]:
        """The keys that say something else than what holds without them."""
        return {field.name for field in fields(self) if getattr(self, field.name) != field.default}


class LegFile(_Table, frozen=True, kw_only=True):
    """A leg by what its foot touches (`contact` and `at`), by its ankle (`ankle_at`) or by its joints."""

    contact: Literal["sole", "heel", "ball", "toe", "dorsum", ""] = ""
    at: Place | None = None
    ankle_at: Place | None = None
    sole: Angle | None = None
    hip: Angle | None = None
    knee: Bend | None = None
    ankle: Angle | None = None
    toe: Angle = 0.0

    def __post_init__(self) -> None:
        if self.given() - {"toe"} not in ({"contact", "at", "sole"}, {"ankle_at", "sole"}, {"hip", "knee", "ankle"}):
            raise ValueError("a leg has either contact, at and sole, or ankle_at and sole, or hip, knee and ankle")


class ArmFile(_Table, frozen=True, kw_only=True):
    """An arm by where its wrist is (`at`, or `on` a joint and `off` from it) or by its joints."""

    at: Place | None = None
    on: str = ""
    off: Place | None = None
    bend: Literal[-1, 1] = -1
    hand_abs: Angle | None = None
    shoulder: Angle | None = None
    elbow: Angle | None = None
    wrist: Angle = 8.0
    short: Share = 1.0

    def __post_init__(self) -> None:
        given = self.given() - {"wrist", "short"}
        if given != {"shoulder", "elbow"} and given - {"bend", "hand_abs"} not in ({"at"}, {"on", "off"}):
            raise ValueError(
                "an arm has either at, or on and off, each perhaps with bend and hand_abs, or shoulder and elbow"
            )


class Muscles(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Efforts; L is the far side."""

    glutes: Share = 0.0
    hamstrings: Share = 0.0
    quads: Share = 0.0
    calves: Share = 0.0
    psoas: Share = 0.0
    glutesL: Share = 0.0  # noqa: N815
    hamstringsL: Share = 0.0  # noqa: N815
    quadsL: Share = 0.0  # noqa: N815
    calvesL: Share = 0.0  # noqa: N815
    psoasL: Share = 0.0  # noqa: N815
    core: Share = 0.0
    psoas_short: Share = 0.0


class PoseFile(_Table, frozen=True, kw_only=True):
    """A pose. What is not given comes from the pose `base`; label, words, cues, fault and inset never do. `label` is
    shown, `words` are for someone who can't see the figure. The body is placed by `hip` or `anchor` (a joint and where
    it is), and `snap` (a part of the trunk and the height it lies at)."""

    label: str
    words: str
    base: str = ""
    pelvis: Angle | None = None
    lumbar: Angle | None = None
    thorax: Angle | None = None
    neck: Angle | None = None
    head: Angle | None = None
    ribs: Annotated[float, Meta(ge=-1, le=1)] | None = None
    hip: Place | None = None
    anchor: tuple[str, Place] = ("", (0.0, 0.0))
    snap: tuple[Literal[Part, ""], Length] = ("", 0.0)
    legR: LegFile | None = None  # noqa: N815
    legL: LegFile | None = None  # noqa: N815
    armR: ArmFile | None = None  # noqa: N815
    armL: ArmFile | None = None  # noqa: N815
    muscles: Muscles | None = None
    ghost: Share | None = None
    face: bool | None = None
    weight: bool | None = None
    view: Box | None = None
    props: tuple[AnyProp, ...] = ()
    cues: tuple[AnyCue, ...] = ()
    fault: Fault | None = None
    inset: AnyInset | None = None


class MotionFile(_Table, frozen=True, kw_only=True):
    """A path of poses, which takes `seconds` or the whole phase; or a walk through `keys`, with `seconds` and the
    ground's `stride` a circle; `swap_half` puts the same keys with sides exchanged after them."""

    path: tuple[str, ...] = ()
    ease: Ease = "sine"
    keys: tuple[str, ...] = ()
    swap_half: bool = False
    stride: Length = 0.0
    seconds: Annotated[float, Meta(gt=0, le=60)] | None = None

    def __post_init__(self) -> None:
        if bool(self.path) == bool(self.keys):
            raise ValueError("a motion has either a path or keys")
        if self.keys and self.seconds is None:
            raise ValueError("a motion of keys says how many seconds they take")


class FigureFile(_Table, frozen=True, kw_only=True):
    """A figure's file. What is not given comes from the figure `base`; motions never do. `start` names the pose of the
    starting position; `view` frames it; `inset` is shown in every pose that has neither one nor a fault of its own."""

    start: str
    base: str = ""
    view: Box | None = None
    props: tuple[AnyProp, ...] = ()
    inset: AnyInset | None = None
    poses: dict[str, PoseFile] = {}
    motions: dict[str, MotionFile] = {}
