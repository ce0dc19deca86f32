#!/usr/bin/env python3
"""Makes slcheck's report from more records than one machine reads, on a Spark cluster.

  spark-submit report.py [--slcheck PROGRAM] [--tasks N] [--times FILE] [--keep DIR]
                         [OPTION of slcheck report...] FILE...

Interval records and contacts are dealt out to tasks, and `slcheck rollup` sums up what each of
them is given; the driver has `slcheck report` make the report of the sums. Everything that
slcheck compares is in one task: the rows of one site, queue, channel and day, then the contacts
of one customer, then the legs of one contact. So the report is that of one machine.

Rows travel as the lines that they are, and reach slcheck in the order of their file. A task's
key is only ever coarser than what slcheck compares: a task with too much is slow, and one with
too little would be wrong. Files of all other kinds are small, and read by the driver."""
from __future__ import annotations

import argparse
import csv
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

from pyspark.sql import SparkSession

import task
from deal import Keys, dealt
from slcheck import DATA, OWN, USAGE, Refusal, Request, options_of, read_request
from sources import (HEAD_BYTES, TAIL_BYTES, Source, describe, fetched, find_files, inspect,
                     read_bytes, uri)

TASK_BYTES = 128 << 20
# Figures that a report weighs: of few rows they say nothing, so that tasks take them as they are.
WEIGHED = ["abandoned", "abandoned_within", "answered", "answered_within", "service_level",
           "short_abandoned"]


class Tables:
    """The tables of all tasks, put together in a new folder by names and headers."""

    def __init__(self, folder: str):
        self.folder, self.paths = folder, {}
        os.makedirs(folder, exist_ok=True)
        if os.listdir(folder):
            raise Refusal(USAGE, f"{folder} is not empty; name a new folder for the sums")

    def add(self, name: str, header: bytes, text: bytes) -> None:
        """Adds the rows of a table."""
        path = self.paths.get((name, header))
        if path is None:
            number = sum(other == name for other, _ in self.paths)
            stem, end = os.path.splitext(name)
            path = os.path.join(self.folder, f"{stem}-{number}{end}" if number else name)
            self.paths[name, header] = path
            with open(path, "wb") as file:
                file.write(header)
        with open(path, "ab") as file:
            file.write(text)


def stages(sources: list[Source], kinds: set[str]) -> list[tuple[str, list[Source], tuple]]:
    """The stages, with the files that each reads and the sums that count in it."""
    contacts = [source for source in sources if source.kind == "contacts"]
    columns = set().union(*(source.columns for source in contacts)) if contacts else set()
    found = [("keys", sources, (b"contacts,", b"rows,", b"offsets,", b"made_with,"))]
    if columns & {"customer_id", "resolved"}:
        found.append(("customers", contacts, (b"issues,", b"left_out,", b"made_with,")))
    if "transaction_type" in columns or contacts and kinds & {"costs", "quality_costs"}:
        found.append(("contacts", contacts, (b"transactions,", b"further_legs,", b"made_with,")))
    return found


def add_rows_above(tables: Tables, sources: list[Source]) -> None:
    """Accounts for what stands above the headers, which no task was given."""
    (header,) = {header for name, header in tables.paths if name == "sums.csv"}
    above = Counter()
    for source in sources:
        above[source.kind, "above the header"] += source.rows_above
        above[source.kind, "blank"] += source.lines_to_header - 1 - source.rows_above
    for (kind, cause), count in sorted(above.items()):
        values = dict(sum="rows", name=kind, detail=f"ignored: {cause}", count=str(count))
        row = ",".join(values.get(name, "") for name in header.decode().strip().split(","))
        if count > 0:
            tables.add("sums.csv", header, row.encode() + b"\n")


def effective(request: Request) -> dict:
    """The configuration in force, as a report of one amount tells it."""
    names = {"config", "time-zone", "date-order", "on-conflict"}
    with tempfile.TemporaryDirectory(prefix="slcheck-") as folder:
        path = os.path.join(folder, "costs.csv")
        with open(path, "w") as file:
            file.write("month,category,amount,part\n2026-01,people,1,\n")
        report = json.loads(request.run("report", names, "--format", "json", path))
    if report["configuration"]["effective"]["onConflict"] in ("first", "last"):
        raise Refusal(USAGE, "--on-conflict first and last cannot be told on a cluster: which row "
                             "comes first is not known once rows are dealt out; error and sum are")
    return report["configuration"]["effective"]


def rollup_words(request: Request, sources: list[Source]) -> list[str]:
    """The options that every task gives to slcheck, beside the configuration."""
    columns = {name for source in sources for name in source.columns}
    weighed = WEIGHED + sorted(
        name for name in columns if re.fullmatch(r"(answered|abandoned)_within_\d+", name))
    words = [word for name in weighed for word in ("--accept-implausible", name)]
    known = options_of(request.program, "rollup").keys() - OWN - {"config", "accept-implausible"}
    # What a whole file tells, the rows of a task may not.
    orders = {source.date_order for source in sources if source.date_order}
    if len(orders) > 1:
        raise Refusal(DATA, "dates are written in several orders: " + ", ".join(sorted(orders))
                      + "; report on the files of each apart, or on one machine")
    words += [word for order in orders for word in ("--date-order", order)]
    delimiters = {source.delimiter for source in sources}
    if len(delimiters) == 1 and request.value("delimiter") is None:
        words += ["--delimiter", *("tab" if one == "\t" else one for one in delimiters)]
    return words + request.words(known)


