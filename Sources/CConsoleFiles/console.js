// What the console's pages do: light and dark, the language, and what changes while one looks. Without it all pages
// still show and all forms still work.
"use strict";

(() => {
    const root = document.documentElement;
    const themes = ["auto", "light", "dark"];

    function kept(name) {
        try {
            return localStorage.getItem("warraq." + name);
        } catch {
            return null;
        }
    }

    function keep(name, value) {
        try {
            localStorage.setItem("warraq." + name, value);
        } catch {
            // It lasts as long as the page.
        }
    }

    // Before anything is shown. Reports' pages keep the choice in the same place.
    let theme = themes.includes(kept("theme")) ? kept("theme") : "auto";
    function setTheme() {
        if (theme === "auto") delete root.dataset.theme;
        else root.dataset.theme = theme;
    }
    setTheme();

    // A language that was chosen on a report's page holds here, too.
    const language = kept("language");
    if ((language === "ar" || language === "en") && language !== root.lang && !sessionStorage.getItem("warraq.asked")) {
        sessionStorage.setItem("warraq.asked", "1");
        location.replace("/language/" + language + "?to=" + encodeURIComponent(location.pathname + location.search));
        return;
    }
    if (language === root.lang) sessionStorage.removeItem("warraq.asked");

    document.addEventListener("DOMContentLoaded", () => {
        const phrases = JSON.parse(document.getElementById("phrases").textContent);
        const number = new Intl.NumberFormat("en");
        const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
        const isArabic = root.lang === "ar";

        function element(name, className, text) {
            const made = document.createElement(name);
            if (className) made.className = className;
            if (text !== undefined) made.textContent = text;
            return made;
        }

        // MARK: Tools

        const themeButton = document.getElementById("theme");
        function nameTheme() {
            const name = phrases["theme" + theme[0].toUpperCase() + theme.slice(1)];
            themeButton.title = name;
            themeButton.setAttribute("aria-label", name);
        }
        nameTheme();
        themeButton.addEventListener("click", () => {
            theme = themes[(themes.indexOf(theme) + 1) % themes.length];
            keep("theme", theme);
            setTheme();
            nameTheme();
        });
        document.getElementById("language").addEventListener("click", (event) => keep("language", event.currentTarget.lang));

        // MARK: Numbers in words

        function span(milliseconds) {
            const seconds = Math.trunc(milliseconds / 1000);
            const unit = (english, arabic) => " " + (isArabic ? arabic : english);
            if (seconds < 1) return Math.round(milliseconds) + unit("ms", "م‌ث");
            if (seconds < 90) return seconds + unit("s", "ث");
            if (seconds < 5400) return Math.trunc(seconds / 60) + unit("min", "د");
            if (seconds < 172800) return Math.trunc(seconds / 3600) + unit("h", "س");
            return Math.trunc(seconds / 86400) + unit("d", "يوم");
        }

        function set(name, text) {
            for (const place of document.querySelectorAll(`[data-value="${name}"]`)) {
                if (place.textContent !== text) place.textContent = text;
            }
        }

        // MARK: The live page

        function showNotices(status) {
            const place = document.getElementById("notices");
            if (!place) return;
            const cluster = status.cluster;
            const notices = [];
            if (status.problem) notices.push([phrases.unreachable, status.problem]);
            else if (!cluster) notices.push([phrases.connecting]);
            if (cluster && !cluster.sink) notices.push([phrases.noSink]);
            if (cluster?.isDraining) notices.push([phrases.draining]);
            if (status.indexProblem) notices.push([phrases.indexProblem, status.indexProblem]);
            if (place.dataset.shown === JSON.stringify(notices)) return;
            place.dataset.shown = JSON.stringify(notices);
            place.replaceChildren(...notices.map(([text, reason]) => {
                const notice = element("p", "notice", text);
                if (reason) {
                    const words = element("bdi", "", reason);
                    words.dir = "ltr";
                    words.lang = "en";
                    notice.append(": ", words);
                }
                return notice;
            }));
        }

        function showNumbers(status) {
            const cluster = status.cluster;
            set("indexPending", number.format(status.indexPending));
            if (!cluster) return;
            set("articleRate", decimal.format(cluster.articleRate));
            set("sectionRate", decimal.format(cluster.sectionRate));
            for (const name of ["waiting", "inFlight", "retried", "reported", "partial", "cancelled", "pending"]) {
                set(name, number.format(cluster[name]));
            }
            set("waitingArticles", number.format(cluster.waiting));
            set("oldest", cluster.oldestWaiting == null ? "" : phrases.oldest + ": " + span(cluster.oldestWaiting));
            for (const name of ["p50", "p95", "p99"]) set(name, cluster.articleLatency ? span(cluster.articleLatency[name]) : "–");
            set("workers", number.format(cluster.workers.length));
            set("producer", cluster.producer || "–");
            set("sink", cluster.sink ? [cluster.sink.name, cluster.sink.endpoint].filter(Boolean).join(" ") : "–");
            set("uptime", cluster.uptime == null ? "–" : span(cluster.uptime));
            set("version", cluster.version);
            set("model", cluster.model.slice(0, 12));
        }

        function showWorkers(workers) {
            const body = document.getElementById("workers");
            if (!body) return;
            document.getElementById("no-workers").hidden = workers.length > 0;
            const rows = workers.map((worker) => {
                const row = element("tr");
                const name = element("th");
                name.scope = "row";
                name.append(element("bdi", "", worker.name));
                if (worker.isLeaving) name.append(element("span", "badge", phrases.leaving));
                row.append(name);
                const cells = [
                    decimal.format(worker.rate), worker.inFlight + "/" + worker.capacity, number.format(worker.analysed),
                    number.format(worker.failures), worker.connected == null ? "–" : span(worker.connected), span(worker.silence),
                ];
                for (const cell of cells) row.append(element("td", "", cell));
                return row;
            });
            body.replaceChildren(...rows);
        }

        function showEvents(events) {
            const list = document.getElementById("events");
            if (!list) return;
            document.getElementById("no-events").hidden = events.length > 0;
            list.replaceChildren(...events.map((event) => {
                const item = element("li", event.level);
                item.dir = "ltr";
                item.append(
                    element("span", "ago", span(event.age)),
                    element("span", "", event.message + (event.details ? ` (${event.details})` : "")),
                );
                if (event.count > 1) item.append(element("span", "count", "× " + event.count));
                return item;
            }));
        }

        // MARK: Plots

        let history = null;
        const width = 480;
        const height = 150;

        function svg(name, attributes) {
            const made = document.createElementNS("http://www.w3.org/2000/svg", name);
            for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
            return made;
        }

        // A round number at or above `value`: 1, 2 or 5 times a power of ten.
        function roundedUp(value) {
            if (!(value > 0)) return 1;
            const unit = 10 ** Math.floor(Math.log10(value));
            return [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= value);
        }

        // Pieces of a line: steps in which nothing was heard are gaps.
        function pieces(values) {
            const { time, step, length } = history;
            const end = time.at(-1);
            const made = [];
            let piece = [];
            for (let index = 0; index < time.length; index++) {
                const isGap = values[index] == null || (index > 0 && time[index] - time[index - 1] > 3 * step);
                if (isGap && piece.length) {
                    made.push(piece);
                    piece = [];
                }
                if (values[index] == null) continue;
                piece.push([width - (end - time[index]) / (step * length) * width, values[index]]);
            }
            if (piece.length) made.push(piece);
            return made;
        }

        function draw(figure) {
            const lines = { throughput: ["sectionRate", "articleRate"], backlog: ["waiting"], flight: ["inFlight"], latency: ["p99", "p95", "p50"] }[figure.dataset.plot];
            const all = lines.flatMap((line) => history[line]).filter((value) => value != null);
            const top = roundedUp(Math.max(0, ...all));
            const y = (value) => height - 1 - value / top * (height - 8);
            const canvas = figure.querySelector("svg");
            const parts = [0, 0.5, 1].map((share) => svg("line", { x1: 0, x2: width, y1: y(top * share), y2: y(top * share) }));
            lines.forEach((line, index) => {
                for (const piece of pieces(history[line])) {
                    // A lone value is a short stroke.
                    if (piece.length === 1) piece.push([piece[0][0] + 1.5, piece[0][1]]);
                    const path = piece.map(([x, value], place) => (place ? "L" : "M") + x.toFixed(1) + " " + y(value).toFixed(1)).join("");
                    if (lines.length === 1) {
                        const ground = path + `L${piece.at(-1)[0].toFixed(1)} ${height}L${piece[0][0].toFixed(1)} ${height}Z`;
                        parts.push(svg("path", { class: "ground line1", d: ground }));
                    }
                    parts.push(svg("path", { class: "line" + (index + 1), d: path }));
                }
            });
            canvas.replaceChildren(...parts);
            figure.querySelector("[data-top]").textContent = (figure.dataset.plot === "latency" ? span(top) : number.format(top));
        }

        function drawAll() {
            if (!history || !history.time.length) return;
            for (const figure of document.querySelectorAll("[data-plot]")) draw(figure);
        }

        // What the server keeps for all, kept up here for this page.
        function remember(cluster, heardAt) {
            if (!history || !cluster || !heardAt) return;
            const time = Math.trunc(heardAt / 1000 / history.step) * history.step;
            if (time <= (history.time.at(-1) ?? 0)) return;
            history.time.push(time);
            for (const name of ["articleRate", "sectionRate", "waiting", "inFlight", "retried"]) history[name].push(cluster[name]);
            history.workers.push(cluster.workers.length);
            for (const name of ["p50", "p95", "p99"]) history[name].push(cluster.articleLatency?.[name] ?? null);
            while (history.time[0] <= time - history.step * history.length) {
                for (const column of Object.values(history)) if (Array.isArray(column)) column.shift();
            }
            drawAll();
        }

        // MARK: What comes

        if ("live" in root.dataset) {
            const light = document.getElementById("live");
            const source = new EventSource("/events");
            let fresh = 0;
            const awaited = document.querySelector("[data-awaits]");
            // Once: the report may have come before anybody listened, and while nobody did.
            async function askForReport() {
                const answer = await fetch(`/v1/articles/${awaited.dataset.awaits}/report`, { method: "HEAD" }).catch(() => null);
                if (answer?.status === 200) location.reload();
            }
            source.addEventListener("open", () => {
                if (awaited) askForReport();
                light.hidden = false;
                light.className = "live";
                light.textContent = phrases.live;
            });
            source.addEventListener("error", () => {
                light.hidden = false;
                light.className = "live lost";
                light.textContent = phrases.lost;
            });
            source.addEventListener("history", (event) => {
                history = JSON.parse(event.data);
                drawAll();
            });
            source.addEventListener("status", (event) => {
                const status = JSON.parse(event.data);
                showNotices(status);
                showNumbers(status);
                if (!status.cluster) return;
                showWorkers(status.cluster.workers);
                showEvents(status.cluster.events);
                remember(status.cluster, status.heardAt);
            });
            source.addEventListener("reports", (event) => {
                const reports = JSON.parse(event.data);
                if (awaited && reports.ids.includes(awaited.dataset.awaits)) {
                    location.reload();
                    return;
                }
                // Not all are named.
                if (awaited && reports.ids.length < reports.count) askForReport();
                const place = document.getElementById("fresh");
                if (!place) return;
                fresh += reports.count;
                place.querySelector("[data-count]").textContent = number.format(fresh) + " " + phrases.newReports;
                place.hidden = false;
            });
            addEventListener("pagehide", () => source.close());
        }

        // MARK: Control

        // The list stays where it is; without a script the form leads to the article's page.
        document.addEventListener("submit", async (event) => {
            const form = event.target;
            if (form.dataset.control !== "retry" || !form.closest(".articles")) return;
            event.preventDefault();
            const button = form.querySelector("button");
            button.disabled = true;
            const article = new URL(form.action).pathname.split("/")[2];
            const answer = await fetch(`/v1/articles/${article}/retry`, { method: "POST" }).catch(() => null);
            if (answer?.ok) {
                form.replaceWith(element("p", "", phrases.retryAsked));
                return;
            }
            button.disabled = false;
            const problem = answer ? await answer.json().catch(() => null) : null;
            form.querySelector("p")?.remove();
            form.append(element("p", "", problem?.detail ?? phrases.lost));
        });

        // Files may be dropped on the page.
        const drop = document.getElementById("drop");
        if (drop) {
            const input = drop.querySelector("input");
            drop.addEventListener("dragover", (event) => {
                event.preventDefault();
                drop.classList.add("over");
            });
            drop.addEventListener("dragleave", () => drop.classList.remove("over"));
            drop.addEventListener("drop", (event) => {
                event.preventDefault();
                drop.classList.remove("over");
                if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
            });
        }
    });
})();
