"""The works that are measured, and the bar of each."""

from dataclasses import dataclass, replace

from . import answers, engines, measure
from .questions import Question

MEGABYTE = 1_000_000
# Of the bars' own words: the file of 491 MB, and 20 million contacts.
FULL_QUEUES = 200
FULL_CONTACTS = 20_000_000


@dataclass(frozen=True)
class Bar:
    """A figure, what it has to reach, and whether it does; `None` where nothing decides."""

    work: str
    figure: str
    bar: str
    passed: object = None

    @property
    def verdict(self):
        return {True: "pass", False: "MISS", None: "-"}[self.passed]


def at_least(work, value, least, unit="×"):
    return Bar(work, f"{value:.2f} {unit}", f"≥ {least} {unit}", value >= least)


def at_most(work, value, most, unit="×"):
    return Bar(work, f"{value:.2f} {unit}", f"≤ {most:g} {unit}", value <= most)


def megabytes(work, value, most):
    figure = f"{value / MEGABYTE:.1f} MB"
    return Bar(work, figure, f"≤ {most / MEGABYTE:.1f} MB", value <= most)


def undecided(bars):
    """Leaves the bars of another size without a verdict."""
    return [replace(bar, passed=None) for bar in bars]


# --- Intervals


def interval_question(bench, queues, months=12):
    """Asks for attainment by queue, of one file of quarter hours."""
    return Question(bench, bench.inputs.intervals(queues, months), ("--by", "queue"),
                    engines.INTERVAL_FORMS, answers.reported_intervals)


def contact_question(bench, count, numbered=False):
    """Asks for first contact resolution, of a log of contacts."""
    return Question(bench, bench.inputs.contacts(count, count // 5, numbered), (),
                    engines.CONTACT_FORMS, answers.reported_contacts)


def intervals(bench, queues):
    """Measures attainment by queue from one file of a year; gives the question and its bars."""
    question = interval_question(bench, queues)
    question.measure()
    bars = _against_peers(question) + _other_ways(bench, question)
    return question, bars if queues == FULL_QUEUES else undecided(bars)


def _against_peers(question):
    own, judged = question.own, question.judged
    work = "intervals by queue: "
    bars = [megabytes(work + "peak memory", own.peak, 160 * MEGABYTE)]
    if not judged:
        return [Bar(work + "against the engines", "none is installed", "≥ 12 ×"), *bars]
    assumed = [each.times for each in question.standings if each.is_presuming]
    lean = min(each.runs.peak for each in judged)
    return [
        at_least(work + "times as fast as the fastest engine", min(e.times for e in judged), 12),
        *(at_least(work + "as DuckDB where it assumes one row", times, 5) for times in assumed),
        at_least(work + "times less processor time", min(e.processor_times for e in judged), 10),
        *bars,
        at_least(work + "times less memory than the leanest engine", lean / own.peak, 7),
    ]


def _other_ways(bench, question):
    path = question.path
    quoted, crlf, tenth = (bench.inputs.derived(form, path) for form in ("quoted", "crlf", "tenth"))
    ways = {
        "plain": lambda: question.ask(options=()),
        "pipe": lambda: question.ask("-", feeder=["cat", path]),
        "one thread": lambda: question.ask(extra=("--threads", "1")),
        "quoted": lambda: question.ask(quoted), "CRLF": lambda: question.ask(crlf),
        "a tenth off the fast path": lambda: question.ask(tenth),
    }
    if bench.tool.has_digest:
        ways["digest"] = lambda: question.ask(extra=("--digest",))
    found = question.beside(ways)
    speed = bench.inputs.size(path) / found["one thread"][0].seconds / 1e9
    work = "with --digest, against without"
    return [
        megabytes("without --by: peak memory", found["plain"][0].peak, 96 * MEGABYTE),
        at_most(work, found["digest"][1], 1.5) if bench.tool.has_digest
        else Bar(work, "not in this version", "≤ 1.5 ×"),
        at_most("through a pipe, against the file", found["pipe"][1], 1.25),
        at_least("on one thread", speed, 1, "GB/s"),
        at_most("every key field quoted, against the plain file", found["quoted"][1], 1.5),
        at_most("CRLF, against the plain file", found["CRLF"][1], 1.5),
        at_most("a tenth off the fast path, against the plain file",
                found["a tenth off the fast path"][1], 1.5),
    ]


# --- Contacts


def contacts(bench, count, numbered=False):
    """Measures first contact resolution; gives the question and its bars."""
    question = contact_question(bench, count, numbered)
    question.measure()
    with open(bench.inputs.derived("known", question.path), encoding="ascii") as file:
        known = int(file.read())
    work = "contacts with FCR: "
    bars = [megabytes(f"{work}peak memory, {known:,} answered and known", question.own.peak,
                      24 * known + 64 * MEGABYTE)]
    if question.judged:
        times = min(each.times for each in question.judged)
        bars.insert(0, at_least(work + "times as fast as the fastest engine", times, 5))
    else:
        bars.insert(0, Bar(work + "against the engines", "none is installed", "≥ 5 ×"))
    return question, bars if count == FULL_CONTACTS else undecided(bars)


# --- Start and growth


def start_to_finish(bench, queues):
    """Measures a file of one kilobyte."""
    path = bench.inputs.derived("tiny", bench.inputs.intervals(queues))
    runs = measure.Runs()
    bench.say("measuring one kilobyte")
    for _ in range(max(5, 4 * bench.repetitions)):
        run = bench.tool.run(path)
        answers.report(run, path)
        runs.append(run.figures)
    return [at_most("start to finish, a file of 1 KB", 1000 * runs.seconds, 15, "ms")]


@dataclass(frozen=True)
class Growth:
    """What one size of input took."""

    rows: int
    seconds: float
    nanoseconds_per_row: float  # of processor time
    bytes_per_interval: float


def growth(bench, millions):
    """Measures centers of a year with more and more queues, generated into the pipe.

    The generator runs beside, so that processor time tells how the work grows, and not the time
    on the clock.
    """
    points = []
    for million in millions:
        queues = max(1, round(million * 1_000_000 / bench.inputs.rows_of_queue))
        rows = queues * bench.inputs.rows_of_queue
        bench.say(f"measuring {rows:,} rows from a pipe")
        runs = measure.Runs()
        for _ in range(bench.repetitions if million <= 10 else 1):
            run = bench.tool.run("-", feeder=bench.inputs.interval_command(queues))
            accepted = answers.report(run, "from a pipe")["inputs"][0]["rows"]["accepted"]
            answers.require_equal({"rows": rows}, {"rows": accepted}, "slcheck, from a pipe")
            runs.append(run.figures)
        points.append(Growth(rows, runs.seconds, runs.processor / rows * 1e9, runs.peak / rows))
    return points
