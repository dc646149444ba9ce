"""Reports written for tests, and a PDF of any text without any library: no real report is in this repository."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

TITLE = "Review of the response in Harrowmere"
SHARED = "The police and Harrowmere Council did not share information about children at risk with each other."
STORED = "Crimes were not recorded when they were reported to Northshire Police, in 12 of the 40 files that we saw."
SUPPORTED = "Support was offered promptly after the investigation, and it was of good quality."
ASKED = "Northshire Police should share information with the council each week."
NAMED = "Susan Example, a social worker, did not share information with the police."
STORY = "A girl told her teacher that she was afraid. She was not believed, and information was not shared."
CIPHER = "Child A was not offered support, and information about the case was not shared."
PLAIN = "The review was held between March and June, and its members met nine times in that period."
PARAGRAPHS = (PLAIN, SHARED, STORED, SUPPORTED, ASKED, NAMED, STORY, CIPHER)


def text_report(folder: Path, paragraphs: Sequence[str] = PARAGRAPHS) -> Path:
    """A text file with these paragraphs."""
    file = folder / "harrowmere.txt"
    file.write_text("\n\n".join((TITLE, *paragraphs)) + "\n", encoding="utf-8")
    return file


def html_report(folder: Path, paragraphs: Sequence[str] = PARAGRAPHS) -> Path:
    """A web page with these paragraphs, amid what a page has beside its text."""
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    file = folder / "harrowmere.html"
    file.write_text(
        f"<!doctype html><html><head><title>x</title><script>let it = 'never be read as text at all';</script></head>"
        f"<body><nav><p>Home and many other pages of ours</p></nav><main><h1>{TITLE}</h1>{body}</main></body></html>",
        encoding="utf-8",
    )
    return file


def pdf_report(folder: Path, pages: Iterable[Sequence[str]], name: str = "harrowmere.pdf") -> Path:
    """A PDF with these lines on these pages; an empty line leaves the room of one."""
    file = folder / name
    file.write_bytes(pdf(pages))
    return file


def pdf(pages: Iterable[Sequence[str]]) -> bytes:
    """The bytes of such a PDF."""
    return pdf_of([_stream(lines) for lines in pages])


def placed(pieces: Iterable[tuple[float, float, str]]) -> bytes:
    """What a page draws that has these texts at these places, in this order."""
    drawn = "".join(f"1 0 0 1 {left} {bottom} Tm ({text}) Tj\n" for left, bottom, text in pieces)
    return f"BT /F1 9 Tf\n{drawn}ET".encode("cp1252")


PICTURE = b"q 400 0 0 600 90 120 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"  # what a scanned page draws


def pdf_of(streams: Sequence[bytes]) -> bytes:
    """The bytes of a PDF whose pages draw these: a catalogue, a font, and the pages."""
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * place} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return _file(objects)


def _stream(lines: Sequence[str]) -> bytes:
    shown = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    moved = "".join(f"({line}) Tj T*\n" if line else "T*\n" for line in shown)
    return f"BT /F1 10 Tf 14 TL 60 780 Td\n{moved}ET".encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode()
