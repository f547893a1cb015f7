// How the page of a resolution and its clauses are cited. The page prints every form of the whole,
// with empty slots where a pinpoint goes; here the slots are filled for a clause or a span of clauses,
// and words that a reader copies are offered with their citation. Nothing is copied unasked.
"use strict";

(() => {
  const STYLES = ["un", "oscola", "bluebook"]; // those of the menu; the dialog has every form
  const LABELS = /^(.* )?(para\.|para|¶) (.+)$/;
  const PLURALS = { "para.": "paras.", para: "paras", "¶": "¶¶" };
  const ORDINAL = / preambular paragraph$/;
  const NOT_WORDS = ".note-mark, .note-shown, .card, .for-ears, del, .parts-del, .row--gone";
  const REDLINED = "ins, del, .redline--earlier";

  // The pinpoint of a span of clauses from those of its ends: ", para. 3" and ", para. 5" are
  // ", paras. 3–5"; of ends that have nothing in common both are said.
  const spanned = (from, to) => {
    if (from === to || !to) return from;
    if (!from) return to;
    const cut = from.lastIndexOf(", ") + 2; // what stands before is the annex or the section
    const [first, last] = [from.slice(cut), to.slice(cut)];
    if (from.slice(0, cut) === to.slice(0, cut)) {
      const [a, b] = [LABELS.exec(first), LABELS.exec(last)];
      if (a && b && a[1] === b[1] && a[2] === b[2]) {
        const between = /^\d+$/.test(a[3] + b[3]) ? "–" : " to ";
        return `${from.slice(0, cut)}${a[1] || ""}${PLURALS[a[2]]} ${a[3]}${between}${b[3]}`;
      }
      if (ORDINAL.test(first) && ORDINAL.test(last)) return `${from.replace(ORDINAL, "")} to ${last}s`;
    }
    return `${from} to ${to.slice(2)}`;
  };

  const spaced = (text) => text.replace(/\s+/g, " ").trim();

  // The words of a piece of the page: of a table a line for each row and a tab between cells.
  const plain = (piece) => {
    const rows = new Map();
    for (const cell of piece.querySelectorAll("th, td")) {
      const row = rows.get(cell.parentNode) || [];
      rows.set(cell.parentNode, [...row, spaced(cell.textContent)]);
      cell.textContent = "";
    }
    return [...[...rows.values()].map((row) => row.join("\t")), spaced(piece.textContent)]
      .filter(Boolean).join("\n");
  };

  class Citing {
    constructor(reader, make) {
      this.reader = reader;
      this.make = make;
      this.forms = [...reader.root.querySelectorAll(".cite__form")];
      this.offered = null;
    }

    run() {
      for (const form of this.forms) this.addCopy(form, [], "this resolution");
      this.reader.on(document, "copy", (event) => {
        this.copyLater(event);
        this.offer(event.target);
      });
      this.reader.on(document, "keydown", ({ key }) => { if (key === "Escape") this.withdraw(); });
      this.reader.on(document, "pointerdown", ({ target }) => {
        if (this.offered && !this.offered.contains(target)) this.withdraw();
      });
    }

    // --- forms ------------------------------------------------------------------------------

    // What goes into a slot for a span of clauses, none for the whole.
    slot(name, span) {
      if (!span.length) return "";
      const [first, last] = [span[0], span.at(-1)];
      const ends = first === last ? [first.id] : [first.id, last.id];
      if (name === "key") return `-${ends.join("-")}`;
      if (name === "fragment") return `#${ends.join(":")}`;
      const pins = [first, last].map((clause) => clause.getAttribute(`data-pin-${name}`) || "");
      return spanned(...pins);
    }

    fill(form, span) {
      for (const slot of form.querySelectorAll("[data-slot]")) {
        slot.textContent = this.slot(slot.dataset.slot, span);
      }
      return form;
    }

    text(name, span) {
      const form = this.forms.map((one) => one.querySelector("pre"))
        .find((pre) => pre.dataset.form === name);
      return this.fill(form.cloneNode(true), span).textContent;
    }

    name(form) { return form.querySelector("figcaption").firstChild.textContent; }

    label(span) {
      const labels = [span[0], span.at(-1)].map((clause) => this.reader.label(clause));
      return labels[0] === labels[1] ? labels[0] : labels.join(" to ");
    }

    addCopy(form, span, what) {
      const name = this.name(form);
      const button = this.make("button", { type: "button", className: "cite__copy",
        "aria-label": `Copy ${name} of ${what}` }, "Copy");
      form.querySelector("figcaption").append(" ", button);
      this.reader.on(button, "click", () => this.reader.copy(
        this.text(form.querySelector("pre").dataset.form, span), name));
    }

    // --- the menu of a clause and its dialog --------------------------------------------------

    // `span` are the ends of what is marked together with the clause, null where nothing is.
    entries(clause, span) {
      const label = this.reader.label(clause);
      const shown = this.forms.filter((form) => STYLES.includes(form.querySelector("pre").dataset.form));
      return [
        ["Copy text with citation",
          () => this.reader.copy(this.cited(this.words(clause), [clause]), `Text of ${label}`)],
        ...shown.map((form) => [`Copy citation, ${this.name(form)}`, () => this.reader.copy(
          this.text(form.querySelector("pre").dataset.form, [clause]), `Citation of ${label}`)]),
        ["More ways to cite", () => this.open([clause])],
        ...(span ? [[`Ways to cite ${this.label(span)}`, () => this.open(span)]] : []),
      ];
    }

    open(span) {
      const { make, reader } = this;
      const label = this.label(span);
      const close = make("button", { type: "button", className: "clause-help__close" }, "Close");
      const dialog = make("dialog", { className: "clause-help clause-cite",
        "aria-labelledby": "clause-cite" },
      make("div", { className: "clause-cite__head" },
        make("h2", { id: "clause-cite" }, `Cite ${label}`), close));
      for (const form of this.forms) {
        const copy = this.fill(form.cloneNode(true), span);
        copy.querySelector(".cite__copy").remove();
        this.addCopy(copy, span, label);
        dialog.append(copy);
      }
      reader.on(close, "click", () => dialog.close());
      reader.on(dialog, "close", () => { reader.speakFrom(reader.root); dialog.remove(); });
      reader.root.append(dialog);
      dialog.showModal();
      reader.speakFrom(dialog); // what lies outside a dialog is neither seen nor heard
    }

    // --- words with their citation ------------------------------------------------------------

    cited(words, span) {
      return `${words}\n(${this.text("un", span)}, ${this.reader.address(
        this.slot("fragment", span).slice(1))})`;
    }

    // The words of a clause and of those below it, each with its number, without marks and controls.
    words(clause) {
      return [clause, ...clause.querySelectorAll(".clause")]
        .map((one) => this.line(one, one.querySelector(":scope > .clause__text").cloneNode(true)))
        .join("\n");
    }

    line(clause, words, numbered = true) {
      for (const extra of words.querySelectorAll(NOT_WORDS)) extra.remove();
      const text = plain(words);
      return numbered && text && clause.dataset.num ? `${clause.dataset.num} ${text}` : text;
    }

    // The text of a clause that the eye sees: of two columns the later one.
    seen(clause) {
      return clause.querySelector(":scope > .change[open] .redline--later")
        || this.reader.body(clause);
    }

    // What a range holds of a clause's own words, with its number where they begin with the first.
    part(clause, range) {
      const body = this.seen(clause);
      if (!range.intersectsNode(body)) return "";
      const part = document.createRange();
      const before = document.createRange();
      for (const one of [part, before]) one.selectNodeContents(body);
      if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
        part.setStart(range.startContainer, range.startOffset);
      }
      if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
        part.setEnd(range.endContainer, range.endOffset);
      }
      before.setEnd(part.startContainer, part.startOffset);
      const words = this.make("div", {}, part.cloneContents());
      return this.line(clause, words, !before.toString().trim());
    }

    // The clauses that the selected words stand in, and the words; null where there are none.
    passage() {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      const parts = this.reader.clauses.map((clause) => [clause, this.part(clause, range)])
        .filter(([, words]) => words);
      if (!parts.length) return null;
      const [first, last] = [parts[0][0], parts.at(-1)[0]];
      const span = first.contains(last) ? [first] : [first, last];
      return { span, words: parts.map(([, words]) => words).join("\n") };
    }

    quote() {
      const passage = this.passage();
      if (passage) this.take(passage);
      else this.reader.say("Select words of the text first");
    }

    take({ span, words }) {
      this.withdraw();
      this.reader.copy(this.cited(words, span), `Words and citation of ${this.label(span)}`);
    }

    // Words that are copied from a redline are those of this text; of the one before only where
    // nothing else is selected, and what is hidden for a moment shows it.
    copyLater(event) {
      const selection = getSelection();
      const { root } = this.reader;
      const isTouched = [...root.querySelectorAll(REDLINED)]
        .some((one) => one.getClientRects().length && selection.containsNode(one, true));
      if (!isTouched) return;
      const at = scrollY;
      root.classList.add("is-copied");
      const words = selection.toString().trim();
      root.classList.remove("is-copied");
      scrollTo(scrollX, at);
      if (!words) return;
      event.clipboardData.setData("text/plain", words);
      event.preventDefault();
    }

    // --- the offer --------------------------------------------------------------------------

    offer(target) {
      if (target.closest && target.closest("input, textarea, dialog, .cite")) return;
      const passage = this.passage();
      this.withdraw();
      if (!passage) return;
      const { make, reader } = this;
      const label = this.label(passage.span);
      const take = make("button", { type: "button" }, "Copy with citation");
      const close = make("button", { type: "button", "aria-label": "Dismiss" }, "×");
      this.offered = make("div", { className: "clause-offer", role: "group",
        "aria-label": "What was copied" }, make("span", {}, `${label} copied.`), take, close);
      reader.on(take, "click", () => this.take(passage));
      reader.on(close, "click", () => this.withdraw());
      // Behind the words in the order of focus, and out of their flow.
      this.offered.owner = passage.span.at(-1);
      this.offered.owner.append(this.offered);
      reader.hint(`${label} copied. The button behind the words${
        reader.keys ? ", or the key q," : ""} copies them with their citation.`);
    }

    withdraw() {
      if (!this.offered) return;
      const { owner } = this.offered;
      const focused = this.offered.contains(document.activeElement);
      this.offered.remove();
      this.offered = null;
      if (focused) owner.querySelector(".clause__num").focus({ preventScroll: true });
    }
  }

  window.resolutionCiting = (reader, make) => new Citing(reader, make);
})();
