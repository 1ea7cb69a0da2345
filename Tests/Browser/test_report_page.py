"""The report page in a browser: what it shows, what a click and a key do, what it must not do."""
import json
import pathlib

import pytest

HERE = pathlib.Path(__file__).parent
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pages(run, reports, served):
    """The address of each report's page, by the article's source."""
    folder = next(iter(reports.values()))["folder"]
    run("view", folder, "--output", served.folder)
    return {source: f"{served.url}{report['id']}.html" for source, report in reports.items()}


@pytest.fixture
def news(reports, pages):
    return reports["water-agreement.md"], pages["water-agreement.md"]


def places(browser):
    """Where the marks are in the article's text, in code points, as [target, number, start, end, text]."""
    return browser.script(
        """const article = document.getElementById("text");
           const places = new Map();
           let position = 0;
           const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
           while (texts.nextNode()) {
               const length = [...texts.currentNode.data].length;
               for (let up = texts.currentNode.parentElement; up !== article; up = up.parentElement) {
                   if (!up.dataset.target) continue;
                   const key = up.dataset.target + "-" + up.dataset.number;
                   const place = places.get(key) ?? [up.dataset.target, Number(up.dataset.number), position, 0, ""];
                   place[3] = position + length;
                   place[4] += texts.currentNode.data;
                   places.set(key, place);
               }
               position += length;
           }
           return [...places.values()];"""
    )


def expected(report):
    text = report["article"]["text"]
    things = [(f"e{entity['id']}", entity["mentions"]) for entity in report["entities"]]
    things += [(f"n{index}", nisba["mentions"]) for index, nisba in enumerate(report["nisbas"])]
    things += [(f"k{index}", phrase["mentions"]) for index, phrase in enumerate(report["themes"]["keyphrases"])]
    return sorted(
        [target, number, mention["start"], mention["end"], text[mention["start"] : mention["end"]]]
        for target, mentions in things
        for number, mention in enumerate(mentions)
    )


@pytest.mark.parametrize("source", ["water-agreement.md", "intelligence-contacts.txt", "مصدر <b>غليظ</b>"])
def test_marks_sit_on_the_right_words(browser, reports, pages, source):
    browser.open(pages[source])
    report = reports[source]
    assert browser.text("#text") == report["article"]["text"]
    assert sorted(places(browser)) == expected(report)
    types = browser.script(
        """return [...document.querySelectorAll("#text mark")].map((mark) => [mark.dataset.target, mark.className])"""
    )
    for target, style in types:
        assert style == report["entities"][int(target[1:])]["type"].lower()


def test_headings_are_headings(browser, news):
    report, page = news
    browser.open(page)
    headings = browser.script("return [...document.querySelectorAll('article h2')].map((e) => e.textContent)")
    assert headings == [s["heading"] for s in report["sections"] if s["heading"] and s["heading"] != report["article"]["title"]]
    assert browser.text("h1") == report["article"]["title"]
    assert browser.script("return document.querySelectorAll('h1').length") == 1
    assert browser.script("return document.title") == report["article"]["title"]


def minimal_report(text, mentions):
    """A report with one section, and an entity for each mention."""
    return {
        "schema": "warraq.report/1",
        "id": "0" * 32,
        "article": {
            "title": None,
            "source": None,
            "url": None,
            "published": None,
            "externalId": None,
            "language": "ar",
            "text": text,
        },
        "sections": [
            {
                "index": 0,
                "kind": "lead",
                "part": 1,
                "heading": None,
                "start": 0,
                "end": len(text),
                "entities": list(range(len(mentions))),
                "themes": [],
            }
        ],
        "entities": [
            {
                "id": index,
                "type": "LOC",
                "name": text[start:end],
                "variants": [text[start:end]],
                "titles": [],
                "links": {},
                "value": None,
                "salience": 1,
                "mentions": [{"section": 0, "start": start, "end": end, "text": text[start:end], "confidence": 1}],
            }
            for index, (start, end) in enumerate(mentions)
        ],
        "nisbas": [],
        "themes": {"topics": [], "keyphrases": []},
        "problems": [],
        "model": {"name": "m", "version": "1", "digest": "0"},
    }


