"""What every test shares. No Qt here: the core and infra tests run where PySide6 is not installed."""

from hypothesis import settings

# A slow machine is no reason to fail; what is slow is measured in benchmarks/.
settings.register_profile("ribdown", deadline=None)
settings.load_profile("ribdown")
