"""What Ribdown costs in the background: processor time and wake-ups while nothing is due, beside a bare program with a
tray icon and one hourly timer; and its memory over many nudges. Prints JSON.

Needs a display and a session bus; with a notification service on it, that one shows the nudges.
Usage: python benchmarks/background.py [SECONDS] [NUDGES]
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from ribdown.desktop.instance.ask import ask_instance
from ribdown.desktop.instance.contact import Standing
from ribdown.desktop.instance.message import Request
from ribdown.desktop.instance.place import instance_place

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
icon = QSystemTrayIcon(QIcon(QPixmap(16, 16)))
icon.show()
timer = QTimer(interval=3_600_000)
timer.start()
app.exec()
"""
SETTLE = 15.0  # seconds until a start is over
PATIENCE_MS = 5000


def main() -> None:
    """Measure both, one after the other."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    nudges = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    bare = subprocess.Popen([sys.executable, "-c", BARE])
    report: dict[str, Any] = {"seconds": seconds, "bare": idle(bare, seconds)}
    bare.kill()
    bare.wait()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        # All day, and not due while this runs.
        minute = (datetime.now().astimezone().minute + 30) % 60
        hours = "nudge_from = 0\nnudge_to = 0\nnudge_days = [0, 1, 2, 3, 4, 5, 6]\n"
        settings = f"safety_read = true\n{hours}nudge_minute = {minute}\n"
        (data / "settings.toml").write_text(settings)
        own = subprocess.Popen([sys.executable, "-m", "ribdown", "--data-dir", folder, "--background"])
        report["ribdown"] = idle(own, seconds)
        report["nudges"] = over_nudges(own, instance_place(data).server, nudges)
        own.kill()
        own.wait()
    print(json.dumps(report, indent=2))


def idle(process: "subprocess.Popen[bytes]", seconds: float) -> dict[str, float]:
    """What it takes while nothing is asked of it."""
    time.sleep(SETTLE)
    before = taken(process.pid)
    time.sleep(seconds)
    after = taken(process.pid)
    return {
        "cpu_ms_per_minute": round((after[0] - before[0]) / 1e6 * 60 / seconds, 2),
        "wake_ups_per_second": round((after[1] - before[1]) / seconds, 3),
        "pss_mb": pss(process.pid),
    }


def over_nudges(process: "subprocess.Popen[bytes]", server: str, count: int) -> dict[str, Any]:
    """Its memory after a few nudges, and after each quarter of them; each is shown and skipped."""
    warm = min(20, count)
    for _ in range(warm):
        nudge(server)
    sizes = [pss(process.pid)]
    for _ in range(4):
        for _ in range(count // 4):
            nudge(server)
        sizes.append(pss(process.pid))
    return {"count": count, "pss_mb": sizes}


def nudge(server: str) -> None:
    """Have one shown, and skip it."""
    for what in ("now", "skip"):
        contact = ask_instance(server, Request("nudge", {"what": what}), PATIENCE_MS)
        assert contact.standing is Standing.ANSWERED, contact
        assert "problem" not in (contact.reply or {}), contact
        time.sleep(0.05)  # as long as the desktop takes to show it


def taken(pid: int) -> tuple[int, int]:
    """Nanoseconds of processor time and voluntary switches of all threads."""
    threads = [Path("/proc", str(pid), "task", thread) for thread in os.listdir(f"/proc/{pid}/task")]
    nanoseconds = sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads)
    switches = 0
    for thread in threads:
        lines = (thread / "status").read_text().splitlines()
        switches += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
    return nanoseconds, switches


def pss(pid: int) -> float:
    """Proportional set size in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return round(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024, 1)


if __name__ == "__main__":
    main()
