// Cards of references: what a reference leads to, said where it stands. A pointer that rests on a
// reference, the keyboard's focus, or a tap shows its card; Escape takes it away. All cards stand in
// the page; without this the links lead where they lead.
"use strict";

(() => {
  const REFERENCE = "a.reference[data-card]";
  const REST = 300; // how long a pointer rests before a card comes, and stays away before it goes
  const EDGE = 8; // pixels that stay free around a card
  const GOES = {
    held: "Open the text", here: "Go there", external: "Open the official document", quiet: "Open",
  };

  if (!("popover" in HTMLElement.prototype)) return;

  const make = (tag, className, words = "") => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(words);
    return element;
  };

  let stop = null;

  const start = () => {
    if (stop) stop.abort();
    const root = document.querySelector("article.resolution");
    const cards = root && root.querySelector("template.cards");
    if (!cards) return;
    stop = new AbortController();
    new Cards(root, [...cards.content.children], stop.signal).run();
  };

  class Cards {
    constructor(root, cards, signal) {
      this.root = root;
      this.cards = cards;
      this.signal = signal;
      this.open = null; // the card in sight: its link, itself, whether a tap opened it
    }

    on(target, type, handler, options = {}) {
      target.addEventListener(type, handler, { signal: this.signal, ...options });
    }

    run() {
      this.on(document, "pointerover", (event) => this.over(event));
      this.on(document.documentElement, "pointerleave", () => this.soon(() => this.leave()));
      this.on(document, "pointerdown", (event) => this.down(event));
      this.on(this.root, "focusin", (event) => this.focus(event));
      this.on(this.root, "focusout", (event) => this.blur(event));
      this.on(this.root, "click", (event) => this.click(event));
      // Before the others: of what is open, the card goes first.
      this.on(document, "keydown", (event) => {
        if (event.key !== "Escape") return;
        clearTimeout(this.later);
        if (!this.open) return;
        event.stopPropagation();
        this.close();
      }, { capture: true });
    }

    soon(run) {
      clearTimeout(this.later);
      this.later = setTimeout(run, REST);
    }

    // --- what opens and closes ------------------------------------------------------------------

    over(event) {
      if (event.pointerType === "touch") return;
      const { target } = event;
      if (this.open && (this.open.card.contains(target) || this.open.link.contains(target))) {
        clearTimeout(this.later);
        return;
      }
      const link = target.closest(REFERENCE);
      const at = event.clientY;
      this.soon(() => (link && this.root.contains(link) ? this.show(link, { at }) : this.leave()));
    }

    // The pointer is elsewhere: a card that the keyboard or a tap opened stays.
    leave() {
      if (this.open && !this.open.tapped && !this.open.link.matches(":focus-visible")) this.close();
    }

    down({ target, pointerType }) {
      this.touched = pointerType === "touch";
      const { open } = this;
      if (open && !open.card.contains(target) && !open.link.contains(target)) this.close();
    }

    focus({ target }) {
      if (!target.matches(REFERENCE) || !target.matches(":focus-visible")) return;
      clearTimeout(this.later);
      this.show(target);
    }

    blur({ relatedTarget }) {
      const { open } = this;
      if (open && !open.card.contains(relatedTarget) && relatedTarget !== open.link) {
        // A tap on the words of a card takes the focus from its link, and leaves the card.
        if (!open.tapped || relatedTarget) this.close();
      }
    }

    // The first tap shows the card, which has the way on; the second one goes, as a click does.
    click(event) {
      const link = event.target.closest(REFERENCE);
      if (!link) return;
      clearTimeout(this.later);
      const again = this.open && this.open.link === link && this.open.tapped;
      const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (this.touched && plain && !again) {
        event.preventDefault();
        this.show(link, { at: event.clientY, tapped: true });
      } else {
        this.close();
      }
    }

    // --- the card -------------------------------------------------------------------------------

    show(link, { at = null, tapped = false } = {}) {
      if (this.open && this.open.link === link && !tapped) return;
      this.close();
      const said = this.cards[Number(link.dataset.card)];
      if (!said) return;
      const card = make("span", "card");
      card.id = "reference-card";
      card.popover = "manual";
      card.dir = "ltr";
      if (/^ibid/i.test(link.textContent)) {
        card.append(make("span", "card__facts", "“Ibid.” stands for"));
      }
      card.append(...said.cloneNode(true).childNodes);
      if (tapped) this.addWays(card, link);
      else this.describe(card, link);
      link.after(card);
      card.showPopover();
      this.open = { link, card, tapped };
      this.place(link, card, at);
    }

    // With the pointer or the focus on its link, the card is the description of the link: it is read
    // with it, and not once more behind it.
    describe(card, link) {
      card.role = "tooltip";
      card.ariaHidden = "true";
      link.setAttribute("aria-describedby", card.id);
    }

    // Opened by a tap, it is a part of the page behind the link, with a way on and a way back.
    addWays(card, link) {
      card.role = "group";
      card.ariaLabel = `About ${link.textContent.trim()}`;
      link.setAttribute("aria-expanded", "true");
      const [, look] = /reference--(\w+)/.exec(link.className);
      const go = make("a", "card__go", GOES[look]);
      go.href = link.href;
      if (link.rel) go.rel = link.rel;
      this.on(go, "click", () => this.close());
      const close = make("button", "card__close", "Close");
      close.type = "button";
      this.on(close, "click", () => this.close());
      const ways = make("span", "card__ways");
      ways.append(go, close);
      card.append(ways);
    }

    // Below the words, or above them where there is more room; never out of the window.
    place(link, card, at) {
      const boxes = [...link.getClientRects()];
      const box = boxes.find(({ top, bottom }) => at !== null && top <= at && at <= bottom)
        || boxes[0] || link.getBoundingClientRect();
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const below = height - box.bottom - EDGE;
      const above = box.top - EDGE;
      const down = card.offsetHeight <= below || below >= above;
      card.style.maxHeight = `${Math.max(down ? below : above, 96)}px`;
      const left = Math.max(EDGE, Math.min(box.left, width - card.offsetWidth - EDGE));
      const top = down ? box.bottom + 2 : box.top - card.offsetHeight - 2;
      card.style.left = `${left + scrollX}px`;
      card.style.top = `${top + scrollY}px`;
    }

    close() {
      if (!this.open) return;
      const { link, card } = this.open;
      const inside = card.contains(document.activeElement);
      this.open = null;
      card.remove();
      link.removeAttribute("aria-describedby");
      link.removeAttribute("aria-expanded");
      if (inside) link.focus({ preventScroll: true });
    }
  }

  // Material announces each page it shows; without it there is one page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
