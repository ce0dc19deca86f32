"""A task: rows of the cluster in, sums of slcheck out."""
from __future__ import annotations

import io
import itertools
import os
import re
import resource
import shutil
import subprocess
import tempfile
import time
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import Iterator

from pyspark import SparkFiles, TaskContext

from slcheck import DATA, NO_INPUT, USAGE, Refusal
from sources import Source

SHOWN_REJECTS = 10
TIMES = ["stage", "task", "rows", "bytes_in", "bytes_out", "slcheck_seconds",
         "slcheck_cpu_seconds", "task_seconds"]


@dataclass(frozen=True)
class Work:
    """What every task of a stage is told."""
    stage: str
    program: str
    words: list[str]
    configuration: bytes | None
    sources: dict[int, Source]
    sums: tuple[bytes, ...]


def summed(work: Work, rows: Iterator) -> Iterator[tuple]:
    """Has slcheck sum up the rows of one task: tables, rejects and times, or why there are none."""
    began = time.perf_counter()
    local = os.environ.get("SPARK_LOCAL_DIRS", "").split(",")[0]
    folder = tempfile.mkdtemp(prefix="slcheck-", dir=local or None)
    try:
        count, parts = written(work, folder, rows)
        if not parts:
            return
        size = sum(os.path.getsize(os.path.join(folder, part.part)) for part in parts)
        words = list(work.words)
        if work.configuration is not None:
            with open(os.path.join(folder, "slcheck.json"), "wb") as file:
                file.write(work.configuration)
            words += ["--config", "slcheck.json"]
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(
            [SparkFiles.get(work.program), "rollup", "--by", "interval", "--into",
             "sums", "--threads", "1", "--max-rejects", "100%", *words, *(p.part for p in parts)],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        said = named(done.stderr.decode(errors="replace"), parts)
        if done.returncode in (USAGE, DATA, NO_INPUT):
            raise Refusal(done.returncode, said)
        if done.returncode != 0:
            # A task that is run again may succeed.
            raise RuntimeError(f"slcheck rollup ended with {done.returncode}: {said}")
        given = 0
        for name in sorted(os.listdir(os.path.join(folder, "sums"))):
            with open(os.path.join(folder, "sums", name), "rb") as file:
                header, text = file.readline(), file.read()
            if name == "sums.csv":
                text = kept(text, work.sums, Counter(part.kind for part in parts))
            elif work.stage != "keys":
                text = b""
            if text:
                given += len(text)
                yield ("table", name, header, zlib.compress(text, 1))
        if work.stage == "keys":
            shown = [line.strip() for line in said.splitlines() if line.startswith("\t")]
            more = sum(int(number) for number in re.findall(r"(?m)^and (\d+) more: ", said))
            yield ("rejects", shown[:SHOWN_REJECTS], len(shown) + more)
        yield ("times", [work.stage, TaskContext.get().partitionId(), count, size, given,
                         round(seconds, 3),
                         round(after.ru_utime + after.ru_stime - before.ru_utime
                               - before.ru_stime, 3),
                         round(time.perf_counter() - began, 3)])
    except Refusal as refusal:
        yield ("refusal", refusal.status, refusal.message)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def written(work: Work, folder: str, rows: Iterator) -> tuple[int, list[Source]]:
    """Writes the rows of a task, a file for each source, and gives their number and the sources.

    The header stands above the rows and once more below them: so a file has a row of the whole
    width, whatever the rows are, and slcheck takes no column for one that the export lacks."""
    count, parts = 0, []
    for index, group in itertools.groupby(rows, key=lambda row: row[0]):
        part, head, own = work.sources[index], 0, 0
        with open(os.path.join(folder, part.part), "wb") as file:
            file.write(part.header + part.line_end)
            for _, is_margin, line in group:
                if line.count(b'"') & 1:
                    raise Refusal(DATA, f"{part.name}: a quoted field goes on in the next line, or "
                                        "a quote stands alone, so that the file cannot be dealt "
                                        "out by its lines; read this file on one machine")
                if is_margin and head < part.lines_to_header:
                    head += 1
                    continue
                file.write(line + part.line_end)
                own += 1
            file.write(part.header + part.line_end)
        if own > 0:
            parts.append(part)
            count += own
    return count, parts


def kept(text: bytes, sums: tuple[bytes, ...], headers: Counter) -> bytes:
    """The sums that count in a stage, without the headers that stood below the rows."""
    rows = [row for row in io.BytesIO(text) if row.startswith(sums)]
    for position, row in enumerate(rows):
        if row.startswith(b"rows,") and b",ignored: repeated header," in row:
            values = row.decode().split(",")
            values[9] = str(int(values[9]) - headers[values[7]])
            rows[position] = b"" if values[9] == "0" else ",".join(values).encode()
    return b"".join(rows)


def named(said: str, parts: list[Source]) -> str:
    """What slcheck says of the files of a task, said of the files themselves.

    Lines are counted in the task, and are left out; what is said of a row begins with a tab."""
    for part in parts:
        place = re.escape(part.part) + r":\d+"
        said = re.sub(r"^" + place + r":\d+: ", lambda _: f"\t{part.name}: ", said, flags=re.M)
        said = re.sub(place, lambda _: part.name, said)
    return said.strip("\n")
