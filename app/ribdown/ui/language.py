"""The language of the words: put in place before the first of them is made, with its names of days and months."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ribdown.infra.translations import ENGLISH, Translations
from ribdown.ui.translation import translate


def use_language(app: QCoreApplication, wanted: str, translations: Translations) -> str:
    """Use the language with this tag, such as `de`; the system's where it is empty. Words that stand already stay as
    they are. Returns what a person has to know: that it is not there. Empty where all is well."""
    tag = language_of(wanted, translations.tags, QLocale.system().uiLanguages())
    if tag != ENGLISH and not _install(app, translations.path(tag)):
        wanted, tag = wanted or tag, ENGLISH
    elif tag != ENGLISH:
        _install(app, f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{tag}")  # Qt's dialogs
    QLocale.setDefault(words_locale(tag, QLocale.system()))
    if wanted in ("", tag):
        return ""
    return translate("words", "Ribdown has no words in “{}”, so they are English.").format(wanted)


def language_of(wanted: str, there: Sequence[str], system: Sequence[str]) -> str:
    """The tag of the language to use: the one that is wanted, else the first of the system's, such as `de-DE`, that is
    there, else English."""
    tags = [wanted] if wanted else [name.replace("-", "_") for name in system]
    return next((tag for tag in tags if tag in there), ENGLISH)


def words_locale(tag: str, system: QLocale) -> QLocale:
    """The locale whose days and months go with the words. The system's own will not do: it may have English words and
    German days."""
    if tag == ENGLISH and system.language() is QLocale.Language.C:
        return QLocale.c()
    named = QLocale(tag)
    return named if "_" in tag else QLocale(named.language(), system.territory())


def spoken_language() -> str:
    """The tag of the language that a voice has to speak: that of the words."""
    locale = QLocale()
    return ENGLISH if locale.language() is QLocale.Language.C else locale.name()


def _install(app: QCoreApplication, file: str) -> bool:
    translator = QTranslator(app)
    return translator.load(file) and app.installTranslator(translator)
