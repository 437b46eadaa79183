// A figure as the kernel sends it: once as a whole (`base`), and then only what differs from it (`live`).

/** @import { Change, Plain, PlotlyFigure, Path } from "./types.d.ts" */

/** @param {DataView} view */
const copied = (view) => view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);

/**
 * One mark put down at many places, as one path.
 *
 * @param {string} mark its path round (0, 0), of pairs of numbers alone
 * @param {Float32Array} at x and y of each place, in turn
 */
function stamped(mark, at) {
  /** @param {string} part @param {number} place */
  const near = (part, place) => Math.round((Number(part) + place) * 1e3) / 1e3;
  return Array.from({ length: at.length / 2 }, (_, place) => mark.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_pair, x, y) =>
    `${near(x, at[2 * place])},${near(y, at[2 * place + 1])}`)).join("");
}

/**
 * Turn packed arrays ({f4: bytes} or {f8: bytes}) anywhere inside a value into typed arrays, and stamps into paths.
 *
 * @param {any} value
 * @returns {any}
 */
export function unpack(value) {
  if (Array.isArray(value)) return value.map(unpack);
  if (value === null || typeof value !== "object") return value;
  if (value.f4 instanceof DataView) {
    const numbers = new Float32Array(copied(value.f4));
    return value.stamp ? stamped(value.stamp, numbers) : numbers;
  }
  if (value.f8 instanceof DataView) return new Float64Array(copied(value.f8));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
}

/**
 * @param {any} figure
 * @param {Path} path
 */
export const lookUp = (figure, path) => path.reduce((inner, key) => inner?.[key], figure);

/**
 * A figure with another value at a place; what it was made of stays as it is, and is shared where nothing has changed.
 *
 * @template Part
 * @param {Part} figure
 * @param {Path} path
 * @param {any} value nothing at all means: take it away
 * @returns {Part}
 */
export function put(figure, [key, ...path], value) {
  const copy = /** @type {any} */ (Array.isArray(figure) ? [...figure] : { ...figure });
  // A moment of a run that comes after its figure has gone finds no place in the next one.
  if (path.length && copy[key] === undefined) return figure;
  if (path.length) copy[key] = put(copy[key], path, value);
  else if (value === undefined || value === null) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** A figure that follows base + live. */
export class Figure {
  /** @param {Plain} base */
  constructor(base) {
    /** @type {PlotlyFigure} */
    this.base = unpack(base);
    /** What is drawn; never changed, but replaced. */
    this.now = this.base;
  }

  /** @param {Change[]} live */
  follow(live) {
    this.now = this.base;
    for (const [path, value] of live) this.put(path, unpack(value));
  }

  /** @param {Path} path @param {any} value */
  put(path, value) {
    this.now = put(this.now, path, value);
  }
}
