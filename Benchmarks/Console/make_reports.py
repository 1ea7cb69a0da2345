#!/usr/bin/env python3
"""Writes made-up reports in the format warraq.report/1: a folder for the console to show, index and be measured with.

    Benchmarks/Console/make_reports.py FOLDER [COUNT] [--seed N] [--days N] [--until YYYY-MM-DD]

The same arguments give the same reports, but for the files' times. The articles are sentences from a few patterns with
names put in, so nothing here is anyone's text; offsets, sections and links are exact. Names rise and fall over the days,
sources have their favourites, some names come in pairs, and one report in fifty lacks a section.
"""
import argparse
import datetime
import hashlib
import json
import os
import random

PLACES = [("مصر", "EG"), ("السعودية", "SA"), ("لبنان", "LB"), ("العراق", "IQ"), ("سوريا", "SY"), ("الأردن", "JO"),
          ("المغرب", "MA"), ("تونس", "TN"), ("الجزائر", "DZ"), ("اليمن", "YE"), ("قطر", "QA"), ("الكويت", "KW"),
          ("روسيا", "RU"), ("الولايات المتحدة", "US"), ("فرنسا", "FR"), ("تركيا", "TR"), ("إيران", "IR"),
          ("الصين", "CN"), ("أوكرانيا", "UA"), ("ألمانيا", "DE")]
CITIES = ["القاهرة", "بيروت", "بغداد", "دمشق", "عمّان", "الرباط", "صنعاء", "الدوحة", "موسكو", "باريس", "أنقرة", "طهران"]
FIRST = ["أحمد", "محمد", "سعاد", "ليلى", "كريم", "سامي", "هدى", "نادر", "رانيا", "يوسف", "طارق", "مريم", "خالد", "سلمى"]
LAST = ["الحداد", "النجار", "الخطيب", "الشامي", "المصري", "البغدادي", "التونسي", "الفاسي", "الكردي", "العلي", "حمدان",
        "منصور", "الزهراني", "القاسم", "سليمان", "بركات"]
ORGANISATIONS = ["الأمم المتحدة", "جامعة الدول العربية", "منظمة الصحة العالمية", "صندوق النقد الدولي", "البنك المركزي",
                 "الاتحاد الأوروبي", "وزارة الخارجية", "وزارة الصحة", "مجلس الأمن", "الهلال الأحمر", "اتحاد كرة القدم",
                 "شركة الاتصالات الوطنية"]
EVENTS = ["كأس العرب", "قمة المناخ", "معرض الكتاب", "مهرجان قرطاج"]
TOPICS = [("11000000", "سياسة", "politics and government"), ("04000000", "اقتصاد", "economy, business and finance"),
          ("07000000", "صحة", "health"), ("15000000", "رياضة", "sport"), ("16000000", "نزاعات وحروب", "conflict, war and peace"),
          ("01000000", "فنون وثقافة", "arts, culture, entertainment and media"), ("06000000", "بيئة", "environment"),
          ("05000000", "تعليم", "education")]
PHRASES = ["المفاوضات الجارية", "أسعار النفط", "الموازنة العامة", "حملة التطعيم", "وقف إطلاق النار", "موسم الأمطار",
           "إصلاح التعليم", "الانتخابات المقبلة", "سوق العمل", "الطاقة المتجددة", "أمن الحدود", "السياحة الداخلية"]
SOURCES = ["صحيفة الميناء", "وكالة الأنباء الوسطى", "موقع الخبر اليوم", "جريدة الساحل", "قناة الأفق", "مجلة الرواق",
           "صحيفة الجبل", "موقع رصد الاقتصاد"]
PATTERNS = ["قال {p} إن {o} ستبحث {k} مع {l} قبل نهاية الشهر.", "وأعلنت {o} في {c} أن {k} تحتاج إلى مزيد من الوقت.",
            "وزار {p} {c} والتقى ممثلين عن {o} لمناقشة {k}.", "ورحبت {l} بما وصفته بالتقدم في ملف {k} خلال الأيام الماضية.",
            "ويرى {p} أن {k} ستبقى على جدول أعمال {l} في الفترة المقبلة.", "وتستضيف {c} {e} بمشاركة {o} ووفود من {l}.",
            "من جانبه أكد {p} أن موقف {l} من {k} لم يتغير."]
HEADINGS = ["خلفية الموضوع", "ردود الفعل", "ما الذي تغيّر؟", "أرقام ودلالات", "الخطوة التالية"]


class Names:
    """Names and what an article says of them: weights that go up and down with the days."""

    def __init__(self, rng):
        self.rng = rng
        self.entries = [("LOC", name, {"iso3166": code}) for name, code in PLACES]
        self.entries += [("LOC", name, {}) for name in CITIES]
        people = [f"{first} {last}" for first in FIRST for last in LAST]
        rng.shuffle(people)
        self.entries += [("PER", name, {}) for name in people[:160]]
        self.entries += [("ORG", name, {"wikidata": f"Q{1000 + i}"} if i % 3 == 0 else {}) for i, name in enumerate(ORGANISATIONS)]
        self.entries += [("MISC", name, {}) for name in EVENTS]
        self.phase = {entry[1]: (rng.random(), rng.choice([0, 0, 1, 3, 8]), 1 / (1 + i % 40)) for i, entry in enumerate(self.entries)}
        self.of = {kind: [e for e in self.entries if e[0] == kind] for kind in ("LOC", "PER", "ORG", "MISC")}

    def pick(self, kind, age, source):
        """`age` from 0 (first day) to 1 (last); each source has its favourites."""
        entries = self.of[kind]
        weights = []
        for index, entry in enumerate(entries):
            at, height, base = self.phase[entry[1]]
            peak = height * max(0.0, 1 - abs(age - at) * 8)
            weights.append(0.2 + base + peak + (2 if (index + source) % 11 == 0 else 0))
        return self.rng.choices(entries, weights)[0]


