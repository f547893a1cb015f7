// Comfort on the page of a series: arrow keys in the picture, the redline of what was clicked opened
// at once, any two years compared. The page says everything but the last without it.
import { runs } from "./redline.js";

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// --- the picture: one stop for the tabulator, arrows go on from cell to cell ---------------------

const picture = document.querySelector(".picture");
const rows = picture ? [...picture.querySelectorAll("tr:has(td > a)")] : [];
const MOVES = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

const enter = (cell) => {
  for (const old of picture.querySelectorAll("td > a[tabindex='0']")) old.tabIndex = -1;
  cell.tabIndex = 0;
};

const visible = (row) => row.offsetParent !== null;

// The next cell with something in it, in a direction.
const beside = (cell, [down, across]) => {
  const row = cell.closest("tr");
  let y = rows.indexOf(row);
  let x = cell.parentElement.cellIndex;
  for (;;) {
    y += down;
    x += across;
    if (y < 0 || y >= rows.length || x < 1 || x >= row.cells.length) return null;
    const found = visible(rows[y]) && rows[y].cells[x].querySelector("a");
    if (found) return found;
  }
};

const edge = (cell, last) => {
  const links = cell.closest("tr").querySelectorAll("td > a");
  return links[last ? links.length - 1 : 0];
};

if (picture) {
  for (const cell of picture.querySelectorAll("td > a")) cell.tabIndex = -1;
  const first = rows[0]?.querySelector("td:last-of-type > a") ?? rows[0]?.querySelector("td > a");
  if (first) first.tabIndex = 0;
  picture.addEventListener("focusin", ({ target }) => {
    if (target.matches("td > a")) enter(target);
  });
  picture.addEventListener("keydown", (event) => {
    const { target: cell, key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!cell.matches("td > a") || altKey || ctrlKey || metaKey || shiftKey) return;
    const next = MOVES[key] ? beside(cell, MOVES[key])
      : key === "Home" || key === "End" ? edge(cell, key === "End") : undefined;
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  });
  // The newest years first: they are at the right end of a long picture.
  picture.scrollLeft = picture.scrollWidth;
}

// --- what lies below the edge of the picture -----------------------------------------------------

const more = picture?.querySelector(".picture__more");

const tellMore = () => {
  const edge = picture.getBoundingClientRect().bottom;
  const below = rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return visible(row) && (top + bottom) / 2 > edge;
  }).length;
  more.textContent = `↓ ${below} more ${below === 1 ? "clause" : "clauses"}`;
  more.hidden = below === 0;
};

if (more) {
  picture.addEventListener("scroll", tellMore, { passive: true });
  new ResizeObserver(tellMore).observe(picture);
  tellMore();
}

// What of the address the page shows already.
let kept = location.search;

// Which rows are shown is kept in the address, as the years compared are.
const still = document.getElementById("only-changed");

const showRows = () => {
  still.checked = new URLSearchParams(location.search).get("rows") === "changed";
  tellMore();
};

if (still) {
  showRows();
  addEventListener("popstate", showRows);
  still.addEventListener("change", () => {
    const url = new URL(location.href);
    if (still.checked) url.searchParams.set("rows", "changed");
    else url.searchParams.delete("rows");
    history.replaceState(history.state, "", url);
    kept = location.search;
    tellMore();
    document.querySelector(".picture__said").textContent = `${rows.filter(visible).length} of `
      + `${rows.length} clauses shown`;
  });
}

// --- what an address names: its redline opens, its cell is marked ----------------------------------

const land = () => {
  for (const old of document.querySelectorAll(".picture [aria-current]")) {
    old.removeAttribute("aria-current");
  }
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id && document.getElementById(id);
  if (id && !place) { // perhaps the one that it is but for small and capital letters
    const alike = [...document.querySelectorAll("main [id]")]
      .filter((one) => one.id.toLowerCase() === id.toLowerCase());
    if (alike.length === 1) location.replace(`#${alike[0].id}`);
  }
  const form = place && place.closest(".form");
  if (!form) return;
  const details = form.querySelector("details");
  if (details && form.querySelector("a") === place) details.open = true;
  const cell = picture?.querySelector(`td > a[href="#${CSS.escape(id)}"]`);
  cell?.setAttribute("aria-current", "true");
  if (cell) enter(cell);
};
addEventListener("hashchange", land);
land();

// --- redlines ------------------------------------------------------------------------------------

const ears = (text) => make("span", { className: "for-ears", textContent: text });
const MARKS = { "-": ["del", "deleted: ", " end of deletion, "],
  "+": ["ins", "inserted: ", " end of insertion, "] };

