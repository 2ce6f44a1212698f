"""The tables of bench_tables in DuckDB: prints the processor seconds of each, in the order of the bench."""

import resource
import sys

import duckdb

MET = "count(*) FILTER (WHERE rating IN (4, 5)), count(*) FILTER (WHERE rating >= 4)"
LEVELS = "count(*) FILTER (WHERE rating = 1), count(*) FILTER (WHERE rating = 3), " + ", ".join(
    f"count(*) FILTER (WHERE rating = {level})" for level in range(4, 9)
)
TABLES = [
    f"SELECT standard, {MET}, {LEVELS} FROM ratings GROUP BY standard ORDER BY standard",
    f"SELECT question, {MET}, {LEVELS} FROM ratings GROUP BY question ORDER BY question",
    f"SELECT standard, phase, {MET} FROM ratings GROUP BY ALL ORDER BY ALL",
    f"SELECT question, phase, {MET} FROM ratings GROUP BY ALL ORDER BY ALL",
    f"SELECT question, locality, {MET} FROM ratings GROUP BY ALL ORDER BY ALL",
    f"SELECT question, met, base FROM (SELECT question, {MET} FROM ratings GROUP BY question) "
    "AS counted (question, met, base) ORDER BY met * 1.0 / nullif(base, 0) DESC",
    f"SELECT setting, {MET}, {LEVELS} FROM ratings GROUP BY setting ORDER BY setting",
]


def spent() -> float:
    """Processor seconds of this process, on all its threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


base = duckdb.connect()
base.execute("CREATE TABLE ratings AS SELECT * FROM read_csv(?)", [sys.argv[1]])
for sql in TABLES:
    base.execute(sql).fetchall()
    times = []
    for _ in range(5):
        begun = spent()
        base.execute(sql).fetchall()
        times.append(spent() - begun)
    print(f"{sorted(times)[2]:.6f}")
