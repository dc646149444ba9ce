"""Streamlit, with what the pages import read beforehand: the first reader need not wait for it."""

from __future__ import annotations

import sys

from streamlit.web.cli import main

from inquiry_explorer.pages import evidence, explore, overview, questions, workbench  # noqa: F401 - read for later

if __name__ == "__main__":
    sys.exit(main())