const redlined = (list, kinds) => {
  const shown = list.filter(([kind]) => kinds.includes(kind));
  return shown.flatMap(([kind, text], at) => {
    if (kind === "=") return [text];
    const [tag, before, after] = MARKS[kind];
    const words = text.trim();
    const start = text.indexOf(words);
    const meets = kind === "-" && words === text && shown[at + 1]?.[0] === "+";
    const end = ears(/[,;:.]$/.test(words) ? after : `,${after}`);
    const element = make(tag, { className: meets ? "meets" : "" }, ears(before), words, end);
    return [text.slice(0, start), element, text.slice(start + words.length)];
  });
};

// Redlines that are too many for the page: from the comparison of the later text, when opened.
const fetched = new Map();
const json = (address) => {
  if (!fetched.has(address)) {
    fetched.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }));
  }
  return fetched.get(address);
};

const fill = async (details) => {
  const [page, clause] = details.parentElement.querySelector("a").getAttribute("href").split("#");
  const { changes } = await json(`${page}changes.json`);
  const change = changes.find(({ after }) => after.includes(clause));
  const { runs: own } = change.halves.find(({ after }) => after === clause) ?? change;
  const list = [change.returned, own, change.table].find(({ length }) => length);
  details.append(make("blockquote", { className: "redline" }, ...redlined(list, "=-+")));
};

for (const details of document.querySelectorAll("details[data-redline]")) {
  details.addEventListener("toggle", () => {
    fill(details).catch(() => {
      details.append(make("p", {}, "It could not be fetched; the link above leads to its page."));
    });
  }, { once: true });
}

// --- any two years -------------------------------------------------------------------------------

const form = document.querySelector("form.two-years");
const answer = document.querySelector(".two-years__answer");
const status = document.querySelector(".two-years__said");

// The words of every clause of a text, by id.
const texts = (record) => {
  const found = new Map();
  const take = (clauses) => {
    for (const clause of clauses) {
      const rows_ = clause.rows?.map((row) => row.map((cell) => cell.text).join(" ")).join("\n");
      found.set(clause.id, { text: clause.text || rows_ || "", num: clause.num });
      take(clause.clauses);
    }
  };
  take(record.preamble);
  take(record.operative);
  for (const annex of record.annexes) take(annex.clauses);
  return found;
};

const clauseOf = (row, x, slug) => {
  const link = row.cells[x].querySelector("a:not(.gone)");
  return link ? link.getAttribute("href").slice(slug.length + 2) : null;
};

const chosen = (select) => {
  const option = select.selectedOptions[0];
  return { slug: option.value, name: option.textContent, address: option.dataset.address };
};

const shortOf = (year) => year.name.split(" ")[0];

const linkTo = (year, { id }, words) => make("a", { href: `${year.address}#${id}` }, words);

const half = (year, clause, children) => make("div", {},
  make("p", { className: "pair__name" },
    clause ? linkTo(year, clause, `${shortOf(year)}, ${name(clause.id)}`) : ""),
  ...children);

const columnOf = (slug) => document.getElementById(slug).cellIndex;

// What became of a clause on the way from one column to another: the heaviest of it, and in which
// years. Between two years that follow each other that is the weight of their change. What came back
// in other words nobody has weighed: it may be anything but lighter than what was.
const WEIGHTS = ["substantive", "returned", "routine", "editorial"];

const wayOf = (row, [from, to]) => {
  const steps = stepsOf(row, from, to);
  for (const weight of WEIGHTS) {
    const found = steps.filter((step) => step?.classList.contains(weight));
    if (found.length) return { weight, years: found.map(yearOf) };
  }
  return null;
};

// The cell of a clause in a year, by its anchor.
const cellOf = (anchor) => anchor
  && picture.querySelector(`td > a:not(.gone)[href="#${CSS.escape(anchor)}"]`)?.parentElement;

// Where the half of a split comes from, if a column lies before it.
const originOf = (row, x) => {
  const origin = cellOf(row.dataset.partedFrom);
  return origin && x <= origin.cellIndex ? origin : null;
};

const stepsOf = (row, from, to) => {
  const origin = originOf(row, from);
  const before = origin ? stepsOf(origin.parentElement, from, origin.cellIndex) : [];
  return [...before, ...[...row.cells].slice(from + 1, to + 1).map((cell) => cell.firstElementChild)];
};

// The row that says at a column what a clause was: before a split that of the clause it comes from,
// behind a merger that of the clause it went into.
const rowBefore = (row, x) => {
  const origin = originOf(row, x);
  return origin ? rowBefore(origin.parentElement, x) : row;
};

