import codecs
import os
import tomllib
from pathlib import Path

import pytest

from records import as_nobody, read_only
from ribdown.core.errors import UserError
from ribdown.core.settings import DeviceLost, Settings, SoundOutput, ThemeChoice
from ribdown.infra.settings_file import SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def _bad(file: Path) -> Path:
    return file.with_name("settings.toml.bad")


def test_without_a_file_everything_has_its_default(file: Path) -> None:
    assert SettingsFile(file).load() == (Settings(), [])
    assert not _bad(file).exists()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    store = SettingsFile(tmp_path / "new folder" / "settings.toml")
    settings = Settings(theme=ThemeChoice.DARK, text_size=150, gentler=True, far_view=("bridge",), window=(1000, 700))
    store.save(settings)
    assert store.load() == (settings, [])
    assert [found.name for found in (tmp_path / "new folder").iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("text_size = 500", "text_size: 500 is not allowed; allowed: 100–200"),
        ("text_size = 'big'", "text_size: 'big' is not allowed; allowed: 100–200"),
        ("get_ready = -5", "get_ready: -5 is not allowed; allowed: 5–20"),
        ("theme = 'pink'", "theme: 'pink' is not allowed; allowed: system, light, dark"),
        ("gentler = 1", "gentler: 1 is not allowed; allowed: true or false"),
        ("window = [1]", "window: a list of 1 is not allowed; allowed: a list of length 2"),
        ("far_view = ['a', 'b', 'c', 2]", "far_view[3]: 2 is not allowed; allowed: text"),
    ],
)
def test_a_bad_value_has_its_default_and_the_others_stay(file: Path, line: str, said: str) -> None:
    content = f"keep_awake = false\n{line}\n"
    file.write_text(content)
    settings, notices = SettingsFile(file).load()
    assert settings == Settings(keep_awake=False)
    assert notices == [f"settings.toml: {said}; the default is used."]
    assert _bad(file).read_text() == content


def test_each_bad_value_has_its_own_notice(file: Path) -> None:
    file.write_text("text_size = 1\nget_ready = 1\n")
    assert len(SettingsFile(file).load()[1]) == 2


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"x" * 2_000_000, b"[" * 5000])
def test_a_file_that_can_not_be_read_is_kept_aside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    store = SettingsFile(file)
    settings, [notice] = store.load()
    assert settings == Settings()
    assert notice.startswith("settings.toml: ")
    assert notice.endswith("; the defaults are used.")
    store.save(settings)
    assert store.load() == (settings, [])
    assert _bad(file).read_bytes() == content


def test_an_empty_file_is_a_file_of_defaults(file: Path) -> None:
    file.touch()
    assert SettingsFile(file).load() == (Settings(), [])


def test_keys_of_another_version_stay(file: Path) -> None:
    file.write_text("text_size = 120\nmood = 'calm'\n\n[moods]\nevery = 45\nsince = 2026-11-20\n")
    store = SettingsFile(file)
    settings, notices = store.load()
    store.save(settings._replace(text_size=130))
    assert notices == []
    kept = tomllib.loads(file.read_text())
    assert (kept["mood"], kept["moods"]["every"], kept["text_size"]) == ("calm", 45, 130)


def test_a_newer_file_keeps_what_only_the_newer_version_knows(file: Path) -> None:
    """A value that this version does not know yet has its default here, is said, and the file is kept beside."""
    content = "sound_output = 'hologram'\nversion = 99\nvolume = 30\n"
    file.write_text(content)
    store = SettingsFile(file)
    settings, [notice] = store.load()
    assert settings == Settings(volume=30)
    assert notice.startswith("settings.toml: sound_output: 'hologram' is not allowed; allowed: qt, simpleaudio, silent")
    store.save(settings)
    assert tomllib.loads(file.read_text())["version"] == 99
    assert _bad(file).read_text() == content


def test_every_setting_survives_the_file(file: Path) -> None:
    settings = Settings(
        sound_output=SoundOutput.SIMPLEAUDIO,
        device_lost=DeviceLost.PAUSE,
        speech_engine="speechd",
        speech_voice='Männliche Stimme "1"',
        speech_rate=-40,
        speech_volume=0,
    )
    SettingsFile(file).save(settings)
    assert SettingsFile(file).load() == (settings, [])


def test_a_save_that_fails_leaves_the_file_as_it_was(shared_folder: Path) -> None:
    file = shared_folder / "settings.toml"
    store = SettingsFile(file)
    store.save(Settings(text_size=120))
    before = file.read_bytes()
    with read_only(shared_folder), pytest.raises(UserError, match=r"^The settings could not be saved: .+\. Make sure"):
        store.save(Settings(text_size=200))
    assert file.read_bytes() == before


