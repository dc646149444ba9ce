"""The part of "no private person" that a program can keep."""

from __future__ import annotations

import pytest

from graph_loader.persons import cipher_in_address, signs_of_a_person


@pytest.mark.parametrize(
    "text",
    [
        "The report was given to Susan Example in June.",
        "Mr Example chaired the panel.",
        "DC Example recorded the call.",
        "Child A was seen by the team.",
        "the account of Girl 3",
        "Witness B12 said so",
        "YP7 was referred",
        "a girl aged 14",
        "a 15-year-old was seen",
        "born on 3 May",
        "date of birth",
        "J. Example signed the letter",
        "the file of J.S.",
        "visited 12 High Street",
        "lives at S1 2AB",
    ],
)
def test_a_sign_of_a_private_person_is_caught(text: str) -> None:
    assert list(signs_of_a_person(text))


@pytest.mark.parametrize(
    "text",
    [
        "South Yorkshire Police did not share information with Rotherham Metropolitan Borough Council.",
        "Independent Inquiry into Child Sexual Exploitation in Rotherham (1997 to 2013)",
        "Children aged 13 to 15 were treated as having consented.",
        "In 2 of 22 files the referral was late.",
        "Part H, paragraph 19.2",
        "HMICFRS inspected the force in 2016 and again in 2017.",
        "Operation Clover and Operation Stovewood",
    ],
)
def test_words_about_institutions_pass(text: str) -> None:
    assert list(signs_of_a_person(text)) == []


def test_a_reviewed_name_of_an_office_holder_passes() -> None:
    assert list(signs_of_a_person("Susan Example, Home Secretary", ["Susan Example"])) == []


@pytest.mark.parametrize("url", ["https://example.org/scr/child-a.pdf", "https://example.org/Young-Person-7-report"])
def test_a_case_cipher_in_an_address_is_caught(url: str) -> None:
    assert cipher_in_address(url)


@pytest.mark.parametrize("url", ["https://example.org/child-protection", "https://example.org/family-support/plan"])
def test_an_ordinary_address_passes(url: str) -> None:
    assert cipher_in_address(url) is None
