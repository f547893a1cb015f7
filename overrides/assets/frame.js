// What Material's scripts in the page would do, as a file: the content security policy allows no
// script in the page itself. The names that begin with __md are those its bundle asks for.
"use strict";

(() => {
  const base = new URL(document.currentScript.dataset.base, location.href);
  const key = (name, scope) => `${scope.pathname}.${name}`;

  window.__md_scope = base;

  // Where nothing can be stored, as in some private windows, nothing has been.
  window.__md_get = (name, store, scope = base) => {
    try { return JSON.parse((store || localStorage).getItem(key(name, scope))); } catch { return null; }
  };

  window.__md_set = (name, value, store, scope = base) => {
    try { (store || localStorage).setItem(key(name, scope), JSON.stringify(value)); } catch { /* too */ }
  };

  // The scheme that the reader chose here, else the one of the system.
  const choose = () => {
    const chosen = window.__md_get("__palette");
    const options = [...document.querySelectorAll("input[data-md-color-media]")];
    const option = options[chosen ? chosen.index : -1]
      || options.find((one) => matchMedia(one.dataset.mdColorMedia).matches);
    if (!option) return;
    option.checked = true;
    option.nextElementSibling.hidden = false;
    for (const { name, value } of option.attributes) {
      if (name.startsWith("data-md-color-")) document.body.setAttribute(name, value);
    }
  };

  // The sign that opens the drawer is a label, which no keyboard reaches: a button takes its place.
  // While the drawer lies over the page, no focus gets lost beneath it; Escape closes it.
  const equip = () => {
    const drawer = document.getElementById("__drawer");
    const label = document.querySelector(".md-header [for='__drawer']");
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} md-header__drawer`;
    button.setAttribute("aria-label", "Navigation");
    button.setAttribute("aria-expanded", "false");
    button.append(...label.childNodes);
    label.replaceWith(button);
    button.addEventListener("click", () => drawer.click());

    const close = () => { if (drawer.checked) drawer.click(); };
    drawer.addEventListener("change", () => {
      const open = drawer.checked;
      const beneath = ".md-skip, .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer";
      for (const part of document.querySelectorAll(beneath)) part.inert = open;
      button.setAttribute("aria-expanded", String(open));
      (open ? document.querySelector(".md-sidebar--primary a") : button).focus();
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  };

  // The bundle opens every disclosure for the printer. Asked before it is there: what the reader has
  // closed is closed on paper, too.
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details")) {
      one.classList.toggle("is-closed", !one.open);
    }
  });

  document.documentElement.classList.replace("no-js", "js");

  // As soon as the header is there and before it is painted, so that nothing flashes or moves.
  const header = new MutationObserver(() => {
    if (!document.querySelector(".md-container")) return;
    header.disconnect();
    // No browser need remember over a reload that the drawer or the search was open.
    for (const toggle of document.querySelectorAll("[data-md-toggle]")) toggle.checked = false;
    choose();
    equip();
  });
  header.observe(document.documentElement, { childList: true, subtree: true });
})();
