// A small picture of the whole beside a picture of one part of it: it says where one is, and a finger on it goes there.

import { element, svg } from "./page.js";
import { lookFrom, seenFrom } from "./solids_camera.js";
import { lies } from "./solids_gaps.js";

/** @import { Gap, NamedView, Part } from "./types.d.ts" */
/** @import { Scene } from "./solids_scene.js" */

/** Under which width in px two pictures of the whole do not stand side by side. */
const SMALL = 430;

export class Whole {
  /**
   * @param {Scene} scene
   * @param {HTMLElement} place
   */
  constructor(scene, place) {
    this.scene = scene;
    this.place = element("div", "spine-edu-whole", place);
    this.place.hidden = true;
    this.canvas = element("canvas", "", this.place);
    this.canvas.setAttribute("aria-hidden", "true");
    this.sheet = svg("svg", { "aria-hidden": "true" });
    this.place.append(this.sheet);
    /** With how many samples a pixel the present whole is painted. */
    this.samples = 0;
    this.held = false;
    this.size = this.sent = "";
    /** What a finger on it chooses. @type {(choice: string) => void} */
    this.choose = () => {};
    this.place.addEventListener("pointerdown", (event) => {
      [this.held, this.sent] = [true, ""];
      this.place.setPointerCapture(event.pointerId);
      this.go(event);
    });
    this.place.addEventListener("pointermove", (event) => { if (this.held) this.go(event); });
    for (const end of ["pointerup", "pointercancel"]) this.place.addEventListener(end, () => { this.held = false; });
  }

  /** @returns {NamedView | undefined} */
  get view() {
    const { scene } = this, { over } = scene.model.get("camera");
    // On a phone there is no room for two pictures of the whole.
    return over?.reach && !(scene.far && this.small) ? over : undefined;
  }

  /** Whether the place of both pictures is as narrow as a phone. */
  get small() {
    return (this.place.parentElement?.clientWidth ?? 0) < SMALL;
  }

  /** Something of the whole may have changed. */
  follow() {
    this.place.hidden = !this.view;
    // Beside a picture of the whole it is one from another side, as large.
    this.place.style.flexBasis = this.scene.far ? "30%" : "";
    this.samples = 0;
  }

  /** The camera of the whole. */
  get camera() {
    const { clientWidth, clientHeight } = this.place;
    return lookFrom({ .../** @type {NamedView} */ (this.view), zoom: 1 }, clientWidth / clientHeight);
  }

  /**
   * Painted by the same card, into a corner of the large picture before that is painted anew, and kept.
   *
   * @param {number} samples as for the large picture: a rough one first, and a fine one when the hand rests
   */
  draw(samples) {
    const { scene, place } = this, { painter, model } = scene;
    const size = `${place.clientWidth} ${place.clientHeight}`;
    if (!this.view || !painter || !place.clientWidth || (this.samples >= samples && this.size === size)) return;
    [this.samples, this.size] = [samples, size];
    const scale = Math.min(window.devicePixelRatio || 1, 2) * samples;
    const width = Math.round(place.clientWidth * scale), height = Math.round(place.clientHeight * scale);
    const shown = Uint8Array.from(model.get("parts"), (/** @type {Part} */ { small, material, marked, choice }) =>
      (small ? (material !== marked && choice === this.chosen ? 2 : 1) : 0));
    painter.solids({ camera: this.camera, moves: scene.moves, shown, ink: model.get("colors").ink },
      model.get("colors"), true, { width, height });
    Object.assign(this.canvas, { width, height });
    this.canvas.getContext("2d")?.drawImage(scene.canvas, 0, scene.canvas.height - height, width, height,
      0, 0, width, height);
    this.mark();
  }

  get chosen() {
    return `disc:${this.scene.model.get("disc")}`;
  }

  /** Where one is. */
  mark() {
    const { clientWidth: width, clientHeight: height } = this.place, { camera, scene } = this;
    this.places = /** @type {Gap[]} */ (scene.model.get("places")).filter(({ choice }) => choice)
      .map((gap) => ({ ...lies(gap, scene.moves, camera, width, height), choice: gap.choice }));
    const here = this.places.find(({ choice }) => `disc:${choice}` === this.chosen);
    this.sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
    if (!here) return this.sheet.replaceChildren();
    if (this.scene.far) {
      const from = `from ${seenFrom(camera.out)}`;
      return this.sheet.replaceChildren(svg("text", { x: width / 2, y: 20, "text-anchor": "middle" }, from));
    }
    const high = 26;
    this.sheet.replaceChildren(svg("rect", { x: 3, y: here.y - high, width: width - 6, height: 2 * high, rx: 5 }));
  }

  /** The thing at the height of a finger is chosen. @param {PointerEvent} event */
  go({ clientY }) {
    const y = clientY - this.place.getBoundingClientRect().top;
    const places = this.places ?? [];
    const nearest = places.reduce((best, one) => (Math.abs(one.y - y) < Math.abs(best.y - y) ? one : best), places[0]);
    if (!nearest || nearest.choice === this.sent) return;
    this.sent = nearest.choice;
    this.choose(nearest.choice);
  }
}
