// On the error page: an address that is the symbol of a resolution leads to the official document.
"use strict";

(() => {
  let path = location.pathname;
  try { path = decodeURIComponent(path); } catch { /* as it is */ }
  const found = /\/(A\/RES\/(?:E?S-)?\d+(?:\/\d+|\([\dIVXLC]+\))[A-Z]?)\/?$/i.exec(path);
  if (!found) return;
  const symbol = found[1].toUpperCase();
  const told = document.getElementById("official");
  told.querySelector("span").textContent = symbol;
  told.querySelector("a").href += encodeURI(symbol);
  told.hidden = false;
})();
