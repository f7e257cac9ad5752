"""Easing of changes on screen."""

import pytest

from ribdown.core.easing import ease_out_cubic


@pytest.mark.parametrize(("u", "eased"), [(-1, 0), (0, 0), (0.5, 0.875), (1, 1), (2, 1)])
def test_ease_out_cubic(u: float, eased: float) -> None:
    assert ease_out_cubic(u) == eased
