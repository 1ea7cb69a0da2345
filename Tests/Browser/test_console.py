"""The console in a browser: pages, search, live figures, submitting, retrying, both languages."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
TEXT = "أعلنت وزارة الخارجية المصرية يوم الأحد أن الوزير سيزور بيروت وبغداد لإجراء محادثات مع مسؤولين في الأمم المتحدة."


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Console:
    """A console that runs, and what belongs to it."""

    def __init__(self, program, folder, *options, producer=None):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.producer = producer or f"tcp://127.0.0.1:{free_port()}"
        self.reports = self.folder / "reports"
        self.reports.mkdir(exist_ok=True)
        self.processes = []
        self.arguments = [
            program, "console", "--producer", self.producer, "--reports", self.reports,
            "--data", self.folder / f"index-{self.port}", "--listen", self.url, *options,
        ]
        self.start(*self.arguments)
        eventually(lambda: self.get("/health/ready")[0] == 200)

    def start(self, program, *arguments):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("WARRAQ_")}
        log = open(self.folder / f"log-{len(self.processes)}-{self.port}", "w")
        self.processes.append(
            subprocess.Popen([str(program), *map(str, arguments)], stdout=log, stderr=log, env=environment)
        )

    def end(self, place):
        """Ends one process, in order."""
        process = self.processes.pop(place)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=40) == 0

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
        return [process.wait(timeout=40) for process in reversed(self.processes)]

    def ask(self, method, path, body=None, **headers):
        request = urllib.request.Request(self.url + path, data=body, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def get(self, path):
        return self.ask("GET", path)

    def json(self, path):
        return json.loads(self.get(path)[1])


def eventually(condition, seconds=60):
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
    return value


@pytest.fixture(scope="module")
def shown(program, tmp_path_factory):
    """A console without a cluster, read-only, on made-up reports."""
    folder = tmp_path_factory.mktemp("shown")
    (folder / "reports").mkdir()
    maker = ROOT / "Benchmarks/Console/make_reports.py"
    subprocess.run([sys.executable, str(maker), str(folder / "reports"), "400"], check=True)
    console = Console(program, folder)
    eventually(lambda: console.json("/v1/articles?limit=1")["total"] == 400)
    yield console
    assert console.stop() == [0]


@pytest.fixture(scope="module")
def working(program, tmp_path_factory):
    """A cluster with a console that may submit and retry."""
    folder = tmp_path_factory.mktemp("working")
    producer, sink = (f"tcp://127.0.0.1:{free_port()}" for _ in range(2))
    console = Console(program, folder, "--allow-control", producer=producer)
    console.start(program, "producer", "--listen", producer, "--data", folder / "data")
    console.start(program, "sink", "--producer", producer, "--listen", sink, "--reports", console.reports)
    console.start(program, "worker", "--producer", producer)
    eventually(lambda: (console.json("/v1/status").get("cluster") or {}).get("workers"))
    yield console
    assert console.stop() == [0, 0, 0, 0]


PAGES = {
    "cluster": "/",
    "articles": "/articles",
    "search": "/articles?q=" + urllib.parse.quote("وزارة الخارجية"),
    "partial": "/articles?state=partial",
    "trends": "/across?days=14",
    "sources": "/across/sources",
    "together": "/across/together",
    "entity": "/entities/1",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_show(browser, shown, name, width, language):
    for dark in (False, True):
        browser.open(shown.url + PAGES[name], width=width, height=1200, dark=dark, language=language)
        assert browser.script("return document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        assert browser.all("main.console > *")
        # Nothing sticks out at the side.
        assert browser.script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        browser.screenshot(f"console-{name}-{width}-{'dark' if dark else 'light'}-{language}")
        assert browser.script(CONTRAST) == []


def test_search_finds_and_filters(browser, shown):
    browser.open(shown.url + "/articles", language="ar")
    browser.one("input[name=q]").send_keys("بوزارة الخارجية")
    browser.click(".search button")
    browser.wait("document.querySelectorAll('.article').length > 0 && location.search.includes('q=')")
    found = int(browser.text(".summary strong").replace(",", ""))
    assert 0 < found < 400
    browser.click(".facets a.facet")
    browser.wait("document.querySelector('.chosen')")
    fewer = int(browser.text(".summary strong").replace(",", ""))
    assert 0 < fewer <= found
    browser.click(".chosen a")
    browser.wait("!document.querySelector('.chosen')")
    assert int(browser.text(".summary strong").replace(",", "")) == found
    browser.open(shown.url + "/articles?q=" + urllib.parse.quote("لا وجود لهذا"))
    assert browser.all(".empty") and not browser.all(".article")


def test_pages_of_the_list_follow_one_another(browser, shown):
    browser.open(shown.url + "/articles", language="en")
    first = browser.script("return [...document.querySelectorAll('.article h3 a')].map(a => a.href)")
    browser.click(".pager [rel=next]")
    browser.wait("location.search.includes('offset=50')")
    second = browser.script("return [...document.querySelectorAll('.article h3 a')].map(a => a.href)")
    assert len(first) == len(second) == 50 and not set(first) & set(second)


def test_the_report_opens_and_leads_back(browser, shown):
    browser.open(shown.url + "/articles", language="ar")
    title = browser.text(".article h3 a")
    browser.click(".article h3 a")
    browser.wait("document.getElementById('text')")
    assert title in browser.text("h1")
    browser.click(".bar .back")
    browser.wait("location.pathname == '/articles'")


def test_language_and_colours_are_kept(browser, shown):
    browser.open(shown.url + "/articles?q=a", language="en")
    browser.click("#language")
    browser.wait("document.documentElement.lang == 'ar' && location.search == '?q=a'")
    browser.click("#theme")
    assert browser.script("return document.documentElement.dataset.theme") == "light"
    browser.click("#theme")
    browser.click(".bar nav a[href='/across']")
    browser.wait("location.pathname == '/across' && document.documentElement.dataset.theme == 'dark'")
    assert browser.script("return document.documentElement.lang") == "ar"


def test_read_only_offers_no_control(browser, shown):
    browser.open(shown.url + "/articles?state=partial", language="en")
    assert browser.all(".problem") and not browser.all("form[data-control]") and not browser.all("a[href='/submit']")
    assert shown.ask("POST", "/v1/articles", TEXT.encode(), **{"Content-Type": "text/plain"})[0] == 403


def test_a_report_that_comes_is_announced(browser, shown):
    browser.open(shown.url + "/articles", language="en")
    browser.wait("document.querySelector('.live') && !document.querySelector('#live').hidden")
    file = next(shown.reports.glob("*.json"))
    document = json.loads(file.read_text(encoding="utf-8"))
    name = "f" * 32
    document["id"] = name
    (shown.reports / "part").write_text(json.dumps(document), encoding="utf-8")
    (shown.reports / "part").rename(shown.reports / f"{name}.json")
    browser.wait("!document.querySelector('#fresh').hidden")
    (shown.reports / f"{name}.json").unlink()
    eventually(lambda: shown.json("/v1/articles?limit=1")["total"] == 400)


def test_submitting_by_paste_brings_a_report(browser, working):
    browser.open(working.url + "/submit", language="ar")
    browser.script("document.querySelector('textarea').value = arguments[0]", TEXT)
    browser.one("input[name=title]").send_keys("زيارة الوزير")
    browser.click(".submission button[type=submit]")
    browser.wait("document.querySelector('.outcome a')")
    browser.screenshot("console-submitted-1280-light-ar")
    browser.click(".outcome a")
    # The page of an article that waits becomes its report's by itself.
    browser.wait("document.getElementById('text')", seconds=30)
    assert "زيارة الوزير" in browser.text("h1")
    eventually(lambda: working.json("/v1/articles?q=" + urllib.parse.quote("زيارة"))["total"] == 1)


def test_submitting_files(browser, working, tmp_path):
    good, bad = tmp_path / "خبر.txt", tmp_path / "bad.txt"
    good.write_text(TEXT + " نص من ملف.", encoding="utf-8")
    bad.write_bytes(b"\0\1\2")
    browser.open(working.url + "/submit", language="en")
    browser.one("input[type=file]").send_keys(f"{good}\n{bad}")
    browser.click(".submission button[type=submit]")
    browser.wait("document.querySelectorAll('.outcome').length == 2")
    assert "خبر.txt" in browser.text(".outcome li") and "bad.txt" in browser.text(".outcome.problem li")


def test_programs_submit_and_fetch(working):
    body = json.dumps({"title": "من برنامج", "text": TEXT + " ومن برنامج.", "source": "ب"}, indent=2).encode()
    status, answer = working.ask("POST", "/v1/articles", body, **{"Content-Type": "application/json"})
    assert status == 202
    article = json.loads(answer)["articles"][0]
    assert article["isNew"]
    status, report = eventually(lambda: (lambda a: a if a[0] == 200 else None)(working.get(article["report"])))
    assert json.loads(report)["article"]["title"] == "من برنامج"
    assert report == (working.reports / f"{article['id']}.json").read_bytes()
    again = json.loads(working.ask("POST", "/v1/articles", body, **{"Content-Type": "application/json"})[1])
    assert not again["articles"][0]["isNew"]
    # Handed over again it waits once more, until the sink says that it has the report: to retry it is done, and no error.
    eventually(lambda: working.ask("POST", f"/v1/articles/{article['id']}/retry")[0] == 409)
    foreign = {"Content-Type": "application/json", "Origin": "http://evil.example"}
    assert working.ask("POST", "/v1/articles", body, **foreign)[0] == 403


def test_a_cancelled_article_is_tried_again(browser, program, working):
    # With the worker stopped an article waits, and can be cancelled.
    working.end(-1)
    body = (TEXT + " ينتظر.").encode()
    answer = working.ask("POST", "/v1/articles", body, **{"Content-Type": "text/plain"})[1]
    article = json.loads(answer)["articles"][0]["id"]
    browser.open(f"{working.url}/articles/{article}", language="en")
    assert browser.all("[data-awaits]")
    browser.click("form[data-control=cancel] button")
    browser.wait("document.querySelector('form[data-control=retry]')")
    browser.open(working.url + "/articles?state=cancelled", language="en")
    browser.click("form[data-control=retry] button")
    browser.wait("!document.querySelector('form[data-control=retry]')")
    browser.open(f"{working.url}/articles/{article}", language="en")
    assert browser.all("[data-awaits]")
    working.start(program, "worker", "--producer", working.producer)
    browser.wait("document.getElementById('text')", seconds=60)


def test_a_report_that_came_while_nobody_listened_is_shown(browser, program, working):
    working.end(-1)
    body = (TEXT + " وحده.").encode()
    answer = working.ask("POST", "/v1/articles", body, **{"Content-Type": "text/plain"})[1]
    article = json.loads(answer)["articles"][0]["id"]
    browser.open(f"{working.url}/articles/{article}", language="en")
    browser.wait("document.querySelector('[data-awaits]') && document.querySelector('#live.live:not(.lost)')")
    # The report comes while the page has no console to tell it.
    working.end(0)
    working.start(program, "worker", "--producer", working.producer)
    eventually(lambda: (working.reports / f"{article}.json").exists())
    working.start(*working.arguments)
    working.processes.insert(0, working.processes.pop())
    browser.wait("document.getElementById('text')", seconds=60)
    # That nobody answered for a while was meant, whatever the page asked for.
    browser.collect()
    meant = ("/events - ", "net::ERR_CONNECTION_REFUSED")
    browser.complaints = [complaint for complaint in browser.complaints if not any(part in complaint for part in meant)]


def test_the_live_page_changes_by_itself(browser, working):
    browser.open(working.url + "/", language="en")
    browser.wait("document.querySelectorAll('#workers tr').length > 0")
    before = int(browser.text("[data-value=reported]").replace(",", ""))
    lines = "\n".join(json.dumps({"text": f"{TEXT} خبر رقم {number}."}) for number in range(200))
    assert working.ask("POST", "/v1/articles", lines.encode(), **{"Content-Type": "application/x-ndjson"})[0] == 202
    browser.wait(
        "Number(document.querySelector('[data-value=reported]').textContent.replaceAll(',', '')) >= arguments[0]",
        before + 200,
        seconds=60,
    )
    browser.wait("document.querySelector('[data-plot=throughput] path')", seconds=30)
    for width in (1280, 390):
        for dark in (False, True):
            for language in ("en", "ar"):
                browser.open(working.url + "/", width=width, height=1400, dark=dark, language=language)
                browser.wait("document.querySelector('[data-plot=throughput] path')")
                browser.screenshot(f"console-live-{width}-{'dark' if dark else 'light'}-{language}")


def test_the_live_page_says_when_the_producer_is_gone(browser, shown):
    browser.open(shown.url + "/", language="en")
    browser.wait("document.querySelector('.notice')", seconds=20)
    assert "does not answer" in browser.text(".notice")


def test_pages_work_without_scripts(browser, shown):
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.origins.add(shown.url)
        browser.driver.get(shown.url + "/articles")
        assert "400" in browser.one(".summary strong").text
    finally:
        browser.command("Emulation.setScriptExecutionDisabled", value=False)
