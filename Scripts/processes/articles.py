"""Many distinct articles from few texts: sentences of the repository's own texts, put together anew from a seed."""

import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sentences():
    """The sentences of seeds/, at least some words long, each once, in order."""
    found = {}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for sentence in re.split(r"(?<=[.؟!؛])\s+", line.strip()):
                if len(sentence) >= 25:
                    found[sentence] = None
    return list(found)


class ArticleMaker:
    """Makes articles from a random.Random; no two are the same."""

    def __init__(self, chance):
        self.chance = chance
        self.sentences = sentences()
        self.count = 0

    def article(self, paragraphs=None):
        self.count += 1
        paragraphs = paragraphs or self.chance.choice((1, 1, 2, 2, 3, 4, 6, 9, 14))
        text = "\n\n".join(
            " ".join(self.chance.sample(self.sentences, self.chance.randint(1, 4))) for _ in range(paragraphs)
        )
        title = self.chance.choice(self.sentences)[:60]
        return {"id": f"article-{self.count}", "title": title, "text": f"{text}\n\nالخبر رقم {self.count}\n"}

    def write(self, path, count, paragraphs=None):
        """A file of JSON Lines."""
        with open(path, "w", encoding="utf-8") as file:
            for _ in range(count):
                file.write(json.dumps(self.article(paragraphs), ensure_ascii=False) + "\n")
