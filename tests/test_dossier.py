"""Dossiers of the small package: what each kind says, with its base, and what it does not know."""

from __future__ import annotations

import json

import pytest

from inquiry_explorer.dossiers.page import SECTIONS
from inquiry_graph import model
from inquiry_graph.cells import Tally, cells
from inquiry_graph.database import Database
from inquiry_graph.dossier import Dossier, Footing, dossier, material
from inquiry_graph.dossier.found import SUBJECT_WORDS
from inquiry_graph.dossier.index import entries
from inquiry_graph.dossier.members import STATEMENTS
from inquiry_graph.errors import ParameterError
from inquiry_graph.export import FORMATS, render
from inquiry_graph.remaking import completed, verify

EXPLOITATION, LARGE = SUBJECT_WORDS.values()
ONE_OF_EACH = (
    "case:harrowmere-2004-2014",
    "agency:northshire-police",
    "location:millbridge",
    "source:millbridge-review-2011",
    "practice:sharing-information",
    "recommendation:national-5",
)


def states(footing: Footing) -> dict[str, str]:
    return {line.id.removeprefix("theme:"): line.cell.state for line in footing.lines if line.cell}


def footings(of: Dossier) -> dict[str, Footing]:
    return {each.words: each for each in of.found}


def test_dossiers_are_listed_with_their_findings(loaded: Database) -> None:
    listed = {each.subject.id: (each.findings, each.stated) for each in entries(loaded, "Location")}
    assert listed["location:millbridge"] == (3, 0)
    assert listed["location:northland"] == (0, 0)
    assert {each.subject.id: each.stated for each in entries(loaded, "Recommendation")} == {
        "recommendation:harrowmere-3": 0,
        "recommendation:millbridge-1": 0,
        "recommendation:national-5": 1,
    }


def test_every_kind_is_read_and_drawn() -> None:
    assert tuple(STATEMENTS) == tuple(SECTIONS) == model.DOSSIERS


def test_a_case_has_a_state_for_each_theme_and_under_it_its_practices(loaded: Database) -> None:
    (footing,) = dossier(loaded, "case:harrowmere-2004-2014").found
    assert footing.words == EXPLOITATION
    assert states(footing) == {
        "police-responses": "not_examined",
        "communication": "failing",
        "victim-support": "mixed",
        "vulnerability": "not_examined",
        "prosecution": "not_examined",
    }
    beneath = {line.id: line.tally for line in footing.lines}
    assert beneath["theme:communication"] == Tally(failing=1, not_examined=1)
    assert beneath["theme:victim-support"] == Tally(scope_not_known=1)  # its scope names the theme, not the practice
    assert footing.sentence == "failing in 1 and mixed in 1 of the 2 themes with a finding; 3 not examined"


def test_an_agency_has_each_examination_by_itself(loaded: Database) -> None:
    found = footings(dossier(loaded, "agency:northshire-police"))
    assert states(found[EXPLOITATION])["communication"] == "failing"
    by_visit = {cell.unit_id: cell.state for cell in found[LARGE].cells if cell.topic_id == "theme:police-responses"}
    assert by_visit["case:inspection-northshire-2015"] == "failing"
    assert by_visit["case:inspection-northshire-2017"] == "adequate"
    assert not found[LARGE].lines


def test_a_place_counts_at_its_own_level_and_says_where_it_has_no_cells(loaded: Database) -> None:
    wide = dossier(loaded, "location:northshire")
    assert [each.finding.id for each in wide.evidence] == ["finding:northshire-1"]
    assert states(wide.found[0])["communication"] == "failing"
    assert dossier(loaded, "location:northshire-police-area").found == ()


def test_a_source_is_told_by_the_cases_that_it_is_about(loaded: Database) -> None:
    found = footings(dossier(loaded, "source:millbridge-review-2011"))
    communication = next(line for line in found[EXPLOITATION].lines if line.id == "theme:communication")
    assert (communication.noun, communication.cell) == ("cases", None)
    assert communication.tally == Tally(failing=1, mixed=1, conflicting=1)
    assert found[LARGE].sentence.startswith("failing in 1 and mixed in 0 of the 1 pair of a case and a theme")


