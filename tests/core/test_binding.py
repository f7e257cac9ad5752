import pytest

from ribdown.core.binding import unsound_binding


@pytest.mark.parametrize(
    ("python", "pyside", "unsound"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 12), "6.12.0", False),
        ((3, 11), "6.12.1", False),
        ((3, 11), "6.11.3", False),
    ],
)
def test_only_one_release_is_unsound_and_only_on_old_pythons(
    python: tuple[int, int], pyside: str, *, unsound: bool
) -> None:
    assert unsound_binding(python, pyside) is unsound
