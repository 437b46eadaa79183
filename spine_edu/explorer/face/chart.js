// The picture as plotly.js draws it, with the frames of a run.

import { Figure } from "./figure.js";
import { Picture } from "./picture.js";

/** @import { Frames, Hand, Host, PlotlyClick } from "./types.d.ts" */

export class Chart {
  /**
   * @param {Host} host
   * @param {HTMLElement} el
   * @param {Hand} hand
   */
  constructor(host, el, hand) {
    this.host = host;
    this.picture = new Picture(el);
    this.image = this.picture.node;
    this.hand = hand;
    this.figure = new Figure(host.get("base"));
    this.figure.follow(host.get("live"));
    this.size = "";
    this.resized = new ResizeObserver(() => this.widen());
    host.on("change:base", () => this.rebase());
    host.on("change:live", () => this.follow());
  }

  /** Draw for the first time, when plotly.js is here. */
  async open() {
    const lib = await this.host.plotly();
    // The first drawings of a page come one by one, so that what else is on its way is let through.
    await new Promise((resolve) => { setTimeout(resolve); });
    this.picture.lib = lib;
    await this.picture.draw(this.figure.now);
    for (const node of [this.picture.place, this.picture.head]) if (node) this.resized.observe(node);
    this.image.on("plotly_click", (click) => this.clicked(click));
    this.image.dataset.ready = "true";
  }

  /** Another figure, or one with a picture that has stayed since. */
  rebase() {
    this.figure = new Figure(this.host.get("base"));
    this.figure.follow(this.host.get("live"));
    this.picture.fit(this.figure.now);
  }

  follow() {
    this.figure.follow(this.host.get("live"));
    this.picture.draw(this.figure.now);
  }

  /**
   * @param {Frames} frames
   * @param {number} index
   */
  frame(frames, index) {
    for (const { path, size, values } of frames.arrays)
      this.figure.put(path, size ? values.subarray(index * size, (index + 1) * size) : values[index]);
    for (const { path, counts, whole } of frames.reveals) this.figure.put(path, whole?.slice(0, counts[index]));
    this.picture.draw(this.figure.now);
  }

  widen() {
    const size = `${this.picture.place.clientWidth} ${this.picture.room()}`;
    if (size === this.size || !this.picture.place.clientWidth) return;
    this.size = size;
    this.picture.fit(this.figure.now);
  }

  /** @param {PlotlyClick} click */
  clicked({ points: [{ customdata }] }) {
    if (typeof customdata === "string") this.hand.do({ act: "click", choice: customdata });
  }

  close() {
    this.resized.disconnect();
    this.picture.close();
  }
}
