"""See that there is a Chromium for the browser tests: the system's, Debian's package, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """The path of a Chromium on this machine, or None. CHROMIUM names one that is not on the PATH."""
    named = os.environ.get("CHROMIUM", "")
    found = next(filter(None, (shutil.which(name) for name in (named, *NAMES) if name)), None)
    return found or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    if sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            _say(f"No Chromium here. Running apt-get {' '.join(arguments)}.")
            subprocess.run(["apt-get", *arguments], env=environment, check=False, stdout=subprocess.DEVNULL)
    else:
        _say("No Chromium here. Fetching Playwright's own.")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def main() -> int:
    """Find or install, and say which. In CI a missing browser is a failure; elsewhere its tests are skipped."""
    path = find()
    if path is None:
        _install()
        path = find()
    if path:
        _say(f"Browser tests use {path}.")
        return 0
    _say("NO CHROMIUM: the browser tests will be SKIPPED. Install Chromium, or name one in CHROMIUM.")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
