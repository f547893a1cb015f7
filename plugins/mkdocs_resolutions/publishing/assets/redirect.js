// A short address leads to its page and takes the fragment along, which a meta refresh would lose.
"use strict";
const link = document.getElementById("target");
location.replace(new URL(link.getAttribute("href"), location.href).href + location.hash);