def test_a_practice_is_told_by_places_and_by_rounds_of_forces(loaded: Database) -> None:
    sharing = dossier(loaded, "practice:sharing-information").found
    held = [cell for cell in cells(loaded, "place", "practice") if cell.topic_id == "practice:sharing-information"]
    assert [line.tally for line in sharing[0].lines] == [Tally.of(held)]
    rounds = footings(dossier(loaded, "practice:recording-crime"))[LARGE]
    assert [line.id for line in rounds.lines] == ["initial", "review"]
    assert rounds.lines[1].tally.adequate == 1


def test_a_recommendation_tells_what_became_of_it(loaded: Database) -> None:
    (asked,) = dossier(loaded, "recommendation:national-5").recommendations
    assert [each.properties["status"] for each in asked.progress] == ["in_progress"]
    (first,) = dossier(loaded, "recommendation:millbridge-1").recommendations
    assert (first.last, [each.id for each in first.repeats]) == (None, ["recommendation:harrowmere-3"])


def test_a_recommendation_is_judged_in_the_bodies_that_it_asks(loaded: Database) -> None:
    lines = dossier(loaded, "recommendation:millbridge-1").found[0].lines
    assert {line.id.split()[1]: line.cell.state for line in lines if line.cell} == {
        "agency:northshire-council": "scope_not_known",
        "agency:northshire-police": "scope_not_known",
    }


def test_evidence_stands_by_weight_with_its_paragraphs(loaded: Database) -> None:
    held = dossier(loaded, "practice:sharing-information").evidence
    weights = [each.weight for each in held]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) > 1
    assert all(each.citations for each in held)


def test_dates_of_all_kinds_stand_in_one_chronology(loaded: Database) -> None:
    harrowmere = dossier(loaded, "case:harrowmere-2004-2014").chronology
    assert [(each.date, each.node.kind) for each in harrowmere] == [
        ("2004", "Case"),
        ("2015-02-04", "Event"),
        ("2015-02-04", "Source"),
        ("2015-02-05", "Source"),
    ]
    national = dossier(loaded, "recommendation:national-5").chronology
    assert ("2023-06", "Progress") in [(each.date, each.node.kind) for each in national]


def test_answers_to_findings_stand_before_other_claims(loaded: Database) -> None:
    of = dossier(loaded, "case:harrowmere-2004-2014")
    assert [(each.claim.id, [node.id for node in each.answered]) for each in of.replies] == [
        ("claim:council-1", ["finding:harrowmere-1"]),
        ("claim:gazette-1", []),
        ("claim:gazette-2", []),
    ]
    assert [each.source.id for each in of.responses] == ["source:harrowmere-reply-2015"]


def test_what_is_not_known_is_counted(loaded: Database) -> None:
    known = dossier(loaded, "case:harrowmere-2004-2014").coverage
    assert (known.sources, known.sought, known.findings, known.undated) == (2, 1, 3, 2)
    assert [node.id for node in known.unread] == ["source:gazette-2015"]
    assert {(gap.state, gap.count) for gap in known.gaps} == {("not_examined", 3)}


def test_other_dossiers_are_named_with_the_findings_that_both_share(loaded: Database) -> None:
    shared = {each.node.id: each.shared for each in dossier(loaded, "location:millbridge").connected}
    assert shared["case:millbridge-2001-2010"] == 3
    assert shared["agency:northshire-council"] == 2
    assert "location:millbridge" not in shared


@pytest.mark.parametrize("identifier", ["case:nowhere", "theme:communication", "nonsense"])
def test_what_has_no_dossier_is_said(loaded: Database, identifier: str) -> None:
    with pytest.raises(ParameterError, match=identifier):
        dossier(loaded, identifier)


@pytest.mark.parametrize("identifier", ONE_OF_EACH)
def test_a_dossier_goes_into_a_file_of_every_format(loaded: Database, identifier: str) -> None:
    of = dossier(loaded, identifier)
    made = material(loaded, of)
    assert {row["finding"] for row in made.rows} == set(of.members.findings)
    for name in FORMATS:
        manifest = json.loads(render(completed(loaded, made, name), name).manifest)
        assert verify(loaded, manifest).identical
        assert manifest["title"] == f"Dossier: {of.subject.name}"
        assert manifest["dossier"] == identifier
