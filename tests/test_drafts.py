"""A report is kept as a draft; every decision is on disk at once, and no two readers lose each other's work."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from reports import PARAGRAPHS, TITLE, html_report, pdf_report, text_report

from graph_loader.intake.drafts import Draft, draft, drafts, take_in
from graph_loader.intake.reading import read_report
from inquiry_graph.errors import EditConflict, IntakeError
from inquiry_graph.settings import Settings

SHARED = 3  # the number of the paragraph on sharing information; the title is the first


@pytest.fixture
def taken(here: Settings, tmp_path: Path, small_package: Path) -> Draft:
    return take_in(text_report(tmp_path), small_package, here)


def test_a_report_is_kept_outside_the_package_for_its_reader_alone(
    taken: Draft, here: Settings, small_package: Path
) -> None:
    assert taken.folder.is_relative_to(here.home)
    assert not taken.folder.is_relative_to(small_package)
    assert stat.S_IMODE(taken.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in taken.folder.iterdir() if file.is_file()} == {0o600}


def test_its_paragraphs_come_back_as_they_were_examined(taken: Draft) -> None:
    assert [each.paragraph.text for each in taken.paragraphs()] == [TITLE, *PARAGRAPHS]
    assert taken.report.proposed == sum(bool(each.proposals) for each in taken.paragraphs()) == 3
    assert taken.paragraphs()[SHARED - 1].proposals[0].practices[0].id == "practice:sharing-information"


def test_a_paragraph_that_does_not_say_is_about_what_the_report_is_about(taken: Draft) -> None:
    assert taken.paragraphs()[SHARED + 1].proposals[0].subject.value == ""
    assert taken.subject_of("") == "child_protection"


def test_in_a_report_on_exploitation_a_paragraph_on_children_is_about_that(
    here: Settings, tmp_path: Path, small_package: Path
) -> None:
    titled = ("How agencies responded to child sexual exploitation", *PARAGRAPHS)
    taken = take_in(text_report(tmp_path, titled), small_package, here)
    assert taken.subject_of("child_protection") == taken.subject_of("") == "cse"
    assert taken.subject_of("group_based_cse") == "group_based_cse"


def test_a_report_that_mentions_exploitation_below_its_title_is_no_report_on_it(
    here: Settings, tmp_path: Path, small_package: Path
) -> None:
    taken = take_in(text_report(tmp_path, (*PARAGRAPHS, "Exploitation was seen.")), small_package, here)
    assert taken.subject_of("child_protection") == "child_protection"


def test_the_same_file_taken_in_again_goes_on_where_it_stood(
    taken: Draft, here: Settings, tmp_path: Path, small_package: Path
) -> None:
    taken.decide(SHARED, "rejected", (), "reader", 0)
    again = take_in(text_report(tmp_path), small_package, here)
    assert again.report == taken.report
    assert again.progress().decided == 1
    assert [each.report.id for each in drafts(here)] == [taken.report.id]


def test_a_decision_is_there_for_whoever_opens_the_draft_next(taken: Draft, here: Settings) -> None:
    made = taken.decide(SHARED, "accepted", ({"summary": "Nothing was passed on."},), " first reader ", 0)
    found = draft(taken.report.id, here).record(SHARED).decision
    assert found == made
    assert (found.revision, found.reader, found.findings[0]["summary"]) == (1, "first reader", "Nothing was passed on.")


def test_a_later_decision_leaves_the_earlier_one_on_disk(taken: Draft) -> None:
    taken.decide(SHARED, "set_aside", (), "reader", 0)
    taken.decide(SHARED, "rejected", (), "reader", 1)
    assert taken.record(SHARED).revision == 2
    assert len(list((taken.folder / "decisions" / f"{SHARED:06}").glob("revision-*.json"))) == 2


def test_two_decisions_on_one_revision_both_stay_until_somebody_decides_between_them(taken: Draft) -> None:
    taken.decide(SHARED, "rejected", (), "first", 0)
    with pytest.raises(EditConflict, match="Nothing is lost"):
        taken.decide(SHARED, "accepted", ({"summary": "Second."},), "second", 0)
    record = taken.record(SHARED)
    (rival,) = record.rivals
    assert (record.decision and record.decision.reader, rival.reader) == ("first", "second")
    assert rival.findings[0]["summary"] == "Second."
    assert taken.progress().conflicts == 1
    taken.decide(SHARED, rival.verdict, rival.findings, "third", 1, answers=(rival.rival,))
    assert taken.record(SHARED).rivals == ()
    assert taken.progress().conflicts == 0


def test_of_many_who_decide_at_once_one_is_first_and_none_is_lost(taken: Draft) -> None:
    start, refused = threading.Barrier(8), []

    def decide(reader: int) -> None:
        start.wait()
        try:
            taken.decide(SHARED, "rejected", (), f"reader {reader}", 0)
        except EditConflict:
            refused.append(reader)

    readers = [threading.Thread(target=decide, args=(number,)) for number in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    record = taken.record(SHARED)
    assert record.decision
    assert len(refused) == 7
    assert {record.decision.reader, *(rival.reader for rival in record.rivals)} == {f"reader {n}" for n in range(8)}


DECIDING = """
import sys
from pathlib import Path
from graph_loader.intake.drafts import Draft
draft = Draft(Path(sys.argv[1]))
for revision in range(1_000_000):
    draft.decide(3, "accepted", ({"summary": "x" * 20_000},), "reader", revision)
    print(revision + 1, flush=True)
