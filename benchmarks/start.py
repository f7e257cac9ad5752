"""Time to the first painted window and memory then, as a ratio to a bare PySide6 window. Prints JSON.

Needs a display, or QT_QPA_PLATFORM=offscreen. Usage: python benchmarks/start.py [RUNS]
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

BARE = """
import json
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ribdown.infra.process import memory_megabytes, seconds_since_start


class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, report)
        return False


def report():
    print(json.dumps({"milliseconds": round(seconds_since_start() * 1000), "megabytes": memory_megabytes()}))
    app.quit()


app = QApplication([])
app.setStyle("Fusion")
window = QWidget()
window.resize(1280, 766)
first_paint = FirstPaint()
window.installEventFilter(first_paint)
window.show()
app.exec()
"""


def measure(command: list[str]) -> dict[str, float]:
    """One start's milliseconds and megabytes."""
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


Result = dict[str, float]


def compare(pairs: list[tuple[Result, Result]], bare: str, own: str) -> Result:
    """Medians of a bare window's figure and of ours, and of their ratio in each pair of starts."""
    return {
        "bare": round(median(one[bare] for one, _ in pairs), 1),
        "ribdown": round(median(one[own] for _, one in pairs), 1),
        "ratio": round(median(ours[own] / one[bare] for one, ours in pairs), 2),
    }


def main() -> None:
    """Start both in turn, so that a busy machine slows both alike."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        # The start page is what everybody sees but on the first start.
        Path(folder, "settings.toml").write_text("safety_read = true\n", encoding="utf-8")
        ours = ["-m", "ribdown", "--data-dir", folder, "self-test", "--first-window"]
        for command in (["-c", BARE], ours):
            measure(command)  # warms the file cache
        pairs = [(measure(["-c", BARE]), measure(ours)) for _ in range(runs)]
    report = {
        "first_window_ms": compare(pairs, "milliseconds", "milliseconds"),
        "start_page_ms": compare(pairs, "milliseconds", "start_page_milliseconds"),
        "first_window_mb": compare(pairs, "megabytes", "megabytes"),
        "start_page_mb": compare(pairs, "megabytes", "start_page_megabytes"),
    }
    print(json.dumps({"runs": runs, **report}, indent=2))


if __name__ == "__main__":
    main()
