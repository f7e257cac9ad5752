import msgspec
import pytest

from ribdown.core.settings import MotionChoice, Settings, ThemeChoice


def test_the_defaults_are_inside_their_own_bounds() -> None:
    assert msgspec.convert(msgspec.to_builtins(Settings()), Settings, strict=True) == Settings()


def test_get_ready_and_switch_sides_start_at_ten_seconds() -> None:
    assert (Settings().get_ready, Settings().switch_sides) == (10, 10)


@pytest.mark.parametrize("name", ["get_ready", "switch_sides"])
@pytest.mark.parametrize("value", [4, 21])
def test_a_change_outside_5_to_20_seconds_is_refused(name: str, value: int) -> None:
    with pytest.raises(msgspec.ValidationError, match=name):
        msgspec.convert({name: value}, Settings)


@pytest.mark.parametrize("name", ["get_ready", "switch_sides"])
@pytest.mark.parametrize("value", [5, 20])
def test_5_and_20_seconds_are_allowed(name: str, value: int) -> None:
    assert getattr(msgspec.convert({name: value}, Settings), name) == value


@pytest.mark.parametrize("value", [99, 201])
def test_a_text_size_outside_100_to_200_per_cent_is_refused(value: int) -> None:
    with pytest.raises(msgspec.ValidationError, match="text_size"):
        msgspec.convert({"text_size": value}, Settings)


@pytest.mark.parametrize("size", [[399, 766], [1280, 399], [16_385, 766], [1280]])
def test_a_window_that_no_screen_can_show_is_refused(size: list[int]) -> None:
    with pytest.raises(msgspec.ValidationError, match="window"):
        msgspec.convert({"window": size}, Settings)


def test_choices_are_read_by_name() -> None:
    read = msgspec.convert({"theme": "dark", "motion": "reduced"}, Settings)
    assert (read.theme, read.motion) == (ThemeChoice.DARK, MotionChoice.REDUCED)


def test_every_setting_has_a_title_for_the_page() -> None:
    fields = msgspec.inspect.type_info(Settings)
    assert isinstance(fields, msgspec.inspect.StructType)
    for field in fields.fields:
        assert isinstance(field.type, msgspec.inspect.Metadata), field.name
        assert (field.type.extra_json_schema or {})["title"], field.name
