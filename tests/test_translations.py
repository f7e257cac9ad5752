"""What translators get: every word, once, and what they translated stays when the words are collected anew."""

import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QTranslator

from pseudo_language import translations
from ribdown.core.content import BodyPosition

pytestmark = pytest.mark.skipif(
    not (Path(PySide6.__file__).parent / "lupdate").exists(), reason="this PySide6 has no lupdate"
)
UI = "from ribdown.ui.translation import translate\n"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A small app: two words, and an exercise."""
    ui = tmp_path / "ui"
    ui.mkdir()
    (ui / "page.py").write_text(UI + 'WORDS = translate("words", "Start"), translate("words", "Stop")\n')
    exercises = tmp_path / "resources" / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "bridge.toml").write_text(
        'id = "bridge"\ntitle = "Bridge"\nexecution = ["Heels \\"down\\".", "{Side} hip up."]\n'
        '[[blocks]]\nid = "lift"\ncues = { lift = "Hips up.", rest = "Stop" }\n'
    )
    return tmp_path


def messages(catalogue: Path) -> dict[tuple[str, str], str]:
    """The translations of a catalogue by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.parse(catalogue).iter("context")
        for message in context.iter("message")
    }


def update(app: Path) -> Path:
    catalogue = app / "translations" / "de.ts"
    translations.update(catalogue, app / "ui", app / "resources")
    return catalogue


def test_words_of_the_window_and_of_the_content_are_collected(app: Path) -> None:
    content = ("Bridge", 'Heels "down".', "{Side} hip up.", "Hips up.", "Stop")
    wanted = {("words", "Start"), ("words", "Stop"), *(("content", text) for text in content)}
    assert set(messages(update(app))) == wanted


def test_it_says_where_a_text_of_the_content_stands(app: Path) -> None:
    comments = [message.findtext("extracomment") for message in ElementTree.parse(update(app)).iter("message")]
    assert {"exercises/bridge.toml title", "exercises/bridge.toml blocks cues lift"} <= {*comments}


def test_what_is_translated_stays_and_what_is_new_joins_it(app: Path) -> None:
    catalogue = update(app)
    text = catalogue.read_text("utf-8")
    done = "<source>Start</source>\n        <translation>Los</translation>"
    catalogue.write_text(
        text.replace('<source>Start</source>\n        <translation type="unfinished"></translation>', done), "utf-8"
    )
    (app / "ui" / "more.py").write_text(UI + 'MORE = translate("words", "Go on")\n')
    found = messages(update(app))
    assert (found[("words", "Start")], found[("words", "Go on")]) == ("Los", "")
    (compiled,) = translations.compile_all(catalogue.parent)
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert translator.translate("words", "Start") == "Los"
    assert not translator.translate("words", "Stop")  # Qt then shows the source


def test_a_damaged_catalogue_is_not_compiled(app: Path) -> None:
    catalogue = update(app)
    catalogue.write_text("<TS")
    with pytest.raises(subprocess.CalledProcessError):
        translations.compile_all(catalogue.parent)


def all_texts(value: object) -> Iterator[str]:
    """Every text of a content file."""
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from all_texts(item)
        case list():
            for item in value:
                yield from all_texts(item)


def test_every_sentence_of_the_bundled_content_is_collected() -> None:
    collected = {text for _, text in translations.content_texts(translations.RESOURCES)}
    files = [file for folder in translations.READ for file in (translations.RESOURCES / folder).glob("*.toml")]
    sentences = {text for file in files for text in all_texts(tomllib.loads(file.read_text("utf-8"))) if " " in text}
    assert sentences - collected <= {*BodyPosition}  # whose words are the window's
    assert len(collected) > 500


def test_every_folder_of_content_is_known() -> None:
    folders = {file.parent.name for file in translations.RESOURCES.rglob("*.toml")}
    assert folders == {*translations.READ, "themes"}
