"""What every test shares. No Qt here: the core and infra tests run where PySide6 is not installed."""

import pytest
from hypothesis import settings

# A slow machine is no reason to fail; what is slow is measured in benchmarks/.
settings.register_profile("ribdown", deadline=None)
settings.load_profile("ribdown")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Without pytest-qt (`-p no:pytest-qt`), its options in pyproject.toml are read all the same."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "an option of pytest-qt, which is not in use")
