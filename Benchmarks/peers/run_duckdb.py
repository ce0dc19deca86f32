"""DuckDB: types given, no sniffing, rows in any order.

`intervals` counts equal rows once and refuses different ones for one queue and interval.
`assumed` takes it for granted that there is one row for each: another answer. `probed` does not
take it for granted, but marks the quarter hours of each day in 128 bits, and does the work of
`intervals` only when one is marked twice: the same answer, made for records by the quarter hour.
"""

import duckdb

import answer

FORM, PATH = answer.arguments(["intervals", "assumed", "probed", "contacts"])


def source(texts, counts, stamps):
    types = {name: "VARCHAR" for name in texts} | {name: "INTEGER" for name in counts} | stamps
    quoted = PATH.replace("'", "''")
    return (f"read_csv('{quoted}', header = true, auto_detect = false, delim = ',', quote = '\"', "
            f"escape = '\"', columns = {types})")


def met(within, offered):
    return f"count_if({offered} > 0 and 100 * {within} >= {answer.PERCENT} * {offered})"


def intervals(form):
    # A stamp is cut and compared faster as text than it is read as a time.
    stamp, day, month = "VARCHAR", "left(interval_start, 10)", "left(day, 7)"
    conflict = "bool_or(conflict)"
    if form == "probed":
        stamp, day, month = "TIMESTAMP", "interval_start::DATE", "date_trunc('month', day)"
        quarter = "hour(interval_start) * 4 + minute(interval_start) // 15"
        conflict = f"bit_count(bit_or(1::HUGEINT << ({quarter})::INT)) <> count(*)"
    elif form == "assumed":
        conflict = "false"
    rows = source(answer.TEXT_COLUMNS, answer.COUNT_COLUMNS, {"interval_start": stamp})
    single = f"select queue, interval_start, offered, answered_within as within from {rows}"
    if form == "intervals":
        single = f"""
          select queue, interval_start, min(offered) as offered, min(answered_within) as within,
                 max(offered) <> min(offered) or max(answered_within) <> min(answered_within)
                   as conflict
          from {rows} group by all"""
    return f"""
      with single as ({single}),
      daily as (
        select queue, {day} as day, sum(offered) as offered,
               sum(within) as within, {met('within', 'offered')} as intervals_met,
               count_if(offered > 0) as intervals, {conflict} as conflict
        from single group by all),
      monthly as (
        select queue, {month} as month, sum(offered) as offered,
               sum(within) as within, sum(intervals_met) as intervals_met,
               sum(intervals) as intervals, {met('within', 'offered')} as days_met,
               count_if(offered > 0) as days, bool_or(conflict) as conflict
        from daily group by all)
      select queue, sum(within), sum(offered), sum(intervals_met), sum(intervals), sum(days_met),
             sum(days), {met('within', 'offered')}, count_if(offered > 0), bool_or(conflict)
      from monthly group by all"""


def contacts():
    rows = source(answer.contact_text_columns(PATH), answer.CONTACT_COUNT_COLUMNS,
                  {"started_at": "TIMESTAMP"})
    window = answer.WINDOW_SECONDS * 1_000_000
    return f"""
      with visits as materialized (
        select customer_id as customer, started_at as moment
        from {rows} where outcome = 'answered' and customer_id is not null),
      span as (
        select min(moment)::DATE + {answer.WINDOW_DAYS} as settled,
               max(moment)::DATE + 1 as finish
        from visits),
      neighbors as (
        select moment, epoch_us(moment) as us, epoch_us(lag(moment) over same) as before,
               epoch_us(lead(moment) over same) as after
        from visits window same as (partition by customer order by moment)),
      issues as (
        select moment, us, moment >= settled as settled,
               after is not null and after - us <= {window} as failed,
               us + {window} < epoch_us(finish::TIMESTAMP) as passed
        from neighbors, span where before is null or us - before > {window})
      select date_trunc('month', moment)::VARCHAR as month,
             count_if(settled and not failed and passed),
             count_if(settled and (failed or passed)),
             count_if(settled and not failed and not passed), count_if(not settled)
      from issues group by month"""


connection = duckdb.connect()
connection.execute(f"set threads = {answer.THREADS}; set preserve_insertion_order = false")
if FORM == "contacts":
    answer.print_contacts(connection.execute(contacts()).fetchall())
else:
    found = connection.execute(intervals(FORM)).fetchall()
    if FORM == "probed" and any(row[-1] for row in found):
        found = connection.execute(intervals("intervals")).fetchall()
    answer.print_intervals(found)
