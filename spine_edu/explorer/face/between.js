// Figures between two figures: what moves goes from one place to the other in a straight way, and is not just there.

/** @import { Path, PlotlyFigure } from "./types.d.ts" */

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/gi;
/** What of a figure is a place, or grows: only that can lie between two others. */
const PLACES = new Set(["x", "y", "base", "path", "xanchor"]), GROWS = new Set([...PLACES, "size", "opacity"]);

/** Whether this is a list of numbers. @param {any} value */
const numbers = (value) => ArrayBuffer.isView(value) || (Array.isArray(value) && value.every(Number.isFinite));

/**
 * @param {number} from
 * @param {number} to
 * @param {number} share
 */
const mixed = (from, to, share) => Number((from + (to - from) * share).toFixed(4));

/** @param {string} path @returns {string} its letters, without its numbers */
const letters = (path) => path.replace(NUMBER, "");

/**
 * A place between two others: a number, numbers, or an outline.
 *
 * @param {any} from
 * @param {any} to
 * @param {number} share how much of the way is done, 0 to 1
 * @param {any} [none] what is shown where there is nothing between: the other one, if it is not given
 * @returns {any}
 */
export function placeBetween(from, to, share, none = to) {
  if (from === to || share >= 1) return to;
  if (typeof from === "number" && typeof to === "number") return mixed(from, to, share);
  if (numbers(from) && numbers(to))
    return from.length === to.length ? Array.from(to, (one, at) => mixed(from[at], one, share)) : none;
  if (typeof from !== "string" || typeof to !== "string" || letters(from) !== letters(to)) return none;
  const begun = from.match(NUMBER) ?? [];
  let at = 0;
  return to.replace(NUMBER, (one) => String(mixed(Number(begun[at++]), Number(one), share)));
}

/**
 * What a run shows between two of its moments: words and colours wait for the second one.
 *
 * @param {Path} path of what is shown
 * @param {any} from
 * @param {any} to
 * @param {number} share how much of the way is done, 0 to 1
 */
export const momentBetween = (path, from, to, share) =>
  (GROWS.has(String(path[path.length - 1])) ? placeBetween(from, to, share, from) : from);

/** The path of what is not there. */
const EMPTY = "M0,0Z";

/**
 * @param {any} from
 * @param {any} to
 * @param {number} share
 * @param {boolean} [apart] between two scenes: what cannot go from one to the other is in neither, and no word is read
 */
function partBetween(from, to, share, apart = false) {
  if (apart && to.mode?.includes("text")) return { ...to, x: [], y: [] };
  if (from === to || !from) return to;
  /** @type {Record<string, any>} */
  const part = { ...to };
  for (const name of Object.keys(to)) if (PLACES.has(name))
    part[name] = placeBetween(from[name], to[name], share, apart && name === "path" ? EMPTY : to[name]);
  return part;
}

/** The axes of a figure and its size: where they differ, places cannot be compared. @param {any} layout */
const axes = (layout) =>
  JSON.stringify(Object.entries(layout).filter(([name]) => /^([xy]axis|height|font)/.test(name)));

/**
 * Whether something can go from one figure to the other: both have the same axes, and parts of the same names.
 *
 * @param {PlotlyFigure} from
 * @param {PlotlyFigure} to
 */
export function canGlide(from, to) {
  const names = (/** @type {PlotlyFigure} */ { data, layout }) =>
    [...data, ...(layout.shapes ?? [])].map(({ name, type }) => `${name} ${type}`).join();
  return from.layout && to.layout && names(from) === names(to) && axes(from.layout) === axes(to.layout);
}

/**
 * The figure between two others for which `canGlide`. Where they are two scenes (`meta.scene`), words and whatever else
 * cannot move come when the way is done: at once, they would stand on what is still going.
 *
 * @param {PlotlyFigure} from
 * @param {PlotlyFigure} to
 * @param {number} share how much of the way is done, 0 to 1
 * @returns {PlotlyFigure}
 */
export function between(from, to, share) {
  const [old, { data, layout }] = [from.layout.shapes ?? [], to];
  const apart = from.layout.meta?.scene !== layout.meta?.scene;
  const shapes = layout.shapes?.map((shape, at) => partBetween(old[at], shape, share, apart));
  return { data: data.map((trace, at) => partBetween(from.data[at], trace, share, apart)),
    layout: shapes ? { ...layout, shapes } : layout };
}
