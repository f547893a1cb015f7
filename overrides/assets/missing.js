// On the error page: an address that is the symbol of a resolution, however it is written, leads to
// the text that is held here; of another language, or of what is not held, it says where it is.
"use strict";

(() => {
  const site = new URL("..", document.currentScript.src);
  let path = location.pathname.slice(site.pathname.length);
  try { path = decodeURIComponent(path); } catch { /* as it is */ }
  const found = /^(?:([a-z]{2})\/)?(?:A\/RES\/)?((?:E?S-)?\d+(?:\/\d+|\([\dIVXLC]+\))[A-Z]?)\/?$/i
    .exec(path);
  if (!found) return;
  const language = (found[1] ?? "en").toLowerCase();
  const symbol = `A/RES/${found[2].toUpperCase()}`;

  const tell = (id, address) => {
    const told = document.getElementById(id);
    told.querySelector("span").textContent = symbol;
    told.querySelector("a").href += address;
    told.hidden = false;
  };

  // Of a resolution adopted in parts there is a page where one of them is held.
  const isHeld = (one) => one.symbol === symbol
    || (one.symbol.slice(0, -1) === symbol && /[A-Z]$/.test(one.symbol));

  fetch(new URL("resolutions.json", site)).then((answer) => answer.json()).then((all) => {
    const page = `${symbol}/${location.search}${location.hash}`;
    if (!all.some(isHeld)) tell("official", encodeURI(symbol));
    else if (language === "en" && path !== `${symbol}/`) location.replace(new URL(page, site));
    else tell("held", page);
  }).catch(() => { /* what the page says is true all the same */ });
})();
