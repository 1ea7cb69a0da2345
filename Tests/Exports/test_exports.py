"""What `warraq export` writes, read by programs that know nothing of Warraq, and compared with the reports."""
import csv
import json
import os
import pathlib
import subprocess

import nltk
import pytest
import rdflib
from bratly.io.file_read_src import parse_ann_line
from nltk.corpus.reader import ConllCorpusReader
from pyld import jsonld

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


def run(*arguments, status=0):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("WARRAQ_")}
    program = os.environ.get("WARRAQ_PROGRAM", ROOT / ".build/release/warraq")
    result = subprocess.run(
        [str(program), *map(str, arguments)], capture_output=True, timeout=120, env=environment, check=False
    )
    assert result.returncode == status, result.stderr.decode()
    return result.stdout.decode()


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Reports of the sample, of articles that are hard to write down, and one with a mention over a line's end."""
    folder = tmp_path_factory.mktemp("reports")
    run("run", "--output", folder, ROOT / "seeds", ROOT / "Tests/Browser/articles")
    report = next(report for report in load(folder) if "\r\n" in report["article"]["text"])
    text = report["article"]["text"]
    start, end = text.index("المتحدة\r\n"), text.index("\r\nوعاد") + 6
    report["id"] = "0123456789abcdef" * 2
    report["entities"] = [
        {
            "id": 0,
            "type": "MISC",
            "name": "=1+1\tاسم\r\nبسطرين",
            "variants": ["=1+1"],
            "titles": [],
            "links": {"wikidata": "Q1", "country": "SY"},
            "value": "@SUM(A1)",
            "salience": 0.5,
            "mentions": [
                {"section": 0, "start": start, "end": end, "text": text[start:end], "confidence": 0.5},
                # Inside of the one before it: columns have room for one.
                {"section": 0, "start": start, "end": start + 7, "text": text[start : start + 7], "confidence": 0.5},
            ],
        }
    ]
    report["nisbas"] = []
    report["sections"] = [{**section, "entities": [0]} for section in report["sections"]]
    (folder / f"{report['id']}.json").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8", newline="")
    return folder


def load(folder):
    return [json.loads(file.read_bytes()) for file in sorted(folder.glob("*.json"))]


@pytest.fixture(scope="session")
def reports(folder):
    return load(folder)


def table(file):
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def joined(items):
    return "|".join(map(str, items))


def test_entity_table(folder, reports, tmp_path):
    run("export", "--format", "csv-entities", folder, "-o", tmp_path / "entities.csv")
    rows = iter(table(tmp_path / "entities.csv"))
    for report in reports:
        for entity in report["entities"]:
            row = next(rows)
            assert row["report"] == report["id"]
            for key in ("source", "title", "published", "url"):
                assert row[key] == (report["article"][key] or "")
            assert row["entity"] == str(entity["id"])
            assert [row["type"], row["name"]] == [entity["type"], entity["name"]]
            assert [row["variants"], row["titles"]] == [joined(entity["variants"]), joined(entity["titles"])]
            assert row["value"] == (entity["value"] or "")
            for scheme in ("iso3166", "wikidata", "country"):
                assert row[scheme] == entity["links"].get(scheme, "")
            assert float(row["salience"]) == entity["salience"]
            assert int(row["mentions"]) == len(entity["mentions"])
            assert row["sections"] == joined(sorted({mention["section"] for mention in entity["mentions"]}))
            first = min(entity["mentions"], key=lambda mention: mention["start"])
            words = report["article"]["text"][int(row["first_start"]) : int(row["first_end"])]
            assert words == first["text"]
    assert next(rows, None) is None


def test_theme_table(folder, reports, tmp_path):
    run("export", "--format", "csv-themes", folder, "-o", tmp_path / "themes.csv")
    rows = iter(table(tmp_path / "themes.csv"))
    for report in reports:
        for topic in report["themes"]["topics"]:
            row = next(rows)
            assert [row["report"], row["theme"], row["kind"]] == [report["id"], topic["id"], "topic"]
            assert [row["scheme"], row["code"]] == [topic["scheme"], topic["code"]]
            assert [row["label_ar"], row["label_en"]] == [topic["label"]["ar"], topic["label"]["en"]]
            assert float(row["score"]) == topic["score"]
            assert row["sections"] == joined(topic["sections"])
        for phrase in report["themes"]["keyphrases"]:
            row = next(rows)
            assert [row["theme"], row["kind"], row["label_ar"]] == [phrase["id"], "keyphrase", phrase["text"]]
            assert [float(row["score"]), int(row["mentions"])] == [phrase["score"], len(phrase["mentions"])]
    assert next(rows, None) is None