const rowBehind = (row, x) => {
  const heir = cellOf(row.dataset.mergedInto);
  return heir && heir.cellIndex <= x ? rowBehind(heir.parentElement, x) : row;
};

const yearOf = (step) => picture.querySelector("thead").rows[0]
  .cells[step.parentElement.cellIndex].firstElementChild.textContent;

const wayWords = ({ way, kind, before, after, split }) => {
  if (kind === "merged") return `merged into ${name(after.id)}`;
  if (!way || kind === "new" || kind === "gone") return kind;
  const same = kind === "unchanged";
  const what = way.weight !== "returned" ? way.weight
    : `left out and ${same ? "back" : "back in other words"}`;
  const whole = split ? `, split from ${name(before.id)}` : "";
  return `${same ? "unchanged in the end, but on the way " : ""}${what} in ${way.years.join(", ")}`
    + whole;
};

const pairOf = (row, years, held) => {
  const columns = years.map(({ slug }) => columnOf(slug));
  const sides = [rowBefore(row, columns[0]), rowBehind(row, columns[1])];
  const [before, after] = years.map(({ slug }, side) => {
    const id = clauseOf(sides[side], columns[side], slug);
    return id && { id, ...held[side].get(id) };
  });
  const [split, merged] = sides.map((side) => side !== row);
  // Of a half that is no longer there the whole tells, of what came and merged that which took it up.
  if ((split && (merged || !after)) || (!before && (merged || !after))) return null;
  const list = runs(before?.text ?? "", after?.text ?? "");
  const same = list.every(([kind]) => kind === "=");
  const kind = !after ? "gone" : !before ? "new" : merged ? "merged"
    : same ? "unchanged" : "changed";
  return { before, after, list, kind, way: wayOf(row, columns), split };
};

const besides = (pair, years) => [
  half(years[0], pair.before, redlined(pair.list, "=-")),
  half(years[1], pair.after, redlined(pair.list, "=+")),
];

// Both texts in one: named as in the later one, and as in the earlier where it had another name.
const inline = ({ before, after, list }, years) => {
  const was = after && before && before.id !== after.id
    ? [", was ", linkTo(years[0], before, `${name(before.id)} in ${shortOf(years[0])}`)] : [];
  const own = after ?? before;
  return [make("div", { className: "pair__whole" },
    make("p", { className: "pair__name" },
      linkTo(years[after ? 1 : 0], own, name(own.id)), ...was),
    ...redlined(list, "=-+"))];
};

const paired = (pair, years, view) => make("div", { className: `pair pair--${pair.kind}` },
  make("p", { className: "pair__way" }, wayWords(pair)),
  ...(view === "inline" ? inline : besides)(pair, years));

const name = (id) => id.replace(/^op0(?!\d)/, "lead-in")
  .replace(/^(pp|op)(\d+)/, (_, part, number) => `${part.toUpperCase()} ${number}`)
  .replaceAll(/-([a-z]+)/g, " ($1)");

const count = (pairs, kind) => pairs.filter((pair) => pair.kind === kind).length;

// "13 changed (7 substantive, 1 back in other words, 4 routine, 1 editorial)", each by the heaviest
// that befell it.
const SAID = { returned: "back in other words" };
const changedWords = (pairs) => {
  const changed = pairs.filter(({ kind }) => kind === "changed");
  const weighed = WEIGHTS
    .map((weight) => [changed.filter(({ way }) => way?.weight === weight).length, weight])
    .filter(([number]) => number).map(([number, weight]) => `${number} ${SAID[weight] ?? weight}`);
  return `${changed.length} changed${weighed.length ? ` (${weighed.join(", ")})` : ""}`;
};

// Which of the pairs are shown, and how; both are kept in the address, under the names that the page
// of a resolution has for them.
const CHOICES = {
  show: [["changed", "what changed"], ["substantive", "what changed in substance"],
    ["all", "all clauses"]],
  view: [["side", "side by side"], ["inline", "inline"]],
};
const SHOWN = {
  changed: ({ kind }) => kind !== "unchanged",
  substantive: ({ kind, way }) => ["new", "gone", "merged"].includes(kind)
    || (kind === "changed" && !["routine", "editorial"].includes(way?.weight)),
  all: () => true,
};

const usual = () => ({
  show: "changed", view: matchMedia("(max-width: 40em)").matches ? "inline" : "side",
});

const choice = (kind) => {
  const asked = new URLSearchParams(location.search).get(kind);
  return CHOICES[kind].some(([value]) => value === asked) ? asked : usual()[kind];
};

