"""The bundled figures, read with nothing but the standard library and msgspec, and what a sound body is."""

import tomllib
from collections.abc import Callable, Iterator
from math import dist
from pathlib import Path

import msgspec
import pytest

from ribdown.core.figure.build import figure_of
from ribdown.core.figure.files import FigureFile
from ribdown.core.figure.limbs import landmark_of
from ribdown.core.figure.motion import Figure, Motion, motion_of
from ribdown.core.figure.plane import heading, shortest
from ribdown.core.figure.posture import ArmTarget, LegTarget
from ribdown.core.figure.scene import Bed, Body, Chair, Couch, Leg, Mat, Point, Scene, SofaSide, Wall
from ribdown.core.figure.skeleton import SHANK, SHANK_PROFILE, THIGH
from ribdown.core.figure.still import Still, scene_of

FOLDER = Path(__file__).parents[3] / "resources" / "figure"
FIGURES = sorted(path.stem for path in FOLDER.glob("*.toml"))
WALK = ": walk"  # the motion that goes round and round
FROM_ABOVE = "sleep-side"  # seen from above, so that nothing in it has a height
DEEP = 0.003  # how far something may sink in, in body heights
_KNEE, _WRIST, _FINGER = SHANK_PROFILE[0][1], 0.0150, 0.0085  # how thick they are


def read(name: str) -> FigureFile:
    return msgspec.convert(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")), FigureFile)


# Everything the figures can show: motions, and poses, some of which are only looked at.
MOTIONS = [f"{name}: {motion}" for name in FIGURES for motion in read(name).motions]
POSES = [f"{name}: {pose}" for name in FIGURES for pose in read(name).poses]


@pytest.fixture(scope="session")
def figure_files() -> dict[str, FigureFile]:
    return {name: read(name) for name in FIGURES}


@pytest.fixture(scope="session")
def figures() -> dict[str, Figure]:
    return {name: figure_of(name, read) for name in FIGURES}


@pytest.fixture(params=FIGURES)
def bundled_figure(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Figure:
    return figures[request.param]


@pytest.fixture(params=MOTIONS)
def bundled_motion(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Motion:
    return _motion(request.param, figures)


@pytest.fixture(params=[name for name in MOTIONS if name.endswith(WALK)])
def bundled_walk(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Motion:
    return _motion(request.param, figures)


@pytest.fixture(params=[name for name in MOTIONS if not name.endswith(WALK)])
def bundled_path(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Motion:
    return _motion(request.param, figures)


@pytest.fixture(params=[*MOTIONS, *POSES])
def shown(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Motion:
    return _motion(request.param, figures)


@pytest.fixture(params=[name for name in (*MOTIONS, *POSES) if not name.startswith(FROM_ABOVE)])
def seen_from_the_side(request: pytest.FixtureRequest, figures: dict[str, Figure]) -> Motion:
    return _motion(request.param, figures)


def _motion(name: str, figures: dict[str, Figure]) -> Motion:
    figure, _, motion = name.partition(": ")
    return motion_of(figures[figure], motion)


@pytest.fixture(scope="session")
def sunk() -> Callable[[Scene], list[str]]:
    """What of a body is in the floor, in a wall or in what it lies on."""
    return lambda scene: [*_below_the_floor(scene.body), *_in_the_props(scene)]


@pytest.fixture(scope="session")
def misshapen() -> Callable[[Scene], list[str]]:
    """What of a body is longer or shorter than it is, or bends where nothing bends."""
    return lambda scene: [
        problem
        for side, leg in (("near", scene.body.near_leg), ("far", scene.body.far_leg))
        for problem in _misshapen_leg(side, leg)
    ]


@pytest.fixture(scope="session")
def adrift() -> Callable[[Still], list[str]]:
    """What of a body is not where it should touch or hold on."""
    return lambda still: list(_adrift(still))


def _adrift(still: Still) -> Iterator[str]:
    posture, body = still.posture, scene_of(still, 1.0).body
    for leg, foot in ((posture.near_leg, body.near_leg), (posture.far_leg, body.far_leg)):
        if isinstance(leg, LegTarget) and dist(landmark_of(foot, leg.landmark), leg.at) > DEEP:
            yield f"{leg.landmark} of a foot"
    for arm, hand in ((posture.near_arm, body.near_arm), (posture.far_arm, body.far_arm)):
        if isinstance(arm, ArmTarget):
            x, y = body.joints[arm.on] if arm.on else (0.0, 0.0)
            if dist(hand.wrist, (x + arm.at[0], y + arm.at[1])) > DEEP:
                yield f"hand on {arm.on}"


def _misshapen_leg(side: str, leg: Leg) -> Iterator[str]:
    if abs(dist(leg.hip, leg.knee) - THIGH) > 1e-9 or abs(dist(leg.knee, leg.ankle) - SHANK) > 1e-9:
        yield f"{side} leg's length"
    if not -1e-6 <= shortest(heading(leg.hip, leg.knee) - heading(leg.knee, leg.ankle)) <= 160:
        yield f"{side} knee's bend"


def _feet(body: Body) -> Iterator[tuple[str, Point]]:
    for side, leg in (("near", body.near_leg), ("far", body.far_leg)):
        for name in ("heel", "sole", "ball", "toe", "dorsum"):
            yield f"{side} {name}", landmark_of(leg, name)


def _lowest(body: Body) -> Iterator[tuple[str, Point]]:
    """The lowest points of feet, knees and hands."""
    yield from _feet(body)
    for side, leg, arm in (("R", body.near_leg, body.near_arm), ("L", body.far_leg, body.far_arm)):
        yield f"knee{side}", (leg.knee[0], leg.knee[1] - _KNEE)
        yield f"wrist{side}", (arm.wrist[0], arm.wrist[1] - _WRIST)
        x, y = body.joints[f"hand{side}"]
        yield f"hand{side}", (x, y - _FINGER)


def _below_the_floor(body: Body) -> Iterator[str]:
    trunk = (("trunk", point) for point in body.trunk.outline)
    for name, (_, y) in (*_lowest(body), *trunk):
        if y < -DEEP:
            yield f"{name} {y:.4f} below the floor"


def _in_the_props(scene: Scene) -> Iterator[str]:
    body = scene.body
    for prop in scene.props:
        match prop:
            case Wall():
                beyond = ((name, x - prop.x) for name, (x, _) in _feet(body))
            case Bed():
                lies = (*_lowest(body), *(("trunk", point) for point in body.trunk.outline))
                beyond = ((name, prop.h - y) for name, (x, y) in lies if prop.x0 < x < prop.x1)
            case Couch() | Chair():  # the near leg hangs in front of a couch
                beyond = (("trunk", prop.h - y) for x, y in body.trunk.outline if prop.x0 < x < prop.x1)
            case SofaSide():
                beyond = ((name, prop.h - y) for name, (x, y) in _feet(body) if prop.x1 - prop.w < x < prop.x1)
            case Mat():
                beyond = (("trunk", prop.y - y) for _, y in body.trunk.outline)
            case _:
                continue
        yield from (f"{name} {deep:.4f} in {type(prop).__name__}" for name, deep in beyond if deep > DEEP)