def article(rng, names, number, age, source):
    people = [names.pick("PER", age, source) for _ in range(2)]
    places = [names.pick("LOC", age, source) for _ in range(3)]
    # Two that come together more often than chance.
    organisations = [names.pick("ORG", age, source)]
    if organisations[0][1] == "مجلس الأمن" and rng.random() < 0.8:
        organisations.append(("ORG", "الأمم المتحدة", {"wikidata": "Q1000"}))
    events = [names.pick("MISC", age, source)]
    phrases = rng.sample(PHRASES, 3)
    found, text, sections, phrase_places = {}, "", [], {}

    def say(pattern, section):
        nonlocal text
        for piece in pattern.replace("{", "\0{").replace("}", "}\0").split("\0"):
            if piece.startswith("{"):
                pool = {"p": people, "l": places, "c": places, "o": organisations, "e": events}.get(piece[1])
                if pool is None:
                    phrase = rng.choice(phrases)
                    phrase_places.setdefault(phrase, []).append((section, len(text), len(text) + len(phrase)))
                    text += phrase
                    continue
                entry = rng.choice(pool)
                found.setdefault(entry[1], (entry, []))[1].append((section, len(text), len(text) + len(entry[1])))
                text += entry[1]
            else:
                text += piece

    title = f"{people[0][1]} و{organisations[0][1]}: {phrases[0]} في {places[0][1]}"
    count = rng.randint(3, 6)
    for section in range(count):
        start = len(text)
        heading = None
        if section:
            heading = HEADINGS[(section - 1) % len(HEADINGS)]
            text += heading + "\n"
        for _ in range(rng.randint(3, 6)):
            say(rng.choice(PATTERNS), section)
            text += " "
        text = text[:-1] + ("\n\n" if section < count - 1 else "\n")
        sections.append((section, heading, start, len(text)))
    return title, text, sections, found, phrase_places


def report(rng, names, number, day, age):
    source = rng.randrange(len(SOURCES))
    title, text, sections, found, phrase_places = article(rng, names, number, age, source)
    missing = {rng.randrange(1, len(sections))} if number % 50 == 49 else set()
    entities = []
    for name, (entry, places) in found.items():
        places = [place for place in places if place[0] not in missing]
        if places:
            entities.append((entry, places))
    entities.sort(key=lambda e: (-len(e[1]), e[1][0][1]))
    phrases = [(phrase, [p for p in places if p[0] not in missing]) for phrase, places in phrase_places.items()]
    phrases = sorted([p for p in phrases if p[1]], key=lambda p: (-len(p[1]), p[1][0][1]))
    topics = [TOPICS[(source + i * 3) % len(TOPICS)] for i in range(2)]
    published = f"{day.isoformat()}T{rng.randrange(24):02}:{rng.randrange(60):02}:00Z"
    name = hashlib.sha256(f"{title}\0{text}\0{number}".encode()).hexdigest()[:32]
    return name, {
        "schema": "warraq.report/1",
        "id": name,
        "article": {"title": title, "source": SOURCES[source], "url": f"https://news.example/{number}",
                    "published": published if number % 20 else None, "externalId": str(number), "language": "ar", "text": text},
        "sections": [
            {"index": index, "kind": "body" if index else "lead", "part": 1, "heading": heading, "start": start, "end": end,
             "entities": [i for i, (_, places) in enumerate(entities) if any(p[0] == index for p in places)],
             "themes": ([f"t{i}" for i in range(len(topics))] if index not in missing else [])
             + [f"k{i}" for i, (_, places) in enumerate(phrases) if any(p[0] == index for p in places)]}
            for index, heading, start, end in sections],
        "entities": [
            {"id": i, "type": entry[0], "name": entry[1], "variants": [entry[1]], "titles": [], "links": entry[2],
             "value": None, "salience": round(max(0.05, 0.92 - 0.07 * i), 3),
             "mentions": [{"section": s, "start": a, "end": b, "text": text[a:b], "confidence": 0.97} for s, a, b in places]}
            for i, (entry, places) in enumerate(entities)],
        "nisbas": [],
        "themes": {
            "topics": [{"id": f"t{i}", "scheme": "iptc-mediatopic", "code": code, "label": {"ar": ar, "en": en},
                        "score": round(0.9 - 0.2 * i, 3), "sections": [s[0] for s in sections if s[0] not in missing]}
                       for i, (code, ar, en) in enumerate(topics)],
            "keyphrases": [{"id": f"k{i}", "text": phrase, "score": round(max(0.1, 0.9 - 0.1 * i), 3),
                            "sections": sorted({p[0] for p in places}),
                            "mentions": [{"section": s, "start": a, "end": b} for s, a, b in places]}
                           for i, (phrase, places) in enumerate(phrases)]},
        "problems": [{"section": s, "message": "this section could not be analysed"} for s in sorted(missing)],
        "model": {"name": "warraq-news", "version": "1", "digest": "0" * 64},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--until", type=datetime.date.fromisoformat, default=datetime.date(2026, 1, 31))
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    names = Names(rng)
    os.makedirs(arguments.folder, exist_ok=True)
    for number in range(arguments.count):
        age = rng.random()
        day = arguments.until - datetime.timedelta(days=int((1 - age) * arguments.days))
        name, content = report(rng, names, number, day, age)
        path = os.path.join(arguments.folder, name + ".json")
        with open(path + ".part", "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
            file.write("\n")
        os.rename(path + ".part", path)


if __name__ == "__main__":
    main()
