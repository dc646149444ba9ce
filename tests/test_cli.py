"""The command line on a real graph: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
from commands import COMMAND, run, whole_environment

from inquiry_graph import catalogue
from inquiry_graph.catalogue import Question
from inquiry_graph.cli import main
from inquiry_graph.database import Database
from inquiry_graph.export import FORMATS
from inquiry_graph.settings import Settings

PLACES = "MATCH (l:Location) RETURN l.id AS id, l.name AS name ORDER BY id"


def commands() -> Iterator[click.Command]:
    yield main
    yield from main.commands.values()


@pytest.fixture
def question() -> Question:
    """A question with choices out of the graph."""
    return next(
        each
        for each in catalogue.questions()
        if any(parameter.kind == "choice" and isinstance(parameter.choices, str) for parameter in each.parameters)
    )


def test_every_command_and_option_has_a_sentence_of_help() -> None:
    silent = [
        f"{command.name} {parameter.name}"
        for command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not (parameter.help or "").endswith(".")
    ]
    silent += [str(command.name) for command in commands() if not (command.help or "").split("\n")[0].endswith(".")]
    assert silent == []


def test_every_first_sentence_stands_whole_in_the_list_of_commands(settings: Settings) -> None:
    listed = run(settings, "--help").stdout
    assert [name for name, command in main.commands.items() if command.get_short_help_str(60) not in listed] == []
    assert "..." not in listed.partition("Commands:")[2]


def test_status_for_a_program_holds_what_the_graph_holds(settings: Settings, loaded: Database) -> None:
    told = json.loads(run(settings, "status", "--json").stdout)
    counts, load = loaded.counts(), loaded.last_load()
    assert load
    assert told["running"] is True
    assert told["neo4j"]["address"] == settings.neo4j_uri
    assert told["neo4j"]["version"] == loaded.facts().version
    assert (told["nodes"], told["links"]) == (dict(counts.nodes), dict(counts.links))
    assert told["dataset_version"] == load.dataset_version
    assert told["last_load"]["result"] == "complete"
    assert told["last_load"]["seconds"] > 0


def test_status_says_how_to_connect_and_what_keeps_readers_from_writing(settings: Settings, loaded: Database) -> None:
    told = run(settings, "status").stdout
    assert all(guard in told for guard in loaded.facts().guards)
    assert f"cypher-shell -a {settings.neo4j_uri} -u neo4j -d neo4j" in told


@pytest.mark.parametrize("options", [[], ["--json"], ["--settings"], ["--settings", "--json"]])
def test_the_password_is_shown_only_when_asked_for(settings: Settings, options: list[str]) -> None:
    result = run(settings, "status", *options)
    assert settings.neo4j_password not in result.output
    if "--settings" not in options:
        assert settings.neo4j_password in run(settings, "status", "--show-password", *options).stdout


def test_all_settings_are_printed_with_the_values_in_force(settings: Settings) -> None:
    told = json.loads(run(settings, "status", "--settings", "--json", INQUIRY_GRAPH_ROW_LIMIT="7").stdout)
    values = {row["setting"]: row["value"] for row in told}
    assert values["INQUIRY_GRAPH_ROW_LIMIT"] == "7"
    assert values["NEO4J_PASSWORD"] == "(set)"
    assert list(values) == [variable for variable, _, _ in settings.rows()]


def test_a_local_server_that_does_not_run_is_told_and_not_started(home: Settings) -> None:
    assert "inquiry-graph start" in run(home, "status").stdout
    told = json.loads(run(home, "status", "--json").stdout)
    assert (told["running"], told["neo4j"]["address"], told["last_load"]) == (False, None, None)
    assert not (home.home / "instances").exists()


def test_every_question_is_listed(settings: Settings) -> None:
    listed = json.loads(run(settings, "questions", "--json").stdout)
    assert [each["question"] for each in listed] == [each.slug for each in catalogue.questions()]
    assert all(each.slug in run(settings, "questions").stdout for each in catalogue.questions())


def test_a_question_is_described_with_choices_out_of_the_graph(settings: Settings, question: Question) -> None:
    told = json.loads(run(settings, "questions", question.slug, "--json").stdout)
    assert [each["name"] for each in told["parameters"]] == [each.name for each in question.parameters]
    assert all(each["choices"] for each in told["parameters"] if each["kind"] == "choice")
    text = run(settings, "questions", question.slug).stdout
    assert all(f"--param {parameter.name}=" in text for parameter in question.parameters)
    assert all(name in text for name in question.column_names)


def test_an_answer_for_a_program_is_columns_rows_and_whether_it_was_cut(settings: Settings, question: Question) -> None:
    told = json.loads(run(settings, "ask", question.slug, "--json").stdout)
    assert list(told) == ["columns", "rows", "truncated"]
    assert tuple(told["columns"]) == question.column_names
    (header, *rows) = csv.reader(io.StringIO(run(settings, "ask", question.slug, "--csv").stdout))
    assert (tuple(header), len(rows)) == (question.column_names, len(told["rows"]))


def test_an_answer_begins_with_its_sentence(settings: Settings, question: Question) -> None:
    result = run(settings, "ask", question.slug)
    title, sentence, *_ = result.stdout.splitlines()
    assert title == question.title
    assert sentence.endswith(".")
    assert not question.caution or result.stdout.endswith(f"\n{question.caution}\n")


def test_a_chosen_value_is_answered_and_another_is_refused_with_the_choices(
    settings: Settings, question: Question
) -> None:
    form = json.loads(run(settings, "questions", question.slug, "--json").stdout)["parameters"]
    name, value = next((each["name"], each["choices"][0]["value"]) for each in form if each["kind"] == "choice")
    assert run(settings, "ask", question.slug, "--param", f"{name}={value}").exit_code == 0
    refused = run(settings, "ask", question.slug, "-p", f"{name}=no-such-thing")
    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1
    assert value in refused.stderr


def test_a_graph_without_data_answers_no_question(scratch: Settings, empty: Database, question: Question) -> None:
    assert not empty.counts().nodes
    result = run(scratch, "ask", question.slug)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "inquiry-graph load" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "next_step"),
    [
        (["ask", "no_such_question"], "Did you mean"),
        (["questions", "no_such_question"], "Did you mean"),
        (["ask", "no_such_question", "--param", "x"], "Did you mean"),
        (["cypher", "CREATE (n:Finding) RETURN n"], "may only read|does more than read"),
        (["cypher", "MATCH (n) RETRUN n"], "line 1, column 11: .* Mend the statement"),
        (["cypher", "RETURN $x", "--param", "x"], "write --param NAME=VALUE"),
        (["check", "no-such-folder"], "name the folder of a data package"),
        (["load", "no-such-folder"], "name the folder of a data package"),
        (["export", "--id", "finding:none", "--to", "nowhere"], "no node finding:none"),
        (["start"], "unset NEO4J_URI"),
        (["stop"], "unset NEO4J_URI"),
        (["backup", "graph.dump"], "neo4j-admin database dump"),
    ],
)
def test_what_a_person_can_mend_is_told_in_one_line_with_the_next_step(
    settings: Settings, arguments: list[str], next_step: str
) -> None:
    result = run(settings, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert re.search(next_step, line)


def test_somebody_elses_server_is_not_restored(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "graph.dump").touch()
    result = run(settings, "restore", "--yes", str(tmp_path / "graph.dump"))
    assert result.exit_code == 1
    assert "neo4j-admin database load" in result.stderr


def test_rows_for_a_program_are_whole(settings: Settings, loaded: Database) -> None:
    expected = loaded.read(PLACES)
    told = json.loads(run(settings, "cypher", PLACES, "--json").stdout)
    assert told == {"columns": ["id", "name"], "rows": [list(row) for row in expected.rows], "truncated": False}
    (header, *rows) = csv.reader(io.StringIO(run(settings, "cypher", PLACES, "--csv").stdout))
    assert (header, rows) == (["id", "name"], [list(row) for row in expected.rows])


def test_nodes_for_a_program_are_objects(settings: Settings) -> None:
    told = json.loads(run(settings, "cypher", "MATCH (t:Theme) RETURN t ORDER BY t.id LIMIT 1", "--json").stdout)
    assert told["rows"][0][0]["kind"] == "Theme"
    assert told["rows"][0][0]["id"].startswith("theme:")


def test_a_statement_takes_parameters_and_standard_input(settings: Settings) -> None:
    told = run(settings, "cypher", "-", "--json", "-p", "n=3", "-p", "s=a b", typed="RETURN $n + 1 AS n, $s AS s")
    assert json.loads(told.stdout)["rows"] == [[4, "a b"]]
    told = run(settings, "cypher", "RETURN $all AS all", "--json", "-p", "all=x", "-p", "all=y")
    assert json.loads(told.stdout)["rows"] == [[["x", "y"]]]


def test_a_cut_answer_says_so(settings: Settings) -> None:
    result = run(settings, "cypher", PLACES, "--json", INQUIRY_GRAPH_ROW_LIMIT="2")
    told = json.loads(result.stdout)
    assert (len(told["rows"]), told["truncated"]) == (2, True)
    assert "INQUIRY_GRAPH_ROW_LIMIT" in result.stderr


@pytest.mark.parametrize("format_", FORMATS)
def test_a_question_a_selection_and_a_statement_are_exported_with_their_manifests(
    settings: Settings, loaded: Database, tmp_path: Path, question: Question, format_: str
) -> None:
    ((finding, source),) = loaded.read(
        "MATCH (f:Finding)-[:EVIDENCED_BY]->(s) RETURN f.id, s.id ORDER BY f.id LIMIT 1"
    ).rows
    for what in (
        ["--question", question.slug],
        ["--id", finding, "--id", source],
        ["--cypher", "MATCH p = (:Finding)-[:EVIDENCED_BY]->() RETURN p ORDER BY p LIMIT 3"],
    ):
        result = run(settings, "export", *what, "--format", format_, "--to", str(tmp_path / what[0]))
        file, manifest = map(Path, result.stdout.splitlines())
        told = json.loads(manifest.read_text(encoding="utf-8"))
        assert (told["format"], told["file"], told["bytes"]) == (format_, file.name, file.stat().st_size)
        assert told["question"] or told["selection"] or told["statement"]


def test_an_export_names_one_thing_only(settings: Settings) -> None:
    assert run(settings, "export").exit_code == 2
    assert run(settings, "export", "--id", "theme:1", "--cypher", PLACES).exit_code == 2


def test_the_model_is_printed_as_it_stands_in_the_docs(settings: Settings) -> None:
    page = Path(__file__).parent.parent / "docs" / "schema.md"
    assert run(settings, "schema").stdout == page.read_text(encoding="utf-8")


def test_a_good_package_has_no_problem(settings: Settings, small_package: Path) -> None:
    result = run(settings, "check", str(small_package))
    assert (result.exit_code, result.stdout) == (0, "")


def test_every_problem_of_a_package_is_printed_and_nothing_is_loaded(
    scratch: Settings, empty: Database, small_copy: Path
) -> None:
    findings = small_copy / "findings.csv"
    findings.write_text(findings.read_text(encoding="utf-8").replace("failing", "failed"), encoding="utf-8")
    told = json.loads((checked := run(scratch, "check", str(small_copy), "--json")).stdout)
    assert checked.exit_code == 1
    assert {"file", "line", "column", "value", "wrong", "right"} <= told["problems"][0].keys()
    assert len(run(scratch, "check", str(small_copy)).stdout.splitlines()) == len(told["problems"]) > 1
    refused = run(scratch, "load", str(small_copy))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.count("findings.csv, line") == len(told["problems"])
    assert not empty.counts().nodes


def test_a_package_is_loaded_with_progress_beside_the_result(
    scratch: Settings, empty: Database, small_package: Path
) -> None:
    result = run(scratch, "load", str(small_package), "--json")
    record = empty.last_load()
    assert record
    assert json.loads(result.stdout)["id"] == record.id
    assert "Loading" in result.stderr


def test_the_local_server_is_started_backed_up_restored_and_stopped(
    home: Settings, small_package: Path, tmp_path: Path
) -> None:
    dump = tmp_path / "graph.dump"
    assert run(home, "start").stdout.startswith("Neo4j answers at bolt://127.0.0.1:")
    run(home, "load", str(small_package))
    before = json.loads(run(home, "status", "--json").stdout)
    assert str(home.home) in before["neo4j"]["password_is"]
    assert run(home, "backup", str(dump)).exit_code == 0
    assert run(home, "restore", str(dump), typed="n\n").exit_code == 1
    assert run(home, "restore", str(dump), "--yes").exit_code == 0
    assert run(home, "start").exit_code == 0
    after = json.loads(run(home, "status", "--json").stdout)
    assert (after["nodes"], after["links"], after["last_load"]) == tuple(
        before[key] for key in ("nodes", "links", "last_load")
    )
    assert run(home, "stop").stdout == "Neo4j has stopped.\n"
    assert run(home, "stop").stdout == "Neo4j was not running.\n"


def test_as_a_process_results_and_errors_are_apart(settings: Settings) -> None:
    found = subprocess.run(
        [*COMMAND, "cypher", "RETURN 1 AS one"], env=whole_environment(settings), capture_output=True, text=True
    )
    assert (found.returncode, found.stdout.split(), found.stderr) == (0, ["one", "───", "1"], "")
    away = replace(settings, neo4j_uri="bolt://127.0.0.1:1")
    refused = subprocess.run([*COMMAND, "status"], env=whole_environment(away), capture_output=True, text=True)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1


def test_a_broken_pipe_is_quiet(settings: Settings) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    statement = "UNWIND range(1, 5000) AS n RETURN n"
    with os.fdopen(writing, "w") as pipe:
        ended = subprocess.run(
            [*COMMAND, "cypher", statement],
            env=whole_environment(settings),
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ended.stderr == ""


def test_ctrl_c_ends_in_one_line(settings: Settings) -> None:
    slow = "UNWIND range(1, 1000000000) AS x RETURN count(x)"
    process = subprocess.Popen(
        [sys.executable, "-c", READY + "from inquiry_graph.cli import main; main()", "cypher", slow],
        env=whole_environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    process.stdout.readline()  # the statement is about to run
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, "Stopped.\n")


# Says, from inside the process, that the connection is open and the statement goes out.
READY = """
from inquiry_graph.database import Database
read = Database.read_typed
def told(*given): print("now", flush=True); return read(*given)
Database.read_typed = told
"""