const drawn = (parts, years) => {
  const list = make("div", { className: "pairs" });
  const said = make("span", { role: "status" });
  const draw = () => {
    const view = choice("view");
    list.dataset.view = view;
    const kept = parts.map(({ title, pairs }) => (
      { title, pairs: pairs.filter(SHOWN[choice("show")]) }
    )).filter(({ pairs }) => pairs.length);
    list.replaceChildren(...kept.flatMap(({ title, pairs }) => [
      make("h3", {}, title), ...pairs.map((pair) => paired(pair, years, view)),
    ]));
    const all = parts.flatMap(({ pairs }) => pairs).length;
    said.textContent = `${kept.flatMap(({ pairs }) => pairs).length} of ${all} clauses shown`;
  };
  const select = (kind, label) => {
    const made = make("select", {}, ...CHOICES[kind].map(([value, words]) => make("option", {
      value, selected: value === choice(kind),
    }, words)));
    made.addEventListener("change", () => {
      keep({ [kind]: made.value });
      draw();
    });
    return make("label", {}, label, " ", made);
  };
  draw();
  return [make("p", { className: "two-years pairs__control" }, select("show", "Show"),
    select("view", "View"), said), list];
};

const show = async (years) => {
  const asked = kept;
  const held = (await Promise.all(
    years.map(({ address }) => json(`${address}index.json`)),
  )).map(texts);
  if (kept !== asked) return; // meanwhile the reader is elsewhere
  const parts = [...picture.querySelectorAll("tbody:has(.picture__part)")].map((part) => ({
    title: part.querySelector(".picture__part").textContent.trim(),
    pairs: [...part.querySelectorAll("tr:has(td)")]
      .map((row) => pairOf(row, years, held)).filter(Boolean),
  }));
  const all = parts.flatMap(({ pairs }) => pairs);
  const same = count(all, "unchanged");
  const merged = count(all, "merged");
  const summary = `${years[1].name} compared with ${years[0].name}: `
    + `${same} ${same === 1 ? "clause" : "clauses"} unchanged, ${changedWords(all)}, `
    + `${count(all, "new")} new, ${count(all, "gone")} gone`
    + `${merged ? `, ${merged} merged into ${merged === 1 ? "another" : "others"}` : ""}.`;
  status.textContent = summary;
  answer.replaceChildren(...drawn(parts, years));
};

// The earlier of two years stands first, whichever way they were asked for.
const inOrder = () => {
  const { from, to } = form.elements;
  if (from.selectedIndex > to.selectedIndex) {
    [from.selectedIndex, to.selectedIndex] = [to.selectedIndex, from.selectedIndex];
  }
};

// Kept in the address, so that a view can be sent.
const keep = (wanted, hash = "two-years") => {
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(wanted)) url.searchParams.set(key, value);
  url.hash = hash;
  history.replaceState(history.state, "", url);
  kept = location.search;
};

const compare = async () => {
  const years = [chosen(form.elements.from), chosen(form.elements.to)];
  answer.replaceChildren();
  if (years[0].slug === years[1].slug) {
    status.textContent = `${years[0].name} is chosen twice: choose two different years.`;
    return;
  }
  status.textContent = "Comparing …";
  try {
    await show(years);
  } catch {
    status.textContent = "The two texts could not be fetched. Try again later.";
  }
};

const ask = (hash) => {
  inOrder();
  keep({ from: form.elements.from.value, to: form.elements.to.value }, hash);
  compare();
};

// Choose the years that the address names; whether it names two.
const named = () => {
  const wanted = new URLSearchParams(location.search);
  const options = ["from", "to"].map((side) => (
    [...form.elements[side].options].find(({ value }) => value === wanted.get(side))
  ));
  for (const option of options) if (option) option.selected = true;
  return options.every(Boolean);
};

// Say of which years that the address names no text is held.
const tellUnknown = () => {
  const wanted = new URLSearchParams(location.search);
  const known = [...form.elements.from.options].map(({ value }) => value);
  const unknown = ["from", "to"].map((side) => wanted.get(side))
    .filter((year) => year && !known.includes(year));
  status.textContent = unknown.length
    ? `No text ${unknown.join(" or ")} of this series is held here: choose two of those that are.`
    : "";
};

// Address and answer agree, also where the reader goes back to before a comparison.
const follow = () => {
  if (location.search === kept) return;
  kept = location.search;
  if (named()) {
    compare();
  } else {
    answer.replaceChildren();
    tellUnknown();
  }
};

if (form) {
  for (const control of form.elements) control.disabled = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  if (named()) ask(location.hash);
  else tellUnknown();
  addEventListener("popstate", follow);
}