def test_a_mark_does_not_cut_a_word(browser, run, served):
    """«بموسكو» with a mark on «موسكو»: the letters stay joined, so the word is as wide as without a mark."""
    file = served.folder / "joined.json"
    file.write_text(json.dumps(minimal_report("بموسكو\n\nبموسكو", [(1, 6)])), encoding="utf-8")
    run("view", file, "--output", served.folder / "joined.html")
    browser.open(served.url + "joined.html")
    marked, plain = browser.script(
        """return [...document.querySelectorAll("article p")].map((paragraph) => {
               paragraph.style.fontSize = "80px";
               const range = document.createRange();
               range.selectNodeContents(paragraph);
               return range.getBoundingClientRect().width;
           })"""
    )
    # The first paragraph of a lead is set larger: here both have one size.
    assert marked == pytest.approx(plain, abs=0.5)


def test_right_to_left(browser, news):
    report, page = news
    browser.open(page, language="ar")
    assert browser.script("return [document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    sides = """const box = (selector) => document.querySelector(selector).getBoundingClientRect();
               const top = (mark) => mark.getClientRects()[0].top;
               const marks = [...document.querySelectorAll("article p mark")];
               const first = marks.findIndex((mark, place) => mark.getClientRects().length === 1
                   && place + 1 < marks.length && Math.abs(top(mark) - top(marks[place + 1])) < 1);
               const words = marks.slice(first);
               return {
                   course: box(".course").left, article: box("article").left, findings: box(".findings").left,
                   direction: getComputedStyle(document.getElementById("text")).direction,
                   first: words[0].getClientRects()[0].left, second: words[1].getClientRects()[0].left,
                   line: words[0].getClientRects()[0].top - words[1].getClientRects()[0].top,
               }"""
    arabic = browser.script(sides)
    assert arabic["course"] > arabic["article"] > arabic["findings"]
    assert arabic["direction"] == "rtl"
    browser.open(page, language="en-GB")
    assert browser.script("return [document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    english = browser.script(sides)
    assert english["course"] < english["article"] < english["findings"]
    assert english["direction"] == "rtl", "the article stays as it is"
    for place in (arabic, english):
        assert abs(place["line"]) < 1, "two marks are in one line"
        assert place["first"] > place["second"]


@pytest.mark.parametrize("language, label, toggle", [("ar", "الكيانات", "English"), ("en", "Entities", "العربية")])
def test_language_is_the_browsers_until_it_is_changed(browser, news, language, label, toggle):
    report, page = news
    browser.open(page, language=language)
    heading = "[data-list=entities] h2 [data-label]"
    assert browser.text(heading) == label
    assert browser.text("[data-do=language]") == toggle
    browser.click("[data-do=language]")
    assert browser.text(heading) != label
    browser.driver.refresh()
    assert browser.text(heading) != label, "the choice is kept"
    # In both languages everything that is said has words.
    missing = "return [...document.querySelectorAll('[data-label]')].filter((e) => !e.textContent.trim()).length"
    assert browser.script(missing) == 0


def current(browser):
    return browser.script(
        """return [...document.querySelectorAll("#text .current")].map((e) => [e.dataset.target, Number(e.dataset.number)])"""
    )


def is_in_view(browser, selector):
    return browser.script(
        """const box = document.querySelector(arguments[0]).getBoundingClientRect();
           return box.top >= 0 && box.bottom <= innerHeight;""",
        selector,
    )


def test_a_click_steps_through_mentions(browser, news):
    report, page = news
    browser.open(page, language="en")
    entity = max(report["entities"], key=lambda entity: len(entity["mentions"]))
    target, count = f"e{entity['id']}", len(entity["mentions"])
    assert count >= 3
    browser.click(f"[data-row={target}] .row")
    assert browser.script("return document.querySelectorAll('#text .selected').length") == count
    assert browser.one(f"[data-row={target}] .row").get_attribute("aria-pressed") == "true"
    for number in [*range(count), 0]:
        browser.settle()
        assert current(browser) == [[target, number]]
        assert is_in_view(browser, "#text .current")
        assert browser.text("#stepper-count") == f"{number + 1} of {count}"
        assert browser.text("#stepper-name") == entity["name"]
        heard = browser.text("#stepper-words")
        assert entity["name"] in heard and entity["mentions"][number]["text"] in heard
        browser.click("#stepper [data-do=next]")
    browser.click("#stepper [data-do=previous]")
    browser.click("#stepper [data-do=previous]")
    assert current(browser) == [[target, count - 1]]
    browser.click("#stepper [data-do=clear]")
    assert browser.script("return document.querySelectorAll('#text .selected, #text .current').length") == 0
    assert not browser.one("#stepper").is_displayed()


def test_a_click_in_the_text_selects(browser, news):
    report, page = news
    browser.open(page)
    entity = next(e for e in report["entities"] if len(e["mentions"]) > 1)
    browser.click(f"#e{entity['id']}-1")
    assert current(browser) == [[f"e{entity['id']}", 1]]
    browser.click(f"#e{entity['id']}-1")
    assert current(browser) == []


def test_a_topic_shows_its_sections(browser, news):
    report, page = news
    browser.open(page)
    topic = report["themes"]["topics"][1]
    browser.click("[data-row=t1] .row")
    shown = browser.script(
        "return [...document.querySelectorAll('#text section.selected')].map((e) => Number(e.dataset.section))"
    )
    assert shown == topic["sections"]


def test_the_course_says_where_things_are(browser, news):
    report, page = news
    browser.open(page)
    ticks = browser.script(
        """return [...document.querySelectorAll(".course li")].map((item) =>
               [Number(item.dataset.section), [...item.querySelectorAll("[data-tick]")].map((t) => t.dataset.tick)])"""
    )
    assert len(ticks) == len(report["sections"])
    wanted = {section["index"]: [] for section in report["sections"]}
    for target, _, start, _, _ in expected(report):
        section = next(s["index"] for s in report["sections"] if s["start"] <= start < s["end"])
        wanted[section].append(target)
    for section, targets in ticks:
        assert sorted(targets) == sorted(wanted[section])
    browser.click("[data-row=e0] .row")
    selected = browser.script("return document.querySelectorAll('.course rect.selected').length")
    assert selected == len(report["entities"][0]["mentions"])


def test_the_keyboard_does_it_all(browser, news):
    report, page = news
    browser.open(page)
    browser.script("document.querySelector('.findings .row').focus()")
    browser.press("ArrowDown")
    browser.press("Enter")
    count = len(report["entities"][1]["mentions"])
    assert current(browser) == [["e1", 0]]
    browser.press("n")
    assert current(browser) == [["e1", 1 % count]]
    # The same key on an Arabic keyboard.
    browser.press("ى", code="KeyN")
    assert current(browser) == [["e1", 2 % count]]
    browser.press("p")
    assert current(browser) == [["e1", 1 % count]]
    browser.press("Escape")
    assert current(browser) == []
    browser.press("/", code="Slash")
    assert browser.script("return document.activeElement.id") == "filter"
    browser.press("Escape")
    browser.script("document.activeElement.blur()")
    browser.press("l")
    assert browser.script("return document.documentElement.lang") == "en"
    browser.press("?", code="Slash", shift=True)
    assert browser.one("#keys").is_displayed()
    browser.press("n")
    assert browser.one("#keys").is_displayed()
    browser.press("Escape")
    assert not browser.one("#keys").is_displayed()


def test_every_control_can_be_reached_and_has_a_name(browser, news):
    report, page = news
    browser.open(page)
    browser.press("Tab")
    assert browser.script("return document.activeElement.className") == "skip"
    nameless = browser.script(
        """return [...document.querySelectorAll("button, a, input, summary")].filter((element) =>
               element.checkVisibility() && (element.tabIndex < 0 ||
               !(element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.length)))
               .map((element) => element.outerHTML)"""
    )
    assert nameless == []
    ids = browser.script("return [...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [1280, 390])
def test_it_keeps_the_rules_of_access(browser, news, width):
    report, page = news
    browser.open(page, width=width)
    assert browser.faults_of_access() == []
    browser.script("document.querySelector('[data-row=e1] .row').click()")
    assert browser.faults_of_access() == []
    if width == 390:
        browser.press("Escape")
        browser.click("[data-do=sheet]")
        assert browser.faults_of_access() == []
    else:
        browser.click("[data-do=keys]")
        assert browser.faults_of_access("#keys") == []


def test_letter_keys_can_be_switched_off(browser, news):
    report, page = news
    browser.open(page)
    browser.click("[data-do=keys]")
    browser.click("#shortcuts")
    browser.click("#keys [data-do=keys]")
    browser.script("document.activeElement.blur()")
    browser.press("l")
    assert browser.script("return document.documentElement.lang") == "ar"


def test_the_card_says_what_is_under_the_pointer(browser, news):
    report, page = news
    browser.open(page, language="en")
    entity = next(entity for entity in report["entities"] if "wikidata" in entity["links"])
    browser.point(f"#e{entity['id']}-0")
    browser.wait("!document.getElementById('card').hidden")
    card = browser.text("#card")
    assert entity["name"] in card
    assert entity["links"]["wikidata"] in card
    assert f"{int(entity['salience'] * 100 + 0.5) / 100:.2f}" in card
    browser.press("Escape")
    assert browser.script("return document.getElementById('card').hidden")


def test_layers_and_filter(browser, news):
    report, page = news
    browser.open(page)
    ground = "return getComputedStyle(document.querySelector('#text mark.loc')).backgroundColor"
    before = browser.script(ground)
    browser.click("[data-layer=loc]")
    assert browser.script(ground) == "rgba(0, 0, 0, 0)" != before
    assert browser.script("return getComputedStyle(document.querySelector('#text .phrase')).borderBottomStyle") == "none"
    browser.click("[data-layer=phrase]")
    assert browser.script("return getComputedStyle(document.querySelector('#text .phrase')).borderBottomStyle") == "solid"
    browser.one("#filter").send_keys("البِصرة")
    shown = browser.script(
        "return [...document.querySelectorAll('[data-row]')].filter((e) => e.checkVisibility()).map((e) => e.textContent)"
    )
    assert shown and all("البصرة" in row for row in shown)


def test_a_link_leads_to_a_mention(browser, news):
    report, page = news
    browser.open(page + "#e0-1")
    assert current(browser) == [["e0", 1]]
    assert is_in_view(browser, "#text .current")


def test_what_is_hostile_is_shown_and_inert(browser, reports, pages):
    source = "مصدر <b>غليظ</b>"
    browser.open(pages[source])
    report = reports[source]
    assert browser.text("#text") == report["article"]["text"]
    assert "<script>document.title = 'broken'</script>" in browser.one("#text").text
    assert browser.script("return document.title") == report["article"]["title"]
    assert browser.text("h1") == report["article"]["title"]
    assert browser.script("return document.querySelectorAll('img, b, #text script, #text h2').length") == 0
    assert browser.script("return [...document.links].filter((a) => a.protocol === 'javascript:').length") == 0
    # What gets in all the same does not run.
    browser.script("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    browser.settle()
    assert browser.script("return document.title") == report["article"]["title"]
    browser.collect()
    refused = [line for line in browser.complaints if "Content Security Policy" in line]
    assert refused, "the page's policy refuses it"
    browser.complaints = [line for line in browser.complaints if line not in refused]


def test_nobody_is_asked_for_anything(browser, served, news):
    report, page = news
    served.paths.clear()
    browser.open(page)
    browser.click("[data-row=e0] .row")
    browser.settle()
    assert served.paths == [f"/{report['id']}.html"]


def test_it_works_from_a_file(browser, served, news):
    report, page = news
    browser.open((served.folder / f"{report['id']}.html").as_uri(), language="en")
    browser.click("[data-row=e0] .row")
    assert current(browser) == [["e0", 0]]
    browser.click("[data-do=language]")
    assert browser.script("return document.documentElement.lang") == "ar"


def test_it_reads_without_a_script(browser, news):
    report, page = news
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page, width=390)
        assert browser.text("#text") == report["article"]["text"]
        shown = "return document.querySelector(arguments[0]).checkVisibility()"
        assert not any(browser.script(shown, selector) for selector in (".tools", ".filter", ".sheet-button"))
        assert browser.script(shown, ".findings [data-row]:last-child")
    finally:
        browser.command("Emulation.setScriptExecutionDisabled", value=False)


def without(report, number):
    """The report as it is when nobody could analyse one of its sections."""
    report = json.loads(json.dumps({key: value for key, value in report.items() if key != "folder"}))
    themes = report["themes"]
    for found in report["entities"] + report["nisbas"] + themes["keyphrases"]:
        found["mentions"] = [mention for mention in found["mentions"] if mention["section"] != number]
    for theme in themes["topics"] + themes["keyphrases"]:
        theme["sections"] = [section for section in theme["sections"] if section != number]
    report["entities"] = [entity for entity in report["entities"] if entity["mentions"]]
    report["nisbas"] = [nisba for nisba in report["nisbas"] if nisba["mentions"]]
    for kind in ("topics", "keyphrases"):
        themes[kind] = [theme for theme in themes[kind] if theme["sections"]]
    ids = {entity["id"]: place for place, entity in enumerate(report["entities"])}
    for entity in report["entities"]:
        entity["id"] = ids[entity["id"]]
    for nisba in report["nisbas"]:
        nisba["entity"] = ids.get(nisba["entity"])
    for section in report["sections"]:
        is_left_out = section["index"] == number
        section["entities"] = [] if is_left_out else [ids[entity] for entity in section["entities"]]
        section["themes"] = [] if is_left_out else section["themes"]
    report["problems"] = [{"section": number, "message": f"section {number} was not analysed"}]
    return report


def test_what_is_missing_is_said(browser, run, reports, served):
    file = served.folder / "partial.json"
    file.write_text(json.dumps(without(reports["water-agreement.md"], 2)), encoding="utf-8")
    run("view", file, "--output", served.folder / "partial.html")
    browser.open(served.url + "partial.html", language="en")
    assert "section 2 was not analysed" in browser.text(".problems")
    assert browser.script("return getComputedStyle(document.getElementById('s2'), '::before').content") == (
        '"This section was not analysed"'
    )
    assert browser.script(CONTRAST) == []


def test_light_and_dark(browser, news):
    report, page = news
    ground = "return getComputedStyle(document.body).backgroundColor"
    browser.open(page)
    light = browser.script(ground)
    browser.set_media(dark=True)
    dark = browser.script(ground)
    assert light != dark
    browser.click("[data-do=theme]")
    assert browser.script(ground) == light, "light was chosen"
    browser.driver.refresh()
    assert browser.script(ground) == light, "and kept"
    browser.click("[data-do=theme]")
    browser.set_media(dark=False)
    assert browser.script(ground) == dark, "dark was chosen"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everything_can_be_read(browser, news, reports, pages, width, dark):
    """WCAG 1.4.3 on what is shown, and nothing wider than the window."""
    for page in (news[1], pages["intelligence-contacts.txt"]):
        browser.open(page, width=width, dark=dark)
        for selection in (None, "e1", "n0", "k1", "t0"):
            if selection:
                browser.script("document.querySelector(`[data-row=${arguments[0]}] .row`).click()", selection)
            assert browser.script(CONTRAST) == []
        assert browser.script("return document.documentElement.scrollWidth <= innerWidth")


def test_print(browser, news):
    report, page = news
    browser.open(page, dark=True)
    browser.click("[data-row=e0] .row")
    browser.set_media(dark=True, media="print")
    hidden = browser.script(
        """return ["#stepper", ".tools", ".course", ".layers", ".filter"].filter((selector) =>
               document.querySelector(selector).checkVisibility())"""
    )
    assert hidden == []
    rows = browser.script("return [...document.querySelectorAll('[data-row]')].every((row) => row.checkVisibility())")
    assert rows, "paper shows all that was found"
    assert browser.script("return getComputedStyle(document.getElementById('text')).color") == "rgb(31, 27, 22)"
    pdf = browser.command("Page.printToPDF", preferCSSPageSize=True)["data"]
    assert len(pdf) > 10_000


def test_a_phone_has_a_sheet(browser, news):
    report, page = news
    browser.open(page, width=390, height=844)
    assert not browser.one(".findings").is_displayed()
    browser.click("[data-do=sheet]")
    browser.settle()
    assert browser.one("[data-row=e0] .row").is_displayed()
    browser.screenshot("report-390-light-sheet")
    browser.click("[data-row=e0] .row")
    browser.settle()
    assert not browser.one("[data-row=e0] .row").is_displayed()
    assert current(browser) == [["e0", 0]]
    assert is_in_view(browser, "#text .current")


def test_an_index_leads_to_the_pages(browser, served, reports, pages):
    browser.open(served.url + "index.html", language="en")
    links = browser.script("return [...document.querySelectorAll('.index .title')].map((a) => a.getAttribute('href'))")
    assert sorted(links) == sorted(f"{report['id']}.html" for report in reports.values())
    assert browser.script(CONTRAST) == []
    browser.screenshot("index-1280-light")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width, height", [(1280, 900), (390, 844)])
def test_pictures_to_look_at(browser, news, width, height, dark, language):
    report, page = news
    name = f"report-{width}-{'dark' if dark else 'light'}-{language}"
    browser.open(page, width=width, height=height, dark=dark, language=language)
    browser.screenshot(name)
    if width == 1280:
        browser.script("document.activeElement.blur()")
        browser.point_at("#e1-0")
        browser.wait("!document.getElementById('card').hidden")
        browser.screenshot(name + "-card")
        browser.press("Escape")
    browser.script("document.querySelector('[data-row=e1] .row').click()")
    browser.screenshot(name + "-selected")
