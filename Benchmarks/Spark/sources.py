"""The files of a report: where they are, and what slcheck tells of them by their first lines."""
from __future__ import annotations

import csv
import io
import itertools
import json
import os
import re
import tempfile
from dataclasses import dataclass
from typing import NamedTuple

from pyspark.sql import SparkSession

from slcheck import DATA, NO_INPUT, OWN, Refusal, Request, options_of

HEAD_BYTES = 1 << 20
TAIL_BYTES = 1 << 16
TAIL_LINES = 64
csv.field_size_limit(HEAD_BYTES)
MARK = b"\xef\xbb\xbf"
ISO_TIME = re.compile(rb"\d{4}-\d\d(-\d\d)?([Tt ]|$)")


@dataclass(frozen=True)
class Source:
    """A file of interval records or contacts, as its first lines tell it."""
    index: int
    name: str
    path: str
    uri: str
    occurrence: int
    kind: str
    delimiter: str
    line_end: bytes
    header: bytes
    lines_to_header: int
    rows_above: int
    margins: frozenset[bytes]
    columns: dict[str, list[int]]
    profile: str | None
    date_order: str | None
    has_days: bool

    @property
    def part(self) -> str:
        """What its rows are called in the folder of a task."""
        base = os.path.basename(self.path)
        return f"{self.index:04d}-" + re.sub(r"\.(gz|zst)$", "", base)


class Found(NamedTuple):
    """A file that exists."""
    name: str
    path: object
    system: object
    bytes: int


def find_files(spark: SparkSession, names: list[str]) -> list[Found]:
    """Finds the files, in the order named; a pattern stands for those that fit, by name."""
    found = []
    for name in names:
        path = spark._jvm.org.apache.hadoop.fs.Path(name)
        system = path.getFileSystem(spark._jsc.hadoopConfiguration())
        states = system.globStatus(path) or []
        if not states or any(state.isDirectory() for state in states):
            raise Refusal(NO_INPUT, f"{name}: no such file")
        found += [Found(name if len(states) == 1 else state.getPath().toString(),
                        state.getPath(), system, state.getLen()) for state in states]
    return found


def read_bytes(spark: SparkSession, file: Found, start: int, count: int) -> bytes | None:
    """Reads a stretch of a file, unpacked; None of a packed file behind its beginning."""
    hadoop, commons = spark._jvm.org.apache.hadoop, spark._jvm.org.apache.commons.io
    configuration = spark._jsc.hadoopConfiguration()
    codec = hadoop.io.compress.CompressionCodecFactory(configuration).getCodec(file.path)
    if codec and start > 0:
        return None
    stream = file.system.open(file.path)
    try:
        stream.seek(start)
        plain = codec.createInputStream(stream) if codec else stream
        return bytes(commons.IOUtils.toByteArray(commons.input.BoundedInputStream(plain, count)))
    finally:
        stream.close()


def uri(path: object) -> str:
    """A path as Spark tells it of a row, local ones in one way."""
    return re.sub("^file:/+", "file:/", path.toUri().toString())


def inspect(request: Request, heads: list[tuple[Found, bytes]]) -> list[dict]:
    """Has slcheck tell what files are by their first lines."""
    names = (options_of(request.program, "inspect").keys() & dict(request.options).keys()) - OWN
    with tempfile.TemporaryDirectory(prefix="slcheck-") as folder:
        paths = [os.path.join(folder, str(index)) for index in range(len(heads))]
        for path, (_, head) in zip(paths, heads):
            last = len(head) if len(head) < HEAD_BYTES else head.rfind(b"\n") + 1
            with open(path, "wb") as file:
                file.write(head[:last] or head)
        try:
            return json.loads(request.run("inspect", names, "--format", "json", *paths))["files"]
        except Refusal as refusal:
            message = refusal.message
            for path, (file, _) in reversed(list(zip(paths, heads))):
                message = message.replace(path, file.name)
            raise Refusal(refusal.status, message) from None


def cells(line: bytes, delimiter: str) -> list[str]:
    """Cuts a line into its fields."""
    return next(csv.reader([line.decode("latin-1").strip("\r\n")], delimiter=delimiter), [])


def describe(file: Found, index: int, occurrence: int, found: dict, head: bytes,
             tail: bytes | None) -> Source:
    """Describes a file of interval records or contacts."""
    header, text = found["header"], found["text"]
    if header["line"] is None or text["encoding"].lower().startswith("utf-16"):
        raise Refusal(DATA, f"{file.name}: a log of events, or UTF-16, cannot be dealt out by its "
                            "lines; read this file on one machine")
    end = b"\r" if text["lineEnding"] == "CR" else b"\n"
    lines = head.removeprefix(MARK).split(end)
    top, names = lines[:header["line"]], header["columns"]
    fields = cells(top[-1], text["delimiter"])
    if len(fields) > len(names):
        # Columns that no row has: slcheck takes the header without them.
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=text["delimiter"], lineterminator="").writerow(
            fields[:len(names)])
        fields, top[-1] = fields[:len(names)], buffer.getvalue().encode("latin-1")
    columns: dict[str, list[int]] = {}
    for position, column in enumerate(names):
        for name in column["canonical"]:
            columns.setdefault(name, []).append(position)
    below = [cells(line, text["delimiter"]) for line in lines[header["line"]:-1]]
    times = columns.get(time_column(columns), [])
    order = (found["dates"] or {}).get("order")
    has_days = len(times) == 1 and header["profile"] is None and order is None and all(
        ISO_TIME.match(row[times[0]].strip().encode("latin-1")) for row in below
        if len(row) > times[0] and row[times[0]].strip()[:1].isdigit())
    return Source(
        index, file.name, file.path.toString(), uri(file.path), occurrence, header["kind"],
        text["delimiter"], end, top[-1], header["line"], header["preambleRows"],
        frozenset([b"", b"\r", *lines[:header["line"]],
                   *below_table(tail, end, text["delimiter"], len(fields), times)]),
        columns, header["profile"], order, has_days)


def below_table(tail: bytes | None, end: bytes, delimiter: str, width: int,
                times: list[int]) -> list[bytes]:
    """The lines behind the last row of a table that has a time."""
    def is_row(line: bytes) -> bool:
        row = cells(line, delimiter)
        return len(row) == width and all(row[at].strip()[:1].isdigit() for at in times)
    lines = (tail or b"").split(end)
    lines = lines[:-1] if lines[-1] == b"" else lines
    return list(itertools.takewhile(
        lambda line: not is_row(line), itertools.islice(reversed(lines), TAIL_LINES)))


def time_column(columns: dict[str, list[int]]) -> str:
    """The canonical column that says when a record is of."""
    return next((name for name in ["interval_start", "started_at"] if name in columns), "month")


def fetched(file: Found, folder: str) -> str:
    """Gives a local copy of a file, or the file itself where it is local."""
    if file.path.toUri().getScheme() in (None, "file"):
        return file.path.toUri().getPath()
    os.makedirs(folder)
    path = os.path.join(folder, file.path.getName())
    file.system.copyToLocalFile(False, file.path, type(file.path)(path), True)
    return path
