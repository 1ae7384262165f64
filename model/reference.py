"""Makes model/reference.json: what spaCy in floating point says of a few texts of ours, for the tests of the network.

    python model/reference.py WHEELS

Per paragraph: words with their normal forms and ids, tags, heads, labels, names, and the encoders' vectors of its first and
last word.
"""
import json
import pathlib
import sys

import numpy as np

import packages

HERE = pathlib.Path(__file__).resolve().parent
TEXTS = [
    "Zürich’s mayor, Ana Öztürk, said on Tuesday that she wouldn’t resign.",
    "More than 1,200 people fled the town of Karabilah after the bridge was destroyed, according to the Red Crescent.",
    "“We don’t know who fired first,” a police officer told reporters near the border with Moldova.",
    "Shares of Brightwater Energy fell 4.5% to $12.30 on Friday, its lowest close since March 2009.",
    "The storm has killed nine villagers in northern Luzon and left 30,000 without power.",
]


def round_all(row):
    return [round(float(x), 4) for x in row]


def paragraph(text, small, medium):
    doc = small(text)
    named = medium.make_doc(text)
    for token, other in zip(doc, named):
        other.is_sent_start = token.is_sent_start
    named = medium.get_pipe("ner")(named)
    encoder = medium.get_pipe("ner").model.get_ref("tok2vec")
    # The reference's last layer is the decoder's projection; the encoder proper is all before it.
    vectors = encoder.layers[0].predict([named])[0]
    ends = [0, len(doc) - 1]
    return {
        "text": text,
        "tokens": [
            [t.text, t.norm_, [str(x) for x in np.array([t.norm, t.prefix, t.suffix, t.shape], dtype="uint64")], t.tag_, t.head.i, t.dep_]
            for t in doc
        ],
        "names": [[e.start, e.end, e.label_] for e in named.ents],
        "syntax": [round_all(doc.tensor[i]) for i in ends],
        "recognizer": [round_all(vectors[i]) for i in ends],
    }


def main():
    small, medium = packages.small(sys.argv[1]), packages.medium(sys.argv[1])
    seed = (HERE.parent / "seeds" / "000_09ffe61ff0e0225a.txt").read_text(encoding="utf-8")
    texts = TEXTS + [line.strip() for line in seed.split("\n") if line.strip()]
    rows = [json.dumps(paragraph(text, small, medium), ensure_ascii=False) for text in texts]
    (HERE / "reference.json").write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
