"""One question of one file, asked of slcheck and of every engine that can answer it."""

import math
from dataclasses import dataclass

from . import answers, measure


@dataclass(frozen=True)
class Bench:
    """What all measurements share."""

    tool: object
    peers: object
    inputs: object
    repetitions: int
    say: object


@dataclass(frozen=True)
class Standing:
    """How an engine did, beside slcheck in turn with it."""

    title: str
    runs: measure.Runs
    note: str = ""
    is_judged: bool = True
    # Whether it presumes what slcheck checks, and gives an answer all the same.
    is_presuming: bool = False
    times: float = math.nan
    processor_times: float = math.nan


class Question:
    """A question with slcheck's answer, to which every other one must be equal.

    Every run is checked, also those that are measured.
    """

    def __init__(self, bench, path, options, forms, read):
        self.bench, self.path, self.options, self.read = bench, path, options, read
        self.standings, self.own = [], measure.Runs()
        bench.say(f"asking slcheck of {path.rsplit('/', 1)[-1]}")
        self.expected = read(answers.report(bench.tool.run(path, *options), path))
        if not self.expected:
            raise answers.Disagreement(f"slcheck has no answer for {path}")
        self.forms = bench.peers.of(forms)
        for form in self.forms:
            bench.say(f"asking {form.title}")
            self._peer(form)

    def ask(self, path=None, extra=(), options=None, feeder=None):
        """Runs slcheck, where asked on another form of the file or with other options.

        Options other than the question's own leave the answer out of the report: then only the
        sum of what was offered is checked.
        """
        arguments = [path or self.path, *(self.options if options is None else options), *extra]
        run = self.bench.tool.run(*arguments, feeder=feeder)
        found = answers.report(run, " ".join(arguments))
        if options is None:
            answers.require_equal(self.expected, self.read(found), "slcheck " + " ".join(arguments))
        else:
            offered = sum(service["total"]["offered"] for service in found["services"])
            expected = sum(queue["offered"] for queue in self.expected.values())
            answers.require_equal({"offered": expected}, {"offered": offered},
                                  "slcheck " + " ".join(arguments))
        return run

    def _peer(self, form):
        run = self.bench.peers.run(form, self.path)
        answers.require_equal(self.expected, self.bench.peers.answer(form, run), form.title)
        return run

    def _floor(self):
        return measure.run(["wc", "-l", self.path], self.bench.tool.scratch)

    def stages(self):
        """Gives what slcheck says of its stages."""
        return self.ask(extra=("--verbose",)).errors.decode(errors="replace").strip()

    def measure(self):
        """Measures slcheck in turn with every engine."""
        for form in self.forms:
            self.bench.say(f"measuring {form.title}")
            own, runs = measure.paired(self.ask, lambda: self._peer(form), self.bench.repetitions)
            self.own += own
            self.standings.append(Standing(
                form.title, runs, form.note, form.is_same and form.is_judged, not form.is_same,
                measure.ratio(runs, own), measure.ratio(runs, own, "processor")))
        own, runs = measure.paired(self.ask, self._floor, self.bench.repetitions)
        self.own += own
        self.standings.append(Standing(
            "the floor: wc -l", runs, "no answer", False, False, measure.ratio(runs, own),
            measure.ratio(runs, own, "processor")))

    def beside(self, ways):
        """Measures slcheck on its question in turn with other ways to ask it.

        Returns the runs of each, and the median of their ratios to the plain ones.
        """
        found = {}
        for title, way in ways.items():
            self.bench.say(f"measuring slcheck, {title}")
            plain, runs = measure.paired(self.ask, way, self.bench.repetitions)
            found[title] = runs, measure.ratio(runs, plain)
        return found

    @property
    def judged(self):
        """The engines that the bars are held against."""
        return [standing for standing in self.standings if standing.is_judged]
