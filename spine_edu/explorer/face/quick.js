// What differs between two figures, painted at once into what plotly.js has drawn of the first: in a tenth of the time
// in which it finds out for itself what has changed.
//
// Traces are worked out and painted by plotly.js's own modules, one trace at a time, and paths are written as it writes
// them. Whatever else has changed is left to `Plotly.react`. plotly.js does not learn of it: its `_fullData` and
// `_fullLayout` stay as it left them, so it must draw the figure as a whole before it goes on from there.

import { put } from "./figure.js";
import { reworded } from "./lettering.js";
import { touchUp } from "./points.js";

/** @import { Layout, Path, PlotlyElement, Shape, Trace } from "./types.d.ts" */
/** @typedef {{ data: Trace[], shapes: Shape[], layout: Layout }} Drawing only what is to be seen */
/** @typedef {() => void} Job */

/** The place of a trace that is not to be seen now. */
export const NOWHERE = [null];

/** What of a trace plotly.js's modules paint anew without any other help. */
const TRACE = new Set(["x", "y", "base", "text", "hovertext", "customdata", "textposition", "textfont.color",
  "textfont.size", "marker.size", "marker.color", "marker.symbol", "marker.line.color", "marker.line.width",
  "line.color", "line.width", "line.dash"]);
const SHAPE = new Set(["type", "name", "visible", "path", "fillcolor", "fillrule", "opacity", "line", "layer", "xref",
  "yref", "xsizemode", "ysizemode", "xanchor", "yanchor"]);

/**
 * How to paint what differs between two drawings.
 *
 * @param {PlotlyElement} node
 * @param {Drawing} before what stands there
 * @param {Drawing} after
 * @returns {Job[] | undefined} what is to be done; nothing if plotly.js must draw
 */
export function quickly(node, before, after) {
  // plotly.js is told by an array of numbers that it must draw again.
  if (!after.data[0]?.x) return undefined;
  const [title, shapes] = [titleJobs(node, before, after), shapeJobs(node, before, after)];
  const traces = title && shapes && traceJobs(node, after);
  return traces && [...title, ...shapes, ...traces];
}

/**
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
function same(one, other) {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (ArrayBuffer.isView(one) || Array.isArray(one))
    return one.constructor === other.constructor && /** @type {any} */ (one).length === other.length
      && /** @type {any[]} */ (one).every((inner, index) => same(inner, other[index]));
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => same(one[name], other[name]));
}

/**
 * The paths that two plain objects do not have alike.
 *
 * @param {any} one
 * @param {any} other
 * @returns {Path[]}
 */
function apart(one, other) {
  if (one === other) return [];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    const [here, there] = [one[name], other[name]];
    if (record(here) && record(there)) return apart(here, there).map((path) => [name, ...path]);
    return same(here, there) ? [] : [[name]];
  });
}

/** @param {any} value */
const record = (value) => value?.constructor === Object;

// Title -----------------------------------------------------------------------------------------------------------

/**
 * The words of a title; nothing if the layout differs in more than them and its shapes.
 *
 * @param {PlotlyElement} node
 * @param {Drawing} before
 * @param {Drawing} after
 * @returns {Job[] | undefined}
 */
function titleJobs(node, { layout: old }, { layout }) {
  // Shapes are painted by themselves, and what the face is told in `meta` is not drawn at all.
  const [had, has] = [old, layout].map((one) => ({ ...one, shapes: undefined, meta: undefined }));
  const differ = apart(had, has);
  if (!differ.length) return [];
  const title = node.querySelector(".infolayer .gtitle"), [was, is] = [old, layout].map((one) => one.title?.text);
  if (differ.length > 1 || differ[0].join(".") !== "title.text" || !title) return undefined;
  const job = reworded(title, was, is);
  return job && [job];
}

// Shapes ----------------------------------------------------------------------------------------------------------

/**
 * The shapes of each layer, which lie one above the other, in the nodes that the layer has.
 *
 * @param {PlotlyElement} node
 * @param {Drawing} before
 * @param {Drawing} after
 * @returns {Job[] | undefined}
 */
