// The picture as plotly.js draws it, with the frames of a run.

import { between, canGlide, momentBetween } from "./between.js";
import { Figure } from "./figure.js";
import { eased } from "./page.js";
import { Picture } from "./picture.js";

/** @import { Frames, Hand, Host, PlotlyClick, PlotlyFigure } from "./types.d.ts" */

/** How long what has moved is on its way, in ms, unless its figure says how long people walk (`meta.walk`). */
const TRAVEL = 320;

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
    this.gliding = 0;
    /** Whether the place has another size than the picture was drawn for. */
    this.unfit = false;
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
    // The observer tells of the place, too: it shall find drawn what is drawn.
    this.size = this.extent;
    await this.picture.fit(this.figure.now);
    for (const node of [this.picture.place, this.picture.head]) if (node) this.resized.observe(node);
    this.image.on("plotly_click", (click) => this.clicked(click));
    this.image.dataset.ready = "true";
  }

  /** Another figure, or one with a picture that has stayed since. */
  rebase() {
    this.land();
    this.figure = new Figure(this.host.get("base"));
    this.figure.follow(this.host.get("live"));
    this.picture.fit(this.figure.now);
  }

  /** What a hand pulls is where the hand is; after a choice, things go to their places, so that the eye can follow. */
  follow() {
    const before = this.onTheWay ?? this.figure.now;
    this.land();
    this.figure.follow(this.host.get("live"));
    if (this.hand.chooses && this.picture.moves() && canGlide(before, this.figure.now))
      this.glide(before, this.figure.now);
    else this.settle(this.figure.now);
  }

  /**
   * @param {PlotlyFigure} from
   * @param {PlotlyFigure} to
   */
  glide(from, to) {
    /** @type {number | undefined} */
    let began;
    const lasts = to.layout.meta?.walk ?? TRAVEL;
    /** @param {number} now */
    const tick = (now) => {
      began ??= now;
      const done = Math.min(1, (now - began) / lasts);
      if (done >= 1) return this.arrive(to);
      this.gliding = requestAnimationFrame(tick);
      this.onTheWay = between(from, to, eased(done));
      this.picture.draw(this.onTheWay);
    };
    this.picture.place.setAttribute("data-gliding", "");
    this.gliding = requestAnimationFrame(tick);
  }

  /** @param {PlotlyFigure} there */
  arrive(there) {
    this.land();
    this.settle(there);
  }

  /** @param {PlotlyFigure} there */
  settle(there) {
    if (this.unfit) this.picture.fit(there);
    else this.picture.draw(there);
    this.unfit = false;
  }

  /** What stands under the picture came or went: it is fitted anew, once nothing is on its way. */
  refit() {
    this.unfit = true;
    if (!this.picture.place.hasAttribute("data-gliding")) this.settle(this.figure.now);
  }

  /** Nothing is on its way any more. */
  land() {
    cancelAnimationFrame(this.gliding);
    this.onTheWay = undefined;
    this.picture.place.removeAttribute("data-gliding");
  }

  /**
   * @param {Frames} frames
   * @param {number} index
   * @param {number} [share] how much of the way to the next frame is done, 0 to 1
   */
  frame(frames, index, share = 0) {
    this.land();
    const next = Math.min(index + 1, frames.count - 1);
    for (const { path, size, values, jumps } of frames.arrays) {
      const at = (/** @type {number} */ place) =>
        (size ? values.subarray(place * size, (place + 1) * size) : values[place]);
      this.figure.put(path, share && !jumps ? momentBetween(path, at(index), at(next), share) : at(index));
    }
    for (const { path, counts, whole } of frames.reveals) {
      const count = Math.floor(counts[index] + (counts[next] - counts[index]) * share);
      this.figure.put(path, whole?.slice(0, count));
    }
    this.picture.draw(this.figure.now);
  }

  /** How large the place of the picture is. */
  get extent() {
    return `${this.picture.place.clientWidth} ${this.picture.room()}`;
  }

  /** The place may have another size. @param {boolean} [anew] whatever it was: another part stands in it */
  widen(anew = false) {
    const size = this.extent;
    if ((size === this.size && !anew) || !this.picture.place.clientWidth) return;
    this.size = size;
    this.picture.fit(this.figure.now);
  }

  /** @param {PlotlyClick} click */
  clicked({ points: [{ customdata }] }) {
    if (typeof customdata === "string") this.hand.do({ act: "click", choice: customdata });
  }

  close() {
    this.land();
    this.resized.disconnect();
    this.picture.close();
  }
}
