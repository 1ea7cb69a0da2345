"""The articles that are measured with, as one JSON Lines file that `warraq` reads."""

import functools
import html
import json
import pathlib
import random
import zipfile

# So many articles have more words than any part of the program remembers.
ENOUGH = 1000


def write(target, source, root, count):
    """Writes `count` different articles to `target`; returns where they are from and how many bytes of text they have.

    `source` is a folder or file of real articles: text, JSON Lines, or JSON in zip files. Where it has less than `count`,
    they come again; where it has less than a thousand, or there is none, further ones are put together from paragraphs of
    different articles. The result says how many.
    """
    texts = list(_shuffled(source)) if source else []
    origin = "real articles, given by a path" if texts else "the repository's sample texts"
    if not texts:
        texts = [path.read_text("utf-8") for path in sorted((root / "seeds").glob("*.txt"))]
    real = len(texts)
    if real >= ENOUGH:
        # What comes round again has a number below it, which keeps articles apart.
        texts += [f"{texts[number % real]}\n\n{number}" for number in range(real, count)]
    elif real < count:
        paragraphs = [line for text in texts for line in text.splitlines() if len(line) > 40]
        chance = random.Random(1)
        while len(texts) < count:
            # As long as one of the real ones, so that more of them are no other mix.
            rest, taken = len(texts[chance.randrange(real)]), []
            while rest > 0:
                taken.append(chance.choice(paragraphs)[:rest])
                rest -= len(taken[-1])
            texts.append("\n\n".join(taken))
    size = 0
    with open(target, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts[:count]):
            size += len(text.encode())
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    more = max(0, count - real)
    return {"from": origin, "articles": count, "recombined": 0 if real >= ENOUGH else more,
            "repeated": more if real >= ENOUGH else 0, "bytes": size}


def write_long(target, short, count, sections=13, size=1024):
    """Writes `count` long articles of so many sections of about `size` bytes, made of the text of the file `short`."""
    with open(short, encoding="utf-8") as file:
        text = "\n".join(json.loads(line)["text"] for line in file)
    words = text.split()
    place = 0
    with open(target, "w", encoding="utf-8") as file:
        for number in range(count):
            parts = []
            for _ in range(sections):
                taken, length = [], 0
                while length < size:
                    word = words[place % len(words)]
                    place += 1
                    taken.append(word)
                    length += len(word.encode()) + 1
                parts.append(f"<h2>{html.escape(' '.join(taken[:5]))}</h2><p>{html.escape(' '.join(taken[5:]))}</p>")
            # Where the text comes round again, the number keeps articles apart.
            page = f"<article><h1>{number}</h1>{''.join(parts)}</article>"
            file.write(json.dumps({"id": str(number), "html": page}, ensure_ascii=False) + "\n")


@functools.cache
def _shuffled(source):
    """Texts of the files of `source`, each once, in an order that does not depend on it: newspapers differ in length, and
    any number of the first has the same mix."""
    source = pathlib.Path(source)
    paths = [source] if source.is_file() else [path for path in sorted(source.rglob("*")) if path.is_file()]
    texts = list(dict.fromkeys(text for path in paths for text in _texts_of(path) if text))
    random.Random(1).shuffle(texts)
    return tuple(texts)


def _texts_of(path):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".json"):
                    yield from _texts_of_json(json.loads(archive.read(name)))
    elif path.suffix in (".jsonl", ".ndjson"):
        for line in path.read_text("utf-8").splitlines():
            yield from _texts_of_json(json.loads(line))
    elif path.suffix == ".txt":
        yield path.read_text("utf-8")


def _texts_of_json(value):
    for article in value if isinstance(value, list) else [value]:
        if isinstance(article, dict):
            text = article.get("text") or article.get("content")
            if isinstance(text, str) and len(text) > 200:
                yield text