function shapeJobs(node, { shapes: old }, { shapes }) {
  if (same(old, shapes)) return [];
  const groups = /** @type {NodeListOf<SVGGElement>} */ (node.querySelectorAll(".shape-group"));
  const found = new Map([...groups].map((group) => [Number(group.dataset.index), group]));
  const [lay, laid] = [layers(shapes), layers(old)];
  /** @type {Job[]} */
  const jobs = [];
  for (const name of new Set([...lay.keys(), ...laid.keys()])) {
    const now = lay.get(name) ?? [], nodes = (laid.get(name) ?? []).map((index) => found.get(index));
    if (!nodes.length || nodes.includes(undefined)) return undefined;
    for (const group of nodes.slice(now.length)) jobs.push(() => group?.remove());
    for (const [place, index] of now.entries()) {
      const shape = shapes[index], was = old[laid.get(name)?.[place] ?? -1];
      if (was && same(was, shape) && laid.get(name)?.[place] === index) continue;
      const written = pathOf(node, shape);
      if (!written) return undefined;
      jobs.push(() => { nodes[place] = outline(nodes[place] ?? another(nodes[place - 1]), index, shape, written); });
    }
  }
  return jobs;
}

/** @param {Shape[]} shapes @returns {Map<string, number[]>} which of them lie in each layer */
function layers(shapes) {
  const found = new Map();
  for (const [index, { layer, xref, yref }] of shapes.entries()) {
    const name = `${layer} ${xref} ${yref}`;
    found.set(name, [...(found.get(name) ?? []), index]);
  }
  return found;
}

/** @param {SVGGElement | undefined} group */
function another(group) {
  const copy = /** @type {SVGGElement} */ (group?.cloneNode(true));
  group?.after(copy);
  return copy;
}

/**
 * @param {SVGGElement} group
 * @param {number} index
 * @param {Shape} shape
 * @param {string} written
 */
function outline(group, index, { line, fillcolor, fillrule, opacity }, written) {
  const inner = /** @type {SVGPathElement} */ (group.querySelector("path")), { style } = inner;
  for (const one of [group, inner]) one.dataset.index = String(index);
  inner.setAttribute("d", written);
  inner.setAttribute("fill-rule", fillrule ?? "evenodd");
  style.opacity = String(opacity ?? 1);
  [style.stroke, style.strokeOpacity] = colour(line.width ? line.color : undefined);
  [style.fill, style.fillOpacity] = colour(fillcolor);
  style.strokeWidth = `${line.width}px`;
  style.strokeDasharray = dashes(line.dash, line.width);
  return group;
}

/** @param {string | null | undefined} given @returns {[string, string]} a colour and how much it covers */
function colour(given) {
  const [, name, inside, share] = /^(rgb)a\W(.*), *([\d.]+)\W$/.exec(given ?? "") ?? [];
  if (!given) return ["none", "0"];
  return inside ? [`${name}(${inside})`, share] : [given, "1"];
}

/** @param {string | undefined} dash @param {number} width @returns {string} as plotly.js draws them */
function dashes(dash, width) {
  const one = Math.max(width || 1, 3);
  if (dash === "dot") return `${one}px, ${one}px`;
  if (dash === "dash") return `${3 * one}px, ${3 * one}px`;
  return dash === "solid" ? "" : dash ?? "";
}

/**
 * The path of a shape in pixels; nothing if the shape holds what is not known here.
 *
 * @param {PlotlyElement} node
 * @param {Shape} shape
 */
function pathOf({ _fullLayout }, shape) {
  const [across, up] = [shape.xref, shape.yref].map((name) => _fullLayout?.[`${name?.[0]}axis${name?.slice(1)}`]);
  const known = Object.keys(shape).every((name) => SHAPE.has(name)) && DASHES.test(shape.line.dash ?? "solid");
  if (!known || shape.type !== "path" || !linear(across) || !linear(up)) return undefined;
  const fixed = [shape.xsizemode === "pixel", shape.ysizemode === "pixel"];
  const [left, top] = [fixed[0] ? pixel(across, shape.xanchor) : 0, fixed[1] ? pixel(up, shape.yanchor) : 0];
  let command = "", place = 0;
  return shape.path.replace(/[MLHVQCTSZ]|[^\sMLHVQCTSZ,]+/g, (/** @type {string} */ word) => {
    if (word in ALONG) {
      [command, place] = [word, 0];
      return word;
    }
    const ways = ALONG[command], value = Number(word);
    if (ways[place++ % ways.length] === "x") return String(fixed[0] ? left + value : pixel(across, value));
    return String(fixed[1] ? top - value : pixel(up, value));
  });
}

