// Places of a picture of solids at which a reader puts things, such as discs between bones, to say how many there are.

import { svg } from "./page.js";
import { carried, onPicture } from "./solids_camera.js";

/** @import { Camera } from "./solids_camera.js" */
/** @import { Scene } from "./solids_scene.js" */
/** @import { Gap } from "./types.d.ts" */

/** How far from a place a finger still means it, in px. */
const GRASP = 40;

/**
 * Where a thing lies in a picture: its middle, and how far it reaches to the left and to the right.
 *
 * @param {Gap} gap
 * @param {Float32Array} moves
 * @param {Camera} camera
 * @param {number} width
 * @param {number} height
 */
export function lies({ at, frame, share, half: [across, deep] }, moves, camera, width, height) {
  const ends = [[across, 0], [-across, 0], [0, deep], [0, -deep]].map(([x, y]) =>
    onPicture(carried([at[0] + x, at[1] + y, at[2]], frame, share, moves), camera, width, height).x);
  const middle = onPicture(carried(at, frame, share, moves), camera, width, height);
  return { ...middle, left: Math.min(...ends), right: Math.max(...ends) };
}

export class Gaps {
  /**
   * @param {Scene} scene
   * @param {(count: string) => void} tell
   */
  constructor(scene, tell) {
    this.scene = scene;
    this.tell = tell;
    /** @type {{ x: number, y: number }[]} */
    this.places = [];
    /** Whether the hand puts things there or takes them away, and where it was last. */
    this.putting = true;
    this.last = -1;
    this.sheet = svg("svg", { class: "spine-edu-gaps", "aria-hidden": "true" });
    this.strip = this.listen(svg("path", { class: "reach" }));
    scene.stage.append(this.sheet);
    scene.guess = new Set();
    scene.gaps = this;
    scene.ask();
  }

  get list() {
    return /** @type {Gap[]} */ (this.scene.model.get("places"));
  }

  /** @param {Camera} camera */
  draw(camera) {
    const { stage, moves, guess } = this.scene, width = stage.clientWidth, height = stage.clientHeight;
    this.places = this.list.map((gap) => lies(gap, moves, camera, width, height));
    const order = this.places.map((_, at) => at).sort((a, b) => this.places[a].y - this.places[b].y);
    const way = order.map((at) => `${this.places[at].x} ${this.places[at].y}`).join("L");
    this.sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.strip.setAttribute("d", `M${way}`);
    this.sheet.replaceChildren(this.strip, ...this.places.flatMap(({ x, y }, at) =>
      (guess?.has(this.list[at].part) ? [] : [svg("circle", { cx: x, cy: y, r: 3.5 })])));
  }

  /** @param {Element} strip along all the places, wide enough for a finger */
  listen(strip) {
    const node = /** @type {SVGElement} */ (strip);
    node.addEventListener("pointerdown", (event) => {
      const at = this.nearest(event);
      if (at < 0) return;
      event.preventDefault();
      node.setPointerCapture(event.pointerId);
      this.putting = !this.scene.guess?.has(this.list[at].part);
      this.last = at;
      this.fill([at]);
    });
    node.addEventListener("pointermove", (event) => {
      if (this.last < 0) return;
      const at = this.nearest(event);
      if (at >= 0 && at !== this.last) this.sweep(at);
    });
    for (const end of ["pointerup", "pointercancel"]) node.addEventListener(end, () => { this.last = -1; });
    return node;
  }

  /** Everything between the last place and this one, that a fast hand has passed. @param {number} to */
  sweep(to) {
    const y = (/** @type {number} */ at) => this.places[at].y;
    const low = Math.min(y(this.last), y(to)), high = Math.max(y(this.last), y(to));
    this.fill(this.places.map((_, at) => at).filter((at) => y(at) >= low && y(at) <= high));
    this.last = to;
  }

  /** @param {PointerEvent} event */
  nearest({ clientX, clientY }) {
    const { left, top } = this.scene.stage.getBoundingClientRect();
    const far = this.places.map(({ x, y }) => Math.hypot((x - clientX + left) / 3, y - clientY + top));
    const at = far.indexOf(Math.min(...far));
    return far[at] < GRASP ? at : -1;
  }

  /** @param {number[]} places */
  fill(places) {
    const guess = /** @type {Set<number>} */ (this.scene.guess);
    for (const at of places) {
      if (this.putting) guess.add(this.list[at].part);
      else guess.delete(this.list[at].part);
    }
    this.tell(guess.size ? String(guess.size) : "");
    this.scene.ask();
  }

  /** As many as were typed lie there, from below. @param {number} count */
  type(count) {
    const lowest = this.list.map(({ part }, at) => ({ part, y: this.places[at]?.y ?? 0 })).sort((a, b) => b.y - a.y);
    this.scene.guess = new Set(lowest.slice(0, Math.max(0, Math.round(count) || 0)).map(({ part }) => part));
    this.scene.ask();
  }

  close() {
    this.sheet.remove();
    this.scene.gaps = undefined;
    this.scene.ask();
  }
}
