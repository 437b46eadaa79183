// Words that plotly.js has drawn, written anew in the nodes they stand in: only those that have changed.

/** @typedef {() => void} Job */

const TAG = /<[^>]*>/;

/** What of words alone can change without any other help, beside what is not painted at all. */
const WRITTEN = new Set(["x", "y", "text", "textfont.color", "hovertext", "customdata"]);

/** @param {string | null | undefined} given @returns {[string, string]} a colour and how much it covers */
export function colour(given) {
  const [, name, inside, share] = /^(rgb)a\W(.*), *([\d.]+)\W$/.exec(given ?? "") ?? [];
  if (!given) return ["none", "0"];
  return inside ? [`${name}(${inside})`, share] : [given, "1"];
}

/** @param {Node} node @returns {Text[]} the texts in it, in their order */
function texts(node) {
  return [...node.childNodes].flatMap((inner) => (inner instanceof Text ? [inner] : texts(inner)));
}

/**
 * Other words in the place of some: those that stand in the same tags as before stand in the same nodes.
 *
 * @param {Element} node
 * @param {string} was
 * @param {string} is
 * @returns {Job | undefined} nothing if plotly.js must set them anew
 */
export function reworded(node, was, is) {
  const words = is.split(TAG).filter(Boolean), places = texts(node).filter(({ data }) => data);
  const tags = (/** @type {string} */ all) => all.match(RegExp(TAG, "g"))?.join();
  if (is.includes("&") || tags(is) !== tags(was) || places.length !== words.length) return undefined;
  return () => {
    node.setAttribute("data-unformatted", is);
    for (const [index, place] of places.entries()) place.data = words[index];
  };
}

/**
 * The points of a trace that is words alone, each written anew if it has changed.
 *
 * @param {any[]} points as plotly.js has drawn them
 * @param {any[]} next as it would draw them
 * @param {string[]} names what has changed
 * @returns {Job[] | undefined} nothing if plotly.js must draw the trace
 */
export function rewritten(points, next, names) {
  const [{ trace: was, node3 }] = points, [{ trace }] = next, group = node3?.node();
  if (!group || trace.mode !== "text" || points.length !== next.length) return undefined;
  if (names.some((name) => !WRITTEN.has(name))) return undefined;
  /** @type {Map<number, any>} the groups of the points that have one */
  const places = new Map([...group.querySelectorAll(".textpoint")].map((one) => [one.__data__?.i, one]));
  /** @type {Job[]} */
  const jobs = [];
  for (const [index, point] of next.entries()) {
    const place = places.get(index), job = place && respelled(place, points[index], point, was, trace);
    if (!job) return undefined;
    jobs.push(job);
  }
  return [...jobs, () => rebind(group, points, next)];
}

/**
 * One word.
 *
 * @param {any} place
 * @param {any} old
 * @param {any} point
 * @param {any} was the trace that holds the one
 * @param {any} trace the trace that holds the other
 * @returns {Job | undefined}
 */
function respelled(place, old, point, was, trace) {
  const word = place.querySelector("text");
  if (!word || ![old.x, old.y, point.x, point.y].every(Number.isFinite)) return undefined;
  const [said, says] = [old.tx ?? was.text, point.tx ?? trace.text];
  const [inked, ink] = [old.tc ?? was.textfont.color, point.tc ?? trace.textfont.color];
  const moved = old.x !== point.x || old.y !== point.y;
  // Outside of its axes such a word is hidden.
  if (moved && trace.cliponaxis === false) return undefined;
  const retell = said === says ? () => {} : reworded(word, said, says);
  if (!retell) return undefined;
  return () => {
    retell();
    if (inked !== ink) [word.style.fill, word.style.fillOpacity] = colour(ink);
    if (moved) shift(word, point, trace);
    for (const node of [place, word]) node.__data__ = point;
  };
}

/**
 * @param {SVGTextElement} word
 * @param {any} point
 * @param {any} trace
 */
function shift(word, { x, y }, { _xa: across, _ya: up }) {
  for (const node of [word, ...word.querySelectorAll("tspan.line")]) {
    node.setAttribute("x", across.c2p(x));
    node.setAttribute("y", up.c2p(y));
  }
}

/**
 * What plotly.js keeps of a trace at its nodes, where it looks for it when it draws again.
 *
 * @param {any} group
 * @param {any[]} points
 * @param {any[]} next
 */
function rebind(group, points, next) {
  Object.assign(next[0], { node3: points[0].node3 });
  for (const node of [group, ...group.querySelectorAll("g")]) if (node.__data__ === points) node.__data__ = next;
}
