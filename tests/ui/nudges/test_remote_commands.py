"""What a second Ribdown may ask: each command, and each refusal, in the words that are sent back."""

from collections.abc import Mapping
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from nudge_desk import NudgeDesk
from ribdown.core.errors import UserError
from ribdown.core.start_request import StartRequest
from ribdown.core.timeline import Side
from ribdown.desktop.instance.message import Request, line_of
from ribdown.ui.nudges.remote_commands import RemoteCommands


class Remote:
    """The other one, and what it is told."""

    def __init__(self, desk: NudgeDesk) -> None:
        self.desk = desk
        self.session: tuple[str, float] | None = None
        self.commands = RemoteCommands(
            desk.nudging, lambda: self.session, self._check_start, desk.preferences, desk._root
        )

    def _check_start(self, routine: str) -> None:
        self.desk.services.library.routine(routine)
        if self.session is not None:
            raise UserError("A session runs already.", "End it first.")

    def ask(self, command: str, **values: Any) -> Mapping[str, Any]:
        reply = self.commands.handle(Request(command, values, "token"))
        line_of(reply)  # it can be sent
        return reply

    def nudge(self, what: object, **values: Any) -> Mapping[str, Any]:
        return self.ask("nudge", what=what, **values)


@pytest.fixture
def remote(desk: NudgeDesk) -> Remote:
    return Remote(desk)


def test_now_and_each_answer(desk: NudgeDesk, remote: Remote) -> None:
    for what, words in (
        ("done", "08:00 done 08:00"),
        ("skip", "07:59 skipped 08:00"),
        ("snooze", "07:58 put off to 08:10"),
    ):
        assert remote.nudge("now") == {}
        assert desk.notifier.is_shown()
        assert remote.nudge(what) == {}
        assert words in desk.today()
        assert not desk.notifier.is_shown()


def test_an_answer_to_nothing_is_refused(remote: Remote) -> None:
    for what in ("done", "skip", "snooze"):
        reply = remote.nudge(what)
        assert reply == {"problem": "No nudge is open.", "next_step": "`ribdown nudge now` brings one."}


def test_a_nudge_is_put_off_twice_at_most(desk: NudgeDesk, remote: Remote) -> None:
    remote.nudge("now")
    assert [remote.nudge("snooze").get("problem") for _ in range(3)] == [
        None,
        None,
        "This nudge can't be put off any more.",
    ]
    assert desk.today() == ["08:00 put off to 08:10, put off to 08:10"]


def test_pause_and_resume(desk: NudgeDesk, remote: Remote) -> None:
    assert remote.nudge("pause", length="30 min") == {"words": "Nudges are paused until 08:30."}
    assert remote.ask("status")["paused_until"] == "2026-03-02T08:30+02:00"
    assert remote.nudge("resume") == {"words": "Next nudge: 09:00."}
    assert remote.ask("status")["paused_until"] is None


@pytest.mark.parametrize("length", ["5 lemons", "", None, 7, "2020-01-01"])
def test_what_is_no_length_of_a_pause_is_refused(desk: NudgeDesk, remote: Remote, length: object) -> None:
    reply = remote.nudge("pause", length=length)
    assert reply["problem"]
    assert reply["next_step"]
    assert remote.ask("status")["paused_until"] is None


@pytest.mark.parametrize("what", ["dance", None, 3, ["now"], {"a": 1}])
def test_what_can_not_be_done_with_a_nudge_is_refused(remote: Remote, what: object) -> None:
    assert "--help" in remote.nudge(what)["next_step"]


def test_a_command_of_another_version_is_refused(remote: Remote) -> None:
    assert remote.ask("sing")["problem"] == "The Ribdown that runs does not know this."


def test_the_guide_starts_after_the_answer(desk: NudgeDesk, remote: Remote, qtbot: QtBot) -> None:
    assert remote.nudge("start") == {}
    assert desk.nudging._guide is None
    qtbot.waitUntil(lambda: desk.nudging.busy, timeout=5000)
    for what in ("start", "now"):
        assert remote.nudge(what)["problem"] == "A session runs already."
    desk.run_guide()
    assert desk.outcomes() == {"08:00": ("done", None)}


def test_nothing_comes_over_a_session(desk: NudgeDesk, remote: Remote) -> None:
    remote.session = ("Daily mini", 100.4)
    for reply in (
        remote.nudge("start"),
        remote.nudge("now"),
        remote.ask("start", routine="daily-mini", side="left", speed=1),
    ):
        assert reply["problem"] == "A session runs already."
    assert remote.ask("status")["session"] == {"title": "Daily mini", "remaining": 100}
    assert desk.notifier.notified == []


def test_show_and_start_come_with_the_desktops_permission(remote: Remote, qtbot: QtBot) -> None:
    with qtbot.waitSignal(remote.commands.show_asked, timeout=5000) as shown:
        assert remote.ask("show") == {}
    assert shown.args == ["token"]
    with qtbot.waitSignal(remote.commands.start_asked, timeout=5000) as started:
        assert remote.ask("start", routine="daily-mini", side="left", speed=2) == {}
    assert started.args == [StartRequest("daily-mini", Side.LEFT, 2.0), "token"]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"routine": "daily-mini"},
        {"routine": "daily-mini", "side": "up", "speed": 1},
        {"routine": "daily-mini", "side": "left", "speed": "fast"},
        {"routine": "daily-mini", "side": "left", "speed": None},
        {"routine": "daily-mini", "side": "left", "speed": float("nan")},
        {"routine": "daily-mini", "side": "left", "speed": 0},
        {"routine": "daily-mini", "side": "left", "speed": 1e9},
    ],
    ids=str,
)
def test_a_start_that_makes_no_sense_is_refused(remote: Remote, qtbot: QtBot, values: dict[str, Any]) -> None:
    with qtbot.assertNotEmitted(remote.commands.start_asked, wait=1):
        assert remote.ask("start", **values)["problem"] == "The Ribdown that runs does not understand this start."


def test_the_status_tells_the_day(desk: NudgeDesk, remote: Remote) -> None:
    desk.wait_to(9, 0)
    desk.notifier.press("start")
    desk.run_guide()
    desk.wait_to(10, 0)
    status = remote.ask("status")
    assert (status["running"], status["next"], status["pulses"], status["session"]) == (
        True,
        "2026-03-02T11:00+02:00",
        1,
        None,
    )
    assert status["slots"][:3] == [
        {"slot": "09:00", "state": "done", "reason": None, "words": "09:00 done 09:00"},
        {"slot": "10:00", "state": "shown", "reason": None, "words": "10:00 shown 10:00"},
        {"slot": "11:00", "state": "to come", "reason": None, "words": "11:00 to come"},
    ]