def sum_up(spark: SparkSession, request: Request, sources: list[Source], kinds: set[str],
           tasks: int, tables: Tables) -> list[list]:
    """Runs the stages, fills the tables, says what was rejected, and gives the tasks' times."""
    profiles = json.loads(request.run("schema", (), "profiles", "--format", "json"))["profiles"]
    keys = Keys.of(sources, effective(request), {known["name"]: known for known in profiles})
    path, words = request.value("config"), rollup_words(request, sources)
    configuration = None if path is None else Path(path).read_bytes()
    times, rejects, rejected = [], [], 0
    for stage, files, sums in stages(sources, kinds):
        work = task.Work(stage, os.path.basename(request.program), words, configuration,
                         {source.index: source for source in files}, sums)
        rows = dealt(spark, stage, files, keys, tasks).rdd
        results = rows.mapPartitions(functools.partial(task.summed, work)).collect()
        for _, status, message in (result for result in results if result[0] == "refusal"):
            raise Refusal(status, message.replace("\t", ""))
        for what, *values in results:
            if what == "table":
                tables.add(values[0], values[1], zlib.decompress(values[2]))
            elif what == "rejects":
                rejects, rejected = rejects + values[0], rejected + values[1]
            else:
                times.append(values[0])
    for line in rejects[:task.SHOWN_REJECTS]:
        print(line, file=sys.stderr)
    if rejected > task.SHOWN_REJECTS:
        print(f"and {rejected - task.SHOWN_REJECTS} more", file=sys.stderr)
    return times


def make_report(spark: SparkSession, request: Request, own: argparse.Namespace) -> int:
    """Makes the report, and gives the status that slcheck ends it with."""
    files = find_files(spark, request.files)
    heads = [(file, read_bytes(spark, file, 0, HEAD_BYTES)) for file in files]
    sources, small, kinds, seen = [], [], set(), Counter()
    for (file, head), found in zip(heads, inspect(request, heads)):
        kinds.add(found["header"]["kind"])
        if found["header"]["kind"] not in ("intervals", "contacts"):
            small.append(file)
            continue
        if found["implausible"]:
            raise Refusal(DATA, "\n".join(found["implausible"]).replace(found["path"], file.name))
        tail = read_bytes(spark, file, max(0, file.bytes - TAIL_BYTES), TAIL_BYTES)
        sources.append(describe(file, len(sources), seen[uri(file.path)], found, head, tail))
        seen[uri(file.path)] += 1
    if "sums" in kinds:
        raise Refusal(USAGE, "what slcheck rolled up is small: give it to slcheck report")
    if sources and small and request.value("delimiter"):
        raise Refusal(USAGE, "--delimiter: other kinds of files beside interval records and "
                             "contacts tell their own; leave it out")
    with tempfile.TemporaryDirectory(prefix="slcheck-") as folder:
        paths = [fetched(file, os.path.join(folder, str(at))) for at, file in enumerate(small)]
        # The report names its inputs, so that their folder has the same name in every run.
        tables = Tables(own.keep or "slcheck-sums")
        try:
            names = {name for name, _ in request.options}
            if sources:
                bytes_in_all = sum(file.bytes for file in files)
                tasks = own.tasks or max(
                    spark.sparkContext.defaultParallelism, -(-bytes_in_all // TASK_BYTES))
                times = sum_up(spark, request, sources, kinds, tasks, tables)
                add_rows_above(tables, sources)
                if own.times:
                    write_times(own.times, times)
                # What a roll-up wrote tells its kinds itself.
                names -= {"kind", "delimiter"}
            done = subprocess.run(
                [request.program, "report", *request.words(names), *tables.paths.values(), *paths],
                stderr=subprocess.PIPE)
        finally:
            if not own.keep:
                shutil.rmtree(tables.folder)
        print(done.stderr.decode(errors="replace"), end="", file=sys.stderr)
        return done.returncode


def write_times(path: str, times: list[list]) -> None:
    """Writes how long the tasks took, a row for each."""
    with open(path, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([task.TIMES, *times])


def main(words: list[str]) -> int:
    """Runs the job, and gives the status to end with: that of slcheck."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="spark-submit report.py [option]... [option of slcheck report]... FILE...",
        allow_abbrev=False)
    parser.add_argument("--slcheck", default="slcheck", metavar="PROGRAM",
                        help="the program, which is sent to the executors (default: slcheck here)")
    parser.add_argument("--tasks", type=int, metavar="N",
                        help="tasks of each stage (default: one for 128 MiB, and for every core)")
    parser.add_argument("--times", metavar="FILE", help="write how long each task took, as CSV")
    parser.add_argument("--keep", metavar="DIR", help="keep the sums of all tasks in this folder")
    own, rest = parser.parse_known_args(words)
    program = os.path.abspath(own.slcheck)
    if not os.path.exists(program):
        parser.error(f"there is no {own.slcheck}; name the program with --slcheck")
    try:
        request = read_request(program, rest)
        spark = SparkSession.builder.appName("slcheck report").getOrCreate()
        spark.conf.set("spark.sql.session.timeZone", "UTC")
        # A cell that cannot be read is a reject that slcheck names, and no error of Spark.
        spark.conf.set("spark.sql.ansi.enabled", "false")
        for module in ("slcheck.py", "sources.py", "task.py"):
            spark.sparkContext.addPyFile(str(Path(__file__).with_name(module)))
        spark.sparkContext.addFile(program)
        return make_report(spark, request, own)
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        return refusal.status


if __name__ == "__main__":
    status = main(sys.argv[1:])
    if session := SparkSession.getActiveSession():
        session.stop()
    sys.exit(status)
