"""Tells what was measured: as text, as a page with a picture, and as JSON."""

import json
import math
import os
from dataclasses import asdict

from . import plot


def _table(header, rows):
    """Sets rows under a header, as a table of Markdown that is also read well as it is."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(cells):
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |"

    return "\n".join([line(header), line(["-" * width for width in widths]), *map(line, rows)])


def _times(value):
    return "" if math.isnan(value) else f"{value:.1f} ×"


def _row(title, runs, times, processor_times, note):
    return [title, f"{runs.seconds:.3f} s", _times(times), f"{runs.processor:.3f} s",
            _times(processor_times), f"{runs.peak / 1e6:.0f} MB", note]


class Results:
    """All measurements of one run of the benchmarks."""

    def __init__(self, machine, versions, repetitions):
        self.machine, self.versions, self.repetitions = machine, versions, repetitions
        self.fields, self.bars, self.growth, self.notes = [], [], [], []

    def add(self, title, question, bars):
        """Adds a question, and the bars that hold for it."""
        self.fields.append((title, question))
        self.bars += bars

    # --- Text

    def _field(self, question):
        rows = [_row("slcheck", question.own, math.nan, math.nan, "")]
        rows += [_row(each.title, each.runs, each.times, each.processor_times, each.note)
                 for each in question.standings]
        return _table(
            ["", "wall", "of slcheck", "processor", "of slcheck", "peak memory", ""], rows)

    def text(self):
        """Gives the tables."""
        machine = self.machine
        parts = [
            f"{machine['processor']}, {machine['cores']} cores, {machine['memoryGB']} GB, "
            f"{machine['system']}; load {machine['load']} before",
            ", ".join(f"{name} {version}" for name, version in self.versions.items()),
            f"Medians of {self.repetitions}; ratios are medians of pairs of runs in turn. "
            "Files are in the cache. All answers were equal.",
        ]
        parts += self.notes
        for title, question in self.fields:
            parts += [f"## {title}", self._field(question)]
        parts += ["## Bars", _table(
            ["work", "measured", "bar", ""],
            [[bar.work, bar.figure, bar.bar, bar.verdict] for bar in self.bars])]
        if self.growth:
            parts += ["## Growth, without --by, generated into a pipe", _table(
                ["rows", "wall", "processor time a row", "peak memory a key and interval"],
                [[f"{each.rows:,}", f"{each.seconds:.2f} s", f"{each.nanoseconds_per_row:.1f} ns",
                  f"{each.bytes_per_interval:.1f} bytes"] for each in self.growth])]
        return "\n\n".join(parts) + "\n"

    # --- Picture

    def picture(self):
        """Gives the picture: time and memory of every engine, and growth."""
        parts, top = [], 10
        for title, question in self.fields:
            for name, figure, unit, scale in (("time on the clock", "seconds", "s", 1),
                                              ("peak memory", "peak", "MB", 1e6)):
                rows = [("slcheck", getattr(question.own, figure) / scale, "own")]
                rows += [(each.title, getattr(each.runs, figure) / scale,
                          "peer" if each.is_judged else "other") for each in question.standings]
                more, top = plot.bars(
                    f"{title}: {name}",
                    [(label, value, f"{value:.3g} {unit}", kind) for label, value, kind in rows],
                    top)
                parts += more
        if self.growth:
            for title, figure, unit in (
                    ("Processor time a row", "nanoseconds_per_row", "ns"),
                    ("Peak memory a key and interval", "bytes_per_interval", "bytes")):
                more, top = plot.line(
                    title, [(each.rows, getattr(each, figure)) for each in self.growth], top, unit)
                parts += more
        return plot.page(parts, top)

    # --- Files

    def data(self):
        """Gives everything as it was measured, for programs."""
        def runs(each):
            return [{"seconds": round(run.seconds, 6), "processor": round(run.processor, 6),
                     "peakBytes": run.peak} for run in each]

        return {
            "machine": self.machine, "versions": self.versions, "repetitions": self.repetitions,
            "notes": self.notes,
            "fields": [{
                "title": title, "slcheck": runs(question.own),
                "engines": [{
                    "title": each.title, "note": each.note, "judged": each.is_judged,
                    "times": each.times, "processorTimes": each.processor_times,
                    "runs": runs(each.runs)} for each in question.standings],
            } for title, question in self.fields],
            "bars": [asdict(bar) for bar in self.bars],
            "growth": [asdict(each) for each in self.growth],
        }

    def write(self, folder, date):
        """Writes the page, the picture and the data under a date."""
        os.makedirs(folder, exist_ok=True)
        page = f"# Benchmarks of {date}\n\n{self.text()}\n![Time, memory and growth]({date}.svg)\n"
        texts = {"md": page, "svg": self.picture(),
                 "json": json.dumps(self.data(), indent=1, sort_keys=True) + "\n"}
        for ending, text in texts.items():
            with open(os.path.join(folder, f"{date}.{ending}"), "w", encoding="utf-8") as file:
                file.write(text)
