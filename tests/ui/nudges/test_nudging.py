"""Whole stories of nudges: from the clock to the history, on real files."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_stand_ins import StandInNotifier
from message_bus import LIMIT
from nudge_desk import NudgeDesk
from on_screen import settle
from ribdown.core.errors import UserError
from ribdown.core.history import SessionRecord, Status
from ribdown.core.nudges.answers import Answer
from ribdown.core.settings import NudgeChannel
from ribdown.desktop.audio.output import SilentAudio
from ribdown.desktop.notifications.notifier import OPEN, Closed, NoNotifier, Notification
from ribdown.desktop.presence.presence import Presence
from ribdown.desktop.speech.output import NullSpeech
from ribdown.infra.nudge_file import nudge_file
from ribdown.ui.nudges.card import NudgeCard
from ribdown.ui.nudges.done_view import DoneView
from ribdown.ui.nudges.guide import Guide
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.nudges.offer_view import OfferView
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords

HERE = Presence(idle_seconds=3)
AWAY = Presence(idle_seconds=3600)


def shown(desk: NudgeDesk) -> type | None:
    """Which of its views the card shows."""
    view = desk.card._views.currentWidget()
    return type(view) if desk.card.isVisible() and view is not None else None


def said(desk: NudgeDesk) -> str:
    """What the card's last view says."""
    view = desk.card._views.currentWidget()
    assert view is not None
    return view.accessibleName()


def offered(desk: NudgeDesk) -> NudgeCard:
    """A nudge that came on the card."""
    desk.preferences.change(nudge_channel=NudgeChannel.CARD)
    desk.wait_to(9, 0)
    assert shown(desk) is OfferView
    return desk.card


@pytest.mark.parametrize("action", ["start", OPEN])
def test_a_nudge_that_is_started_is_guided_counted_and_says_what_comes_next(desk: NudgeDesk, action: str) -> None:
    desk.wait_to(8, 59)
    assert desk.notifier.notified == []
    desk.wait_to(9, 0)
    assert desk.notifier.notified == ["2026-03-02 09:00"]
    notification = desk.notifier.shown
    assert notification is not None
    assert [one.label for one in notification.actions] == ["Start", "Start", "In 10 min", "Skip"]
    assert "Pulse 1 of 3 today." in notification.text
    desk.notifier.press(action)
    assert (shown(desk), desk.today()) == (GuideView, ["09:00 runs now"])
    desk.run_guide()
    assert (shown(desk), said(desk)) == (DoneView, "1 of 3. Next at 10:00.\nClosing by itself.")
    (session,) = desk.sessions()
    (nudge,) = desk.store.nudges()
    assert (session.routine, session.status) == ("hourly-reset", Status.COMPLETED)
    assert (nudge.outcome.value, nudge.session) == ("done", session.id)
    view = desk.nudging.view(on=True)
    assert (view.headline, view.below, view.pulses) == ("10:00", "in 59 min", 1)
    desk.card._closing.timeout.emit()
    assert (shown(desk), desk.nudging._guide) == (None, None)
    assert desk.problems == []


