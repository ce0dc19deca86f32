#!/usr/bin/env python3
"""Holds the Spark job against slcheck on one machine, on a cluster of two executors.

  python3 check.py --slcheck PROGRAM [--generator PROGRAM] [--contacts N]
                   [--make-center SCRIPT] [--centers N] [TEST...]

The cluster is local, and its executors are processes of their own. A report of the job has to be
that of one machine, value for value, but for `inputs`: those are the tables of the roll-ups."""
from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "SampleData"
sys.dont_write_bytecode = True
LEFT_OUT = {"inputs"}


def difference(one: object, other: object, place: str = "") -> str | None:
    """The first place where two values differ; None where they are equal."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            if key not in one or key not in other:
                return f"{place}.{key} is only in one"
            if found := difference(one[key], other[key], f"{place}.{key}"):
                return found
        return None
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, pair in enumerate(zip(one, other)):
            if found := difference(*pair, f"{place}[{at}]"):
                return found
        return None
    return None if one == other else f"{place}: {str(one)[:200]}, and on Spark {str(other)[:200]}"


def executors() -> list[int]:
    """The processes below this one that are executors of Spark."""
    found, parents = [], {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            stat = Path(f"/proc/{entry}/stat").read_text()
            parents[int(entry)] = int(stat.rpartition(")")[2].split()[1])
            if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{entry}/cmdline").read_bytes():
                found.append(int(entry))

    def is_below(process: int) -> bool:
        while process not in (0, 1):
            if process == os.getpid():
                return True
            process = parents.get(process, 0)
        return False
    return [process for process in found if is_below(process)]


class JobTests(unittest.TestCase):
    """What the job gives, against what one machine gives."""
    options: argparse.Namespace
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.program = os.path.abspath(cls.options.slcheck)
        cls.home = Path(tempfile.mkdtemp(prefix="slcheck-spark-"))
        os.environ["SPARK_LOCAL_DIRS"] = str(cls.home / "local")
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        os.environ["PYSPARK_PYTHON"] = sys.executable
        from pyspark.sql import SparkSession
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]").appName("slcheck check")
            .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
            .config("spark.executor.memory", "1g")
            .config("spark.driver.extraJavaOptions", f"-Djava.io.tmpdir={cls.home}")
            .config("spark.log.level", "OFF").getOrCreate())

    @classmethod
    def tearDownClass(cls):
        from pyspark.find_spark_home import _find_spark_home
        application = cls.spark.sparkContext.applicationId
        cls.spark.stop()
        # What executors of a local cluster work in, which Spark leaves behind.
        shutil.rmtree(Path(_find_spark_home()) / "work" / application, ignore_errors=True)
        shutil.rmtree(cls.home, ignore_errors=True)

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(dir=self.home))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name: str, text: str | bytes) -> str:
        """Writes a file into the folder of the test."""
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def on_one_machine(self, words: list[str]) -> tuple[int, dict | None, str]:
        """Status, report and what was said of a run on one machine."""
        path = self.folder / "one.json"
        path.unlink(missing_ok=True)
        done = subprocess.run(
            [self.program, "report", "--format", "json", "-o", path, *words], cwd=self.folder,
            stderr=subprocess.PIPE, text=True)
        return done.returncode, json.loads(path.read_text()) if path.exists() else None, done.stderr

    def on_spark(self, words: list[str], tasks: int = 5) -> tuple[int, dict | None, str]:
        """The same of the job."""
        import report
        path, said = self.folder / "spark.json", io.StringIO()
        path.unlink(missing_ok=True)
        with contextlib.redirect_stderr(said), contextlib.chdir(self.folder):
            status = report.main(["--slcheck", self.program, "--tasks", str(tasks),
                                  "--format", "json", "-o", str(path), *words])
        return status, json.loads(path.read_text()) if path.exists() else None, said.getvalue()

    def assert_same(self, *words: str, tasks: int = 5) -> str:
        """Runs both, compares their statuses and reports, and gives what the job said."""
        status, one, said = self.on_one_machine(list(words))
        self.assertLess(status, 3, said)
        spark_status, other, spark_said = self.on_spark(list(words), tasks)
        self.assertEqual(status, spark_status, spark_said)
        self.assertEqual(one.keys(), other.keys())
        for key in sorted(one.keys() - LEFT_OUT):
            self.assertIsNone(difference(one[key], other[key], key))
        return spark_said

    def assert_refused(self, status: int, sentence: str, *words: str) -> None:
        """Runs the job, which ends without a report."""
        got, report, said = self.on_spark(list(words))
        self.assertEqual(got, status, said)
        self.assertIsNone(report)
        self.assertIn(sentence, said)

    # The same report

    def test_sample(self):
        files = sorted(map(str, SAMPLE.glob("*.csv")))
        self.assert_same("--config", str(SAMPLE / "slcheck.json"), *files)

    def test_seeded_centers(self):
        script = self.options.make_center
        if not script or not os.path.exists(script):
            self.skipTest("no script that makes centers: name one with --make-center")
        for seed in range(1, self.options.centers + 1):
            with self.subTest(seed=seed):
                center = self.folder / str(seed)
                subprocess.run([sys.executable, script, str(seed), str(center)], check=True)
                lines = (center / "intervals.csv").read_text().splitlines()
                again = random.Random(seed).sample(lines[1:], len(lines) // 50)
                self.write("again.csv", "\n".join([lines[0], *again]) + "\n")
                files = sorted(map(str, center.glob("*.csv")))
                self.assert_same("--config", str(center / "slcheck.json"), "--detail", "days",
                                 *files, str(self.folder / "again.csv"), tasks=3)
                shutil.rmtree(center)

    def test_generated_contacts(self):
        if not self.options.generator:
            self.skipTest("no generator of contacts: name one with --generator")
        self.assert_same("--config", self.resolution(), self.contacts(self.options.contacts))

    def test_lost_executor(self):
        if not self.options.generator:
            self.skipTest("no generator of contacts: name one with --generator")
        words = ["--config", self.resolution(), self.contacts(max(self.options.contacts, 500_000))]
        killed: list[int] = []

        def kill() -> None:
            # Rows are on their way to tasks, and some tasks have summed theirs, once the second
            # stage of the first job runs.
            tracker = self.spark.sparkContext.statusTracker()
            end = time.monotonic() + 120
            while time.monotonic() < end:
                infos = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
                if any(i and i.numTasks == 16 and 1 <= i.numCompletedTasks for i in infos):
                    killed.append(executors()[0])
                    os.kill(killed[0], signal.SIGKILL)
                    return
                time.sleep(0.01)
        thread = threading.Thread(target=kill)
        thread.start()
        try:
            self.assert_same(*words, tasks=16)
        finally:
            thread.join()
        self.assertEqual(len(killed), 1, "no executor was killed while tasks ran")

    def contacts(self, count: int) -> str:
        """Generates contacts with identifiers and customers."""
        path = self.folder / "contacts.csv"
        with path.open("wb") as file:
            subprocess.run([self.options.generator, "--contacts", str(count), "--customers",
                            str(max(100, count // 5)), "--contact-ids"], stdout=file, check=True)
        return str(path)

    def resolution(self) -> str:
        """Writes a configuration that asks for first contact resolution."""
        return self.write("resolution.json", json.dumps(
            {"firstContactResolution": {"method": "repeat", "objectives": [{"percent": 75}]}}))

    def test_legs_and_costs(self):
        draw, rows = random.Random(7), []
        for at in range(6000):
            day = f"2026-{draw.randint(1, 3):02d}-{draw.randint(1, 28):02d}"
            clock = f"{draw.randint(0, 23):02d}:{draw.randint(0, 59):02d}"
            contact = draw.choice(["", "-", f"k{draw.randint(1, 4000)}"])
            customer = draw.choice(["", "N/A", f"c{draw.randint(1, 900)}", f'"c{at % 900}"'])
            rows.append(
                f"{contact},{day} {clock},{draw.choice(['Nord', ' Nord', 'Süd'])},"
                f"{draw.choice(['Billing', 'Sales', ''])},{customer},{draw.choice(['a', 'b', ''])},"
                f"{draw.choice(['answered', 'answered', 'abandoned'])},{draw.randint(0, 90)},"
                f"{draw.randint(10, 500)},{draw.choice(['yes', 'no', ''])},"
                f"{draw.choice(['Move', 'Tariff', ''])},{draw.choice(['', '12.50', '0.01'])}")
        rows += draw.sample(rows, 100)
        header = ("contact_id,started_at,site,queue,customer_id,reason,outcome,wait_seconds,"
                  "talk_seconds,resolved,transaction_type,transaction_value")
        half = len(rows) // 2
        files = [self.write(f"contacts{n}.csv", "\n".join([header, *part]) + "\n")
                 for n, part in enumerate([rows[:half], rows[half:]])]
        costs = self.write("costs.csv", "month,site,category,amount\n" + "".join(
            f"2026-0{month},{site},people,{month}000\n" for month in (1, 2, 3)
            for site in ("Nord", "Süd")))
        config = self.write("legs.json", json.dumps({
            "firstContactResolution": {"method": "flag"},
            "transactionValue": {"metric": "margin", "types": [{"name": "Move", "major": True}]}}))
        self.assert_same("--config", config, "--on-conflict", "sum", *files, costs)
        self.assert_same("--config", config, "--on-conflict", "sum", "--as-of", "2026-03-10",
                         *files, costs)

    def test_head_and_tail_of_a_file(self):
        rows = [f"2026-03-{day:02d} {hour:02d}:00;\"Support; one\";{hour};{hour};{hour}"
                for day in range(1, 15) for hour in range(8, 18)]
        header = "interval_start;queue;offered;answered;answered_within"
        text = "\ufeffService of March\n\n" + "\r\n".join(
            [header, *rows[:70], header, "", *rows[70:], "Total;;1;1;1", "", "140 rows"])
        self.assert_same("--objective", "80/20", self.write("march.csv", text))

    def test_offsets_of_one_zone(self):
        header = "interval_start,queue,offered,answered,answered_within\n"
        zoned = [f"2026-03-08T{hour:02d}:00:00{offset},A,{hour + 1},{hour},{hour}"
                 for hour, offset in [(0, "-06:00"), (1, "-06:00"), (3, "-05:00"), (4, "-05:00")]]
        universal = [f"2026-03-08T{hour:02d}:00:00Z,A,{own + 1},{own},{own}"
                     for hour, own in [(6, 0), (7, 1), (8, 3), (9, 4)]]
        universal.append("2026-03-09T03:00Z,A,9,9,9")
        bare = ["2026-03-08 22:00,A,9,9,9", "2026-03-08 02:30,B,5,5,5"]
        files = [self.write(f"{at}.csv", header + "\n".join(rows) + "\n")
                 for at, rows in enumerate([zoned, universal, bare])]
        self.assert_same("--time-zone", "America/Chicago", *files)

    def test_order_of_dates(self):
        rows = [f"{day:02d}.03.2026 {hour:02d}:00\t{queue}\t4\t4\t3" for day in range(1, 29)
                for hour in range(8, 12) for queue in "ABCDEFGH"]
        header = "interval_start\tqueue\toffered\tanswered\tanswered_within"
        path = self.write("march.csv", "\n".join([header, *rows]) + "\n")
        self.assert_same(path, tasks=40)

    def test_product_export(self):
        for name in ("genesys-cloud-interactions", "avaya-cms-hsplit", "aircall", "ringcx"):
            with self.subTest(name):
                self.assert_same(str(SAMPLE / "Profiles" / f"{name}.csv"))

    # Rows that cannot be read, and rows that contradict each other

    def intervals(self, *more: str) -> str:
        rows = [f"2026-03-{day:02d}T{hour:02d}:00,{queue},4,4,3" for day in range(1, 29)
                for hour in range(8, 18) for queue in "ABCD"]
        header = "interval_start,queue,offered,answered,answered_within"
        return self.write("intervals.csv", "\n".join([header, *rows, *more]) + "\n")

    def test_rejects_within_the_limit(self):
        path = self.intervals("2026-03-05T19:00,A,four,4,3", "2026-03-06T19:00,B,4", "nonsense")
        said = self.assert_same("--max-rejects", "1%", path)
        self.assertIn(f'{path}: offered: "four" is not', said)

    def test_rejects_beyond_the_limit(self):
        path = self.intervals("2026-03-05T19:00,A,four,4,3", "2026-03-06T19:00,B,4")
        self.assertEqual(self.on_one_machine(["--max-rejects", "1", path])[0], 65)
        self.assert_refused(65, "2 of 1122 rows were rejected", "--max-rejects", "1", path)

    def test_conflict(self):
        path = self.intervals("2026-03-05T09:00,A,5,4,3")
        self.assertEqual(self.on_one_machine([path])[0], 65)
        self.assert_refused(65, "A 2026-03-05T09:00 has other values than in", path)
        self.assert_same("--on-conflict", "sum", path)

    def test_which_row_comes_first(self):
        path = self.intervals()
        self.assert_refused(64, "--on-conflict first and last", "--on-conflict", "last", path)

    def test_quoted_line_break(self):
        path = self.intervals('2026-03-05T19:00,"A\nB",4,4,3')
        self.assertEqual(self.on_one_machine([path])[0], 0)
        self.assert_refused(65, f"{path}: a quoted field goes on in the next line", path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slcheck", default=".build/release/slcheck", metavar="PROGRAM")
    parser.add_argument("--generator", metavar="PROGRAM", help="CenterGenerator, built for release")
    parser.add_argument("--contacts", type=int, default=200_000, metavar="N")
    parser.add_argument("--make-center", metavar="SCRIPT", help="writes a center from a seed")
    parser.add_argument("--centers", type=int, default=20, metavar="N")
    JobTests.options, tests = parser.parse_known_args()
    # Spark's gateway leaves sockets open, which is none of the tests' concern.
    unittest.main(argv=[sys.argv[0], *tests], warnings="ignore")
