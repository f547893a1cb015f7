// A short address leads to its page and takes view and fragment along, which a meta refresh would lose.
"use strict";
const link = document.getElementById("target");
location.replace(new URL(link.getAttribute("href"), location.href).href + location.search + location.hash);
