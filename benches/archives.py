"""The examples of docs/archives.md, run on 1,000 articles and compared with `nutgraf batch`.

Called by `cargo xtask bench --spark`, which brings in what it needs; the folder to work in is its argument.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pyarrow.parquet

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 1000
FOLDER = Path(sys.argv[1]).resolve()


def examples(language):
    """The examples in `language`, in order."""
    page = (ROOT / "docs/archives.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def articles():
    """The project's articles again and again, the paragraphs of each turned a little further every time."""
    files = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests/articles").glob("*/text.txt"))
    texts = [file.read_text(encoding="utf-8").split("\n\n") for file in files]
    for n in range(ARTICLES):
        paragraphs = texts[n % len(texts)]
        turn = n // len(texts) % len(paragraphs)
        text = "\n\n".join(paragraphs[turn:] + paragraphs[:turn])
        article = {"id": f"{n:04}", "text": text, "date": "2018-02-08" if n % 2 else None}
        yield json.dumps(article, ensure_ascii=False) + "\n"
    # And one that cannot be analysed.
    yield '{"id": "bad", "text": "Rain fell.", "date": "yesterday"}\n'


def timed(name, command, statuses=(0,)):
    start = time.monotonic()
    status = subprocess.run(command, cwd=FOLDER).returncode
    if status not in statuses:
        sys.exit(f"{name} failed ({status})")
    print(f"{name}: {time.monotonic() - start:.1f} s")


def main():
    source = FOLDER / "articles.jsonl"
    source.write_text("".join(articles()), encoding="utf-8")
    lines, table = FOLDER / "reports.jsonl", FOLDER / "reports.parquet"
    for output in [lines, table]:
        timed(f"batch to {output.suffix}", ["nutgraf", "batch", source, "-o", output, "--offsets", "utf16"], (1,))

    piped, mapped = examples("python")
    for name, program in [("piped", piped), ("mapped", mapped)]:
        (FOLDER / f"{name}.py").write_text(program, encoding="utf-8")
        timed(f"Spark, {name}", [sys.executable, FOLDER / f"{name}.py", source, FOLDER / name])

    parts = sorted((FOLDER / "piped").glob("part-*"))
    if b"".join(part.read_bytes() for part in parts) != lines.read_bytes():
        sys.exit("Spark's pipe and batch differ")
    columns = ["id", "report", "error"]
    ours = pyarrow.parquet.read_table(table).select(columns).sort_by("id")
    theirs = pyarrow.parquet.read_table(FOLDER / "mapped").select(columns).sort_by("id")
    if ours.num_rows != ARTICLES + 1 or ours.to_pydict() != theirs.to_pydict():
        sys.exit("Spark's mapInPandas and batch differ")
    answers = [json.loads(line) for line in lines.read_bytes().splitlines()]
    if [json.loads(row) if row else None for row in pyarrow.parquet.read_table(table)["report"].to_pylist()] != [
        answer.get("report") for answer in answers
    ]:
        sys.exit("batch's lines and its table differ")
    print(f"the same: {ours.num_rows} answers, from batch as lines and as a table, from Spark by pipe and by mapInPandas")

    duck = duckdb.connect()
    duck.sql(f"set file_search_path = '{FOLDER}'")
    duck.sql(f"copy (select id, text, date from '{source}') to '{FOLDER}/articles.parquet'")
    most, words = examples("sql")
    types = duck.sql(most).fetchall()
    facts = [fact for answer in answers for fact in answer.get("report", {}).get("facts", [])]
    if sum(row[2] for row in types) != len(facts):
        sys.exit("DuckDB counts other facts")
    print("DuckDB:", ", ".join(f"{count} × {name}" for name, _, count, _ in types[:5]), "…")
    timed(
        "batch from .parquet",
        ["nutgraf", "batch", FOLDER / "articles.parquet", "-o", table, "--offsets", "codepoint"],
        (1,),
    )
    for row in duck.sql(words).fetchall():
        print("DuckDB:", *row)


main()
