// Comfort on the page of a resolution: copy a clause's address or citation, read a footnote in its
// place, move by keyboard, mark a range. The page says everything without it.
"use strict";

(() => {
  const KEYS = [
    ["j", "next clause"], ["k", "previous clause"], ["c", "copy the link of the clause"],
    ["q", "copy the selected words with their citation"],
    ["/", "search"], ["?", "this list"], ["Esc", "close what is open"],
  ];
  const CHANGE_KEYS = [
    ["n", "next change"], ["p", "previous change"], ["v", "clean text, changes inline, side by side"],
    ["C", "copy the link of the clause in this view"],
  ];
  const STORE = "resolutions.keys";
  const VIEW = ["view", "show"]; // what changes.js keeps in the address
  const ADDRESS = /^(?:pp|op|fn|annex|s|u|h|x|t)[\w-]*\d[\w-]*(?::|$)/;
  const PLACES = ".clause, .cross-heading";

  // --- small things ---------------------------------------------------------------------------

  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element && name !== "role") element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  const stored = () => {
    try { return localStorage.getItem(STORE) !== "off"; } catch { return true; }
  };
  const store = (on) => {
    keys = on;
    try { localStorage.setItem(STORE, on ? "on" : "off"); } catch { /* private windows */ }
  };

  let keys = stored();

  // Whether the text could be copied.
  const toClipboard = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Without a secure context there is only the old way.
      const area = make("textarea", { value: text, className: "clause-hidden" });
      const focused = document.activeElement;
      document.body.append(area);
      area.select();
      const copied = document.execCommand("copy");
      area.remove();
      if (focused) focused.focus({ preventScroll: true });
      return copied;
    }
  };

  // Whether a key belongs to a field of text or to the browser; no letter is written into a button.
  const typing = ({ target, ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey
    || target.isContentEditable
    || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");

  // Material's own single keys come from a listener of the window: this one is asked first, on
  // every page.
  const mute = (event) => {
    const help = document.querySelector(".clause-help[open]");
    if ((!keys || help) && event.key.length === 1 && event.key !== " " && !typing(event)) {
      event.stopImmediatePropagation();
    }
  };

  // --- one page -------------------------------------------------------------------------------

  let stop = null;

  const start = () => {
    if (stop) stop.abort();
    const root = document.querySelector("article.resolution");
    if (!root) return;
    stop = new AbortController();
    new Reader(root, stop.signal).run();
  };

  class Reader {
    constructor(root, signal) {
      this.root = root;
      this.signal = signal;
      this.clauses = [...root.querySelectorAll(".clause")];
      this.title = document.title;
      this.current = null;
      this.menu = null;
      this.note = null;
      this.citing = window.resolutionCiting(this, make);
    }

    on(target, type, handler, options = {}) {
      target.addEventListener(type, handler, { signal: this.signal, ...options });
    }

    run() {
      this.speakFrom(this.root);
      for (const clause of this.clauses) this.addControl(clause);
      for (const mark of this.root.querySelectorAll(".note-mark > a")) this.addNote(mark);
      this.addHelp();
      this.citing.run();
      this.on(window, "hashchange", () => this.mark(true));
      this.on(document, "keydown", (event) => this.key(event));
      this.on(document, "click", (event) => this.outside(event));
      this.mark(false);
    }

    // --- addresses --------------------------------------------------------------------------

    label(clause) { return clause.dataset.label; }

    address(fragment) {
      const url = new URL(location.href);
      url.search = ""; // what was searched for is no part of the address
      url.hash = fragment;
      return url.href;
    }

    // The same with the view and the filter in which the reader sees it.
    addressInView(fragment) {
      const url = new URL(this.address(fragment));
      for (const [name, value] of this.chosen()) url.searchParams.set(name, value);
      return url.href;
    }

    chosen() {
      const asked = new URLSearchParams(location.search);
      return this.root.dataset.view ? [...asked].filter(([name]) => VIEW.includes(name)) : [];
    }

    // The clauses that a fragment names: one, or all from the first to the last of a range.
    named(fragment) {
      const [from, to] = fragment.split(":").map((id) => document.getElementById(id));
      const first = from && from.closest(`${PLACES}, .footnote`);
      if (!first || !this.root.contains(first)) return [];
      const last = to && to.closest(PLACES);
      if (!last) return [first];
      const all = [...this.root.querySelectorAll(PLACES)];
      const ends = [all.indexOf(first), all.indexOf(last)].sort((a, b) => a - b);
      return ends[0] < 0 ? [first] : all.slice(ends[0], ends[1] + 1);
    }

    mark(moved) {
      for (const old of this.root.querySelectorAll(".is-marked")) old.classList.remove("is-marked");
      let fragment = "";
      try { fragment = decodeURIComponent(location.hash.slice(1)); } catch { /* not ours */ }
      const marked = this.named(fragment);
      for (const clause of marked) clause.classList.add("is-marked");
      if (fragment.includes(":") && marked.length) {
        marked[0].scrollIntoView({ block: "start" });
        if (moved) marked[0].querySelector(".clause__num, .permalink").focus({ preventScroll: true });
      }
      if (marked.length) this.current = marked.find((one) => one.matches(".clause")) || this.current;
      const lost = fragment && !marked.length && !document.getElementById(fragment);
      const meant = lost && this.alike(fragment);
      if (meant) location.replace(`#${meant}`);
      else if (lost && ADDRESS.test(fragment)) this.say(`There is no ${fragment} in this resolution`);
      document.title = marked.length ? this.titleOf(marked) : this.title;
    }

    // The one address that a fragment is but for small and capital letters: OP8, OP8:OP9.
    alike(fragment) {
      const all = [...this.root.querySelectorAll("[id]")].map(({ id }) => id);
      const found = fragment.split(":")
        .map((part) => all.filter((id) => id.toLowerCase() === part.toLowerCase()));
      return found.every(({ length }) => length === 1) ? found.join(":") : null;
    }

    titleOf(marked) {
      const labels = [marked[0], marked[marked.length - 1]].map((one) => this.label(one));
      const named = labels[0] === labels[1] ? labels[0] : `${labels[0]} to ${labels[1]}`;
      const phrase = marked.length === 1 && marked[0].querySelector(":scope > .clause__text .phrase");
      const said = phrase ? ` ${phrase.textContent}` : "";
      return `${this.root.dataset.symbol}, ${named}${said} - ${this.root.dataset.title}`;
    }

    // --- copying ----------------------------------------------------------------------------

    async copy(text, what) {
      this.say(await toClipboard(text) ? `${what} copied` : "The browser did not let it be copied");
    }

    copyLink(fragment, label) {
      return this.copy(this.address(fragment), `Link to ${label}`);
    }

    copyView(fragment, label) {
      return this.copy(this.addressInView(fragment), `Link to ${label} in this view`);
    }

    // Where what is said stands: in the page, or in the dialog that is open over it.
    speakFrom(place) {
      if (this.toast) this.toast.classList.remove("is-shown");
      this.toast = place.querySelector(":scope > .clause-toast")
        || place.appendChild(make("p", { className: "clause-toast", role: "status" }));
    }

    get keys() { return keys; }

    // For those who listen; the eye sees it elsewhere.
    hint(words) {
      this.toast.classList.remove("is-shown");
      this.toast.textContent = words;
    }

    say(words) {
      this.toast.textContent = words;
      this.toast.classList.add("is-shown");
      clearTimeout(this.hush);
      this.hush = setTimeout(() => this.toast.classList.remove("is-shown"), 2500);
    }

    // --- the control on every clause ----------------------------------------------------------

    addControl(clause) {
      const button = make("button", {
        type: "button", className: "clause__copy", "aria-label": `Copy ${this.label(clause)}`,
        "aria-haspopup": "menu", "aria-expanded": "false", title: "Copy link, citation or text",
      });
      clause.querySelector(":scope > .clause__margin").append(button);
      this.on(button, "click", () => {
        if (this.menu && this.menu.owner === button) this.closeMenu();
        else this.openMenu(clause, button);
      });
      this.on(clause.querySelector(":scope > .clause__margin > .clause__num"), "click", (event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        location.hash = this.range(clause) || clause.id;
      });
    }

    // The fragment from the marked clause to another, null where none is marked or it is the same.
    range(clause) {
      const marked = this.root.querySelector(`:is(${PLACES}).is-marked`);
      if (!marked || marked === clause) return null;
      const before = marked.compareDocumentPosition(clause) & Node.DOCUMENT_POSITION_FOLLOWING;
      return before ? `${marked.id}:${clause.id}` : `${clause.id}:${marked.id}`;
    }

    entries(clause) {
      const { id } = clause;
      const label = this.label(clause);
      const entries = [["Copy link", () => this.copyLink(id, label)]];
      const range = this.range(clause);
      if (range) {
        const ends = range.split(":").map((end) => this.label(document.getElementById(end)));
        const said = ends.join(" to ");
        entries.push([`Copy link ${said}`, () => this.copyLink(range, said)]);
      }
      if (this.chosen().length) entries.push(["Copy link to this view", () => this.copyView(id, label)]);
      const span = range && range.split(":").map((end) => document.getElementById(end));
      return [...entries, ...this.citing.entries(clause, span)];
    }

    openMenu(clause, button) {
      this.closeMenu();
      const menu = make("div", { className: "clause-menu", role: "menu",
        "aria-label": `Copy ${this.label(clause)}` });
      for (const [name, run] of this.entries(clause)) {
        const item = make("button", { type: "button", role: "menuitem", tabIndex: -1 }, name);
        this.on(item, "click", () => { this.closeMenu(true); run(); });
        menu.append(item);
      }
      const { life } = clause.dataset; // since when it is said, where it is older than this text
      if (life) {
        menu.append(make("a", { role: "menuitem", tabIndex: -1,
          href: this.root.dataset.history + clause.id }, `History: ${life}`));
      }
      this.on(menu, "keydown", (event) => this.menuKey(event));
      this.on(menu, "focusout", ({ relatedTarget: to }) => {
        if (to && to !== button && !menu.contains(to)) this.closeMenu();
      });
      button.after(menu);
      button.setAttribute("aria-expanded", "true");
      menu.owner = button;
      this.menu = menu;
      this.fit(menu);
      menu.firstElementChild.focus({ preventScroll: true });
      menu.scrollIntoView({ block: "nearest" });
    }

    menuKey(event) {
      const items = [...this.menu.children];
      const at = items.indexOf(document.activeElement);
      const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
      if (event.key in moves) {
        event.preventDefault();
        items[(moves[event.key] + items.length) % items.length].focus();
      } else if (event.key === "Tab") {
        this.closeMenu(true); // and from there the focus moves on
      } else if (event.key === "Escape") {
        event.stopPropagation();
        this.closeMenu(true);
      }
    }

    closeMenu(back = false) {
      if (!this.menu) return;
      const { owner } = this.menu;
      this.menu.remove();
      this.menu = null;
      owner.setAttribute("aria-expanded", "false");
      if (back) owner.focus({ preventScroll: true });
    }

    outside(event) {
      if (this.menu && !this.menu.contains(event.target) && event.target !== this.menu.owner) {
        this.closeMenu();
      }
      if (this.note && !this.note.holder.contains(event.target)) this.closeNote();
    }

    // --- footnotes in their place -------------------------------------------------------------

    addNote(mark) {
      const holder = mark.parentElement;
      const soon = (run) => { clearTimeout(this.later); this.later = setTimeout(run, 150); };
      mark.setAttribute("aria-expanded", "false");
      this.on(holder, "pointerenter", (event) => {
        if (event.pointerType === "mouse") soon(() => this.openNote(mark));
      });
      this.on(holder, "pointerleave", (event) => {
        if (event.pointerType === "mouse") soon(() => {
          if (!this.pinned(mark) && !holder.querySelector(":focus-visible")) this.closeNote();
        });
      });
      this.on(mark, "focus", () => { if (mark.matches(":focus-visible")) this.openNote(mark); });
      this.on(holder, "focusout", (event) => {
        if (this.note && this.note.mark === mark && !holder.contains(event.relatedTarget)) {
          this.closeNote();
        }
      });
      this.on(mark, "click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        clearTimeout(this.later);
        if (this.pinned(mark)) this.closeNote();
        else { this.openNote(mark); this.note.fixed = true; }
      });
    }

    pinned(mark) { return this.note && this.note.mark === mark && this.note.fixed; }

    openNote(mark) {
      if (this.note && this.note.mark === mark) return;
      this.closeNote();
      const source = document.getElementById(mark.hash.slice(1));
      if (!source) return;
      const words = source.querySelector("p").cloneNode(true);
      for (const back of words.querySelectorAll(".footnote__back")) back.remove();
      const shown = make("span", { className: "note-shown", role: "note" },
        ...words.childNodes, " ",
        make("a", { href: mark.hash, className: "note-shown__go" }, "To the footnotes"));
      const holder = mark.parentElement;
      holder.append(shown);
      mark.setAttribute("aria-expanded", "true");
      this.note = { mark, holder, shown, fixed: false };
      this.fit(shown);
    }

    // Keep a note or menu inside the window: move it left by what would stand out.
    fit(shown) {
      const box = shown.getBoundingClientRect();
      const over = box.right + 8 - document.documentElement.clientWidth;
      const left = Math.max(0, Math.min(over, box.left - 8));
      if (over > 0) shown.style.setProperty("--shift", `${-left}px`);
      if (box.bottom > innerHeight && box.top > box.height + 100) shown.classList.add("is-above");
    }

    closeNote() {
      if (!this.note) return;
      const { mark, shown } = this.note;
      if (shown.contains(document.activeElement)) mark.focus({ preventScroll: true });
      this.note = null;
      mark.setAttribute("aria-expanded", "false");
      shown.remove();
    }

    // --- keys -------------------------------------------------------------------------------

    key(event) {
      if (event.key === "Escape") { this.closeMenu(true); this.closeNote(); return; }
      if (typing(event)) return;
      if (event.key === "j") this.move(1);
      else if (event.key === "k") this.move(-1);
      else if (event.key === "c") this.copyHere();
      else if (event.key === "C" && this.root.dataset.view) this.copyHere(true);
      else if (event.key === "q") this.citing.quote();
      else if (event.key === "?") this.help.showModal();
      else return;
      event.preventDefault();
    }

    // What is seen of a clause's own words: its text, or the redline in its place.
    body(clause) {
      return clause.querySelector(":scope > .change[open] .redline")
        || clause.querySelector(":scope > .clause__text");
    }

    // Where a clause's own words are: -1 above the window, 0 in it, 1 below.
    where(clause) {
      const box = this.body(clause).getBoundingClientRect();
      return box.bottom < 80 ? -1 : Number(box.top > innerHeight);
    }

    // The clause the reader is at, if it is in sight: the focused one, or the one moved to or marked.
    at() {
      const focused = document.activeElement && document.activeElement.closest(".clause");
      return [focused, this.current].find((clause) => clause && this.where(clause) === 0);
    }

    firstSeen() { return this.clauses.find((clause) => this.where(clause) === 0); }

    copyHere(inView = false) {
      const here = this.at() || this.firstSeen();
      if (!here) return;
      if (inView) this.copyView(here.id, this.label(here));
      else this.copyLink(here.id, this.label(here));
    }

    move(step) {
      const at = this.at();
      const next = at ? this.clauses[this.clauses.indexOf(at) + step]
        : this.firstSeen() || this.beyond(step);
      if (!next) return;
      this.current = next;
      next.querySelector(":scope > .clause__margin > .clause__num").focus({ preventScroll: true });
      next.scrollIntoView({ block: this.fits(next) ? "center" : "start" });
    }

    // The nearest clause above or below the window.
    beyond(step) {
      const there = this.clauses.filter((clause) => this.where(clause) === step);
      return step > 0 ? there[0] : there[there.length - 1];
    }

    fits(clause) { return clause.offsetHeight < innerHeight - 200; }

    // --- help -------------------------------------------------------------------------------

    addHelp() {
      const list = make("dl", {});
      for (const [key, what] of [...(this.root.dataset.view ? CHANGE_KEYS : []), ...KEYS]) {
        list.append(make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)));
      }
      const box = make("input", { type: "checkbox", checked: keys, autocomplete: "off" });
      this.on(box, "change", () => store(box.checked));
      const close = make("button", { type: "button", className: "clause-help__close" }, "Close");
      this.help = make("dialog", { className: "clause-help", "aria-labelledby": "clause-help" },
        make("h2", { id: "clause-help" }, "Keys and ways to point"), list,
        make("p", {}, "The sign beside a number copies the link of the clause, its text or its "
          + "citation. Shift and a click on a number mark all from the marked clause to this one."),
        make("p", {}, make("label", {}, box, " Single-key shortcuts")), close);
      this.on(close, "click", () => this.help.close());
      this.root.append(this.help);
      const open = this.root.querySelector(".clause-keys");
      open.disabled = false;
      this.on(open, "click", () => this.help.showModal());
    }
  }

  addEventListener("keydown", mute, { capture: true });

  // Material announces each page it shows; without it there is one page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
