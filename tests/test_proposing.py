"""What is proposed of a paragraph, by which words, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports import ASKED, CIPHER, NAMED, PLAIN, SHARED, STORED, STORY, SUPPORTED

from graph_loader.intake.blocks import Paragraph
from graph_loader.intake.judging import base, hedges, outcome, subject, years
from graph_loader.intake.proposing import Examined, Proposer, quotation
from graph_loader.intake.words import sentences, stem
from graph_loader.package import read_package
from inquiry_graph import model


@pytest.fixture(scope="module")
def proposer(small_package: Path) -> Proposer:
    return Proposer(read_package(small_package))


def examined(proposer: Proposer, text: str) -> Examined:
    return proposer.examine(Paragraph(1, "paragraph 1", text))


@pytest.mark.parametrize(
    ("text", "practice", "judged", "matched"),
    [
        (SHARED, "practice:sharing-information", "failing", "information"),
        (STORED, "practice:recording-crime", "failing", "recorded"),
        (SUPPORTED, "practice:offering-support", "good_practice", "Support"),
    ],
)
def test_a_sentence_that_judges_a_practice_is_proposed_with_the_words_that_matched(
    proposer: Proposer, text: str, practice: str, judged: str, matched: str
) -> None:
    (proposal,) = examined(proposer, text).proposals
    assert proposal.practices[0].id == practice
    assert matched in " ".join(proposal.practices[0].words)
    assert proposal.outcome.value == judged
    assert proposal.outcome.words
    assert all(word in text for match in proposal.practices for words in match.words for word in words.split())


@pytest.mark.parametrize("text", [PLAIN, ASKED, "Police and council share information each week."])
def test_what_judges_nothing_or_only_asks_is_not_proposed(proposer: Proposer, text: str) -> None:
    assert examined(proposer, text).proposals == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [(NAMED, "a person's name"), (STORY, "the story of one person"), (CIPHER, "a cipher for a person")],
)
def test_persons_ciphers_and_stories_are_flagged_and_never_proposed(proposer: Proposer, text: str, what: str) -> None:
    found = examined(proposer, text)
    assert found.proposals == ()
    assert what in {flag.what for flag in found.flags}


def test_a_name_keeps_its_own_sentence_alone_from_being_proposed(proposer: Proposer) -> None:
    found = examined(proposer, f"{NAMED} {SHARED}")
    assert [proposal.sentence for proposal in found.proposals] == [SHARED]
    assert found.flags


@pytest.mark.parametrize(
    ("lead", "judged"),
    [
        ("Inspectors were pleased to find:", "good_practice"),
        ("Inspectors were concerned to find:", "failing"),
        ("The report says of it:", ""),
        ("Areas for the force to improve included:", ""),
    ],
)
def test_an_item_of_a_list_is_judged_by_the_line_that_leads_it_in(proposer: Proposer, lead: str, judged: str) -> None:
    found = proposer.examine(Paragraph(1, "paragraph 1", "• sharing information between agencies each week", lead=lead))
    assert [proposal.outcome.value for proposal in found.proposals] == [judged] * bool(judged)
    assert not judged or found.proposals[0].outcome.words[0] in lead


def test_agencies_and_places_go_by_their_known_names_the_longest_first(proposer: Proposer) -> None:
    found = examined(
        proposer, "Harrowmere Metropolitan Borough Council and Northshire Police did not share information."
    )
    (proposal,) = found.proposals
    assert {each.id for each in proposal.agencies} == {"agency:harrowmere-council", "agency:northshire-police"}
    assert "location:harrowmere" in {place.id for place in found.places}


def test_figures_years_and_hedges_are_taken_over_as_they_stand(proposer: Proposer) -> None:
    (proposal,) = examined(proposer, STORED.replace("that we saw", "of 2011 and often of 2009")).proposals
    assert proposal.base.startswith("12 of the 40 files")
    assert proposal.years == (2009, 2011)
    assert proposal.hedges == ("often",)


def test_a_quotation_is_exact_and_short_and_holds_what_matched() -> None:
    sentence = "In the period under review, which was long, " + SHARED
    found = quotation(sentence, ("share information", "not"))
    assert found in sentence
    assert len(found.split()) <= model.LONGEST_QUOTATION
    assert "not share information" in found


@pytest.mark.parametrize(
    ("sentence", "judged"),
    [
        ("The force records crimes well.", "good_practice"),
        ("The force does not record crimes well.", "failing"),
        ("The response was inconsistent.", "mixed"),
        ("Support was good but did not last.", "mixed"),
        ("The panel met nine times.", ""),
        ("The panel looked at how well crimes are recorded, and at support as well.", ""),
    ],
)
def test_how_a_sentence_judges(sentence: str, judged: str) -> None:
    assert outcome(sentence).value == judged


def test_what_a_text_is_about() -> None:
    assert subject("Exploitation by organised groups").value == "group_based_cse"
    assert subject("Child sexual exploitation in the town").value == "cse"
    assert subject("Children who go missing").value == "child_protection"
    assert subject("Nine meetings").value == ""


def test_what_no_word_says_is_left_empty() -> None:
    assert (base("The force was slow."), years("The force was slow."), hedges("The force was slow.")) == ("", (), ())


def test_words_that_differ_in_their_ending_are_one() -> None:
    assert {stem(word) for word in ("sharing", "shared", "shares", "share")} == {"shar"}
    assert {stem(word) for word in ("refer", "referral", "referrals", "referred")} == {"refer"}
    assert stem("police") != stem("policies")


def test_a_paragraph_is_cut_into_sentences_and_items() -> None:
    text = "Mr. Example spoke. The force (e.g. its staff) was slow. It had faults: • no records; • no training."
    assert [sentence for _, sentence in sentences(text)] == [
        "Mr. Example spoke.",
        "The force (e.g. its staff) was slow.",
        "It had faults:",
        "• no records;",
        "• no training.",
    ]
