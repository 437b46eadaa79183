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
 * @param {any} figure
 * @param {Path} path
 * @param {any} value nothing at all means: take it away
 */
export function assign(figure, path, value) {
  const parent = lookUp(figure, path.slice(0, -1)), last = path[path.length - 1];
  if (value === undefined || value === null) delete parent[last];
  else parent[last] = value;
}

/** A figure that follows base + live, and knows how to go back to base. */
export class Figure {
  /** @param {Plain} base */
  constructor(base) {
    /** @type {PlotlyFigure} */
    this.base = unpack(base);
    this.now = structuredClone(this.base);
    /** @type {Path[]} what differs now */
    this.paths = [];
  }

  /** @param {Change[]} live */
  follow(live) {
    // A copy, because what is assigned next may lie inside it, and the base must stay as it is.
    for (const path of this.paths) assign(this.now, path, structuredClone(lookUp(this.base, path)));
    this.paths = live.map(([path]) => path);
    for (const [path, value] of live) assign(this.now, path, unpack(value));
  }
}
