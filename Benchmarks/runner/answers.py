"""Brings answers into one form, and finds them the slow and plain way."""

import csv
import datetime
import json
from collections import defaultdict

PERCENT = 80
WINDOW_DAYS = 7


class Disagreement(Exception):
    """Two answers to one question differ, or one cannot be had."""


def attains(within, offered):
    return offered > 0 and 100 * within >= PERCENT * offered


# --- From slcheck's report


def report(run, what):
    """Reads the report that a run of slcheck has printed."""
    if run.status != 0:
        said = run.errors.decode(errors="replace").strip()[-500:]
        raise Disagreement(f"slcheck, {what}: status {run.status}: {said}")
    return json.loads(run.output)


def reported_intervals(found):
    """Gives attainment by queue, out of the breakdowns of a report."""
    answer = {}
    for figures in found["breakdowns"]:
        own = answer.setdefault(figures["by"]["queue"], {"months": [0, 0]})
        if figures["month"] is None:
            if "within" in own:
                raise Disagreement("slcheck reports a queue for several services or sites")
            own["within"], own["offered"] = figures["answeredWithin"], figures["offered"]
            for grain in ("intervals", "days"):
                if figures[grain]["undecided"]:
                    raise Disagreement("slcheck leaves opportunities undecided")
                own[grain] = [figures[grain]["met"], figures[grain]["counted"]]
        elif figures["offered"]:
            own["months"][0] += attains(figures["answeredWithin"], figures["offered"])
            own["months"][1] += 1
    return answer


def reported_contacts(found):
    """Gives first contact resolution by month, out of a report."""
    answer = {}
    judged = [each for each in found["firstContactResolution"] if each["match"] == "any"]
    for month in judged[0]["months"] if judged else []:
        rate = month["rate"] or {"numerator": 0, "denominator": 0}
        counts = {"resolved": rate["numerator"], "decided": rate["denominator"],
                  "pending": month["pending"], "washIn": month["washIn"]}
        if any(counts.values()):
            answer[month["month"]] = counts
    return answer


# --- From the file, slowly


def plain_intervals(path):
    """Computes attainment by queue with nothing but integers, one row after the other."""
    single = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = row["queue"], row["interval_start"]
            if single.setdefault(key, row) != row:
                raise Disagreement("different rows for one queue and interval")
    sums = {length: defaultdict(lambda: [0, 0]) for length in (16, 10, 7)}
    for (queue, start), row in single.items():
        for length, cells in sums.items():
            cell = cells[queue, start[:length]]
            cell[0] += int(row["answered_within"])
            cell[1] += int(row["offered"])
    answer = {}
    for length, name in ((16, "intervals"), (10, "days"), (7, "months")):
        for (queue, _), (within, offered) in sums[length].items():
            own = answer.setdefault(queue, {"within": 0, "offered": 0})
            cell = own.setdefault(name, [0, 0])
            cell[0] += attains(within, offered)
            cell[1] += offered > 0
            if name == "months":
                own["within"] += within
                own["offered"] += offered
    return answer


def plain_contacts(path):
    """Follows each customer from contact to contact."""
    visits = defaultdict(list)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["outcome"] == "answered" and row["customer_id"]:
                moment = datetime.datetime.fromisoformat(row["started_at"])
                visits[row["customer_id"]].append(moment)
    window, day = datetime.timedelta(days=WINDOW_DAYS), datetime.timedelta(days=1)
    midnight = datetime.time()
    first = min(min(moments) for moments in visits.values()).date()
    last = max(max(moments) for moments in visits.values()).date()
    settled = datetime.datetime.combine(first + window, midnight)
    end = datetime.datetime.combine(last + day, midnight)
    answer = {}
    for moments in visits.values():
        moments.sort()
        for index, moment in enumerate(moments):
            if index and moment - moments[index - 1] <= window:
                continue
            month = answer.setdefault(
                moment.strftime("%Y-%m"), {"resolved": 0, "decided": 0, "pending": 0, "washIn": 0})
            failed = index + 1 < len(moments) and moments[index + 1] - moment <= window
            if moment < settled:
                month["washIn"] += 1
            elif failed or moment + window < end:
                month["decided"] += 1
                month["resolved"] += not failed
            else:
                month["pending"] += 1
    return answer


# --- Equal or not


def require_equal(expected, found, what):
    """Raises a sentence that names the first difference."""
    for key in sorted(set(expected) | set(found)):
        if expected.get(key) != found.get(key):
            raise Disagreement(
                f"{what}: {key} is {found.get(key)}, expected {expected.get(key)}")
