"""What a session's record says, in words."""

from ribdown.core.history import PressEffort, SessionRecord, Status
from ribdown.core.session_list import ListedSession
from ribdown.ui.translation import translate

Session = SessionRecord | ListedSession


def status_word(status: Status) -> str:
    """How it ended."""
    return {
        Status.COMPLETED: translate("words", "completed"),
        Status.PARTIAL: translate("words", "part"),
        Status.INTERRUPTED: translate("words", "interrupted"),
    }[status]


def effort_text(effort: PressEffort) -> str:
    """How hard the person pressed, as a choice says it."""
    return {
        PressEffort.LIGHT: translate("words", "Light"),
        PressEffort.ABOUT_A_THIRD: translate("words", "About a third"),
        PressEffort.ABOUT_HALF: translate("words", "About half"),
        PressEffort.NEARLY_ALL: translate("words", "Nearly all"),
    }[effort]


def pressed_text(record: Session) -> str:
    """Such as `pressed about a third`; empty where it was not said."""
    if record.effort is None:
        return ""
    return translate("words", "pressed {}").format(effort_text(record.effort).lower())


def pain_text(record: Session) -> str:
    """Such as `pain 3 → 2`; empty where it was not said."""
    change = pain_change(record)
    return translate("words", "pain {}").format(change) if change else ""


def pain_change(record: Session) -> str:
    """Such as `3 → 2`; empty where it was not said."""
    said = record.pain_before, record.pain_after
    if said == (None, None):
        return ""
    return translate("words", "{} → {}").format(*("–" if value is None else value for value in said))


def rehearsal_text(record: Session) -> str:
    """Such as `rehearsal 40×`; empty for a session at life's own speed."""
    return translate("words", "rehearsal {}×").format(f"{record.speed:g}") if record.speed != 1 else ""
