"""The real command in its own process: the real window, the real clock, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SRC = Path(__file__).resolve().parents[1] / "app"


class Ribdown:
    """The command with a data folder of its own."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.data = data
        self._environment = os.environ | {"PYTHONPATH": str(SRC), "PYTHONWARNINGS": "error"} | environment

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start it and go on."""
        command = [sys.executable, "-m", "ribdown", "--data-dir", str(self.data), *arguments]
        return subprocess.Popen(
            command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end, within two minutes."""
        with self.start(*arguments) as process:
            try:
                out, err = process.communicate(timeout=120)
            finally:
                process.kill()
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def history(self) -> list[dict[str, Any]]:
        """The sessions, as `history --json` lists them."""
        done = self.run("history", "--json")
        assert done.returncode == 0, done.stderr
        sessions: list[dict[str, Any]] = json.loads(done.stdout)
        return sessions
