"""The works that are measured, and the bar of each."""

from dataclasses import dataclass

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


def at_least(work, value, least, unit="×"):
    return Bar(work, f"{value:.2f} {unit}", f"≥ {least} {unit}", value >= least)


def at_most(work, value, most, unit="×"):
    return Bar(work, f"{value:.2f} {unit}", f"≤ {most:g} {unit}", value <= most)


def megabytes(work, value, most):
    return Bar(work, f"{value / MEGABYTE:.1f} MB", f"≤ {most / MEGABYTE:.1f} MB", value <= most)


def unmeasured(work, bar, why):
    return Bar(work, why, bar)


# --- Intervals


def intervals(bench, queues):
    """Measures attainment by queue from one file of a year; gives the question and its bars."""
    path = bench.inputs.intervals(queues)
    question = Question(bench, path, ("--by", "queue"), engines.INTERVAL_FORMS,
                        answers.reported_intervals)
    question.measure()
    bars = _against_peers(question)
    bars += _other_ways(bench, question)
    return question, bars


def _against_peers(question):
    faster, assumed = "fastest engine of the same answer, time", "DuckDB with one row assumed, time"
    less, leanest = "least processor time of the same answer", "leanest engine of the same answer, memory"
    bars = [megabytes("peak memory with --by queue", question.own.peak, 160 * MEGABYTE)]
    judged = question.judged
    if not judged:
        return bars + [unmeasured(work, bar, "no engine is installed")
                       for work, bar in ((faster, "≥ 12 ×"), (assumed, "≥ 5 ×"), (less, "≥ 10 ×"),
                                         (leanest, "≥ 7 ×"))]
    bars.insert(0, at_least(faster, min(each.times for each in judged), 12))
    presumes = [each for each in question.standings if each.note]
    if presumes:
        bars.insert(1, at_least(assumed, min(each.times for each in presumes), 5))
    bars.insert(2, at_least(less, min(each.processor_times for each in judged), 10))
    lean = min(each.runs.peak for each in judged)
    return bars + [at_least(leanest, lean / question.own.peak, 7)]


def _other_ways(bench, question):
    path = question.path
    quoted, crlf, tenth = (bench.inputs.derived(form, path) for form in ("quoted", "crlf", "tenth"))
    ways = [
        ("without --by", lambda: question.ask(options=())),
        ("through a pipe", lambda: question.ask("-", feeder=["cat", path])),
        ("one thread", lambda: question.ask(extra=("--threads", "1"))),
        ("quoted", lambda: question.ask(quoted)), ("CRLF", lambda: question.ask(crlf)),
        ("a tenth off the fast path", lambda: question.ask(tenth)),
    ]
    if bench.tool.has_digest:
        ways.append(("--digest", lambda: question.ask(extra=("--digest",))))
    (plain, _), (_, pipe), (one, _), (_, quotes), (_, ends), (_, off), *digest = question.beside(*ways)
    speed = bench.inputs.size(path) / one.seconds / 1e9
    bars = [
        megabytes("peak memory without --by", plain.peak, 96 * MEGABYTE),
        at_most("with --digest, against without", digest[0][1], 1.5) if digest
        else unmeasured("with --digest, against without", "≤ 1.5 ×", "not in this version"),
        at_most("through a pipe, against the file", pipe, 1.25),
        at_least("on one thread", speed, 1, "GB/s"),
        at_most("every key field quoted, against the plain file", quotes, 1.5),
        at_most("CRLF, against the plain file", ends, 1.5),
        at_most("a tenth of the rows off the fast path", off, 1.5),
    ]
    return bars


# --- Contacts


def contacts(bench, count, numbered=False):
    """Measures first contact resolution; gives the question and its bars."""
    path = bench.inputs.contacts(count, count // 5, numbered)
    question = Question(bench, path, (), engines.CONTACT_FORMS, answers.reported_contacts)
    question.measure()
    with open(bench.inputs.derived("known", path), encoding="ascii") as file:
        known = int(file.read())
    work = "contacts with FCR, fastest window query, time"
    bars = [megabytes(f"contacts with FCR, peak memory for {known:,} answered and known",
                      question.own.peak, 24 * known + 64 * MEGABYTE)]
    if question.judged:
        bars.insert(0, at_least(work, min(each.times for each in question.judged), 5))
    else:
        bars.insert(0, unmeasured(work, "≥ 5 ×", "no engine is installed"))
    return question, bars


# --- Start and growth


def start_to_finish(bench, queues):
    """Measures a file of one kilobyte."""
    path = bench.inputs.derived("tiny", bench.inputs.intervals(queues))
    runs = measure.Runs()
    bench.say("measuring one kilobyte")
    for _ in range(max(5, 4 * bench.repetitions)):
        runs.append(bench.tool.run(path))
        answers.report(runs[-1], path)
    return runs, [at_most("start to finish, a file of 1 KB", 1000 * runs.seconds, 15, "ms")]


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
            runs.append(run)
        points.append(Growth(rows, runs.seconds, runs.processor / rows * 1e9, runs.peak / rows))
    return points
