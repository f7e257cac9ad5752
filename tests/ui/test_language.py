"""The language of the words, and of the days and months that go with them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from pseudo_language import TAG, bracketed
from ribdown.infra.translations import ENGLISH, Translations, bundled_translations
from ribdown.ui.language import language_of, spoken_language, use_language, words_locale
from ribdown.ui.language_choice import LanguageChoice, language_name
from ribdown.ui.pages.dates import weekday_name
from ribdown.ui.translation import translate


@pytest.fixture
def app(qapp: QCoreApplication) -> Iterator[QCoreApplication]:
    """The application, which speaks as before in the end."""
    locale = QLocale()
    yield qapp
    QLocale.setDefault(locale)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the catalogue of one language."""
    return bracketed(tmp_path_factory.mktemp("translations")).parent


# -- which one


@pytest.mark.parametrize(
    ("wanted", "system", "used"),
    [
        ("", ["de-AT", "de", "en"], "de"),
        ("", ["fr-FR", "fr", "de-DE", "de"], "de"),
        ("", ["en-US", "en", "de"], "en"),
        ("", ["pt-BR", "pt"], "pt_BR"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("de", ["en-US", "en"], "de"),
        ("en", ["de-DE", "de"], "en"),
        ("tlh", ["de-DE", "de"], "en"),
    ],
)
def test_it_is_the_persons_choice_else_the_systems_else_english(wanted: str, system: list[str], used: str) -> None:
    assert language_of(wanted, ("en", "de", "pt_BR"), system) == used


def test_there_is_english_and_what_has_a_catalogue(tmp_path: Path) -> None:
    assert Translations(tmp_path / "none").tags == (ENGLISH,)
    for name in ("pt_BR.qm", "de.qm", "fr.ts"):
        (tmp_path / name).touch()
    assert Translations(tmp_path).tags == (ENGLISH, "de", "pt_BR")
    assert ENGLISH in bundled_translations().tags


# -- its days and months


@pytest.mark.parametrize(
    ("tag", "system", "day", "locale"),
    [
        ("en", "de_DE", "Monday", "en_DE"),
        ("en", "en_GB", "Monday", "en_GB"),
        ("en", "C", "Monday", "C"),
        ("de", "en_US", "Montag", "de_DE"),
        ("de", "de_AT", "Montag", "de_AT"),
        ("pt_BR", "pt_PT", "segunda-feira", "pt_BR"),
        ("de", "C", "Montag", "de_DE"),
    ],
)
def test_days_go_with_the_words(tag: str, system: str, day: str, locale: str) -> None:
    found = words_locale(tag, QLocale(system))
    assert (found.dayName(1), found.name()) == (day, locale)


# -- in use


def test_words_and_days_are_in_the_language(app: QCoreApplication, folder: Path) -> None:
    assert use_language(app, TAG, Translations(folder)) == ""
    assert (translate("words", "Settings"), translate("content", "Bridge")) == ("⟦Settings⟧", "⟦Bridge⟧")
    assert weekday_name(0) == QLocale(TAG).dayName(1) != "Monday"


@pytest.mark.parametrize("wanted", ["", ENGLISH])
def test_english_needs_no_catalogue(app: QCoreApplication, folder: Path, wanted: str) -> None:
    assert use_language(app, wanted, Translations(folder)) == ""
    assert (translate("words", "Settings"), weekday_name(0)) == ("Settings", "Monday")


def test_a_language_that_is_not_there_is_said(app: QCoreApplication, folder: Path) -> None:
    said = use_language(app, "tlh", Translations(folder))
    assert said == "Ribdown has no words in “tlh”, so they are English."
    assert translate("words", "Settings") == "Settings"


def test_a_damaged_catalogue_is_said(app: QCoreApplication, tmp_path: Path) -> None:
    (tmp_path / "de.qm").write_bytes(b"no catalogue")
    said = use_language(app, "de", Translations(tmp_path))
    assert said == "Ribdown has no words in “de”, so they are English."
    assert weekday_name(0) == "Monday"


@pytest.mark.parametrize(("tag", "system", "spoken"), [("en", "C", "en"), ("en", "de_DE", "en"), ("de", "en_US", "de")])
def test_a_voice_speaks_the_language_of_the_words(app: QCoreApplication, tag: str, system: str, spoken: str) -> None:
    QLocale.setDefault(words_locale(tag, QLocale(system)))
    assert QLocale(spoken_language()).language() is QLocale(spoken).language()


# -- its name


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("pt_BR", "Português (Brasil)")]
)
def test_a_language_calls_itself(tag: str, name: str) -> None:
    assert language_name(tag) == name
    choice = LanguageChoice(("en", "de", "fr", "pt_BR"))
    assert name in choice.names
    assert (choice.name(tag), choice.tag(name)) == (name, tag)
    assert choice.told(tag) == choice.told("") == "From the next start"


def test_a_tag_that_is_not_there_stands_for_itself() -> None:
    choice = LanguageChoice(("en",))
    assert (choice.name("tlh"), choice.tag("tlh")) == ("tlh", "tlh")
    assert (choice.name(""), choice.tag("")) == ("", "")
    assert choice.told("tlh") == "Ribdown has no words in “tlh”, so they are English."
