// Vectors, the one camera matrix, and what a direction is called.

/** @import { NamedView } from "./types.d.ts" */

/** @typedef {number[]} Vector three numbers: to the person's right, to the front, up (mm) */
/** @typedef {{ eye: Vector, right: Vector, up: Vector, out: Vector, matrix: Float32Array, aside: number }} Camera */

/** Field of view (radians): narrow, so that it looks like a drawing. */
const FIELD = 0.36;

/** @type {(a: Vector, b: Vector) => number} */
const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
/** @type {(a: Vector, b: Vector) => Vector} */
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** @type {(a: Vector) => Vector} */
const unit = (a) => { const size = Math.hypot(...a); return a.map((v) => v / size); };

/**
 * Where the eye stands and the matrix that projects; azimuth 0 looks from the front, 90 from the person's right.
 *
 * @param {NamedView & { zoom: number }} view
 * @param {number} aspect width of the picture by its height
 * @param {number} [aside] how far its middle is moved to the left, in halves of its width
 * @returns {Camera}
 */
export function lookFrom({ azimuth, elevation, target, reach, wide, zoom }, aspect, aside = 0) {
  const a = (azimuth * Math.PI) / 180, e = (elevation * Math.PI) / 180, half = Math.tan(FIELD / 2);
  const out = [Math.sin(a) * Math.cos(e), Math.cos(a) * Math.cos(e), Math.sin(e)];
  const away = (Math.max(reach / half, wide / (half * aspect)) * 1.06 + reach / 4) / zoom;
  const eye = target.map((v, i) => v + out[i] * away);
  const right = unit(cross([0, 0, 1], out)), up = cross(out, right);
  const near = Math.max(1, away - 700), far = away + 700, f = 1 / half;
  const d = (far + near) / (near - far), w = (2 * far * near) / (near - far);
  const rows = [right.map((v) => (v * f) / aspect), up.map((v) => v * f), out.map((v) => v * d), out.map((v) => -v)];
  const shift = [-dot(rows[0], eye), -dot(rows[1], eye), -dot(rows[2], eye) + w, -dot(rows[3], eye)];
  rows[0] = rows[0].map((v, i) => v - aside * rows[3][i]);
  shift[0] -= aside * shift[3];
  const matrix = new Float32Array(16);
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 3; column++) matrix[column * 4 + row] = rows[row][column];
    matrix[12 + row] = shift[row];
  }
  return { eye, right, up, out, matrix, aside };
}

/**
 * Where a point of space lies in a picture of some size, in pixels from its upper left corner.
 *
 * @param {Vector} point
 * @param {Camera} camera
 * @param {number} width
 * @param {number} height
 */
export function onPicture(point, { matrix }, width, height) {
  const p = [...point, 1];
  const [x, y, , w] = [0, 1, 2, 3].map((row) => p.reduce((sum, v, i) => sum + v * matrix[4 * i + row], 0));
  return { x: (x / w / 2 + 0.5) * width, y: (0.5 - y / w / 2) * height };
}

/**
 * The point of space that is seen at a place of a picture, so many mm in front of the eye.
 *
 * @param {{ x: number, y: number }} place
 * @param {number} deep
 * @param {Camera} camera
 * @param {number} width
 * @param {number} height
 * @returns {Vector}
 */
export function onSheet({ x, y }, deep, { eye, right, up, out, aside }, width, height) {
  const half = deep * Math.tan(FIELD / 2), across = half * (width / height) * ((2 * x) / width - 1 + aside);
  const high = half * (1 - (2 * y) / height);
  return eye.map((v, i) => v - out[i] * deep + right[i] * across + up[i] * high);
}

/**
 * How far a point lies in front of the eye (mm).
 *
 * @param {Vector} point
 * @param {Camera} camera
 */
export const depthOf = (point, { eye, out }) => dot(eye.map((v, i) => v - point[i]), out);

/** The shorter way round, in degrees. @param {number} turn */
export const shorter = (turn) => ((((turn + 180) % 360) + 360) % 360) - 180;

/**
 * A view on the way from one to another.
 *
 * @template {NamedView} View
 * @param {View} from
 * @param {View} to
 * @param {number} share of the way
 * @returns {View}
 */
export function onTheWay(from, to, share) {
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * share;
  return { ...to, azimuth: to.azimuth - shorter(to.azimuth - from.azimuth) * (1 - share),
    elevation: mix(from.elevation, to.elevation), reach: mix(from.reach, to.reach), wide: mix(from.wide, to.wide),
    target: to.target.map((v, i) => mix(from.target[i], v)) };
}

/**
 * A point bound to two frames, carried by the present moves.
 *
 * @param {Vector} point
 * @param {number} frame
 * @param {number} share of the frame behind it
 * @param {Float32Array} moves
 * @returns {Vector}
 */
export function carried([x, y, z], frame, share, moves) {
  const one = (/** @type {number} */ f) => {
    const [a, b, c, d] = moves.subarray(4 * f, 4 * f + 4);
    return [Math.hypot(a, b) * x, a * y + b * z + c, a * z - b * y + d];
  };
  const low = one(frame), high = one(Math.min(frame + 1, moves.length / 4 - 1));
  return low.map((v, i) => v + (high[i] - v) * share);
}

/** @type {[string, Vector][]} */
const DIRECTIONS = [["right", [1, 0, 0]], ["left", [-1, 0, 0]], ["front", [0, 1, 0]], ["back", [0, -1, 0]]];

/**
 * The side of the body to which a direction points; empty if it points to none.
 *
 * @param {Vector} axis
 */
export function facingWord(axis) {
  const [word, direction] = DIRECTIONS.reduce((best, item) => (dot(axis, item[1]) > dot(axis, best[1]) ? item : best));
  return dot(axis, direction) > 0.55 ? word : "";
}

/**
 * What the named view is seen from, in words.
 *
 * @param {Vector} out
 */
export function seenFrom(out) {
  if (Math.abs(out[2]) > 0.9) return out[2] > 0 ? "above" : "below";
  const flat = Math.hypot(out[0], out[1]);
  /** @type {[number, string, string][]} */
  const sides = [[out[1], "the front", "the back"], [out[0], "the right", "the left"]];
  const words = sides.filter(([share]) => Math.abs(share) > 0.38 * flat)
    .map(([share, plus, minus]) => (share > 0 ? plus : minus));
  return words.join(" and ") + (out[2] > 0.45 ? ", from above" : "");
}
