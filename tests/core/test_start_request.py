from ribdown.core.start_request import StartRequest
from ribdown.core.timeline import Side


def test_a_plain_request_starts_on_the_right_at_the_speed_of_life_and_stays() -> None:
    request = StartRequest("daily-mini")
    assert (request.side, request.speed, request.exit, request.screenshot) == (Side.RIGHT, 1.0, False, None)
