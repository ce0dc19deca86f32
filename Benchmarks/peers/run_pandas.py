"""pandas: its reader of CSV on pyarrow's, and the grouping of its frames."""

import pyarrow as pa

import answer

pa.set_cpu_count(answer.THREADS)
import pandas as pd  # noqa: E402

FORM, PATH = answer.arguments(["intervals", "contacts"])


def read(columns, types, stamp):
    return pd.read_csv(PATH, engine="pyarrow", usecols=columns, dtype=types, parse_dates=[stamp])


def with_attainment(frame, counted, met):
    """Adds whether a row counts and whether it is met."""
    frame[counted] = frame["offered"] > 0
    frame[met] = frame[counted] & (100 * frame["within"] >= answer.PERCENT * frame["offered"])
    return frame


def intervals():
    rows = read(
        ["queue", "interval_start", "offered", "answered_within"],
        {"queue": "category", "offered": "int64", "answered_within": "int64"}, "interval_start")
    rows = rows.rename(columns={"answered_within": "within"}).drop_duplicates()
    conflict = rows.duplicated(["queue", "interval_start"]).any()
    rows["day"] = rows["interval_start"].dt.floor("D")
    rows = with_attainment(rows.drop(columns="interval_start"), "intervals", "intervals_met")
    daily = rows.groupby(["queue", "day"], observed=True, sort=False).sum().reset_index()
    daily["month"] = daily["day"].dt.to_period("M")
    daily = with_attainment(daily.drop(columns="day"), "days", "days_met")
    monthly = daily.groupby(["queue", "month"], observed=True, sort=False).sum().reset_index()
    monthly = with_attainment(monthly.drop(columns="month"), "months", "months_met")
    queues = monthly.groupby("queue", observed=True).sum().reset_index()
    order = ["queue", "within", "offered", "intervals_met", "intervals", "days_met", "days",
             "months_met", "months"]
    return [(*row, conflict) for row in queues[order].itertuples(index=False)]


def contacts():
    rows = read(["started_at", "customer_id", "outcome"],
                {"customer_id": "category", "outcome": "category"}, "started_at")
    rows = rows[(rows["outcome"] == "answered") & rows["customer_id"].notna()
                & (rows["customer_id"] != "")]
    rows = pd.DataFrame({"customer": rows["customer_id"].cat.codes, "at": rows["started_at"]})
    rows = rows.sort_values(["customer", "at"])
    window = pd.Timedelta(days=answer.WINDOW_DAYS)
    same = rows["customer"] == rows["customer"].shift(1)
    gap = rows["at"].diff()
    follows = same & (gap <= window)
    rows["failed"] = follows.shift(-1, fill_value=False)
    settled = rows["at"].min().floor("D") + window
    end = rows["at"].max().floor("D") + pd.Timedelta(days=1)
    issues = rows[~follows]
    is_settled, failed = issues["at"] >= settled, issues["failed"]
    passed = issues["at"] + window < end
    counts = pd.DataFrame({
        "month": issues["at"].dt.to_period("M"),
        "resolved": is_settled & ~failed & passed, "decided": is_settled & (failed | passed),
        "pending": is_settled & ~failed & ~passed, "wash_in": ~is_settled,
    })
    return counts.groupby("month").sum().reset_index().itertuples(index=False)


if FORM == "contacts":
    answer.print_contacts(contacts())
else:
    answer.print_intervals(intervals())
