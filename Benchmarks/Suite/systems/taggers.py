"""Entity taggers that people train in Python, on the same data as ours; how fast they tag, on one core.

    taggers.py crfsuite|spacy TRAIN ARTICLES.jsonl

TRAIN has a token and its IOB2 label in each line, and a blank line between sentences. Tokens of the articles are what
stands between white space: tokenising is not counted. Trained only as far as speed needs it, which does not depend on
how well a model tags.
"""

import json
import random
import sys
import time

TOKENS = 60_000


def sentences(path):
    found, tokens, labels = [], [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.split()
            if len(columns) >= 2:
                tokens.append(columns[0])
                labels.append(columns[-1])
            elif tokens:
                found.append((tokens, labels))
                tokens, labels = [], []
    return found + ([(tokens, labels)] if tokens else [])


def texts(path):
    """Sentences of 25 tokens."""
    found, count = [], 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = json.loads(line)["text"].split()
            found += [words[start : start + 25] for start in range(0, len(words), 25)]
            count += len(words)
            if count >= TOKENS:
                break
    return found


def features(tokens, index):
    """The usual ones: the word, its neighbours, affixes, shape."""
    word = tokens[index]
    found = ["bias", "w=" + word, "first=" + str(index == 0), "digit=" + str(word.isdigit())]
    found += [f"p{size}=" + word[:size] for size in (1, 2, 3)] + [f"s{size}=" + word[-size:] for size in (1, 2, 3)]
    for step in (-2, -1, 1, 2):
        other = tokens[index + step] if 0 <= index + step < len(tokens) else "</s>"
        found += [f"w{step}=" + other, f"p{step}=" + other[:2], f"s{step}=" + other[-2:]]
    return found


def crfsuite(train, texts):
    import tempfile

    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for tokens, labels in sentences(train):
        trainer.append([features(tokens, index) for index in range(len(tokens))], labels)
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 20})
    with tempfile.NamedTemporaryFile() as model:
        trainer.train(model.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(model.name)
        start = time.process_time()
        for tokens in texts:
            tagger.tag([features(tokens, index) for index in range(len(tokens))])
        return time.process_time() - start


def spacy(train, texts):
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example, iob_to_biluo, biluo_tags_to_offsets

    pipeline = spacy.blank("ar")
    pipeline.add_pipe("ner")
    examples = []
    for tokens, labels in sentences(train)[:400]:
        doc = Doc(pipeline.vocab, words=tokens)
        spans = biluo_tags_to_offsets(doc, iob_to_biluo([label.replace("_", "-") for label in labels]))
        examples.append(Example.from_dict(doc, {"entities": spans}))
    pipeline.initialize(lambda: examples)
    random.Random(1).shuffle(examples)
    for start in range(0, len(examples), 32):
        pipeline.update(examples[start : start + 32])
    docs = [Doc(pipeline.vocab, words=tokens) for tokens in texts]
    start = time.process_time()
    for _ in pipeline.pipe(docs, batch_size=64):
        pass
    return time.process_time() - start


def main():
    system, train, path = sys.argv[1:4]
    found = texts(path)
    seconds = {"crfsuite": crfsuite, "spacy": spacy}[system](train, found)
    print(json.dumps({"tokens": sum(map(len, found)), "seconds": seconds}))


if __name__ == "__main__":
    main()
