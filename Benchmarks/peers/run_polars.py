"""Polars: a lazy scan with its types given, on the streaming engine."""

import os

import answer

os.environ["POLARS_MAX_THREADS"] = str(answer.THREADS)
import polars as pl  # noqa: E402  (reads the number of threads when it is imported)

FORM, PATH = answer.arguments(["intervals", "contacts"])

OFFERED, WITHIN = pl.col("offered"), pl.col("within")
COUNTED = OFFERED > 0
MET = COUNTED & (100 * WITHIN >= answer.PERCENT * OFFERED)


def scan(texts, counts):
    types = {name: pl.String for name in texts} | {name: pl.Int64 for name in counts}
    return pl.scan_csv(PATH, schema=types)


def intervals():
    start = pl.col("interval_start").str.to_datetime("%Y-%m-%dT%H:%M", time_unit="ms")
    single = (
        scan(answer.TEXT_COLUMNS, answer.COUNT_COLUMNS)
        .select("queue", start.alias("start"), offered="offered", within="answered_within")
        .group_by("queue", "start")
        .agg(OFFERED.min(), WITHIN.min(), most=OFFERED.max(), most_within=WITHIN.max())
    )
    conflict = (OFFERED != pl.col("most")) | (WITHIN != pl.col("most_within"))
    sums = [OFFERED.sum(), WITHIN.sum()]
    daily = single.group_by("queue", day=pl.col("start").dt.date()).agg(
        *sums, intervals_met=MET.sum(), intervals=COUNTED.sum(), conflict=conflict.any())
    monthly = daily.group_by("queue", month=pl.col("day").dt.truncate("1mo")).agg(
        *sums, pl.col("intervals_met", "intervals").sum(), days_met=MET.sum(), days=COUNTED.sum(),
        conflict=pl.col("conflict").any())
    return monthly.group_by("queue").agg(
        WITHIN.sum(), OFFERED.sum(), pl.col("intervals_met", "intervals", "days_met", "days").sum(),
        months_met=MET.sum(), months=COUNTED.sum(), conflict=pl.col("conflict").any())


def contacts():
    customer, at = pl.col("customer_id"), pl.col("at")
    is_same_before = customer == customer.shift(1)
    is_same_after = customer == customer.shift(-1)
    window = answer.WINDOW_SECONDS * 1000
    day = 86_400_000
    first, end = at.min() // day * day, (at.max() // day + 1) * day
    stamp = pl.col("started_at").str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="ms")
    return (
        scan(answer.contact_text_columns(PATH), answer.CONTACT_COUNT_COLUMNS)
        .filter((pl.col("outcome") == "answered") & customer.is_not_null())
        .select("customer_id", at=stamp.cast(pl.Int64))
        .sort("customer_id", "at")
        .with_columns(
            opens=~(is_same_before & (at - at.shift(1) <= window)).fill_null(False),
            failed=(is_same_after & (at.shift(-1) - at <= window)).fill_null(False),
            settled=at >= first + answer.WINDOW_DAYS * day,
            passed=at + window < end)
        .filter("opens")
        .group_by(month=pl.col("at").cast(pl.Datetime("ms")).dt.truncate("1mo"))
        .agg(
            (pl.col("settled") & ~pl.col("failed") & pl.col("passed")).sum().alias("resolved"),
            (pl.col("settled") & (pl.col("failed") | pl.col("passed"))).sum().alias("decided"),
            (pl.col("settled") & ~pl.col("failed") & ~pl.col("passed")).sum().alias("pending"),
            (~pl.col("settled")).sum().alias("wash_in"))
    )


if FORM == "contacts":
    answer.print_contacts(contacts().collect(engine="streaming").rows())
else:
    answer.print_intervals(intervals().collect(engine="streaming").rows())
