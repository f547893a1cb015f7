// How the changes of a resolution are shown: clean, inline or side by side, all clauses or some. The
// choice stands in the address, so that a view can be sent. Without it every redline is one click away.
"use strict";

(() => {
  const CHOICES = { view: ["clean", "inline", "side"], show: ["all", "changed", "substantive"] };
  const DETAILS = ".change, .grave";

  let stop = null;

  const start = () => {
    if (stop) stop.abort();
    const root = document.querySelector("article.resolution[data-view]");
    if (!root) return;
    stop = new AbortController();
    new Changes(root, stop.signal).run();
  };

  // Whether a key belongs to a field of text or to the browser; no letter is written into a button.
  const typing = ({ target, ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey
    || target.isContentEditable
    || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");

  class Changes {
    constructor(root, signal) {
      this.root = root;
      this.signal = signal;
      this.form = root.querySelector(".views");
      this.marked = [...root.querySelectorAll(".clause[data-verdict], .grave")];
      this.current = null;
    }

    on(target, type, handler) { target.addEventListener(type, handler, { signal: this.signal }); }

    run() {
      for (const control of this.form.querySelectorAll(":disabled")) control.disabled = false;
      this.follow();
      this.on(this.form, "change", ({ target }) => this.choose(target.name, target.value));
      this.on(this.form, "submit", (event) => event.preventDefault());
      for (const step of this.form.querySelectorAll(".views__step")) {
        this.on(step, "click", () => this.move(Number(step.dataset.step), true));
      }
      this.on(document, "keydown", (event) => this.key(event));
      this.on(window, "popstate", () => { if (this.follow()) this.say(); });
      this.on(window, "hashchange", () => this.land());
      this.land();
    }

    // --- view and filter ----------------------------------------------------------------------

    // What the address asks for, also of an entry of the history that knew no choice yet. What is
    // shown already stays, with the redlines that were opened in it. Whether there was another.
    follow() {
      const asked = new URLSearchParams(location.search);
      const others = Object.entries(CHOICES).map(([name, values]) => (
        [name, values.includes(asked.get(name)) ? asked.get(name) : values[0]]
      )).filter(([name, value]) => this.root.dataset[name] !== value);
      for (const [name, value] of others) this.show(name, value);
      return others.length > 0;
    }

    // The reader's choice: shown, kept in the address, and the words at hand stay where they are.
    choose(name, value) {
      const here = this.inSight();
      const before = here && here.getBoundingClientRect().top;
      this.show(name, value);
      if (here && here.offsetParent) scrollBy(0, here.getBoundingClientRect().top - before);
      const url = new URL(location.href);
      if (value === CHOICES[name][0]) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
      history.replaceState(history.state, "", url);
      this.say();
    }

    // What the eye sees at once, for ears: the view, the filter, and how much it leaves.
    say() {
      const names = [...this.form.querySelectorAll(":checked + span")].map((one) => one.textContent);
      const clauses = [...this.root.querySelectorAll(".clause")];
      const seen = clauses.filter((one) => one.offsetParent).length;
      this.form.querySelector(".views__said").textContent = `${names.join(", ")}: `
        + `${seen} of ${clauses.length} clauses shown`;
    }

    show(name, value) {
      this.root.dataset[name] = value;
      this.form.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
      if (name === "view") this.unfold(value);
      else this.sift();
    }

    unfold(view) {
      for (const one of this.root.querySelectorAll(DETAILS)) one.open = view !== "clean";
      for (const later of this.root.querySelectorAll(".redline--later")) later.remove();
      if (view !== "side") return;
      for (const earlier of this.root.querySelectorAll(".change__body > .redline")) {
        const later = earlier.cloneNode(true);
        earlier.classList.add("redline--earlier");
        later.classList.add("redline--later");
        later.dataset.against = this.root.dataset.short;
        earlier.after(later);
      }
    }

    inSight() {
      return [...this.root.querySelectorAll(".clause")].find((one) => one.offsetParent
        && one.getBoundingClientRect().bottom > 120);
    }

    // Headings above what is shown stay, and in the place of clauses that are not, how many they are.
    sift() {
      for (const gap of this.root.querySelectorAll(".gap")) gap.remove();
      for (const bare of this.root.querySelectorAll(".is-bare")) bare.classList.remove("is-bare");
      if (this.root.dataset.show === "all") return;
      for (const part of this.root.querySelectorAll(".part")) this.siftHeadings(part);
      for (const parent of new Set([...this.root.querySelectorAll(".clause")].map((one) => one.parentElement))) {
        if (parent.offsetParent) this.tellGaps(parent);
      }
    }

    // From the end, so that each heading knows what stands below it up to the next of its rank.
    siftHeadings(part) {
      const places = [...part.querySelectorAll(".clause, .grave, .cross-heading")].reverse();
      const seen = places.map((one) => one.offsetParent && (!one.matches(".cross-heading")
        || one.matches(".is-marked")));
      const below = new Set(); // ranks that have something to head since the last of their rank
      for (const [at, one] of places.entries()) {
        const rank = one.matches(".cross-heading") && Number(one.tagName[1]);
        if (seen[at]) for (const each of [2, 3, 4, 5, 6]) below.add(each);
        if (!rank) continue;
        one.classList.toggle("is-bare", !below.has(rank));
        for (const each of [...below]) if (each >= rank) below.delete(each);
      }
    }

    tellGaps(parent) {
      let hidden = [];
      for (const one of [...parent.children, null]) {
        if (one && one.matches(".clause") && !one.offsetParent) hidden.push(one);
        else if (hidden.length && (!one || one.matches(".clause, .grave, .cross-heading:not(.is-bare)"))) {
          this.gap(hidden);
          hidden = [];
        }
      }
    }

    gap(hidden) {
      const count = hidden.length;
      const gap = document.createElement("p");
      gap.className = "gap";
      const what = this.root.dataset.show === "changed" ? "unchanged" : "not shown";
      gap.textContent = `${count} ${count === 1 ? "clause" : "clauses"} ${what}`;
      hidden[count - 1].after(gap);
    }

    // --- moving -------------------------------------------------------------------------------

    // An address that names a tombstone opens it; what the filter had hidden is shown and come to:
    // the browser found no place to go to.
    land() {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (target && target.matches(".grave")) target.open = true;
      if (!location.hash || this.root.dataset.show === "all") return;
      this.sift();
      const place = target || this.root.querySelector(".is-marked"); // of a range the first
      if (place) place.scrollIntoView({ block: "start" });
    }

    key(event) {
      if (typing(event)) return;
      const step = { n: 1, p: -1 }[event.key];
      if (step) this.move(step);
      else if (event.key === "v") this.nextView();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    nextView() {
      const { view } = CHOICES;
      this.choose("view", view[(view.indexOf(this.root.dataset.view) + 1) % view.length]);
    }

    // From where the reader is. Whoever went back up to the buttons, where they do not stay in reach,
    // means the change last come to.
    move(step, byButton = false) {
      const shown = this.marked.filter((one) => one.offsetParent);
      const focused = document.activeElement.closest(".clause[data-verdict], .grave") || this.current;
      const at = shown.indexOf(focused);
      const top = (one) => one.getBoundingClientRect().top;
      const stays = getComputedStyle(this.form).position === "sticky";
      const edge = stays ? this.form.getBoundingClientRect().bottom : 100;
      const goesOn = at >= 0 && ((byButton && !stays)
        || (top(focused) > -focused.offsetHeight && top(focused) < innerHeight));
      const next = goesOn ? shown[at + step]
        : step > 0 ? shown.find((one) => top(one) > edge) : shown.filter((one) => top(one) < edge).pop();
      if (!next) return;
      this.current = next;
      next.querySelector("summary").focus({ preventScroll: true });
      const body = next.matches(".grave") ? next : next.querySelector(":scope > .clause__text, .change__body");
      const fits = (body.offsetHeight || next.offsetHeight) < innerHeight - 200;
      next.scrollIntoView({ block: fits ? "center" : "start" });
    }
  }

  // Material announces each page it shows; without it there is one page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
