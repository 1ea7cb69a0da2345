"""What the tests in a browser share: one headless Chromium, the program under test, a folder that is served.

    def test_something(browser, served):
        browser.open(served.url + "page.html", width=390, dark=True, language="ar")
        assert browser.text("h1") == "…"

Whatever a page says on its console, and whatever it asks of anybody but its own server, fails the test that opened it.
"""
import functools
import http.server
import json
import time
import os
import pathlib
import subprocess
import threading
import urllib.parse

import pytest
from selenium import webdriver
from selenium.common.exceptions import JavascriptException, TimeoutException
from selenium.webdriver.chrome.service import Service

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


class Browser:
    """Chromium, driven by its own protocol where WebDriver has no word for a thing."""

    def __init__(self, screenshots):
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        for argument in (
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
        ):
            options.add_argument(argument)
        if os.geteuid() == 0:
            # Chromium's sandbox refuses root; the pages are the tests' own.
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(
            service=Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")), options=options
        )
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(30)
        self.screenshots = screenshots
        self.origins = set()
        self.complaints = []
        self.agent = self.script("return navigator.userAgent")

    # What is looked at, and how

    def open(self, url, *, width=1280, height=900, dark=False, language="ar", media="", reduced_motion=True):
        """Opens a page as a reader with this window and these wishes sees it, with nothing kept from earlier pages."""
        self.origins.add(self.origin(url))
        # A page that is already there would only go to another place in itself.
        self.driver.get("about:blank")
        self.set_size(width, height)
        self.set_media(dark=dark, media=media, reduced_motion=reduced_motion)
        self.command("Emulation.setUserAgentOverride", userAgent=self.agent, acceptLanguage=language)
        if url.startswith("http"):
            self.command("Storage.clearDataForOrigin", origin=self.origin(url), storageTypes="all")
        self.driver.get(url)

    def set_size(self, width, height=900):
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def set_media(self, *, dark=False, media="", reduced_motion=True):
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if reduced_motion else "no-preference"},
        ]
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def screenshot(self, name):
        self.settle()
        (self.screenshots / f"{name}.png").write_bytes(self.driver.get_screenshot_as_png())

    # What is in the page

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def text(self, selector):
        """The text of the elements' nodes, whether or not it is shown."""
        return self.script("return document.querySelector(arguments[0]).textContent", selector)

    def click(self, selector):
        self.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        self.settle()
        self.one(selector).click()

    def press(self, key, *, code=None, shift=False):
        """A key by what it writes and, where the keyboard's layout matters, by where it is."""
        event = {"key": key, "modifiers": 8 if shift else 0}
        if code:
            event["code"] = code
        elif len(key) == 1 and key.isalpha():
            event["code"] = f"Key{key.upper()}"
        if len(key) == 1:
            event["text"] = key
        else:
            event["windowsVirtualKeyCode"] = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}[key]
            if key == "Enter":
                event["text"] = "\r"
        self.command("Input.dispatchKeyEvent", type="keyDown", **event)
        self.command("Input.dispatchKeyEvent", type="keyUp", **event)

    def point(self, selector):
        """Scrolls an element into view and moves the pointer onto it."""
        self.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        self.settle()
        self.point_at(selector)

    def point_at(self, selector):
        """Moves the pointer onto an element that is in view."""
        place = self.script(
            """const box = document.querySelector(arguments[0]).getClientRects()[0];
               return [box.left + box.width / 2, box.top + box.height / 2];""",
            selector,
        )
        self.command("Input.dispatchMouseEvent", type="mouseMoved", x=place[0], y=place[1])

    def wait(self, condition, *arguments, seconds=10):
        """Waits until a JavaScript expression holds, and gives its value.

        Asked again and again from outside: what waits within a page is gone with the page when a click leads to another.
        """
        script = f"return (function () {{ return {condition}; }}).apply(null, arguments)"
        end = time.monotonic() + seconds
        while True:
            try:
                value, error = self.script(script, *arguments), None
            except (JavascriptException, TimeoutException) as raised:
                # A page that is on its way has not yet what is asked about.
                value, error = None, raised
            if value:
                return value
            assert time.monotonic() < end, f"never came true: {condition} ({error})"
            time.sleep(0.02)

    def faults_of_access(self, selector="html"):
        """What axe-core, which knows the rules of WCAG that can be computed, says of the page as it is shown now."""
        script = (ROOT / ".build/axe/axe.min.js").read_text(encoding="utf-8")
        self.script(f"if (!window.axe) {{ {script}; window.axe = axe; }}")
        # It does not know that `off` is a value of autocomplete in any field.
        rules = {"autocomplete-valid": {"enabled": False}}
        result = self.driver.execute_async_script(
            """const [selector, rules, done] = arguments;
               axe.run(selector, {rules}).then(done, (error) => done({error: `${error}`}))""",
            selector,
            rules,
        )
        assert result.get("passes"), result
        return [
            f"{fault['id']}: {fault['help']}: {[node['html'][:200] for node in fault['nodes'][:3]]}"
            for fault in result["violations"]
        ]

    def settle(self):
        """Until the page is drawn, and whatever scrolls or moves in it stands still."""
        self.driver.execute_async_script(
            """const done = arguments[0];
               let [last, still] = ["", 0];
               (function look() {
                   const now = [scrollX, scrollY, document.getAnimations().length].join();
                   still = now === last && document.getAnimations().length === 0 ? still + 1 : 0;
                   last = now;
                   if (still > 2) done(); else requestAnimationFrame(look);
               })();"""
        )

    # What must not be

    def collect(self):
        """Reads the console, and who was asked for anything, since the last time."""
        for entry in self.driver.get_log("browser"):
            self.complaints.append(f"console: {entry['level']}: {entry['message']}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            url = message["params"]["request"]["url"]
            if not url.startswith(("data:", "blob:")) and self.origin(url) not in self.origins:
                self.complaints.append(f"asked for {url}")

    def forget(self):
        """Begins anew: what is said of earlier pages says nothing of the next."""
        self.collect()
        self.complaints.clear()
        self.origins.clear()
        self.origins.add(self.origin("about:blank"))

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    @staticmethod
    def origin(url):
        parts = urllib.parse.urlsplit(url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else url.split("#")[0]


@pytest.fixture(scope="session")
def screenshots():
    """The folder of the pictures, for people to look at."""
    folder = pathlib.Path(os.environ.get("WARRAQ_SCREENSHOTS", HERE / "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def chromium(screenshots):
    browser = Browser(screenshots)
    yield browser
    browser.driver.quit()


@pytest.fixture
def browser(chromium):
    """Chromium for one test, which fails if a page complains or asks anybody outside for anything."""
    chromium.forget()
    yield chromium
    chromium.collect()
    complaints = list(chromium.complaints)
    chromium.driver.get("about:blank")
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def program():
    """The program under test."""
    path = pathlib.Path(os.environ.get("WARRAQ_PROGRAM", ROOT / ".build/release/warraq"))
    assert path.exists(), f"{path} is not there: Scripts/test-browser builds it, WARRAQ_PROGRAM names another"
    return path


@pytest.fixture(scope="session")
def run(program):
    """Runs the program to its end; its standard output."""

    def run(*arguments, **options):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("WARRAQ_")}
        result = subprocess.run(
            [str(program), *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=120,
            env=environment,
            **options,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    return run


class Served:
    """A folder that a web server on loopback shows, and what was asked of it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.paths = []
        served = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                served.paths.append(self.path)
                super().do_GET()

            def end_headers(self):
                # Else Chromium answers from its cache what it was answered a while ago.
                self.send_header("Cache-Control", "no-store")
                super().end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(self.folder))
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """A folder of its own, served."""
    served = Served(tmp_path_factory.mktemp("served"))
    yield served
    served.close()


@pytest.fixture(scope="session")
def reports(run, tmp_path_factory):
    """Reports of the articles here and of the samples, by the article's source."""
    folder = tmp_path_factory.mktemp("reports")
    run("run", "--output", folder, HERE / "articles", ROOT / "seeds")
    documents = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return {document["article"]["source"]: {"folder": folder, **document} for document in documents}
