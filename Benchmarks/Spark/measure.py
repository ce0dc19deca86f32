#!/usr/bin/env python3
"""Measures the Spark job on a local cluster: where the time of its tasks goes, what it moves, and
what a second executor brings.

  python3 measure.py --slcheck PROGRAM --generator PROGRAM [--contacts N] [--runs N]

Every executor is a process with one core. Times of whole runs are medians; what tasks did is told
by Spark's own events and by the tasks themselves. The report is written as Markdown."""
from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
MEGA = 1_000_000


def timed(words: list, **more) -> float:
    """Runs a command that has to succeed, and gives its seconds."""
    start = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, **more)
    return time.monotonic() - start


def submit(executors: int, folder: Path, options: argparse.Namespace, file: Path) -> list[str]:
    """The command of the job on so many executors."""
    settings = {
        "spark.ui.enabled": "false", "spark.executor.memory": "1g", "spark.log.level": "OFF",
        "spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file://{folder / 'events'}",
        "spark.local.dir": str(folder / "local")}
    return [
        "spark-submit", "--master", f"local-cluster[{executors},1,1024]",
        *(word for key, value in settings.items() for word in ("--conf", f"{key}={value}")),
        str(HERE / "report.py"), "--slcheck", options.slcheck, "--tasks", str(options.tasks),
        "--times", str(folder / "times.csv"), "--format", "json", "-o",
        str(folder / "report.json"), str(file)]


def told(folder: Path) -> tuple[float, float, int]:
    """What Spark's events tell: seconds of tasks that deal out and that sum, bytes shuffled."""
    dealing = summing = shuffled = 0
    for path in (folder / "events").rglob("*"):
        if not path.is_file():
            continue
        for line in path.read_text().splitlines():
            event = json.loads(line)
            metrics = event.get("Task Metrics")
            if event["Event"] != "SparkListenerTaskEnd" or not metrics:
                continue
            written = metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            shuffled += written
            if event["Task Type"] == "ShuffleMapTask":
                dealing += metrics["Executor Run Time"]
            else:
                summing += metrics["Executor Run Time"]
    return dealing / 1000, summing / 1000, shuffled


def stages(folder: Path) -> dict[str, list[dict]]:
    """What the tasks tell of themselves, by stage."""
    found = defaultdict(list)
    with open(folder / "times.csv") as file:
        for row in csv.DictReader(file):
            found[row["stage"]].append(
                {name: float(value) for name, value in row.items() if name != "stage"})
    return found


def main() -> None:
    """Measures, and prints tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slcheck", default=".build/release/slcheck", metavar="PROGRAM")
    parser.add_argument("--generator", default=".build/release/CenterGenerator", metavar="PROGRAM")
    parser.add_argument("--contacts", type=int, default=5_000_000, metavar="N")
    parser.add_argument("--tasks", type=int, default=16, metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    options = parser.parse_args()
    options.slcheck = os.path.abspath(options.slcheck)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    home = Path(tempfile.mkdtemp(prefix="slcheck-spark-"))
    try:
        file = home / "contacts.csv"
        with file.open("wb") as out:
            subprocess.run(
                [options.generator, "--contacts", str(options.contacts), "--customers",
                 str(options.contacts // 5), "--contact-ids"], stdout=out, check=True)
        size = file.stat().st_size
        alone = statistics.median(
            timed([options.slcheck, "--format", "json", "-o", home / "one.json", file])
            for _ in range(options.runs))
        print(f"{options.contacts:,} contacts, {size / MEGA:.0f} MB; one machine, two threads: "
              f"{alone:.2f} s\n")
        print("| executors | whole run | tasks that deal out | tasks that sum | in slcheck | "
              "shuffled |\n| --- | --- | --- | --- | --- | --- |")
        for executors in (1, 2):
            seconds, facts = [], None
            for run in range(options.runs):
                folder = home / f"{executors}-{run}"
                for name in ("events", "local"):
                    (folder / name).mkdir(parents=True)
                seconds.append(timed(
                    submit(executors, folder, options, file), cwd=folder,
                    stderr=subprocess.DEVNULL))
                facts = (told(folder), stages(folder))
                shutil.rmtree(folder / "local")
            (dealing, summing, shuffled), by_stage = facts
            inside = sum(t["slcheck_seconds"] for ts in by_stage.values() for t in ts)
            print(f"| {executors} | {statistics.median(seconds):.1f} s | {dealing:.1f} s | "
                  f"{summing:.1f} s | {inside:.1f} s | {shuffled / MEGA:.0f} MB |")
        print("\n| stage | tasks | rows | most in a task | MB in | MB out | s in slcheck | "
              "rows a second |\n| --- | --- | --- | --- | --- | --- | --- | --- |")
        for stage, tasks in by_stage.items():
            rows, busy = sum(t["rows"] for t in tasks), sum(t["slcheck_seconds"] for t in tasks)
            print(f"| {stage} | {len(tasks)} | {rows:,.0f} | {max(t['rows'] for t in tasks):,.0f} | "
                  f"{sum(t['bytes_in'] for t in tasks) / MEGA:.0f} | "
                  f"{sum(t['bytes_out'] for t in tasks) / MEGA:.1f} | {busy:.1f} | "
                  f"{rows / busy:,.0f} |")
    finally:
        shutil.rmtree(home, ignore_errors=True)
        from pyspark.find_spark_home import _find_spark_home
        shutil.rmtree(Path(_find_spark_home()) / "work", ignore_errors=True)


if __name__ == "__main__":
    main()
