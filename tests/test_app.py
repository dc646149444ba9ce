from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from running_app import running_app, visiting

from graph_loader import load_package
from graph_loader.kept import keep
from inquiry_graph.database import Database, open_database
from inquiry_graph.local_server import LocalServer
from inquiry_graph.settings import Settings

pytestmark = pytest.mark.browser
SLOWLY = 60_000  # milliseconds; the first page of an app opens and warms up the graph


def to_page(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def sentence(page: Page) -> str:
    return page.locator(".lead").first.inner_text()


def test_each_page_opens_with_its_sentence(page: Page) -> None:
    expect(page.locator(".lead")).to_contain_text(
        "17 findings, each with its paragraph, and 13 sources", timeout=SLOWLY
    )
    for name, heading in (
        ("Questions", "Questions"),
        ("Evidence", "Evidence"),
        ("Data", "Data"),
        ("Workbench", "Workbench"),
    ):
        to_page(page, name)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.locator(".lead")).to_be_visible()
    to_page(page, "Overview")
    expect(page.get_by_role("heading", name="The five questions")).to_be_visible()


def test_the_overview_leads_from_a_theme_to_its_question_and_back(page: Page) -> None:
    link = page.locator("h3 a").first
    link.click()
    expect(page).to_have_url(re.compile(r"/patterns\?view=forces"))
    expect(page.get_by_role("heading", name="How police responses differ")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="The five questions")).to_be_visible()


