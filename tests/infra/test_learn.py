from pathlib import Path

import pytest

from ribdown.core.errors import UserError
from ribdown.infra.figures import BundledFigures
from ribdown.infra.learn import learn_section, load_learn
from ribdown.infra.library import load_library
from ribdown.infra.resources import resource_folder

CARD = """
id = "{id}"
title = "Title"
[[cards]]
title = "Card"
text = ["One."]
{more}
"""


def read(id: str = "mine", more: str = "", name: str = "mine.toml") -> None:
    learn_section(name, CARD.format(id=id, more=more).encode(), {"bridge"})


def test_everything_bundled_is_right(tmp_path: Path) -> None:
    sections = load_learn(load_library(tmp_path).exercises)
    assert [section.id for section in sections] == ["why", "stages", "questions", "mistakes", "posture", "sources"]
    files = {file.name for file in (resource_folder() / "learn").iterdir()}
    assert files == {f"{section.id}.toml" for section in sections}


def test_pictures_show_poses_that_there_are(tmp_path: Path) -> None:
    figures = BundledFigures()
    sections = load_learn(load_library(tmp_path).exercises)
    pictures = [card.picture for section in sections for card in section.cards if card.picture]
    assert len(pictures) >= 4
    for picture in pictures:
        figure = figures.figure_of(picture.figure)
        assert figure is not None
        assert figure.poses[picture.right].still.fault is None
        assert figure.poses[picture.wrong].still.fault is not None


def test_a_right_file_is_read() -> None:
    read(more='exercises = ["bridge"]')


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ({"id": "yours"}, r"mine.toml: id: 'yours' is not the file's name; allowed: mine"),
        (
            {"more": 'exercises = ["bridge", "zebra"]'},
            r"mine.toml: cards\[0\].exercises: no exercise is called 'zebra'; allowed: bridge",
        ),
        ({"more": "self_test = 1"}, r"mine.toml: cards\[0\].self_test: 1 is not allowed; allowed: true or false"),
        ({"more": 'colour = "red"'}, r"unknown key 'colour'; allowed: title, text, points, picture"),
        ({"more": 'picture = { figure = "sitting" }'}, r"cards\[0\].picture: missing key 'right'"),
    ],
)
def test_what_does_not_fit_is_said(case: dict[str, str], message: str) -> None:
    with pytest.raises(UserError, match=message):
        read(**case)
