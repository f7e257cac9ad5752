"""What this process has cost so far."""

import os
import time
from pathlib import Path


def seconds_since_start() -> float:
    """Seconds since the process began, to 10 ms on Linux; elsewhere its processor time, which is less."""
    stat = Path("/proc/self/stat")
    if stat.exists():
        fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started
    return time.process_time()


def memory_megabytes() -> float | None:
    """The process's proportional share of memory in MB; None where the system does not say."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return None
    line = next(line for line in rollup.read_text(encoding="ascii").splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024
