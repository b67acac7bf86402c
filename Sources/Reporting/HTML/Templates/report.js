"use strict";
// Filters the findings. The state is in the page's fragment, as in #q=bridge&severity=error, so that it can be linked to.
(() => {
    document.documentElement.classList.add("scripted");
    addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));

    const form = document.getElementById("filters");
    if (!form) return;
    const shown = document.getElementById("shown");
    const fields = ["kind", "relation", "severity", "status", "document"];
    const controls = [...form.elements].filter((control) => control.name);
    const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const findings = [...document.querySelectorAll("article.finding")].map((element) => ({ element, text: null }));

    const matches = (finding, wanted, words) => {
        const data = finding.element.dataset;
        if (!fields.every((field) => !wanted[field] || data[field].split(" ").includes(wanted[field]))) return false;
        if (words.length === 0) return true;
        finding.text ??= plain(finding.element.textContent);
        return words.every((word) => finding.text.includes(word));
    };

    const apply = () => {
        const wanted = Object.fromEntries(controls.map((control) => [control.name, control.value]));
        const words = plain(wanted.q).split(/\s+/).filter(Boolean);
        let count = 0;
        for (const finding of findings) {
            const isShown = matches(finding, wanted, words);
            finding.element.hidden = !isShown;
            if (isShown) count += 1;
        }
        const all = findings.length;
        shown.textContent = count === all ? `All ${all} shown` : `${count} of ${all} shown`;
    };

    const remember = () => {
        const set = controls.filter((control) => control.value).map((control) => [control.name, control.value]);
        history.replaceState(null, "", "#" + new URLSearchParams(set));
    };

    /// A fragment is either a filter or the name of a place; a place that a filter hides is shown again.
    const follow = () => {
        const fragment = location.hash.slice(1);
        if (fragment.includes("=")) {
            const wanted = new URLSearchParams(fragment);
            for (const control of controls) {
                control.value = wanted.get(control.name) ?? "";
                // A value that is not offered leaves a list without a choice.
                if (control.selectedIndex === -1) control.value = "";
            }
            apply();
            return true;
        }
        const target = document.getElementById(fragment);
        if (target?.closest("article[hidden]")) {
            form.reset();
            target.scrollIntoView();
        }
        const folded = target?.closest("details");
        if (folded) folded.open = true;
        return false;
    };

    form.addEventListener("input", () => { apply(); remember(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    // The controls have their old values until the event is over.
    form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
    addEventListener("hashchange", () => {
        if (follow()) document.getElementById("findings-heading").focus();
    });

    form.hidden = false;
    apply();
    follow();
})();