const DASHES = /^(solid|dot|dash|[\d.]+px,[\d.]+px)$/;
/** Along which axis the numbers behind a letter of a path run. @type {Record<string, string>} */
const ALONG = { M: "xy", L: "xy", H: "x", V: "y", Q: "xyxy", C: "xyxyxy", T: "xy", S: "xyxy", Z: "" };

/** @param {any} axis @param {number} value */
const pixel = (axis, value) => axis._offset + axis.r2p(value);

/** @param {any} axis */
const linear = (axis) => axis?.type === "linear";

// Traces ----------------------------------------------------------------------------------------------------------

/**
 * The traces that have changed, worked out and painted by plotly.js's module of their type.
 *
 * @param {PlotlyElement} node
 * @param {Drawing} after
 * @returns {Job[] | undefined}
 */
function traceJobs(node, { data }) {
  const drawn = node.calcdata?.map(([{ trace }]) => trace) ?? [];
  if (drawn.length !== data.length || data.some(({ fill }) => fill?.startsWith("tonext"))) return undefined;
  /** @type {Job[]} */
  const jobs = [], styled = new Set();
  for (const [index, trace] of data.entries()) {
    const was = drawn[index];
    if (was._input.x === NOWHERE && trace.x === NOWHERE) continue;
    const paths = apart(was._input, trace), names = paths.map((path) => path.join("."));
    if (!names.length) continue;
    const full = following(node, was, trace, paths);
    if (!full || names.some((name) => !TRACE.has(name))) return undefined;
    jobs.push(() => paint(node, index, full, paths));
    if (full._module.name === "bar" || names.some((name) => name.startsWith("line."))) styled.add(full._module);
  }
  return [...jobs, ...[...styled].map((module) => () => module.style(node))];
}

/**
 * A trace as plotly.js would have completed it; nothing if the change reaches beyond the trace.
 *
 * @param {PlotlyElement} node
 * @param {any} was as it is drawn now
 * @param {any} trace
 * @param {Path[]} paths what has changed
 */
function following(node, was, trace, paths) {
  const length = Math.min(trace.x?.length ?? 0, trace.y?.length ?? 0);
  const axes = ["x", "y"].map((way) => node._fullLayout?.[`${way}axis${was[`${way}axis`].slice(1)}`]);
  const fixed = axes.every((axis) => axis?.autorange === false);
  if (was.visible !== true || was.stackgroup || !length || !fixed) return undefined;
  let full = { ...was, _input: trace, _length: length, _extremes: {} };
  for (const path of paths) {
    const value = path.reduce((inner, name) => inner?.[name], trace);
    if (value === undefined || value === null) return undefined;
    full = put(full, path, value);
  }
  return full;
}

/**
 * @param {PlotlyElement} node
 * @param {number} index
 * @param {any} full
 * @param {Path[]} paths what of it has changed
 */
function paint(node, index, full, paths) {
  const { _module: module, xaxis, yaxis } = full, plot = node._fullLayout?._plots[xaxis + yaxis];
  const { calcdata } = /** @type {{ calcdata: any[] }} */ (/** @type {unknown} */ (node));
  const points = module.calc(node, full);
  points[0].t ??= {};
  points[0].trace = full;
  const drawn = calcdata[index];
  calcdata[index] = points;
  if (touchUp(node, plot, drawn, points, paths)) return;
  module.crossTraceCalc?.(node, plot);
  const layer = plot.plot.selectAll(`.${module.layerName ?? `${module.name}layer`}`);
  // Scatter leaves the other traces alone if it is told of a transition; bars are drawn all together.
  if (module.name === "scatter") module.plot(node, plot, [points], layer, { duration: 0 });
  else module.plot(node, plot, calcdata.filter(([{ trace }]) => trace._module === module && trace.visible === true
    && trace.xaxis === xaxis && trace.yaxis === yaxis), layer);
}
