"""Plans a session: the routine's doses, its timeline, its record and its player."""

from collections.abc import Mapping
from uuid import uuid4

from ribdown.core.plan import compile_timeline
from ribdown.core.recorder import Recorder
from ribdown.core.routine import Routine, choose_doses, included
from ribdown.core.session import Session
from ribdown.core.settings import DeviceLost, Settings
from ribdown.core.single_exercise import routine_alone
from ribdown.core.start_request import StartRequest
from ribdown.core.wishes import wished
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.ui import words
from ribdown.ui.appearance import Appearance
from ribdown.ui.frame_pace import FramePace
from ribdown.ui.nudges.guide import Guide
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.pages.start_view import plan_options, with_switches
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_flow import SessionFlow
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound
from ribdown.ui.voices import voice_manner


def session_flow(
    request: StartRequest,
    switched: Mapping[tuple[str, str], bool],
    services: Services,
    appearance: Appearance,
    preferences: Preferences,
) -> SessionFlow:
    """A session as it was asked for, ready to start. `switched` is what the person switched on or off, by routine and
    exercise. Raises UserError for an unknown routine."""
    settings = preferences.settings
    library = services.library
    routine = (
        routine_alone(library.exercises[request.routine])
        if request.alone
        else with_switches(library.routine(request.routine), switched)
    )
    player, recorder = _planned(routine, request, services, settings)
    return SessionFlow(
        player,
        recorder,
        services.keep_awake if settings.keep_awake else NoKeepAwake(),
        services.figures,
        _sound(player, services, settings) if request.speed == 1 else None,
        appearance,
        preferences,
        title=words.content(routine.title),
        ask=not request.exit,
    )


def nudge_guide(routine_id: str, view: GuideView, services: Services, settings: Settings) -> Guide:
    """The short guide of a nudge, ready to start. Raises UserError for an unknown routine."""
    routine = services.library.routine(routine_id)
    player, recorder = _planned(routine, StartRequest(routine_id), services, settings)
    # Half a minute goes on, whatever is unplugged.
    sound = _sound(player, services, settings._replace(device_lost=DeviceLost.GO_ON))
    return Guide(player, recorder, sound, view)


def _planned(
    routine: Routine, request: StartRequest, services: Services, settings: Settings
) -> tuple[SessionPlayer, Recorder]:
    options = plan_options(settings, request.side)
    run = included(wished(routine, options.wishes))
    chosen = choose_doses(run, services.library.exercises, gentler=settings.gentler)
    session = Session(compile_timeline(chosen, options), request.speed)
    recorder = Recorder(
        session,
        routine,
        services.history,
        id=uuid4().hex,
        started=services.clock.local_time(),
        gentler=settings.gentler,
    )
    player = SessionPlayer(session, services.clock)
    if settings.battery:
        FramePace(player, services.power)
    return player, recorder


def _sound(player: SessionPlayer, services: Services, settings: Settings) -> SessionSound:
    return SessionSound(
        player,
        services.voices(settings),
        tones=settings.tones,
        ticks=settings.ticks,
        voice=settings.voice,
        manner=voice_manner(settings),
        pause_when_lost=settings.device_lost is DeviceLost.PAUSE,
    )
