// A number that is put onto the axes of a figure by hand: what is asked about is dragged along a scale.

import { REACH, nearest, placed } from "./grips.js";
import { mark } from "./overlay.js";

/** @import { Overlay } from "./overlay.js" */
/** @import { Place } from "./types.d.ts" */

export class Pin {
  /**
   * @param {Overlay} overlay
   * @param {Place} place
   * @param {(value: string) => void} changed what to do when it was put somewhere else
   */
  constructor(overlay, place, changed) {
    this.overlay = overlay;
    this.place = place;
    this.changed = changed;
    this.value = Math.min(...place.track.map(([one]) => one));
    this.node = mark("g", overlay.sheet, { "class": "spine-edu-grip spine-edu-pin" });
    this.outline = mark("path", this.node, { "d": place.outline });
    mark("circle", this.node, { "class": "reach", "r": String(REACH) });
    mark("circle", this.node, { "class": "knob", "r": "8" });
    this.node.addEventListener("pointerdown", (event) => this.take(/** @type {PointerEvent} */ (event)));
    this.node.addEventListener("pointermove", (event) => this.drag(/** @type {PointerEvent} */ (event)));
    this.follow = () => this.draw();
    overlay.followers.push(this.follow);
    this.draw();
  }

  /** The track in pixels; nothing if its axes are not drawn now. */
  get track() {
    const axes = this.overlay.axes(this.place.axes);
    return axes && this.place.track.map(([value, x, y]) =>
      /** @type {[number, number, number]} */ ([value, ...axes.to(x, y)]));
  }

  /** @param {PointerEvent} event */
  take(event) {
    event.preventDefault();
    this.node.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  drag(event) {
    const { track } = this, { digits } = this.place;
    if (!track || !this.node.hasPointerCapture(event.pointerId)) return;
    const written = nearest(track, this.overlay.at(event)).value.toFixed(digits);
    this.value = Number(written);
    this.changed(written);
    this.draw();
  }

  /** Put it where a typed number lies. @param {number} value */
  type(value) {
    const values = this.place.track.map(([one]) => one), low = Math.min(...values);
    this.value = Math.min(Math.max(Number.isNaN(value) ? low : value, low), Math.max(...values));
    this.draw();
  }

  draw() {
    const { track } = this, size = this.overlay.picture.node._fullLayout?.font.size;
    this.node.style.display = track ? "" : "none";
    if (!track) return;
    this.node.setAttribute("transform", `translate(${placed(track, this.value).join(" ")})`);
    this.outline.setAttribute("transform", `scale(${size})`);
  }

  close() {
    this.overlay.followers = this.overlay.followers.filter((one) => one !== this.follow);
    this.node.remove();
  }
}