def test_mention_table(folder, reports, tmp_path):
    """Each mention once, in the order of the text, where the text says what it says."""
    run("export", "--format", "csv-mentions", folder, "-o", tmp_path / "mentions.csv")
    rows = table(tmp_path / "mentions.csv")
    for report in reports:
        text = report["article"]["text"]
        found = [row for row in rows if row["report"] == report["id"]]
        expected = sorted(
            (mention["start"], mention["end"], entity["id"], entity["type"], entity["name"], mention["section"])
            for entity in report["entities"]
            for mention in entity["mentions"]
        )
        assert expected == [
            (int(r["start"]), int(r["end"]), int(r["entity"]), r["type"], r["name"], int(r["section"])) for r in found
        ]
        assert all(row["text"] == text[int(row["start"]) : int(row["end"])] for row in found)
    assert len(rows) == sum(len(e["mentions"]) for report in reports for e in report["entities"])


def test_json_lines(folder, reports):
    """The reports as they are, one a line."""
    text = run("export", "--format", "jsonl", folder)
    assert [json.loads(line) for line in text.splitlines()] == reports


def test_tables_follow_rfc_4180(folder):
    for kind in ("csv-entities", "csv-mentions", "csv-themes"):
        text = run("export", "--format", kind, folder)
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert text.endswith("\r\n")


def test_nothing_is_a_formula_in_a_spreadsheet(folder, tmp_path):
    """Not even what an article says: OWASP, CSV Injection."""
    for kind in ("csv-entities", "csv-mentions", "csv-themes"):
        file = tmp_path / f"{kind}.csv"
        run("export", "--format", kind, "--spreadsheet", folder, "-o", file)
        assert file.read_bytes().startswith(b"\xef\xbb\xbf"), "else Excel takes it for some old code page"
        with open(file, encoding="utf-8-sig", newline="") as lines:
            fields = [field for row in csv.reader(lines, strict=True) for field in row]
        assert not [field for field in fields if field[:1] in "=+-@\t\r\n" and field]
    with open(tmp_path / "csv-entities.csv", encoding="utf-8-sig", newline="") as lines:
        assert any(row["name"].startswith("'=1+1") for row in csv.DictReader(lines))


def test_columns_of_conll(folder, reports, tmp_path, monkeypatch):
    """NLTK's reader finds the mentions in the order of the text, each of its type, with its words."""
    # It reads below its own folders alone.
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])
    for report in reports:
        name = report["id"]
        run("export", "--format", "conll", folder / f"{name}.json", "-o", tmp_path / f"{name}.conll")
        # It calls the second column one of parts of speech.
        reader = ConllCorpusReader(str(tmp_path), [f"{name}.conll"], ("words", "pos"), separator="\t")
        found = []
        label = None
        for word, tag in (pair for sentence in reader.tagged_sents() for pair in [*sentence, ("", "O")]):
            if tag == "O":
                label = None
            elif tag[0] == "B":
                label = tag[2:]
                found.append([label, word])
            else:
                assert tag == f"I-{label}", "IOB2: every name begins with B"
                found[-1][1] += word
        wanted = []
        end = 0
        for start, stop, kind in sorted(
            (mention["start"], mention["end"], entity["type"])
            for entity in report["entities"]
            for mention in entity["mentions"]
        ):
            if start >= end:
                words = report["article"]["text"][start:stop]
                wanted.append([kind, "".join(words.split())])
                end = stop
        if name == "0123456789abcdef" * 2:
            # Of two that overlap one has a place; both begin at one place here.
            assert len(found) == 1
        else:
            assert found == wanted


def test_columns_hold_the_whole_text(folder, reports):
    for report in reports:
        lines = run("export", "--format", "conll", folder / f"{report['id']}.json").split("\n")
        assert lines[:2] == ["-DOCSTART-\tO", ""]
        words = "".join(line.split("\t")[0] for line in lines[2:])
        mined = [section for section in report["sections"] if section["kind"] != "boilerplate"]
        text = "".join(report["article"]["text"][section["start"] : section["end"]] for section in mined)
        # Invisible controls at a word's edge are no token.
        visible = [character for character in text if character.isprintable() and not character.isspace()]
        assert words.replace("\u202c", "").replace("\u202e", "") == "".join(visible)


