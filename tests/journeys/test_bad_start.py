"""What a person can get wrong on the way to a session: one sentence, exit code 2, no traceback."""

from pathlib import Path

import pytest

from command import Ribdown


@pytest.fixture
def offscreen(tmp_path: Path) -> Ribdown:
    """The command without a screen."""
    return Ribdown(tmp_path / "data", QT_QPA_PLATFORM="offscreen")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("thre-day",), "three-day"),
        (("three-day", "--speed", "61"), "from 1 to 60"),
        (("three-day", "--speed", "nan"), "from 1 to 60"),
        (("three-day", "--side", "both"), "side"),
        (("posture-pulse", "--screenshot", "/no/such/folder/x.png"), "There is no folder"),
    ],
)
def test_it_is_refused_in_words(offscreen: Ribdown, arguments: tuple[str, ...], said: str) -> None:
    done = offscreen.run("start", *arguments, "--exit")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not offscreen.data.exists()


def test_a_session_that_cannot_be_kept_is_said_at_its_end(offscreen: Ribdown) -> None:
    offscreen.data.write_text("a file where the folder should be")
    done = offscreen.run("start", "posture-pulse", "--speed", "60", "--exit")
    assert done.returncode == 2
    assert "could not be saved" in done.stderr
    assert "Traceback" not in done.stderr
    assert offscreen.data.read_text() == "a file where the folder should be"