"""


@pytest.fixture
def deciding(taken: Draft) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", DECIDING, str(taken.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not there")
def test_a_review_that_is_killed_keeps_every_decision_that_it_told_of(
    taken: Draft, deciding: subprocess.Popen[str]
) -> None:
    assert deciding.stdout
    told = [int(deciding.stdout.readline()) for _ in range(20)]
    deciding.send_signal(signal.SIGKILL)
    told += [int(line) for line in deciding.stdout]
    decision = taken.record(SHARED).decision
    assert decision
    assert decision.revision in (told[-1], told[-1] + 1)
    assert len(decision.findings[0]["summary"]) == 20_000


def test_what_the_report_is_has_its_revisions_too(taken: Draft) -> None:
    taken.decide_about({"source": "source:a", "case": "case:a"}, "first", 0)
    with pytest.raises(EditConflict):
        taken.decide_about({"source": "source:b", "case": "case:b"}, "second", 0)
    assert len(taken.about().rivals) == 1


def test_a_reader_without_a_name_and_a_paragraph_that_is_not_there_are_refused(taken: Draft) -> None:
    with pytest.raises(IntakeError, match="your role or initials"):
        taken.decide(SHARED, "rejected", (), "  ", 0)
    with pytest.raises(IntakeError, match="none is 99"):
        taken.decide(99, "rejected", (), "reader", 0)
    assert taken.progress().decided == 0


@pytest.mark.parametrize("name", ["nothing-12345678", "..", "../intake", ""])
def test_a_name_that_is_no_draft_says_how_to_find_one(here: Settings, name: str) -> None:
    with pytest.raises(IntakeError, match="inquiry-graph intake"):
        draft(name, here)


def test_the_target_is_what_was_named_last(taken: Draft, tmp_path: Path) -> None:
    assert taken.target() is None
    for name in ("first", "second"):
        taken.aim(tmp_path / name)
    assert taken.target() == tmp_path / "second"


def test_a_web_page_and_a_pdf_are_kept_as_they_came(here: Settings, tmp_path: Path, small_package: Path) -> None:
    for file, name in ((html_report(tmp_path), "original.html"), (pdf_report(tmp_path, [PARAGRAPHS]), "original.pdf")):
        kept = take_in(file, small_package, here).folder / name
        assert kept.read_bytes() == file.read_bytes()
        assert read_report(kept) == read_report(file)
