"""The recognizer's word vectors, cut to what a page can carry.

The package maps 684,830 strings to 20,000 rows of 300 numbers. Three facts make that small:
- The network only ever sees a row times one 96 x 300 matrix: the rows are stored as that product.
- All spellings of a word in upper and lower case have the same row (checked here): 10,112 rows and 342,930 lower-case keys
  are left, and a key is looked up in lower case.
- Most keys that are no words (codes, long numbers, compounds that the tokenizer cuts) never occur as a token.

Keys are stored as hashes: a bucket from the high half of a key's hash, and its low byte to tell a bucket's keys apart. One in
250 unknown words is taken for a known one.
"""
import sys

import numpy as np

BUCKETS = 1 << 18
MASK = (1 << 64) - 1


def murmur(data, seed=1):
    """MurmurHash2, 64-bit variant A."""
    m = 0xC6A4A7935BD1E995
    h = (seed ^ (len(data) * m)) & MASK
    whole = len(data) - len(data) % 8
    for i in range(0, whole, 8):
        k = (int.from_bytes(data[i : i + 8], "little") * m) & MASK
        h = ((h ^ (((k ^ (k >> 47)) * m) & MASK)) * m) & MASK
    if data[whole:]:
        h = ((h ^ int.from_bytes(data[whole:], "little")) * m) & MASK
    h = ((h ^ (h >> 47)) * m) & MASK
    return h ^ (h >> 47)


def is_kept(word, capitalized):
    """Whether a lower-case key can be a token that matters: words, marks, short or round numbers.

    A long word that the vectors' own word list never has with a capital is no name, and its ending tells the network enough.
    """
    if word.isalpha():
        return capitalized or len(word) < 8
    if any(c.isalpha() for c in word):
        # The tokenizer cuts at hyphens and slashes, and full stops off words.
        return len(word) <= 5 or "'" in word or "’" in word
    digits = [c for c in word if c.isdigit()]
    return len(word) <= 4 or not digits or set(digits[2:]) <= {"0"}


def write(out, name, nlp, bits):
    layer = next(n for n in nlp.get_pipe("ner").model.get_ref("tok2vec").walk() if n.name == "static_vectors")
    vectors, strings = nlp.vocab.vectors, nlp.vocab.strings
    rows, row_of = np.unique(vectors.data, axis=0, return_inverse=True)
    row_of = row_of.ravel()
    keys, capitalized = {}, set()
    for key, row in vectors.key2row.items():
        if key in strings:
            word = strings[key].lower()
            if strings[key] != word:
                capitalized.add(word)
            if keys.setdefault(word, row_of[row]) != row_of[row]:
                sys.exit(f"{word}: its spellings have several vectors")
    kept = sorted(word for word in keys if is_kept(word, word in capitalized))
    used, new = np.unique([keys[word] for word in kept], return_inverse=True)
    # The commonest rows first: their numbers are then small, and the numbers' high bytes compress.
    order = np.argsort(-np.bincount(new), kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    buckets, lost = [[] for _ in range(BUCKETS)], 0
    for word, row in zip(kept, rank[new]):
        hashed = murmur(word.encode())
        bucket = buckets[(hashed >> 32) * BUCKETS >> 32]
        if all(mark != hashed & 255 for mark, _ in bucket):
            bucket.append((hashed & 255, row))
        else:
            lost += 1
    entries = [entry for bucket in buckets for entry in sorted(bucket)]
    out.rows(f"{name}.vectors", rows[used[order]] @ layer.get_param("W").T, bits)
    out.bytes_of(f"{name}.keys.counts", [len(bucket) for bucket in buckets])
    out.bytes_of(f"{name}.keys.marks", [mark for mark, _ in entries])
    out.bytes_of(f"{name}.keys.low", [row & 255 for _, row in entries])
    out.bytes_of(f"{name}.keys.high", [row >> 8 for _, row in entries])
    print(f"{len(keys):,} words, {len(kept):,} kept, {lost} lost to another with the same mark; {len(used):,} rows")
