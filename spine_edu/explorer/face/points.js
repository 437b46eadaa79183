// Of a trace of words, marks or both, only the points that have changed: each is moved, and styled by plotly.js's
// module. Where points come or go, nodes are put in or taken out at the first point that differs.

import { lookUp } from "./figure.js";
import { reworded } from "./lettering.js";

/** @import { Path } from "./types.d.ts" */
/** @typedef {{ places: Element[], old: any, point: any, names: string[] }} Pair a point: its nodes, before and after */

/** The node of a point, by what of its trace it shows. @type {Record<string, string>} */
const POINT = { text: ".textpoint", markers: "path.point" };

/** What plotly.js adds to a point while it draws it, or what is not painted. */
const UNDRAWN = new Set(["i", "t", "trace", "node3", "mrc", "data", "htx"]);

/** What can change of a point without its style: its place, and its words. */
const UNSTYLED = new Set(["x", "y", "tx"]);

/** What of a trace is not painted. */
const UNSEEN = new Set(["customdata", "hovertext"]);

/**
 * Paint a trace whose points stand somewhere, all of them.
 *
 * @param {any} node the figure
 * @param {any} plot the axes
 * @param {any[]} points as they are drawn
 * @param {any[]} next as they shall be
 * @param {Path[]} paths what of the trace has changed
 * @returns {boolean} whether it could be done
 */
