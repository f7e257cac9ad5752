"""A moment of the figure, before it breathes: its posture and all that is shown with it."""

from msgspec import Struct
from msgspec.structs import replace

from ribdown.core.figure.posture import Posture
from ribdown.core.figure.scene import AnyCue, AnyInset, AnyProp, Ball, Body, Box, Fault, Scene
from ribdown.core.figure.solve import body_of


class Still(Struct, frozen=True, kw_only=True):
    """A scene whose body is still a posture."""

    posture: Posture
    view: Box
    props: tuple[AnyProp, ...]
    label: str
    words: str
    cues: tuple[tuple[AnyCue, float], ...] = ()
    fault: Fault | None = None
    inset: AnyInset | None = None
    ground: float = 0.0
    face: bool = False
    weight: bool = False


class Key(Struct, frozen=True):
    """A still with its body solved: what can be mixed with another."""

    still: Still
    body: Body


def key_of(still: Still) -> Key:
    """The still, solved."""
    return Key(still, body_of(still.posture, face=still.face, weight=still.weight))


def scene_of(still: Still, breath: float) -> Scene:
    """The picture, at a breath level of 0–1."""
    body = body_of(still.posture, breath, face=still.face, weight=still.weight)
    return Scene(
        body=body,
        view=still.view,
        props=tuple(_held(prop, body) for prop in still.props),
        words=still.words,
        cues=still.cues,
        fault=still.fault,
        inset=still.inset,
        ground=still.ground,
        label=still.label,
    )


def _held(prop: AnyProp, body: Body) -> AnyProp:
    """A ball that is held by a joint, where that is now."""
    if isinstance(prop, Ball) and prop.on:
        x, y = body.joints[prop.on]
        return replace(prop, x=x + prop.x, y=y + prop.y, on="")
    return prop
