"""How far the network in Rust agrees with spaCy in floating point, before any rule of ours.

    cargo build --release --example network
    python model/agreement.py target/release/examples/network WHEELS FILE.jsonl …     (a "text" in each object)

Each line of a text is a paragraph, read alone by both. With `-N` before the files, N paragraphs that differ are shown. Prints, in percent: tokens with the same span; tags, heads and labelled
heads over the tokens with the same span (the head too must have the same span); F1 of the names; sentence starts.
"""
import json
import pathlib
import subprocess
import sys

import packages


def byte_offsets(text):
    offsets = [0]
    for c in text:
        offsets.append(offsets[-1] + len(c.encode()))
    return offsets


def theirs(doc, medium):
    """Tags, trees and sentences of the small pipeline, names of the medium one over the same sentences."""
    named = medium.make_doc(doc.text)
    for token, other in zip(doc, named):
        other.is_sent_start = token.is_sent_start
    named = medium.get_pipe("ner")(named)
    at = byte_offsets(doc.text)
    spans = [(at[t.idx], at[t.idx + len(t)]) for t in doc]
    rows = {s: (t.tag_, spans[t.head.i], t.dep_) for s, t in zip(spans, doc)}
    names = {(spans[e.start][0], spans[e.end - 1][1], e.label_) for e in named.ents}
    return rows, names, {spans[s.start][0] for s in doc.sents}


def ours(line):
    answer = json.loads(line)
    tokens = answer["tokens"]
    spans = [(t[0], t[1]) for t in tokens]
    rows = {s: (t[2], spans[t[3]], t[4]) for s, t in zip(spans, tokens)}
    names = {(spans[a][0], spans[b - 1][1], kind) for a, b, kind in answer["names"]}
    return rows, names, {spans[s][0] for s in answer["sentences"]}


def compare(binary, path, small, medium, shown):
    texts = [json.loads(line)["text"] for line in open(path, encoding="utf-8") if line.strip()]
    paragraphs = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    lines = "".join(json.dumps(p) + "\n" for p in paragraphs)
    done = subprocess.run([binary], input=lines, capture_output=True, text=True, check=True)
    total = same = tags = heads = labelled = ours_n = theirs_n = both = starts = 0
    for text, doc, line in zip(paragraphs, small.pipe(paragraphs), done.stdout.splitlines()):
        (a, a_names, a_starts), (b, b_names, b_starts) = theirs(doc, medium), ours(line)
        total += len(a)
        for span, (tag, head, label) in a.items():
            if span not in b:
                continue
            same += 1
            found = b[span]
            tags += found[0] == tag
            heads += found[1] == head
            labelled += found[1:] == (head, label)
        ours_n, theirs_n, both = ours_n + len(b_names), theirs_n + len(a_names), both + len(a_names & b_names)
        starts += len(a_starts ^ b_starts)
        if shown > 0 and (a != b or a_names != b_names):
            shown -= 1
            print(repr(text[:200]))
            print("  spaCy", [x for x in a.items() if b.get(x[0]) != x[1]][:6], a_names - b_names)
            print("  ours ", [x for x in b.items() if a.get(x[0]) != x[1]][:6], b_names - a_names)
    p = lambda n, d: f"{100 * n / max(1, d):.2f}"
    print(f"{pathlib.Path(path).stem}: {total} tokens, same span {p(same, total)}; tags {p(tags, same)}, heads {p(heads, same)}, "
          f"labelled {p(labelled, same)}; names F1 {p(2 * both, ours_n + theirs_n)}; sentence starts that differ {starts}")


def main():
    binary, wheels, *paths = sys.argv[1:]
    shown = int(paths.pop(0)[1:]) if paths[0].startswith("-") else 0
    small, medium = packages.small(wheels), packages.medium(wheels)
    for path in paths:
        compare(binary, path, small, medium, shown)


if __name__ == "__main__":
    main()