def test_brat(folder, reports, tmp_path, capsys):
    run("export", "--format", "brat", folder, "-o", tmp_path)
    assert "[entities]" in (tmp_path / "annotation.conf").read_text()
    for report in reports:
        # As brat reads: with the line ends that Python makes one of.
        text = (tmp_path / f"{report['id']}.txt").read_text(encoding="utf-8")
        assert len(text) == len(report["article"]["text"])
        entities, annotations, equivalences = {}, {}, []
        lines = (tmp_path / f"{report['id']}.ann").read_text(encoding="utf-8").splitlines()
        for line in lines:
            annotation = parse_ann_line(line, entities, annotations, "")
            assert annotation is not None, line
            if line[0] == "*":
                equivalences.append(annotation)
                continue
            annotations[annotation.id] = annotation
            if line[0] == "T":
                entities[annotation.id] = annotation
        assert capsys.readouterr().out == "", "the reader finds nothing to complain of"
        for annotation in entities.values():
            pieces = [text[piece.start : piece.end] for piece in annotation.fragments]
            assert " ".join(pieces) == annotation.content
        wanted = [
            (entity["type"], mention["start"], mention["end"])
            for entity in report["entities"]
            for mention in entity["mentions"]
        ]
        wanted += [("NISBA", m["start"], m["end"]) for nisba in report["nisbas"] for m in nisba["mentions"]]
        wanted += [
            ("KEYPHRASE", m["start"], m["end"]) for phrase in report["themes"]["keyphrases"] for m in phrase["mentions"]
        ]
        found = [(a.label, a.fragments[0].start, a.fragments[-1].end) for a in entities.values()]
        assert found == wanted
        several = [e for e in report["entities"] + report["nisbas"] + report["themes"]["keyphrases"] if len(e["mentions"]) > 1]
        assert len(equivalences) == len(several)


# What the context of the Web Annotation Vocabulary says of the terms that are used: http://www.w3.org/ns/anno.jsonld,
# which no test fetches.
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
CONTEXT = {
    "@context": {
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        **{name: OA + name for name in ("Annotation", "TextualBody", "SpecificResource")},
        **{name: OA + name for name in ("TextPositionSelector", "TextQuoteSelector", "exact", "prefix", "suffix")},
        **{
            term: {"@type": "@id", "@id": OA + name}
            for term, name in (("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"))
        },
        **{
            term: {"@type": "@vocab", "@id": OA + name}
            for term, name in (("motivation", "motivatedBy"), ("purpose", "hasPurpose"))
        },
        **{name: OA + name for name in ("identifying", "classifying", "tagging", "linking", "describing")},
        **{term: {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": OA + term} for term in ("start", "end")},
        "AnnotationCollection": AS + "OrderedCollection",
        "AnnotationPage": AS + "OrderedCollectionPage",
        "Software": AS + "Application",
        "generator": {"@type": "@id", "@id": AS + "generator"},
        "first": {"@type": "@id", "@id": AS + "first"},
        "items": {"@type": "@id", "@id": AS + "items", "@container": "@list"},
        "total": AS + "totalItems",
        "startIndex": AS + "startIndex",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "name": "http://xmlns.com/foaf/0.1/name",
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "language": "http://purl.org/dc/elements/1.1/language",
    }
}


def context(url, options=None):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def plain(value):
    """Without the context; a list of one is its element, as JSON-LD has it."""
    if isinstance(value, list):
        return plain(value[0]) if len(value) == 1 else [plain(element) for element in value]
    if isinstance(value, dict):
        return {key: plain(element) for key, element in value.items() if key != "@context"}
    return value


def test_web_annotations(folder, reports, tmp_path):
    run("export", "--format", "web-annotation", folder, "-o", tmp_path)
    lines = run("export", "--format", "web-annotation", folder).splitlines()
    assert len(lines) == len(reports)
    for report, line in zip(reports, lines):
        document = json.loads((tmp_path / f"{report['id']}.jsonld").read_text(encoding="utf-8"))
        assert document == json.loads(line)
        # Every key and type has a meaning: an expansion drops what has none.
        expanded = jsonld.expand(document, {"documentLoader": context})
        compacted = jsonld.compact(expanded, CONTEXT, {"documentLoader": context})
        assert plain(compacted) == plain(document)
        triples = jsonld.to_rdf(expanded, {"format": "application/n-quads"})
        graph = rdflib.Graph().parse(data=triples, format="nt")
        oa = rdflib.Namespace(OA)
        text = report["article"]["text"]
        annotations = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
        assert len(annotations) == document["total"] == len(document["first"]["items"])
        places = set()
        for target in graph.subjects(oa.hasSelector):
            selectors = {str(graph.value(s, rdflib.RDF.type)): s for s in graph.objects(target, oa.hasSelector)}
            position, quote = selectors[OA + "TextPositionSelector"], selectors[OA + "TextQuoteSelector"]
            start, end = int(graph.value(position, oa.start)), int(graph.value(position, oa.end))
            assert str(graph.value(quote, oa.exact)) == text[start:end]
            assert text[:start].endswith(str(graph.value(quote, oa.prefix)))
            assert text[end:].startswith(str(graph.value(quote, oa.suffix)))
            places.add((start, end))
        assert places >= {(m["start"], m["end"]) for entity in report["entities"] for m in entity["mentions"]}


def test_what_is_no_report_costs_a_line(folder, reports, tmp_path):
    lines = [json.dumps(report) for report in reports]
    lines.insert(1, lines[0][:-40])
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    text = run("export", "--format", "csv-entities", tmp_path / "reports.jsonl", status=1)
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    assert {row["report"] for row in rows} == {report["id"] for report in reports}
