"""What a figure or a pose takes over from the one it is based on."""

from collections.abc import Callable, Mapping

from msgspec.structs import asdict, replace

from ribdown.core.errors import ContentError
from ribdown.core.figure.files import FigureFile, PoseFile

_OWN = frozenset({"label", "words", "base", "cues", "fault", "inset"})
_PLACES = frozenset({"hip", "anchor"})  # one of them is enough


def whole_figure(name: str, read: Callable[[str], FigureFile], above: tuple[str, ...] = ()) -> FigureFile:
    """The figure of that name with all that its bases give it; `above` are those that it is a base of.

    Raises ContentError where they run in a circle.
    """
    _refuse_circle("$.base", (*above, name))
    own = read(name)
    if not own.base:
        return own
    base = whole_figure(own.base, read, (*above, name))
    return replace(
        own,
        view=own.view or base.view,
        props=own.props or base.props,
        inset=own.inset or base.inset,
        poses={**base.poses, **own.poses},
    )


def whole_pose(name: str, poses: Mapping[str, PoseFile], above: tuple[str, ...] = ()) -> PoseFile:
    """The pose of that name with all that its bases give it; `above` are those that it is a base of.

    Raises ContentError where they run in a circle or one does not exist.
    """
    if above:
        key = f"$.poses.{above[-1]}.base"
        _refuse_circle(key, (*above, name))
        require(name, poses, key)
    own = poses[name]
    if not own.base:
        return own
    given = own.given()
    kept = given | _OWN | (_PLACES if given & _PLACES else frozenset())
    base = asdict(whole_pose(own.base, poses, (*above, name)))
    return replace(own, **{field: value for field, value in base.items() if field not in kept})


def require(name: str, known: Mapping[str, object], key: str) -> None:
    """Raise ContentError for the key where there is no pose of that name."""
    if name not in known:
        raise ContentError(key, f"no pose is called {name!r}; allowed: {', '.join(known)}")


def _refuse_circle(key: str, chain: tuple[str, ...]) -> None:
    if chain[-1] in chain[:-1]:
        raise ContentError(key, f"runs in a circle ({' → '.join(chain)}); allowed: a base that does not lead back")
