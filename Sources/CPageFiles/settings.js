// Runs before anything is shown: the language of the page's own words, light or dark. What the reader chose is kept
// where the browser keeps things for pages; where it doesn't (a file, a private window) it lasts as long as the page.
"use strict";

const warraq = (() => {
    const root = document.documentElement;
    const labels = JSON.parse(document.getElementById("labels").textContent);
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

    function browserLanguage() {
        for (const language of navigator.languages || []) {
            const primary = language.toLowerCase().split("-")[0];
            if (primary in labels) return primary;
        }
        return "en";
    }

    function label(key) {
        return labels[root.lang][key] ?? key;
    }

    // Puts the language's words into the page, or into a piece of it.
    function translate(part = document) {
        for (const element of part.querySelectorAll("[data-label]")) element.textContent = label(element.dataset.label);
        for (const element of part.querySelectorAll("[data-label-name]")) {
            element.setAttribute("aria-label", label(element.dataset.labelName));
            if (element.title) element.title = label(element.dataset.labelName);
        }
        for (const element of part.querySelectorAll("[data-label-placeholder]")) {
            element.placeholder = label(element.dataset.labelPlaceholder);
        }
        for (const element of part.querySelectorAll("[data-label-note]")) {
            element.dataset.note = label(element.dataset.labelNote);
        }
        const button = part.querySelector("[data-do='language']");
        if (button) button.lang = root.lang === "ar" ? "en" : "ar";
    }

    function setLanguage(language) {
        root.lang = language;
        root.dir = language === "ar" ? "rtl" : "ltr";
    }

    function setTheme(theme) {
        if (theme === "auto") delete root.dataset.theme;
        else root.dataset.theme = theme;
        const button = document.querySelector("[data-do='theme']");
        if (!button) return;
        button.dataset.labelName = "theme" + theme[0].toUpperCase() + theme.slice(1);
        button.title = label(button.dataset.labelName);
        button.setAttribute("aria-label", button.title);
    }

    root.classList.add("scripted");
    let theme = themes.includes(kept("theme")) ? kept("theme") : "auto";
    const chosen = kept("language");
    if (chosen in labels) setLanguage(chosen);
    else if (root.dataset.language !== "given") setLanguage(browserLanguage());
    setTheme(theme);

    const actions = {
        theme() {
            theme = themes[(themes.indexOf(theme) + 1) % themes.length];
            keep("theme", theme);
            setTheme(theme);
        },
        language() {
            setLanguage(root.lang === "ar" ? "en" : "ar");
            keep("language", root.lang);
            translate();
            document.dispatchEvent(new Event("languagechanged"));
        },
    };

    // A button that does something says what: data-do.
    document.addEventListener("click", (event) => {
        const action = actions[event.target.closest?.("[data-do]")?.dataset.do];
        if (action) action(event.target.closest("[data-do]"));
    });
    document.addEventListener("DOMContentLoaded", () => {
        translate();
        setTheme(theme);
    });

    return { actions, label, translate, kept, keep };
})();