export function touchUp(node, plot, points, next, paths) {
  const [{ trace: was, node3 }] = points, [{ trace }] = next, group = node3?.node();
  const kinds = (trace.mode ?? "").split("+").map((/** @type {string} */ name) => POINT[name]);
  if (kinds.includes(undefined) || was.mode !== trace.mode || !group) return false;
  // Such a mark is turned by the point that is drawn before it.
  if (trace.marker?.angleref === "previous") return false;
  const standing = kinds.map((/** @type {string} */ kind) => [...group.querySelectorAll(kind)]);
  const whole = standing.every((/** @type {Element[]} */ all) => all.length === points.length);
  if (!whole || !next.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return false;
  const more = next.length - points.length, cut = more ? firstApart(points, next) : 0, near = Math.max(cut - 1, 0);
  const shift = (/** @type {any[]} */ list, /** @type {any} */ filler) => aligned(list, cut, more, filler);
  if (standing.some((/** @type {Element[]} */ all) => bare(shift(all, all[near]), next, trace))) return false;
  const everywhere = paths.some((path) => !UNSEEN.has(String(path[0])) && !listed(lookUp(trace, path)));
  const before = shift(points, {});
  const places = standing.map((/** @type {Element[]} */ all) => stood(all, shift(all, undefined), all[near]));
  /** @type {Pair[]} */
  const pairs = next.map((point, at) => ({ places: places.map((/** @type {Element[]} */ all) => all[at]),
    old: before[at], point, names: differing(before[at], point) }));
  for (const pair of pairs) bind(pair, Boolean(trace.customdata));
  bindAll(group, points, next);
  const changed = pairs.filter(({ names }) => everywhere || names.length);
  const nodes = changed.filter((pair) => everywhere || !retold(pair, was)).flatMap((pair) => pair.places)
    .map((place) => place.querySelector("text") ?? place);
  const select = (/** @type {string} */ which) => node3.selectAll(() => nodes.filter((one) => one.matches(which)));
  trace._module.styleOnSelect(node, next, { selectAll: select });
  for (const pair of changed) for (const place of pair.places) seat(place, pair.point, plot, trace);
  return true;
}

/** @param {any[]} points @param {any[]} next @returns {number} the place of the first point that differs */
function firstApart(points, next) {
  const found = points.findIndex((point, at) => !next[at] || differing(point, next[at]).length);
  return found < 0 ? points.length : found;
}

/**
 * A list with so many more, or fewer, from a place on.
 *
 * @template T
 * @param {T[]} list
 * @param {number} cut
 * @param {number} more
 * @param {T} filler what stands there of those that come
 * @returns {T[]}
 */
function aligned(list, cut, more, filler) {
  return [...list.slice(0, cut), ...Array(Math.max(more, 0)).fill(filler), ...list.slice(cut + Math.max(-more, 0))];
}

/**
 * Take nodes out, and put copies of one in.
 *
 * @param {Element[]} all as they stand
 * @param {(Element | undefined)[]} kept those that stay, with gaps
 * @param {Element} near
 * @returns {Element[]}
 */
function stood(all, kept, near) {
  for (const one of all) if (!kept.includes(one)) one.remove();
  for (const [at, one] of kept.entries()) {
    if (one) continue;
    const copy = kept[at] = /** @type {Element} */ (near.cloneNode(true));
    if (at) kept[at - 1]?.after(copy);
    else near.before(copy);
  }
  return /** @type {Element[]} */ (kept);
}

/**
 * Whether a point shall have words whose node has none: plotly.js takes blank ones away.
 *
 * @param {Element[]} nodes
 * @param {any[]} next
 * @param {any} trace
 */
function bare(nodes, next, trace) {
  const words = (/** @type {any} */ point) => point.tx ?? (typeof trace.text === "string" ? trace.text : "");
  return nodes.some((one, at) => one.matches(POINT.text) && !one.querySelector("text") && words(next[at]));
}

/** @param {any} value @returns {boolean} whether it may differ from point to point */
const listed = (value) => Array.isArray(value) || ArrayBuffer.isView(value);

/** @param {any} old @param {any} point @returns {string[]} */
function differing(old, point) {
  return [...new Set([...Object.keys(old), ...Object.keys(point)])]
    .filter((name) => !UNDRAWN.has(name) && old[name] !== point[name]);
}

/**
 * What has only moved needs no style, nor do words that stand in the same tags as before.
 *
 * @param {Pair} pair
 * @param {any} was the trace as it is drawn
 * @returns {boolean} whether a point needs none; its words are then written
 */
function retold({ places, old, point, names }, was) {
  if (!("x" in old) || names.some((name) => !UNSTYLED.has(name))) return false;
  if (!names.includes("tx")) return true;
  const [word] = places.flatMap((place) => place.querySelector("text") ?? []);
  const job = word && reworded(word, old.tx ?? was.text, point.tx);
  job?.();
  return Boolean(job);
}

/** plotly.js looks for a point at its nodes. @param {Pair} pair @param {boolean} carries whether the trace has data */
function bind({ places, old, point }, carries) {
  if (old.mrc !== undefined) point.mrc = old.mrc;
  for (const place of places) {
    if (carries && place.matches(POINT.markers))
      place.classList.toggle("plotly-customdata", point.data !== null && point.data !== undefined);
    for (const one of [place, place.querySelector("text")]) if (one) Object.assign(one, { __data__: point });
  }
}

/** @param {any} group @param {any[]} points @param {any[]} next */
function bindAll(group, points, next) {
  next[0].node3 = points[0].node3;
  for (const one of [group, ...group.querySelectorAll("g")]) if (one.__data__ === points) one.__data__ = next;
}

/**
 * Put a point where it belongs; outside of its axes it may be hidden.
 *
 * @param {any} place
 * @param {any} point
 * @param {any} plot
 * @param {any} trace
 */
function seat(place, point, { xaxis, yaxis }, trace) {
  const word = place.querySelector("text"), x = xaxis.c2p(point.x), y = yaxis.c2p(point.y);
  if (place.matches(POINT.markers)) place.setAttribute("transform", `translate(${x},${y})`);
  for (const one of word ? [word, ...word.querySelectorAll("tspan.line")] : []) {
    one.setAttribute("x", x);
    one.setAttribute("y", y);
  }
  if (trace.cliponaxis !== false) return;
  if (xaxis.isPtWithinRange(point) && yaxis.isPtWithinRange(point)) place.removeAttribute("display");
  else place.setAttribute("display", "none");
}