def test_a_bad_file_in_a_read_only_folder_is_still_said(shared_folder: Path) -> None:
    (shared_folder / "settings.toml").write_text("text_size = 1")
    codecs.lookup("utf-8-sig")  # which nobody may be forbidden to read where Python is
    with read_only(shared_folder):
        settings, notices = SettingsFile(shared_folder / "settings.toml").load()
    assert (settings, len(notices)) == (Settings(), 1)


def test_a_folder_in_place_of_the_file_is_said(file: Path) -> None:
    file.mkdir()
    store = SettingsFile(file)
    assert len(store.load()[1]) == 1
    with pytest.raises(UserError):
        store.save(Settings())
    assert [found.name for found in file.parent.iterdir()] == ["settings.toml"]


# -- what can't be read is not replaced


UNREADABLE = "The settings could not be saved: settings.toml: "


def test_a_file_that_may_not_be_read_is_not_replaced(shared_folder: Path) -> None:
    file = shared_folder / "settings.toml"
    file.write_text("text_size = 150\n")
    file.chmod(0)
    store = SettingsFile(file)
    codecs.lookup("utf-8-sig")
    with as_nobody():
        settings, [notice] = store.load()
        assert settings == Settings()
        assert notice.startswith("settings.toml: the file can't be read: ")
        with pytest.raises(
            UserError, match=f"^{UNREADABLE}the file can't be read: .+ Make sure that .+settings.toml is"
        ):
            store.save(settings._replace(volume=1))
    assert file.read_text() == "text_size = 150\n"
    assert [found.name for found in shared_folder.iterdir()] == ["settings.toml"]


def test_a_file_that_can_be_read_only_later_is_not_replaced_by_defaults(shared_folder: Path) -> None:
    file = shared_folder / "settings.toml"
    file.write_text("text_size = 150\n")
    file.chmod(0)
    store = SettingsFile(file)
    codecs.lookup("utf-8-sig")
    with as_nobody():
        store.load()
    file.chmod(0o644)
    with pytest.raises(UserError, match=r"can be read only now\. Start Ribdown again"):
        store.save(Settings(volume=1))
    assert file.read_text() == "text_size = 150\n"
    assert store.load() == (Settings(text_size=150), [])
    store.save(Settings(text_size=150, volume=1))
    assert store.load() == (Settings(text_size=150, volume=1), [])


def test_a_file_that_was_taken_away_meanwhile_is_written_anew(file: Path) -> None:
    file.mkdir()
    store = SettingsFile(file)
    store.load()
    file.rmdir()
    store.save(Settings(volume=1))
    store.save(Settings(volume=2))
    assert store.load() == (Settings(volume=2), [])


def test_a_folder_that_can_not_be_entered_may_hold_settings(shared_folder: Path) -> None:
    file = shared_folder / "inner" / "settings.toml"
    file.parent.mkdir()
    file.write_text("text_size = 150\n")
    file.parent.chmod(0)
    codecs.lookup("utf-8-sig")
    with as_nobody():
        _, [notice] = SettingsFile(file).load()
        with pytest.raises(UserError, match=f"^{UNREADABLE}"):
            SettingsFile(file).save(Settings())
    assert notice.startswith("settings.toml: the file can't be read: ")
    file.parent.chmod(0o755)
    assert file.read_text() == "text_size = 150\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows links need a right of their own")
def test_a_link_to_nowhere_is_not_replaced(file: Path) -> None:
    file.symlink_to(file.with_name("away.toml"))
    with pytest.raises(UserError, match=f"^{UNREADABLE}"):
        SettingsFile(file).save(Settings())
    assert file.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_in_its_place_keeps_nobody_waiting(file: Path) -> None:
    os.mkfifo(file)
    store = SettingsFile(file)
    assert len(store.load()[1]) == 1
    with pytest.raises(UserError, match=f"^{UNREADABLE}"):
        store.save(Settings())
    assert file.is_fifo()


def test_a_damaged_file_that_can_not_be_kept_aside_is_not_replaced(file: Path) -> None:
    file.write_text("theme = ")
    _bad(file).mkdir()
    store = SettingsFile(file)
    store.load()
    with pytest.raises(UserError, match=f"^{UNREADABLE}line 1"):
        store.save(Settings(volume=1))
    assert file.read_text() == "theme = "
    _bad(file).rmdir()
    store.save(Settings(volume=1))
    store.save(Settings(volume=2))
    assert store.load() == (Settings(volume=2), [])
    assert _bad(file).read_text() == "theme = "
