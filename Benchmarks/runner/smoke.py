"""Checks the answers at a small size, without measuring anything."""

import os
import subprocess

from . import answers, engines, works


def run(bench):
    """Holds slcheck, and the engines that are installed, against the slow and plain way."""
    inputs = bench.inputs
    question = works.interval_question(bench, 4, months=2)
    path = question.path
    answers.require_equal(answers.plain_intervals(path), question.expected, "slcheck, intervals")
    for form in ("quoted", "crlf", "tenth", "repeats"):
        question.ask(inputs.derived(form, path))
    question.ask("-", feeder=["cat", path])
    question.ask(extra=("--threads", "1"))
    question.ask(options=())
    if bench.tool.has_digest:
        question.ask(extra=("--digest",))
    tiny = inputs.derived("tiny", path)
    if inputs.size(tiny) > 1024:
        raise answers.Disagreement("the tiny file is longer than a kilobyte")
    answers.report(bench.tool.run(tiny), tiny)
    _check_repeats(bench, question)

    resolution = works.contact_question(bench, 20_000)
    _check_log(inputs, resolution.path, 20_000)
    plain = answers.plain_contacts(resolution.path)
    answers.require_equal(plain, resolution.expected, "slcheck, contacts")
    if not any(month["resolved"] < month["decided"] for month in plain.values()):
        raise answers.Disagreement("nobody comes back in the generated contacts")


def _check_log(inputs, path, count):
    """A log has as many rows as asked, and comes out the same again."""
    with open(path, "rb") as file:
        log = file.read()
    again = subprocess.run(inputs.contact_command(count, count // 5), check=True,
                           stdout=subprocess.PIPE).stdout
    if log != again or log.count(b"\n") != count + 1:
        raise answers.Disagreement("the generator does not repeat itself")


def _check_repeats(bench, question):
    """Repeated rows count once, and different rows for one interval are refused."""
    repeats = bench.inputs.derived("repeats", question.path)
    conflict = bench.inputs.derived("conflict", question.path)
    run = bench.tool.run(conflict, *question.options)
    if run.status != engines.REFUSED:
        raise answers.Disagreement(f"slcheck ends with {run.status} where rows differ")
    for form in question.forms:
        if not form.is_same:
            continue
        answer = bench.peers.answer(form, bench.peers.run(form, repeats))
        answers.require_equal(question.expected, answer, f"{form.title}, repeats")
        status = bench.peers.run(form, conflict).status
        if status != engines.REFUSED:
            raise answers.Disagreement(f"{form.title} ends with {status} where rows differ")
    bench.say(f"{os.path.basename(conflict)} is refused")
