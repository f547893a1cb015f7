// What changed between two texts, word by word, for two years of which no page says it.
// runs(before, after) gives [kind, text] pairs: "=" both, "-" earlier, "+" later; "=" and "-" spell
// the earlier text to the letter, "=" and "+" the later.

const MOST = 4_000_000; // pairs of words: beyond, the one text simply stands in the other's place
const SHORT = 2; // so few shared words between two changes read better as part of them

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const WHOLE = [
  `[0-9]{1,2}\\s${MONTH}(?:\\s[0-9]{4})?`, `${MONTH}\\s[0-9]{4}`,
  "[0-9]{1,4}\\s(?:[A-Z]\\s)?\\((?:[0-9]{4}|[ES-]*[IVXLC]+)\\)", "[0-9]+/[0-9]+\\s[A-Z](?![\\w’'])",
].join("|");
const TOKEN = new RegExp(`\\s+|[(\\[“‘]*(?:${WHOLE})(?:[^\\s,;.:]\\S*)?|\\S+\\s*`, "g");

// Dates and symbols whole; words with their punctuation and the space behind them.
const words = (text) => text.match(TOKEN) ?? [];

// How long the longest common subsequence of every two ends is.
const lengths = (before, after) => {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = before[i] === after[j]
        ? table[(i + 1) * width + j + 1] + 1
        : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  return table;
};

const steps = (before, after) => {
  if (before.length * after.length > MOST) {
    return [...before.map((word) => ["-", word]), ...after.map((word) => ["+", word])];
  }
  const table = lengths(before, after);
  const width = after.length + 1;
  const made = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      made.push(["=", before[i]]);
      i += 1;
      j += 1;
    } else if (j === after.length
      || (i < before.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) {
      made.push(["-", before[i]]);
      i += 1;
    } else {
      made.push(["+", after[j]]);
      j += 1;
    }
  }
  return made;
};

// Stretches of one kind, each a list of words; between two shared stretches at most one of each.
const stretches = (made) => {
  const found = [];
  let gone = [];
  let come = [];
  const change = () => {
    if (gone.length || come.length) found.push({ gone, come });
    gone = [];
    come = [];
  };
  for (const [kind, word] of made) {
    if (kind === "-") gone.push(word);
    else if (kind === "+") come.push(word);
    else {
      change();
      const last = found.at(-1);
      if (last?.same) last.same.push(word);
      else found.push({ same: [word] });
    }
  }
  change();
  return found;
};

const count = (tokens) => tokens.join("").trim().split(/\s+/).length;

// Short shared stretches between two changes go into them.
const cleaned = (found) => {
  const made = [];
  for (const [place, one] of found.entries()) {
    const inside = one.same && place > 0 && place < found.length - 1 && count(one.same) <= SHORT;
    const last = made.at(-1);
    const next = inside ? { gone: one.same, come: one.same } : one;
    if (!next.same && last && !last.same) {
      last.gone = [...last.gone, ...next.gone];
      last.come = [...last.come, ...next.come];
    } else made.push(next);
  }
  return made;
};

// What gave way to what; white space that both end with stays.
const apart = (gone, come) => {
  const space = gone && come ? gone.match(/\s*$/)[0] : "";
  const stays = come.endsWith(space) ? space.length : 0;
  return [["-", gone.slice(0, gone.length - stays)], ["+", come.slice(0, come.length - stays)],
    ["=", gone.slice(gone.length - stays)]];
};

// Neighbours of one kind as one, empty ones left out.
const joined = (list) => {
  const made = [];
  for (const [kind, text] of list) {
    if (text && made.at(-1)?.[0] === kind) made.at(-1)[1] += text;
    else if (text) made.push([kind, text]);
  }
  return made;
};

export const runs = (earlier, later) => {
  const before = words(earlier);
  const after = words(later);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start
    && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = steps(
    before.slice(start, before.length - end), after.slice(start, after.length - end),
  );
  const same = (list) => list.map((word) => ["=", word]);
  const made = [...same(before.slice(0, start)), ...middle,
    ...same(before.slice(before.length - end))];
  return joined(cleaned(stretches(made)).flatMap(({ same: shared, gone, come }) => (shared
    ? [["=", shared.join("")]] : apart(gone.join(""), come.join("")))));
};
