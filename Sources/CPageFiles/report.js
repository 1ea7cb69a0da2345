// What a report's page does: selects what was found and steps through its mentions, shows what is under the pointer,
// switches marks on and off, filters the lists. The page's elements are all the data there is.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
    const article = document.getElementById("text");
    const course = document.querySelector(".course");
    const findings = document.getElementById("findings");
    const stepper = document.getElementById("stepper");
    const card = document.getElementById("card");
    const filter = document.getElementById("filter");
    const keys = document.getElementById("keys");

    // MARK: What is where

    // For each target its mentions in order, each the pieces that it is written in.
    const mentions = new Map();
    for (const piece of article.querySelectorAll("[data-target]")) {
        const { target, number } = piece.dataset;
        if (!mentions.has(target)) mentions.set(target, []);
        (mentions.get(target)[number] ??= []).push(piece);
        // The card says more.
        piece.removeAttribute("title");
    }
    for (const [target, places] of mentions) mentions.set(target, places.filter(Boolean));

    const rows = new Map();
    for (const row of findings.querySelectorAll("[data-row]")) rows.set(row.dataset.row, row);
    // A topic has sections instead of mentions.
    for (const [target, row] of rows) {
        if (!row.dataset.sections) continue;
        const sections = row.dataset.sections.split(" ").map((index) => document.getElementById("s" + index));
        mentions.set(target, sections.filter(Boolean).map((section) => [section]));
    }
    const kin = Map.groupBy([...rows.values()].filter((row) => row.dataset.kin), (row) => row.dataset.kin);

    // MARK: Selection

    let selected = null;
    let position = 0;

    function markSelected(target, isSelected) {
        for (const pieces of mentions.get(target) ?? []) {
            for (const piece of pieces) piece.classList.toggle("selected", isSelected);
        }
        for (const tick of course.querySelectorAll(`[data-tick="${target}"]`)) tick.classList.toggle("selected", isSelected);
        for (const row of kin.get(target) ?? []) {
            for (const pieces of mentions.get(row.dataset.row) ?? []) {
                for (const piece of pieces) piece.classList.toggle("kin", isSelected);
            }
        }
        const row = rows.get(target);
        if (row?.dataset.sections) {
            for (const index of row.dataset.sections.split(" ")) {
                course.querySelector(`li[data-section="${index}"]`)?.classList.toggle("selected", isSelected);
            }
        }
        row?.querySelector(".row").setAttribute("aria-pressed", String(isSelected));
        row?.querySelector(".about")?.toggleAttribute("hidden", !isSelected);
    }

    function currentPieces() {
        return (selected && mentions.get(selected)?.[position]) || [];
    }

    function select(target, number = 0, { scroll = true } = {}) {
        if (!mentions.get(target)?.length) return;
        for (const piece of currentPieces()) piece.classList.remove("current");
        if (selected !== target) {
            if (selected) markSelected(selected, false);
            markSelected(target, true);
            selected = target;
        }
        position = number;
        article.classList.add("has-selection");
        course.classList.add("has-selection");
        document.body.classList.add("stepping");
        for (const piece of currentPieces()) piece.classList.add("current");
        showPosition();
        reveal(rows.get(target), findings);
        if (scroll) currentPieces()[0].scrollIntoView({ block: currentPieces()[0].tagName === "SECTION" ? "start" : "center" });
    }

    function showPosition() {
        const name = rows.get(selected).querySelector(".name");
        const shown = name.querySelector(`[lang="${document.documentElement.lang}"]`) ?? name;
        document.getElementById("stepper-name").textContent = shown.textContent;
        document.getElementById("stepper-count").textContent = warraq
            .label("position")
            .replace("{0}", position + 1)
            .replace("{1}", mentions.get(selected).length);
        const place = document.getElementById("stepper-count").textContent;
        document.getElementById("stepper-words").textContent = `${shown.textContent}, ${place}: ${wordsAround(currentPieces())}`;
        stepper.setAttribute("aria-label", shown.textContent);
        stepper.hidden = false;
    }

    // A mention with some words before and behind it; a section's first words.
    function wordsAround(pieces) {
        const block = pieces[0].closest("p, h1, h2") ?? pieces[0];
        if (block === pieces[0]) return block.textContent.trim().slice(0, 80);
        const before = document.createRange();
        before.setStart(block, 0);
        before.setEndBefore(pieces[0]);
        const start = before.toString().length;
        return block.textContent.slice(Math.max(start - 40, 0), start + pieces[0].textContent.length + 40).trim();
    }

    function step(by) {
        if (!selected) return;
        const count = mentions.get(selected).length;
        select(selected, (position + by + count) % count);
    }

    function clear() {
        if (!selected) return;
        for (const piece of currentPieces()) piece.classList.remove("current");
        markSelected(selected, false);
        selected = null;
        article.classList.remove("has-selection");
        course.classList.remove("has-selection");
        document.body.classList.remove("stepping");
        // What has the focus must not be hidden under it.
        if (stepper.contains(document.activeElement)) document.activeElement.blur();
        stepper.hidden = true;
    }

    // Scrolls `box`, and nothing else, so that `element` is in it.
    function reveal(element, box) {
        if (!element || getComputedStyle(box).visibility === "hidden") return;
        const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
        if (inner.top < outer.top) box.scrollTop += inner.top - outer.top - 16;
        else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom + 16;
    }

    function isOn(piece) {
        return (
            piece.classList.contains("selected") ||
            (piece.classList.contains("phrase") ? piece.classList.contains("on") : !piece.classList.contains("off"))
        );
    }

    // The outermost annotation at an element that is shown.
    function markAt(element) {
        let found = null;
        for (let piece = element.closest?.("[data-target]"); piece; piece = piece.parentElement.closest("[data-target]")) {
            if (article.contains(piece) && isOn(piece)) found = piece;
        }
        return found;
    }

    article.addEventListener("click", (event) => {
        const piece = markAt(event.target);
        if (!piece || !getSelection().isCollapsed) return;
        const { target } = piece.dataset;
        const number = mentions.get(target).findIndex((pieces) => pieces.includes(piece));
        if (selected === target && number === position) clear();
        else select(target, number, { scroll: false });
    });

    findings.addEventListener("click", (event) => {
        const row = event.target.closest(".row")?.closest("[data-row]");
        if (!row) return;
        if (selected === row.dataset.row) return clear();
        if (isSheet.matches) setSheet(false);
        select(row.dataset.row);
    });

    // MARK: The card under the pointer

    let cardTimer = 0;

    function showCard(piece) {
        const row = rows.get(piece.dataset.target);
        if (!row) return;
        card.className = "card " + [...row.classList].join(" ");
        const name = row.querySelector(".name").cloneNode(true);
        const about = row.querySelector(".about").cloneNode(true);
        about.removeAttribute("id");
        about.hidden = false;
        const parts = [name, row.querySelector(".type")?.cloneNode(true), about.children.length ? about : null];
        card.replaceChildren(...parts.filter(Boolean));
        card.hidden = false;
        const place = piece.getClientRects()[0] ?? piece.getBoundingClientRect();
        const [width, height] = [card.offsetWidth, card.offsetHeight];
        const left = Math.min(Math.max(place.left + place.width / 2 - width / 2, 8), innerWidth - width - 8);
        const isAbove = place.bottom + 10 + height > innerHeight && place.top > height + 10;
        card.style.left = left + "px";
        card.style.top = (isAbove ? place.top - height - 8 : place.bottom + 8) + "px";
    }

    function hideCard() {
        clearTimeout(cardTimer);
        card.hidden = true;
    }

    article.addEventListener("pointerover", (event) => {
        if (event.pointerType === "touch") return;
        const piece = markAt(event.target);
        clearTimeout(cardTimer);
        if (piece) cardTimer = setTimeout(() => showCard(piece), card.hidden ? 250 : 80);
        else cardTimer = setTimeout(hideCard, 250);
    });
    article.addEventListener("pointerleave", () => {
        clearTimeout(cardTimer);
        cardTimer = setTimeout(hideCard, 250);
    });
    // Whoever moves onto it may read it, and follow its links.
    card.addEventListener("pointerenter", () => clearTimeout(cardTimer));
    card.addEventListener("pointerleave", hideCard);
    addEventListener("scroll", hideCard, { passive: true });

    // MARK: Layers

    for (const button of document.querySelectorAll("[data-layer]")) {
        button.addEventListener("click", () => {
            const isOn = button.getAttribute("aria-pressed") !== "true";
            button.setAttribute("aria-pressed", String(isOn));
            for (const piece of article.querySelectorAll(`.${button.dataset.layer}[data-target]`)) {
                piece.classList.toggle("off", !isOn);
                piece.classList.toggle("on", isOn);
            }
        });
    }

    // MARK: Lists

    // Letters that are written one way or another, and marks above and below, make no difference.
    function folded(text) {
        return text
            .normalize("NFKD")
            .replace(/[\p{Mn}\u0640]/gu, "")
            .replace(/ى/g, "ي")
            .replace(/ة/g, "ه")
            .toLowerCase();
    }

    filter.addEventListener("input", () => {
        const sought = folded(filter.value.trim());
        findings.classList.toggle("filtered", sought !== "");
        let shown = 0;
        for (const row of rows.values()) {
            const isShown = folded(row.textContent).includes(sought);
            row.hidden = !isShown;
            if (isShown) shown += 1;
        }
        for (const list of findings.querySelectorAll(".list")) {
            list.hidden = sought !== "" && !list.querySelector("[data-row]:not([hidden])");
        }
        findings.querySelector(".nothing").hidden = sought === "" || shown > 0;
    });

    function moveInRows(by) {
        const buttons = [...findings.querySelectorAll(".row")].filter((row) => row.offsetParent);
        const here = buttons.indexOf(document.activeElement);
        const next = buttons[Math.min(Math.max(here + by, 0), buttons.length - 1)];
        next?.focus({ preventScroll: true });
        reveal(next, findings);
    }

    // MARK: On a phone what was found is a sheet

    const isSheet = matchMedia("(max-width: 47.5rem)");
    const sheetButton = document.querySelector("[data-do='sheet']");

    function setSheet(isOpen) {
        findings.classList.toggle("open", isOpen);
        document.body.classList.toggle("sheet-open", isOpen);
        sheetButton.setAttribute("aria-expanded", String(isOpen));
        const label = sheetButton.querySelector("[data-label]");
        label.dataset.label = isOpen ? "sheetClose" : "sheetOpen";
        label.textContent = warraq.label(label.dataset.label);
    }

    if (matchMedia("(max-width: 71rem)").matches) course.querySelector("details").open = false;

    // MARK: Sections

    const sections = [...article.querySelectorAll("section")];
    let here = -1;

    function showHere() {
        const line = Math.min(innerHeight / 3, 260);
        let index = sections.findIndex((section) => section.getBoundingClientRect().bottom > line);
        if (index < 0) index = sections.length - 1;
        if (index === here) return;
        here = index;
        for (const item of course.querySelectorAll("li")) {
            const isHere = item.dataset.section === sections[here]?.dataset.section;
            item.classList.toggle("here", isHere);
            if (isHere) item.firstElementChild.setAttribute("aria-current", "location");
            else item.firstElementChild.removeAttribute("aria-current");
            if (isHere && getComputedStyle(course).position === "sticky") reveal(item, course);
        }
    }

    let isWaiting = false;
    addEventListener(
        "scroll",
        () => {
            if (isWaiting) return;
            isWaiting = true;
            requestAnimationFrame(() => {
                isWaiting = false;
                showHere();
            });
        },
        { passive: true },
    );
    showHere();

    // MARK: Keyboard

    const shortcuts = document.getElementById("shortcuts");
    shortcuts.checked = warraq.kept("shortcuts") !== "off";
    shortcuts.addEventListener("change", () => warraq.keep("shortcuts", shortcuts.checked ? "on" : "off"));

    const actions = {
        previous: () => step(-1),
        next: () => step(1),
        clear,
        sheet: () => setSheet(!findings.classList.contains("open")),
        keys: () => (keys.open ? keys.close() : keys.showModal()),
        more(button) {
            const isAll = button.previousElementSibling.classList.toggle("all");
            button.setAttribute("aria-expanded", String(isAll));
            button.dataset.label = isAll ? "fewer" : "more";
            button.textContent = warraq.label(button.dataset.label);
        },
    };
    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-do]");
        actions[button?.dataset.do]?.(button);
    });

    const shortcutActions = {
        n: () => step(1),
        p: () => step(-1),
        j: () => sections[Math.min(here + 1, sections.length - 1)]?.scrollIntoView(),
        k: () => sections[Math.max(here - 1, 0)]?.scrollIntoView(),
        d: () => warraq.actions.theme(),
        l: () => warraq.actions.language(),
        "/"() {
            if (isSheet.matches) setSheet(true);
            filter.focus();
        },
        "?": actions.keys,
    };

    // The Latin letter of a key, on an Arabic keyboard too.
    function letter(event) {
        if (/^[a-z/?]$/i.test(event.key)) return event.key.toLowerCase();
        if (event.code === "Slash") return event.shiftKey ? "?" : "/";
        return /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : "";
    }

    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const isInList = findings.contains(event.target);
        if (event.key === "Escape" && !keys.open) {
            if (!card.hidden) return hideCard();
            if (event.target === filter && filter.value) {
                filter.value = "";
                filter.dispatchEvent(new Event("input"));
            } else if (findings.classList.contains("open")) {
                setSheet(false);
                sheetButton.focus();
            } else clear();
        } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && isInList) {
            event.preventDefault();
            moveInRows(event.key === "ArrowDown" ? 1 : -1);
        } else if (shortcuts.checked && !event.target.closest("input, dialog")) {
            const action = shortcutActions[letter(event)];
            if (!action) return;
            event.preventDefault();
            action();
        }
    });

    document.addEventListener("languagechanged", () => {
        if (selected) showPosition();
    });

    // MARK: Links into the page: #e3 selects, #e3-1 goes to a mention

    function followFragment() {
        const match = /^#([enkt]\d+)(?:-(\d+))?$/.exec(location.hash);
        if (!match || !mentions.has(match[1])) return;
        select(match[1], Math.min(Number(match[2] ?? 0), mentions.get(match[1]).length - 1));
    }

    addEventListener("hashchange", followFragment);
    followFragment();
});
