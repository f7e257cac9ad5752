"""The trunk, neck and head: solved around the hip, its outline, and how it is laid down."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from ribdown.core.figure.plane import mix_points, placed
from ribdown.core.figure.posture import Part, TrunkAngles
from ribdown.core.figure.scene import Point, Trunk
from ribdown.core.figure.skeleton import HEAD, L5S1, LUMBAR, NECK, NECK_LEAN, SHOULDER, TAIL, TAILBONE, THORAX
from ribdown.core.figure.spine import spine_curve

_PELVIS_BEHIND = ((-0.012, -0.064), (-0.066, -0.048), (-0.088, -0.004), (-0.077, 0.060))
_PELVIS_IN_FRONT = ((0.064, 0.075), (0.066, 0.038), (0.058, -0.005), (0.020, -0.062))
_SHOULDERS = ((-0.031, 0.013), (0.034, 0.008))
# Spine point and how far the skin is behind it; the lumbar ones grow as the hollow of the back flattens.
_LUMBAR_BACK = (1, 3)
_BACK = ((5, 0.051), (7, 0.055), (9, 0.056), (11, 0.053), (12, 0.050))
_BRIDGED = 0.6  # share of the hollow, for each 1 that it is deeper than in easy standing
# Spine point, how far the skin is in front of it, and how far a full breath and flared ribs move that.
_FRONT = (
    (11, 0.058, 0.002, 0.0),
    (9, 0.086, 0.006, 0.004),
    (6, 0.090, 0.011, 0.014),
    (4, 0.086, 0.016, 0.004),
    (2, 0.082, 0.012, 0.0),
)
_PARTS: Mapping[Part, slice] = MappingProxyType(
    {
        "back": slice(1, 11),
        "thorax_back": slice(7, 11),
        "lumbar_back": slice(4, 7),
        "pelvis_back": slice(1, 4),
        "front": slice(13, 21),
        "pelvis_front": slice(18, 21),
        "belly": slice(16, 19),
        "chest": slice(13, 16),
        "seat": slice(0, 3),
    }
)


def trunk_around_hip(angles: TrunkAngles, breath: float) -> Trunk:
    """The trunk with the hip at 0, 0. `breath` (0–1) swells chest and belly."""
    pelvis = angles.pelvis
    thorax = pelvis - angles.lumbar
    c7 = thorax - angles.thorax
    neck = c7 - NECK_LEAN - angles.neck
    # How deep the small of the back is: 1 in easy standing, 0 when it is flat.
    hollow = min(max(1 - angles.lumbar / 20, 0.0), 1.7)
    low = placed((0.0, 0.0), pelvis - 90, L5S1)
    bend = placed(low, (pelvis + thorax) / 2, (LUMBAR, 0.0))
    top = placed(bend, (thorax + c7) / 2, (THORAX, 0.0))
    curve = spine_curve(low, bend, top, (pelvis - 16 * hollow, thorax + 13 * hollow, c7 - NECK_LEAN))
    return Trunk(
        pelvis=pelvis,
        thorax=thorax,
        c7=c7,
        neck=neck,
        head=c7 - angles.neck - angles.head,
        lumbar=angles.lumbar,
        ribs=angles.ribs,
        spine=tuple((x, y) for x, y, _, _ in curve),
        outline=tuple(_outline(angles, breath, hollow, c7, curve)),
    )


def _outline(
    angles: TrunkAngles, breath: float, hollow: float, c7: float, curve: list[tuple[float, float, float, float]]
) -> list[Point]:
    hip = (0.0, 0.0)
    points = [placed(hip, angles.pelvis - 90, local) for local in _PELVIS_BEHIND]
    flat = 0.053 - 0.009 * hollow
    for index, offset in ((_LUMBAR_BACK[0], flat), (_LUMBAR_BACK[1], flat), *_BACK):
        x, y, bx, by = curve[index]
        points.append((x + offset * bx, y + offset * by))
    # Skin does not follow the spine all the way into a deep hollow.
    bridged = _BRIDGED * max(hollow - 1, 0.0)
    for index, share in ((4, 1 / 3), (5, 2 / 3)):
        points[index] = mix_points(points[index], mix_points(points[3], points[6], share), bridged)
    top = curve[-1][:2]
    points += [placed(top, c7 - 90, local) for local in _SHOULDERS]
    for index, offset, swell, flare in _FRONT:
        x, y, bx, by = curve[index]
        offset += swell * breath + flare * angles.ribs
        points.append((x - offset * bx, y - offset * by))
    return points + [placed(hip, angles.pelvis - 90, local) for local in _PELVIS_IN_FRONT]


def trunk_joints(trunk: Trunk) -> dict[str, Point]:
    """Joints and skin points of a trunk whose hip is at 0, 0."""
    hip = (0.0, 0.0)
    spine, outline = trunk.spine, trunk.outline
    c7 = spine[-1]
    atlas = placed(c7, trunk.neck, (NECK, 0.0))
    (chest_x, chest_y), (high_x, high_y) = outline[14], outline[13]
    return {
        "hip": hip,
        "L5S1": spine[0],
        "L3": spine[2],
        "T12": spine[5],
        "T8": spine[8],
        "C7": c7,
        "atlas": atlas,
        "headtop": placed(atlas, trunk.head, (HEAD, 0.0)),
        "shoulder": placed(c7, (trunk.thorax + trunk.c7) / 2 - 90, SHOULDER),
        "chest": outline[14],
        "sternum": ((chest_x + high_x) / 2, (chest_y + high_y) / 2),
        "ribs": outline[15],
        "belly": outline[16],
        "asis": outline[19],
        "butt": outline[2],
        "tail": placed(hip, trunk.pelvis - 90, TAIL),
        "tailbone": placed(hip, trunk.pelvis - 90, TAILBONE),
        "lumbar_back": outline[5],
        "thorax_back": outline[8],
    }


TRUNK_JOINTS = frozenset(trunk_joints(trunk_around_hip(TrunkAngles(90, 0, 0, 0, 0, 0), 0)))


def lowest(trunk: Trunk, part: Part) -> float:
    """The height of the lowest outline point of a part."""
    return min(y for _, y in trunk.outline[_PARTS[part]])


def moved(trunk: Trunk, by: Point) -> Trunk:
    """The trunk moved as a whole."""
    dx, dy = by
    return replace(
        trunk,
        spine=tuple((x + dx, y + dy) for x, y in trunk.spine),
        outline=tuple((x + dx, y + dy) for x, y in trunk.outline),
    )