def test_a_question_with_a_parameter_shows_sentence_table_and_paragraphs(page: Page) -> None:
    page.goto("/questions?q=variation_stated")
    expect(page.locator("ol.citations > li")).to_have_count(5)
    before = sentence(page)
    page.get_by_role("button", name=re.compile("^Remove Crimes were not recorded")).click()
    expect(page.locator("ol.citations > li")).to_have_count(1)
    assert sentence(page) != before
    expect(page.locator("table.figures tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile("practice=practice"))
    address = page.url
    page.go_back()
    expect(page.locator("ol.citations > li")).to_have_count(5)
    page.goto(address)
    expect(page.locator("ol.citations > li")).to_have_count(1)


def test_a_matrix_names_every_state_in_words_and_leads_to_its_findings(page: Page) -> None:
    page.goto("/questions?q=forces_by_practice")
    cells = page.locator("table.matrix tbody td")
    expect(cells).to_have_count(4)
    assert {text.split(",")[0] for text in cells.all_inner_texts()} <= {
        f"{symbol}\n{words}" for symbol, words in STATES.items()
    }
    page.locator("table.matrix tbody td a").first.click()
    expect(page).to_have_url(re.compile("/evidence"))
    expect(page.locator("ol.citations > li")).not_to_have_count(0)


STATES = {"■": "Failing", "◧": "Mixed", "□": "Adequate", "·": "No finding read", "–": "Not examined"}


def test_a_value_that_does_not_fit_is_named_and_the_form_stays(page: Page) -> None:
    page.goto("/questions?q=forces_by_practice&round=nonsense")
    expect(page.get_by_role("alert")).to_contain_text("round cannot be 'nonsense'")
    expect(page.get_by_text("Initial inspection").first).to_be_visible()


def test_an_unknown_question_or_record_says_what_to_do_next(page: Page) -> None:
    page.goto("/questions?q=forces_by_practise")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean forces_by_practice")
    page.goto("/evidence?finding=finding:nowhere")
    expect(page.get_by_role("alert")).to_contain_text("Look for it among the sources")


def test_the_data_page_leads_to_its_views_and_names_one_that_is_not_there(page: Page) -> None:
    to_page(page, "Data")
    page.get_by_role("link", name="Intake").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Intake")
    page.goto("/data?view=outtake")
    expect(page.get_by_role("alert")).to_contain_text("It has quality, changes, intake")


def test_how_good_the_record_is_stands_with_its_bases_and_leads_to_what_is_due(page: Page) -> None:
    page.goto("/data?view=quality")
    expect(page.locator(".lead")).to_have_text(
        "13 of 17 (76%) findings rest on a primary page; 16 of 17 (94%) on one source alone.", timeout=SLOWLY
    )
    expect(page.get_by_text("publishes no second coding")).to_be_visible()
    expect(page.get_by_role("table", name="Fields of the findings").get_by_role("row")).to_have_count(9)
    page.get_by_role("table", name="due for another reading").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finding")


def test_what_changed_between_two_versions_is_told_cell_by_cell(
    page: Page, settings: Settings, small_copy: Path
) -> None:
    newer = [
        ("findings.csv", "did not share what each knew", "kept what each knew"),
        ("datapackage.json", "1.0.0", "1.1.0"),
    ]
    for file, old, new in newer:
        path = small_copy / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    to_page(page, "Data")  # the app has then kept the version that it serves
    expect(page.get_by_role("link", name="What changed")).to_be_visible()
    keep(small_copy, settings.home)
    page.get_by_role("link", name="What changed").click()
    expect(page.locator(".lead")).to_have_text(
        "0 rows added, 1 changed, 0 withdrawn; 0 gone without being listed as withdrawn."
    )
    row = page.get_by_role("table", name="Changed, cell by cell").get_by_role("row").nth(1)
    expect(row).to_contain_text("kept what each knew")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finding")


def test_evidence_leads_from_the_list_to_a_source_to_a_finding(page: Page) -> None:
    to_page(page, "Evidence")
    page.get_by_label("Words in the title").fill("millbridge")
    page.keyboard.press("Enter")
    expect(page.locator("table.figures tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile("text=millbridge"))
    page.get_by_role("link", name="Millbridge review").click()
    expect(page.get_by_role("heading", name="What it is cited for, by place")).to_be_visible()
    page.get_by_role("link", name="Police and council in Millbridge did not share what each knew.").first.click()
    expect(page.get_by_role("heading", name="Paragraph", exact=True)).to_be_visible()
    facts = page.locator("dl.facts")
    expect(facts).to_have_count(1)
    for words in (
        "Outcome\n■ Failing",
        "Conduct from\n2001",
        "Is about the practice",
        "Case is in\nMillbridge",
        "Read",
    ):
        expect(facts).to_contain_text(words.replace("\n", ""))
    expect(page.locator("blockquote")).to_be_visible()


def test_an_export_and_its_manifest_fit(page: Page) -> None:
    page.goto("/questions?q=variation_stated")
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as file:
        page.get_by_role("button", name="Download: CSV table").click()
    with page.expect_download() as beside:
        page.get_by_role("button", name="Download its manifest").click()
    manifest = json.loads(beside.value.path().read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(file.value.path().read_bytes()).hexdigest()
    assert manifest["file"] == file.value.suggested_filename
    assert manifest["question"] == "variation_stated"
    assert manifest["counts"]["rows"] == 5


def run(page: Page, statement: str) -> None:
    page.get_by_label("Cypher statement").fill(statement)
    page.get_by_role("button", name="Run").click()


def test_the_workbench_answers_and_its_address_waits_for_run(page: Page) -> None:
    to_page(page, "Workbench")
    run(page, "MATCH (s:Source) RETURN s.name AS name ORDER BY name")
    expect(page.locator("table.figures tbody tr")).to_have_count(13)
    expect(page).to_have_url(re.compile("cypher=MATCH"))
    page.goto(page.url)
    expect(page.get_by_label("Cypher statement")).to_have_value(re.compile("MATCH"))
    expect(page.locator("table.figures")).to_have_count(0)


def test_the_workbench_shows_where_a_statement_is_wrong(page: Page) -> None:
    to_page(page, "Workbench")
    run(page, "MATCH (s:Source)\nRETRUN s")
    expect(page.get_by_role("alert")).to_contain_text("Line 2, column 1")
    expect(page.locator("[data-testid=stCode]")).to_contain_text("RETRUN s")


@pytest.mark.parametrize("statement", ["CREATE (n:Source)", "MATCH (n) DETACH DELETE n", "SHOW SETTINGS"])
def test_the_workbench_refuses_what_does_more_than_read(page: Page, loaded: Database, statement: str) -> None:
    before = loaded.counts()
    to_page(page, "Workbench")
    run(page, statement)
    expect(page.get_by_role("alert")).to_contain_text("The statement was not run")
    assert loaded.counts() == before


def test_the_workbench_draws_what_came_back(page: Page) -> None:
    to_page(page, "Workbench")
    run(page, "MATCH path = (f:Finding)-[:ABOUT]->(a:Agency) RETURN path")
    expect(page.get_by_role("heading", name="Picture")).to_be_visible()
    expect(page.locator("canvas").first).to_be_visible()


def test_parameters_that_are_not_json_are_named(page: Page) -> None:
    page.goto("/workbench?cypher=RETURN+$x&parameters=nonsense")
    expect(page.get_by_label("Parameters, as JSON")).to_have_value("nonsense")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("The parameters are not JSON")


class Report(SimpleHTTPRequestHandler):
    """A long page, whose last paragraph holds the quoted words."""

    def do_GET(self) -> None:
        body = (
            "<!doctype html><p>Before.</p>" + "<p>More.</p>" * 400 + "<p>Here referrals were not passed on at all.</p>"
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def report() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Report)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/report.html"
        server.shutdown()


def rewritten(path: Path, **values: str) -> None:
    """Give every row of the file these values."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | values for row in rows)


def test_a_citation_opens_the_page_at_the_quoted_words(
    browser: Browser, scratch: Settings, empty: Database, small_copy: Path, report: str
) -> None:
    rewritten(small_copy / "citations.csv", url=report, address_withheld="", quotation="referrals were not passed on")
    load_package(small_copy, empty)
    with running_app(scratch, small_copy) as app, visiting(browser, app) as page:
        page.goto("/evidence?finding=finding:millbridge-1")
        link = page.locator("ol.citations a.outward").first
        expect(link).to_have_attribute("href", f"{report}#:~:text=referrals%20were%20not%20passed%20on", timeout=SLOWLY)
        with page.context.expect_page() as opened:
            link.click()
        opened.value.wait_for_function("window.scrollY > 500")


HOSTILE = "<img src=x onerror='window.bad=1'> **bold** $x^2$ :material/home: [a](javascript:window.bad=1) </script>"


def test_hostile_text_shows_as_typed_and_runs_nothing(
    browser: Browser, scratch: Settings, empty: Database, small_copy: Path
) -> None:
    rewritten(small_copy / "sources.csv", title=HOSTILE, name=HOSTILE)
    rewritten(small_copy / "findings.csv", summary=HOSTILE, base=HOSTILE)
    rewritten(small_copy / "practices.csv", name=HOSTILE, failure_name=HOSTILE)
    rewritten(small_copy / "themes.csv", name=HOSTILE, question=HOSTILE)
    rewritten(small_copy / "agencies.csv", name=HOSTILE)
    rewritten(small_copy / "citations.csv", locator=HOSTILE, quotation=HOSTILE)
    load_package(small_copy, empty)
    with running_app(scratch, small_copy) as app, visiting(browser, app) as page:
        for address in (
            "/", "/questions", "/questions?q=variation_stated", "/questions?q=forces_by_practice", "/evidence",
            "/evidence?source=source:millbridge-review-2011", "/evidence?finding=finding:millbridge-1",
            "/evidence?dossier=agency:northshire-police", "/evidence?dossier=practice:sharing-information",
            "/patterns?view=matrix", "/patterns?view=returns", "/patterns?view=gaps", "/patterns?view=time",
            "/patterns?view=cooccurrence&first=theme:communication&second=theme:vulnerability",
            "/patterns?view=compare&unit=agency:northshire-police&unit=agency:northshire-council",
        ):  # fmt: skip
            page.goto(address)
            expect(page.locator(".lead").first).to_be_visible(timeout=SLOWLY)
            expect(page.get_by_text(HOSTILE).first, address).to_be_visible()
            assert page.evaluate("window.bad") is None
            expect(page.locator(".stMain img, .stMain .katex, .stMain a[href^=javascript]")).to_have_count(0)


def test_a_graph_that_is_away_is_said_so_and_the_page_recovers(
    browser: Browser, home: Settings, small_package: Path
) -> None:
    server = LocalServer(home)
    reached = server.ensure_running(print)
    settings = Settings(home=home.home, neo4j_uri=reached.uri, neo4j_password=reached.password)
    with open_database(settings) as database:
        load_package(small_package, database)
    with running_app(settings, small_package) as app, visiting(browser, app) as page:
        expect(page.locator(".lead")).to_be_visible(timeout=SLOWLY)
        server.stop()
        to_page(page, "Evidence")
        expect(page.get_by_role("alert")).to_contain_text("does not answer")
        server.ensure_running(print)
        expect(page.get_by_role("heading", level=1)).to_have_text("Evidence", timeout=SLOWLY)
