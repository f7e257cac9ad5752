"""The languages as the settings page offers them."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from ribdown.infra.translations import ENGLISH
from ribdown.ui.translation import translate


class LanguageChoice:
    """`names` are what the languages call themselves; the settings keep their tags. One that is not there is named by
    its tag."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._names = {tag: language_name(tag) for tag in tags}
        self.names = tuple(self._names.values())

    def name(self, tag: str) -> str:
        """What a language is called."""
        return self._names.get(tag, tag)

    def tag(self, name: str) -> str:
        """The tag of the language that is called this."""
        return next((tag for tag, known in self._names.items() if known == name), name)

    def told(self, tag: str) -> str:
        """What is said below the choice of a language."""
        if tag and tag not in self._names:
            return translate("words", "Ribdown has no words in “{}”, so they are English.").format(tag)
        return translate("words", "From the next start")


def language_name(tag: str) -> str:
    """What a language calls itself, such as `Deutsch` or `Português (Brasil)`."""
    if tag == ENGLISH:
        return "English"  # Qt says of which country
    locale = QLocale(tag)
    name = locale.nativeLanguageName() or tag
    name = name[:1].upper() + name[1:]
    return f"{name} ({locale.nativeTerritoryName()})" if "_" in tag else name
