// A figure as the kernel sends it: once as a whole (`base`), and then only what differs from it (`live`).

/** @import { Change, Plain, PlotlyFigure, Path } from "./types.d.ts" */

/** @param {DataView} view */
const copied = (view) => view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);

/**
 * Turn packed arrays ({f4: bytes} or {f8: bytes}) anywhere inside a value into typed arrays.
 *
 * @param {any} value
 * @returns {any}
 */
export function unpack(value) {
  if (Array.isArray(value)) return value.map(unpack);
  if (value === null || typeof value !== "object") return value;
  if (value.f4 instanceof DataView) return new Float32Array(copied(value.f4));
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
