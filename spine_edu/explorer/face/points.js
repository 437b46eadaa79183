// Of a trace of words or of marks, only the points that have changed: each is moved, and styled by plotly.js's module.

import { lookUp } from "./figure.js";
import { reworded } from "./lettering.js";

/** @import { Path } from "./types.d.ts" */

/** The node of a point, by the mode of its trace. @type {Record<string, string>} */
const POINT = { text: ".textpoint", markers: "path.point" };

/** What plotly.js adds to a point while it draws it, or what is not painted. */
const UNDRAWN = new Set(["i", "t", "trace", "node3", "mrc", "data", "htx"]);

/** What can change of a point without its style: its place, and its words. */
const UNSTYLED = new Set(["x", "y", "tx"]);

/** What of a trace is not painted. */
const UNSEEN = new Set(["customdata", "hovertext"]);

/**
 * Paint a trace whose points are as many as before.
 *
 * @param {any} node the figure
 * @param {any} plot the axes
 * @param {any[]} points as they are drawn
 * @param {any[]} next as they shall be
 * @param {Path[]} paths what of the trace has changed
 * @returns {boolean} whether it could be done
 */
export function touchUp(node, plot, points, next, paths) {
  const [{ trace: was, node3 }] = points, [{ trace }] = next, kind = POINT[trace.mode], group = node3?.node();
  if (!kind || was.mode !== trace.mode || points.length !== next.length || !group) return false;
  // Such a mark is turned by the point that is drawn before it.
  if (trace.marker?.angleref === "previous") return false;
  const places = new Map([...group.querySelectorAll(kind)].map((one) => [one.__data__?.i, one]));
  const there = next.every(({ x, y }, index) => places.has(index) && Number.isFinite(x) && Number.isFinite(y));
  if (!there) return false;
  const everywhere = paths.some((path) => !UNSEEN.has(String(path[0])) && !listed(lookUp(trace, path)));
  const pairs = next.map((point, index) => ({ place: places.get(index), old: points[index], point }));
  for (const { place, old, point } of pairs) bind(place, old, point);
  bindAll(group, points, next);
  const changed = pairs.map((pair) => ({ ...pair, names: differing(pair.old, pair.point) }))
    .filter((pair) => everywhere || pair.names.length);
  /** @type {any[]} */
  const nodes = [];
  for (const pair of changed)
    if (everywhere || !retold(pair, was)) nodes.push(pair.place.querySelector("text") ?? pair.place);
  const select = (/** @type {string} */ which) => node3.selectAll(() => nodes.filter((one) => one.matches(which)));
  trace._module.styleOnSelect(node, next, { selectAll: select });
  for (const { place, point } of changed) seat(place, point, plot, trace);
  return true;
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
 * @param {any} pair
 * @param {any} was the trace as it is drawn
 * @returns {boolean} whether a point needs none; its words are then written
 */
function retold({ place, old, point, names }, was) {
  if (names.some((/** @type {string} */ name) => !UNSTYLED.has(name))) return false;
  if (!names.includes("tx")) return true;
  const word = place.querySelector("text"), job = word && reworded(word, old.tx ?? was.text, point.tx);
  job?.();
  return Boolean(job);
}

/** plotly.js looks for a point at its nodes. @param {any} place @param {any} old @param {any} point */
function bind(place, old, point) {
  if (old.mrc !== undefined) point.mrc = old.mrc;
  for (const one of [place, place.querySelector("text")]) if (one) one.__data__ = point;
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
  if (!word) place.setAttribute("transform", `translate(${x},${y})`);
  for (const one of word ? [word, ...word.querySelectorAll("tspan.line")] : []) {
    one.setAttribute("x", x);
    one.setAttribute("y", y);
  }
  if (trace.cliponaxis !== false) return;
  if (xaxis.isPtWithinRange(point) && yaxis.isPtWithinRange(point)) place.removeAttribute("display");
  else place.setAttribute("display", "none");
}