def test_a_nudge_that_is_put_off_comes_twice_more_and_then_not_again(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("snooze")
    assert desk.today() == ["09:00 put off to 09:10"]
    desk.wait_to(9, 10)
    desk.notifier.press("snooze")
    desk.wait_to(9, 20)
    again = desk.notifier.shown
    assert again is not None
    assert "snooze" not in [one.key for one in again.actions]
    desk.notifier.press("skip")
    assert desk.today() == ["09:00 put off to 09:10, put off to 09:20, skipped 09:20"]
    assert desk.outcomes() == {"09:00": ("skipped", None)}
    assert len(desk.notifier.notified) == 3


@pytest.mark.parametrize(
    ("why", "outcome"), [(Closed.DISMISSED, "dismissed"), (Closed.EXPIRED, "not seen"), (Closed.UNKNOWN, "not seen")]
)
def test_one_that_is_closed_was_closed_and_one_that_fades_away_was_not_seen(
    desk: NudgeDesk, why: Closed, outcome: str
) -> None:
    desk.wait_to(9, 0)
    desk.notifier.end(why)
    desk.wait_to(9, 30)
    assert desk.outcomes() == {"09:00": (outcome, None)}
    assert shown(desk) is None


def test_nobody_answers_and_it_is_withdrawn(desk: NudgeDesk) -> None:
    desk.wait_to(9, 24)
    assert desk.notifier.is_shown()
    desk.wait_to(9, 26)
    assert (desk.notifier.is_shown(), desk.outcomes()) == (False, {"09:00": ("not seen", None)})


def test_where_nothing_shows_it_the_card_does(desk: NudgeDesk) -> None:
    desk.notifier.shows = False
    desk.wait_to(9, 0)
    assert (shown(desk), said(desk)) == (
        OfferView,
        "Rib-down + glute squeeze, 09:00. On your feet. One long breath out, ribs down, buttocks on.",
    )
    desk.card._offer._skip.click()
    assert (shown(desk), desk.outcomes()) == (None, {"09:00": ("skipped", None)})


def test_what_showed_it_goes_and_the_card_takes_over(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.end(Closed.LOST)
    assert shown(desk) is OfferView
    desk.card.close()
    assert (shown(desk), desk.outcomes()) == (None, {"09:00": ("dismissed", None)})


def test_the_card_is_used_where_that_is_wanted(desk: NudgeDesk) -> None:
    card = offered(desk)
    assert desk.notifier.notified == []
    card._offer._start.click()
    assert shown(desk) is GuideView
    desk.run_guide()
    assert desk.outcomes() == {"09:00": ("done", None)}


def test_one_answer_is_enough(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    notifier, key = desk.notifier, "2026-03-02 09:00"
    notifier.events.failed.emit(key)  # said late: both show it
    assert shown(desk) is OfferView
    desk.card.start_pressed.emit()
    guide = desk.nudging._guide
    notifier.events.answered.emit(key, "start")
    notifier.events.answered.emit(key, "skip")
    notifier.events.closed.emit(key, Closed.DISMISSED)
    desk.card.start_pressed.emit()
    assert (desk.nudging._guide, shown(desk), notifier.is_shown()) == (guide, GuideView, False)
    desk.run_guide()
    assert (desk.outcomes(), len(desk.sessions())) == ({"09:00": ("done", None)}, 1)


def test_answers_to_what_is_over_mean_nothing(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("skip")
    for key, action in (("2026-03-02 09:00", "start"), ("2026-03-01 09:00", "start"), ("2026-03-02 09:00", "else")):
        desk.notifier.events.answered.emit(key, action)
    desk.notifier.events.closed.emit("2026-03-02 09:00", Closed.LOST)
    assert (shown(desk), desk.outcomes(), desk.sessions()) == (None, {"09:00": ("skipped", None)}, [])


@pytest.mark.parametrize("how", ["stop", "escape", "remote"])
def test_a_guide_that_is_stopped_does_not_count(desk: NudgeDesk, how: str) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.wait(20)
    if how == "stop":
        desk.card._guide._stop.click()
    elif how == "escape":
        desk.card.close()
    else:
        desk.nudging.stop_guide()
    assert (shown(desk), desk.nudging._guide) == (None, None)
    assert desk.outcomes() == {"09:00": ("skipped", "stopped")}
    assert (desk.sessions()[0].status, desk.nudging.view(on=True).pulses) == (Status.PARTIAL, 0)
    assert desk.today() == ["09:00 begun, stopped 09:00"]


def test_a_guide_that_is_stopped_while_getting_ready_is_no_session(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.wait(3)
    desk.card.close()
    assert (desk.sessions(), desk.problems) == ([], [])
    assert desk.outcomes() == {"09:00": ("skipped", "stopped")}


def test_a_computer_that_sleeps_in_the_guide_ends_it(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.wait(15)
    desk.clock.sleep(600)
    desk.wait(1)
    assert (shown(desk), desk.outcomes()) == (None, {"09:00": ("skipped", "stopped")})
    desk.wait_to(10, 0)
    assert desk.notifier.notified[1:] == ["2026-03-02 10:00"]


def test_one_that_is_done_without_a_nudge_counts(desk: NudgeDesk) -> None:
    desk.nudging.pulse_now()
    desk.nudging.pulse_now()
    assert (shown(desk), len(desk.sessions()), desk.nudging.busy) == (GuideView, 1, True)
    desk.run_guide()
    assert said(desk) == "1 of 3. Next at 09:00.\nClosing by itself."
    assert desk.sessions()[0].routine == "posture-pulse"
    assert desk.outcomes() == {"08:00": ("done", None)}


def test_one_that_is_done_while_a_nudge_is_shown_answers_it(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.nudging.pulse_now()
    assert not desk.notifier.is_shown()
    desk.run_guide()
    assert (desk.outcomes(), desk.nudging.view(on=True).pulses) == ({"09:00": ("done", None)}, 1)


def test_one_after_the_other_while_the_card_still_says_done(desk: NudgeDesk) -> None:
    for done in (1, 2, 3, 4):
        desk.nudging.start_now()
        desk.run_guide()
        assert desk.nudging.view(on=True).pulses == done
    assert said(desk).startswith("4 today. ")
    assert not any(one.player.running for one in desk.nudging.findChildren(Guide))


def test_a_guide_is_ended_by_an_answer_from_elsewhere_and_counts_once(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.wait(20)
    with pytest.raises(UserError, match="can't be put off"):
        desk.nudging.answer(Answer.SNOOZE)
    assert shown(desk) is GuideView
    desk.nudging.answer(Answer.DONE)
    assert (shown(desk), desk.outcomes()) == (None, {"09:00": ("done", None)})
    assert desk.nudging.view(on=True).pulses == 1
    with pytest.raises(UserError, match="No nudge is open"):
        desk.nudging.answer(Answer.SKIP)


def test_a_session_takes_the_place_of_what_is_shown_and_of_a_guide(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.nudging.session_began()
    assert (desk.notifier.is_shown(), desk.today(), desk.nudging.busy) == (False, ["09:00 held: a session ran"], True)
    desk.nudging.start_now()
    desk.nudging.pulse_now()
    assert (shown(desk), desk.nudging._guide) == (None, None)
    desk.nudging.session_ended(_completed(desk))
    assert desk.outcomes() == {"09:00": ("filled", None)}
    desk.wait_to(10, 0)
    desk.notifier.press("start")
    desk.nudging.session_began()
    assert (shown(desk), desk.nudging._guide) == (None, None)
    assert desk.outcomes()["10:00"] == ("skipped", "stopped")


def _completed(desk: NudgeDesk) -> SessionRecord:
    guide = desk.nudging._guides("posture-pulse", desk.nudging._guide_view)
    guide.start()
    while guide.player.running:
        desk.clock.advance(0.5)
        guide.player.tick()
    record = guide.record
    guide.close()
    return record


def test_what_is_held_comes_once_at_the_first_quiet_moment(desk: NudgeDesk) -> None:
    desk.presence.known = AWAY
    desk.wait_to(9, 10)
    assert (desk.notifier.notified, desk.today()) == ([], ["09:00 held: you were away"])
    desk.presence.known = HERE
    desk.presence.events.locked.emit(False)  # noqa: FBT003 (a signal's value)
    settle()
    desk.wait_to(9, 11)
    assert desk.notifier.notified == []
    desk.wait_to(9, 13)
    assert desk.notifier.notified == ["2026-03-02 09:00"]
    desk.wait_to(9, 50)
    assert desk.notifier.notified == ["2026-03-02 09:00"]


def test_who_stays_away_is_not_nudged_and_reads_why(desk: NudgeDesk) -> None:
    desk.presence.known = AWAY
    desk.wait_to(9, 30)
    assert desk.today() == ["09:00 held: you were away, expired 09:25"]
    assert desk.outcomes() == {"09:00": ("expired", "away")}


def test_nobody_is_asked_where_nothing_is_due(desk: NudgeDesk) -> None:
    desk.wait_to(8, 59)
    assert desk.presence.asked == 0


def test_a_pause_takes_back_what_is_shown_and_outlives_a_restart(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]
) -> None:
    desk.wait_to(9, 0)
    desk.nudging.pause("2h")
    assert (desk.notifier.is_shown(), desk.outcomes()) == (False, {"09:00": ("skipped", "paused")})
    with pytest.raises(UserError, match="5 lemons"):
        desk.nudging.pause("5 lemons")
    later = make_desk()
    view = later.nudging.view(on=True)
    assert (view.paused, view.headline, view.when) == (True, "Paused", "until 11:00")
    later.nudging.keeper.resume()
    later.wait_to(10, 0)
    assert later.notifier.notified == ["2026-03-02 10:00"]


def test_a_restart_does_not_nudge_again(desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]) -> None:
    desk.wait_to(9, 0)
    later = make_desk()
    later.wait_to(9, 40)
    assert (later.notifier.notified, later.outcomes()) == ([], {"09:00": ("not seen", None)})
    later.wait_to(10, 0)
    assert later.notifier.notified == ["2026-03-02 10:00"]


def test_a_guide_that_was_killed_is_over_with_the_next_start(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]
) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.crash()
    later = make_desk()
    assert later.outcomes() == {"09:00": ("skipped", "stopped")}
    later.wait_to(10, 0)
    assert later.notifier.notified == ["2026-03-02 10:00"]


def test_a_history_that_fails_says_so_once_and_has_everything_later(desk: NudgeDesk) -> None:
    desk.store._connection.execute("PRAGMA query_only = 1")
    for hour in (9, 10):
        desk.wait_to(hour, 0)
        desk.notifier.press("skip")
    desk.wait(60)
    assert [str(one).split(":")[0] for one in desk.problems] == ["The nudge could not be saved"]
    desk.store._connection.execute("PRAGMA query_only = 0")
    desk.wait(60)
    assert desk.outcomes() == {"09:00": ("skipped", None), "10:00": ("skipped", None)}
    desk.store._connection.execute("PRAGMA query_only = 1")
    desk.wait_to(11, 0)
    desk.notifier.press("skip")
    assert len(desk.problems) == 2
    desk.store._connection.execute("PRAGMA query_only = 0")


def test_an_answer_that_the_history_did_not_take_is_written_by_the_next_run(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk], tmp_path: Path
) -> None:
    desk.store._connection.execute("PRAGMA query_only = 1")
    desk.wait_to(9, 0)
    desk.notifier.press("skip")
    desk.close()
    later = make_desk()
    later.wait(60)
    assert (later.outcomes(), later.notifier.notified) == ({"09:00": ("skipped", None)}, [])
    state, _ = nudge_file(tmp_path).load(later.clock.local_time().date())
    assert (state.unwritten, [one.slot.clock for one in state.records]) == ((), ["09:00"])


def test_another_program_that_writes_holds_neither_the_window_nor_an_outcome(
    desk: NudgeDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.wait_to(9, 0)
        desk.notifier.press("start")
        desk.run_guide()
        desk.card._closing.timeout.emit()  # and the card is gone
        desk.nudging.keeper.ask()
        desk.notifier.press("skip")
        assert (desk.outcomes(), desk.sessions(), desk.today()[:1]) == ({}, [], ["08:59 skipped 09:00"])
        other.execute("ROLLBACK")
    desk.wait(60)
    (guide,) = desk.nudging.findChildren(Guide)
    assert guide._again.isActive()
    with qtbot.waitSignal(guide.destroyed, timeout=LIMIT):
        guide._again.timeout.emit()
    assert desk.outcomes() == {"09:00": ("done", None), "08:59": ("skipped", None)}
    assert [one.status for one in desk.sessions()] == [Status.COMPLETED]


def test_a_guide_on_a_history_that_fails_runs_to_its_end(desk: NudgeDesk) -> None:
    desk.store._connection.execute("PRAGMA query_only = 1")
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.run_guide()
    assert shown(desk) is DoneView
    desk.store._connection.execute("PRAGMA query_only = 0")
    desk.wait(60)
    assert desk.outcomes() == {"09:00": ("done", None)}
    assert len({str(one) for one in desk.problems}) == len(desk.problems) == 2


def test_a_state_that_cannot_be_written_is_said_once_and_written_later(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk], tmp_path: Path
) -> None:
    obstacle = tmp_path / "nudges.json.new"
    obstacle.mkdir()
    desk.wait_to(9, 0)
    desk.notifier.press("snooze")
    assert [one.what.split(":")[0] for one in desk.problems] == ["Today's nudges could not be saved"]
    obstacle.rmdir()
    desk.wait(60)
    desk.crash()
    assert make_desk().today() == ["09:00 put off to 09:10"]


def test_a_damaged_state_is_set_aside_and_said(make_desk: Callable[..., NudgeDesk], tmp_path: Path) -> None:
    (tmp_path / "nudges.json").write_text("{")
    desk = make_desk()
    assert desk.notice is not None
    desk.wait_to(9, 0)
    assert len(desk.notifier.notified) == 1


def test_a_routine_that_cannot_be_used_is_said_and_holds_nothing_up(desk: NudgeDesk) -> None:
    def no_guide(routine: str, view: GuideView) -> None:
        raise UserError("There is no routine hourly-reset.")

    desk.nudging._guides = no_guide  # type: ignore[assignment]
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    assert [one.what for one in desk.problems] == ["There is no routine hourly-reset."]
    assert (shown(desk), desk.outcomes()) == (None, {"09:00": ("skipped", "stopped")})


def test_settings_hold_from_the_next_look_on(desk: NudgeDesk) -> None:
    desk.preferences.change(nudge_minute=30)
    assert desk.nudging.view(on=True).headline == "09:30"
    desk.wait_to(9, 0)
    assert desk.notifier.notified == []
    desk.wait_to(9, 30)
    assert desk.notifier.notified == ["2026-03-02 09:30"]
    desk.preferences.change(nudges=False)
    settle()
    assert (desk.notifier.is_shown(), desk.outcomes()) == (False, {"09:30": ("expired", "off")})
    view = desk.nudging.view(on=False)
    assert (view.headline, view.below, view.slots[1:]) == ("Off", "Nudges are off.", ())
    desk.preferences.change(nudges=True, nudge_days=())
    assert desk.nudging.view(on=True).below == "No day has working hours."


def test_m_in_the_guide_is_the_setting(desk: NudgeDesk) -> None:
    def heard() -> tuple[bool, bool]:
        return not desk.preferences.settings.muted, desk.card._guide._heard

    desk.card._mute()
    assert heard() == (True, True)
    desk.nudging.pulse_now()
    desk.card._mute()
    assert heard() == (False, False)
    desk.preferences.change(muted=False)
    assert heard() == (True, True)


def test_the_end_leaves_nothing_behind_and_keeps_what_is_open(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]
) -> None:
    card = offered(desk)
    desk.clock.advance(120)
    desk.nudging.keeper.look()  # asks who is there, and is not answered before the end
    desk.nudging.close()
    settle()
    assert (card.isVisible(), desk.nudging.keeper._timer.isActive()) == (False, False)
    assert make_desk().today() == ["09:00 shown 09:00"]


def test_what_was_shown_at_the_end_is_taken_back_not_shown_again_and_can_still_be_done(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]
) -> None:
    desk.wait_to(9, 0)
    assert desk.notifier.is_shown()
    desk.nudging.close()
    assert not desk.notifier.is_shown()
    later = make_desk()
    later.wait(120)
    assert (later.notifier.notified, later.today()) == ([], ["09:00 shown 09:00"])
    later.nudging.start_now()
    later.run_guide()
    assert later.outcomes() == {"09:00": ("done", None)}


def test_a_session_that_was_killed_over_a_nudge_was_no_guide(
    desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]
) -> None:
    desk.wait_to(9, 0)
    desk.nudging.session_began()
    desk.crash()
    assert make_desk().outcomes() == {"09:00": ("expired", "in a session")}


def test_time_passes_each_minute_with_nudges_off_too(make_desk: Callable[..., NudgeDesk]) -> None:
    desk = make_desk(nudges=False)
    looked: list[None] = []
    desk.nudging.looked.connect(lambda: looked.append(None))
    desk.look()
    assert len(looked) == 1
    assert 0 < desk.nudging.keeper._timer.interval() <= 60_000


def test_a_question_that_is_answered_after_the_end_starts_nothing(desk: NudgeDesk) -> None:
    desk.wait_to(8, 59, 59)
    desk.clock.advance(2)
    desk.nudging.keeper.look()
    desk.nudging.close()
    settle()
    assert (desk.presence.asked, desk.notifier.notified) == (1, [])
    assert not desk.nudging.keeper._timer.isActive()


def test_waking_up_is_a_reason_to_look(desk: NudgeDesk) -> None:
    desk.clock.sleep(7200)
    desk.suspend.events.woke.emit()
    settle()
    assert desk.outcomes()["09:00"] == ("expired", "asleep")


def test_the_look_changes_and_nudges_go_on(desk: NudgeDesk) -> None:
    card = offered(desk)
    desk.preferences.change(text_size=150)
    assert (card.width(), shown(desk)) == (540, OfferView)
    card._offer._start.click()
    desk.preferences.change(text_size=200)
    assert (card.width(), shown(desk)) == (540, GuideView)


def test_a_notifier_that_never_could_is_no_loss(make_desk: Callable[..., NudgeDesk]) -> None:
    desk = make_desk(notifier=NoNotifier())
    desk.wait_to(9, 0)
    assert shown(desk) is OfferView
    assert isinstance(desk.notifier, StandInNotifier)


def test_a_test_of_notifications_takes_nothing_away(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.notifier.notify(Notification("test", "Test", "", "", ()))
    settle()
    assert shown(desk) is OfferView
    desk.card._offer._skip.click()
    assert (shown(desk), desk.outcomes()) == (None, {"09:00": ("skipped", None)})


def test_a_test_on_the_card_counts_for_nothing(desk: NudgeDesk) -> None:
    for press in (desk.card._offer._start, desk.card._offer._skip, desk.card._offer._close):
        desk.card.offer("test", "Stand tall.", can_snooze=False)
        press.click()
        assert (shown(desk), desk.today(), desk.nudging.busy) == (None, [], False)


def test_the_end_is_no_answer_to_what_the_card_offers(desk: NudgeDesk, make_desk: Callable[..., NudgeDesk]) -> None:
    card = offered(desk)
    desk.nudging.close()
    card.close()  # as the end of the program does with each window
    assert (desk.outcomes(), desk.nudging.keeper._timer.isActive()) == ({}, False)
    assert make_desk().today() == ["09:00 shown 09:00"]


class Loudspeaker(SilentAudio):
    """Notes how loud it is to be."""

    def __init__(self) -> None:
        super().__init__()
        self.volume = 1.0
        self.closed = False

    def set_volume(self, share: float) -> None:
        self.volume = share

    def close(self) -> None:
        self.closed = True


def test_a_guide_is_as_loud_as_is_set_and_is_heard_until_its_card_goes(desk: NudgeDesk) -> None:
    audio = Loudspeaker()
    voices = Voices(audio, NullSpeech(), SpokenWords())
    desk.services = replace(desk.services, voices=lambda _: voices)
    desk.nudging.pulse_now()
    heard = [audio.volume]
    desk.card._mute()
    heard.append(audio.volume)
    desk.preferences.change(muted=False, volume=20)
    assert [*heard, audio.volume] == [0.7, 0.0, 0.2]
    desk.run_guide()
    assert (shown(desk), audio.closed) == (DoneView, False)
    desk.card._closing.timeout.emit()
    assert (shown(desk), audio.closed) == (None, True)


def test_a_guide_that_is_stopped_is_silent_at_once(desk: NudgeDesk) -> None:
    audio = Loudspeaker()
    desk.services = replace(desk.services, voices=lambda _: Voices(audio, NullSpeech(), SpokenWords()))
    desk.nudging.pulse_now()
    desk.nudging.stop_guide()
    assert audio.closed


def test_one_that_is_asked_for_again_is_shown_in_one_place(desk: NudgeDesk) -> None:
    desk.wait_to(9, 0)
    desk.preferences.change(nudge_channel=NudgeChannel.CARD)
    desk.nudging.keeper.ask()
    assert (desk.notifier.is_shown(), shown(desk)) == (False, OfferView)
    desk.preferences.change(nudge_channel=NudgeChannel.NOTIFICATION)
    desk.nudging.keeper.ask()
    assert (desk.notifier.is_shown(), shown(desk)) == (True, None)


def test_the_end_keeps_until_when_it_ran(desk: NudgeDesk, tmp_path: Path) -> None:
    desk.wait_to(8, 50)
    desk.close()
    state, _ = nudge_file(tmp_path).load(desk.clock.local_time().date())
    assert state.seen is not None
    assert state.seen.wall == desk.clock.wall
