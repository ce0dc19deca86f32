"""The engines beside which slcheck is measured, and slcheck itself."""

import json
import os
import subprocess
from dataclasses import dataclass

from . import answers, measure

PEERS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "peers")
PACKAGES = ["duckdb", "polars", "chdb", "pyarrow", "pandas"]
REFUSED = 65


@dataclass(frozen=True)
class Form:
    """One way in which one engine answers one question."""

    title: str
    package: str
    form: str
    # Whether it gives slcheck's answer for any file, or presumes what slcheck checks.
    is_same: bool = True
    # Whether the bars are held against it.
    is_judged: bool = True
    note: str = ""


INTERVAL_FORMS = [
    Form("ClickHouse (chdb)", "chdb", "intervals"),
    Form("DuckDB", "duckdb", "intervals"),
    Form("DuckDB, one row assumed", "duckdb", "assumed", is_same=False,
         note="another answer: it presumes one row"),
    Form("DuckDB, quarter hours marked", "duckdb", "probed", is_judged=False,
         note="made for this grid"),
    Form("Polars, streaming", "polars", "intervals"),
    Form("pyarrow", "pyarrow", "intervals"),
    Form("pandas", "pandas", "intervals"),
]
CONTACT_FORMS = [
    Form("ClickHouse (chdb)", "chdb", "contacts"),
    Form("DuckDB", "duckdb", "contacts"),
    Form("Polars, streaming", "polars", "contacts"),
    Form("pandas", "pandas", "contacts"),
]


class Peers:
    """The engines that are installed for one interpreter of Python."""

    def __init__(self, python, scratch):
        self.python, self.scratch = python, scratch
        self.versions = {}
        for package in PACKAGES:
            found = subprocess.run(
                [python, "-c", "import sys, importlib.metadata as m; __import__(sys.argv[1]);"
                 "print(m.version(sys.argv[1]))", package], capture_output=True, text=True)
            if found.returncode == 0:
                self.versions[package] = found.stdout.split()[-1]

    @property
    def missing(self):
        return [package for package in PACKAGES if package not in self.versions]

    def of(self, forms):
        """Gives the forms whose engine is installed."""
        return [form for form in forms if form.package in self.versions]

    def run(self, form, path):
        """Runs a form as a process of its own."""
        script = os.path.join(PEERS, f"run_{form.package}.py")
        return measure.run([self.python, script, form.form, path], self.scratch)

    def answer(self, form, run):
        """Reads the answer that a run has printed."""
        if run.status != 0:
            said = run.errors.decode(errors="replace").strip()[-500:]
            raise answers.Disagreement(f"{form.title}: status {run.status}: {said}")
        return json.loads(run.output)


class Tool:
    """slcheck, as it stands."""

    def __init__(self, path, scratch):
        self.path, self.scratch = path, scratch
        text = subprocess.run([path, "report", "--help"], capture_output=True, text=True,
                              check=True).stdout
        self.has_digest = "--digest" in text
        self.version = subprocess.run([path, "--version"], capture_output=True, text=True,
                                      check=True).stdout.split()[-1]

    def run(self, *arguments, feeder=None):
        """Runs `slcheck report` with arguments, from the input of a feeder where there is one."""
        command = [self.path, "report", *arguments, "--format", "json"]
        return measure.run(command, self.scratch, feeder)
