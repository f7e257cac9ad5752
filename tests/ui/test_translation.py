"""Every text can be translated: Qt's lupdate finds it, in the context in which it is asked for."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

import ribdown
from ribdown.core import phases
from ribdown.core.blocks import AnyBlock
from ribdown.core.timeline import Side
from ribdown.ui import words

UI = Path(ribdown.__file__).parent / "ui"
LUPDATE = Path(PySide6.__file__).parent / "lupdate"
# These still call `words.tr`.
SOURCES = sorted(UI.rglob("*.py"))
MARKS = ("translate", "QT_TRANSLATE_NOOP")

Text = tuple[str, str]  # context and source


def calls(path: Path) -> Iterator[tuple[str, list[ast.expr]]]:
    """The names and arguments of the functions that a file calls, of `words` too; methods are left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).removeprefix("words."), node.args


def asked_for(path: Path) -> set[Text]:
    """The literal texts of a file with their contexts."""
    found = set()
    for name, arguments in calls(path):
        if name in MARKS:
            context, text = arguments
            assert isinstance(context, ast.Constant)
            if isinstance(text, ast.Constant):
                found.add((str(context.value), str(text.value)))
            else:
                assert name == "translate", "a mark without a literal marks nothing"
                assert isinstance(text, ast.Name | ast.Attribute | ast.Subscript | ast.Call), "lupdate takes it apart"
    return found


@pytest.mark.skipif(not LUPDATE.exists(), reason="this PySide6 has no lupdate")
def test_lupdate_finds_every_text_in_its_context(tmp_path: Path) -> None:
    catalogue = tmp_path / "ribdown.ts"
    subprocess.run([LUPDATE, "-silent", *SOURCES, "-ts", catalogue], check=True, timeout=60, capture_output=True)
    extracted = {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(catalogue).iter("context")
        for message in context.iter("message")
    }
    assert extracted == set().union(*map(asked_for, SOURCES))
    assert {context for context, _ in extracted} == {"words", "phase", "counter", "voice"}
    assert len(extracted) > 150


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_nothing_is_asked_for_without_its_context(path: Path) -> None:
    assert "tr" not in {name for name, _ in calls(path)}


def test_the_words_of_the_phases_can_be_translated() -> None:
    shown = [*phases._TABLE.values(), phases._RELEASE]
    assert sorted(words.PHASE_WORDS) == sorted(phase.word for phase in shown)


def test_the_names_of_what_is_counted_can_be_translated() -> None:
    cycles = {kind.cycle_name for kind in AnyBlock.__args__} - {""}
    assert set(words.COUNTER_NAMES) == cycles | {"Round", "Set", "Side"}


def test_content_says_the_side_in_the_languages_own_word(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {"left": "links", "right": "rechts", "{Side}, nicht {other}.": "{Side}, nicht {other}."}
    monkeypatch.setattr(words, "translate", lambda context, text: german[text])
    assert words.content("{Side}, nicht {other}.", Side.LEFT) == "Links, nicht rechts."


def test_apostrophes_on_screen_are_curly() -> None:
    assert [text for path in SOURCES for _, text in asked_for(path) if "'" in text] == []
