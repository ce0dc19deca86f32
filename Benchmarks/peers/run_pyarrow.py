"""pyarrow: its reader of CSV with types given, and the grouping of its tables."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv

import answer

FORM, PATH = answer.arguments(["intervals"])
pa.set_cpu_count(answer.THREADS)


def with_attainment(table, counted, met):
    """Adds whether a row counts and whether it is met, as numbers to sum."""
    offered, within = table["offered"], table["within"]
    counts = pc.greater(offered, 0)
    attains = pc.greater_equal(pc.multiply(within, 100), pc.multiply(offered, answer.PERCENT))
    return (
        table.append_column(met, pc.cast(pc.and_(counts, attains), pa.int64()))
        .append_column(counted, pc.cast(counts, pa.int64()))
    )


def summed(table, keys):
    """Sums all other columns by keys, under their names."""
    names = [name for name in table.column_names if name not in keys]
    sums = table.group_by(keys).aggregate([(name, "sum") for name in names])
    return sums.select(keys + [f"{name}_sum" for name in names]).rename_columns(keys + names)


rows = csv.read_csv(
    PATH,
    convert_options=csv.ConvertOptions(
        include_columns=["queue", "interval_start", "offered", "answered_within"],
        column_types={
            "queue": pa.dictionary(pa.int32(), pa.string()), "interval_start": pa.timestamp("s"),
            "offered": pa.int64(), "answered_within": pa.int64(),
        }),
).unify_dictionaries()
single = rows.group_by(["queue", "interval_start"]).aggregate([
    ("offered", "min"), ("offered", "max"), ("answered_within", "min"), ("answered_within", "max"),
])
conflict = pc.or_(
    pc.not_equal(single["offered_min"], single["offered_max"]),
    pc.not_equal(single["answered_within_min"], single["answered_within_max"]))
if pc.any(conflict).as_py():
    answer.print_intervals([("", 0, 0, 0, 0, 0, 0, 0, 0, True)])

start = single["interval_start"]
table = pa.table({
    "queue": single["queue"], "month": pc.floor_temporal(start, unit="month"),
    "day": pc.floor_temporal(start, unit="day"), "offered": single["offered_min"],
    "within": single["answered_within_min"],
})
table = summed(with_attainment(table, "intervals", "intervals_met"), ["queue", "month", "day"])
table = summed(with_attainment(table, "days", "days_met").drop(["day"]), ["queue", "month"])
table = summed(with_attainment(table, "months", "months_met").drop(["month"]), ["queue"])
order = ["queue", "within", "offered", "intervals_met", "intervals", "days_met", "days",
         "months_met", "months"]
answer.print_intervals([(*row.values(), False) for row in table.select(order).to_pylist()])
