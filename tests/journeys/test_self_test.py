"""The self-test of an installation, as a person or a packager runs it."""

import json

from command import Ribdown

CHECKS = ["resources", "content", "figures", "database", "painting", "fonts", "audio", "voice", "power"]


def test_every_check_is_named_and_holds(ribdown: Ribdown) -> None:
    done = ribdown.run("self-test", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    results = json.loads(done.stdout)
    assert [(result["check"], result["ok"]) for result in results] == [(check, True) for check in CHECKS]


def test_it_says_so_in_words_too(ribdown: Ribdown) -> None:
    assert ribdown.run("self-test").stdout.splitlines()[0].startswith("ok    resources")


def test_without_a_display_the_window_is_refused_in_words(ribdown: Ribdown) -> None:
    bare = Ribdown(ribdown.data, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    done = bare.run("start", "hourly-reset")
    assert done.returncode == 2
    assert "There is no display." in done.stderr
    assert "Traceback" not in done.stderr
