// The one thin view over plotly.js: a figure, its sentence, its error line and the playing of frames already computed.
// The kernel sends a figure once (`base`) and then only what differs from it (`live`), in one message an update.

import { Figure, assign, lookUp } from "./figure.js";
import { Words, watchControls } from "./page.js";
import { Picture, plotly } from "./picture.js";
import { Player } from "./player.js";

/** @import { Frames, Model, Path, PlotlyClick, ViewTraits } from "./types.d.ts" */

class View {
  /**
   * @param {Model<ViewTraits>} model
   * @param {HTMLElement} el
   */
  constructor(model, el) {
    this.model = model;
    el.classList.add("spine-edu-view");
    this.picture = new Picture(el);
    this.words = new Words(el, this.picture.node);
    this.unwatch = () => {};
    this.width = 0;
    this.resized = new ResizeObserver(() => this.widen());
    this.figure = new Figure(model.get("base"));
    this.dress();
    this.rebase();
    const whole = (/** @type {Path} */ path) => lookUp(this.figure.now, path);
    this.player = new Player(model, el, (frames, index, aloud) => this.showFrame(frames, index, aloud), whole);
    this.listen();
    requestAnimationFrame(() => { this.unwatch = watchControls(el); });
  }

  listen() {
    const { model } = this;
    model.on("change:base", () => this.rebase());
    model.on("change:live", () => this.update());
    model.on("change:sentence", () => this.words.say(model.get("sentence")));
    model.on("change:look change:error", () => this.dress());
    model.on("change:frames change:playable", () => {
      this.player.reset();
      // Without frames the figure is the kernel's again, also where nothing else has changed.
      if (!this.player.frames) this.update();
    });
  }

  /** Draw for the first time, when plotly.js is here. */
  async open() {
    const lib = await plotly(this.model);
    // The first drawings of a page come one by one, so that what else is on its way is let through.
    await new Promise((resolve) => { setTimeout(resolve); });
    this.picture.lib = lib;
    await this.picture.draw(this.figure.now);
    this.resized.observe(this.picture.place);
    this.picture.node.on("plotly_click", (click) => this.clicked(click));
    this.picture.node.dataset.ready = "true";
  }

  dress() {
    this.words.dress(this.model.get("look"), this.model.get("error"));
  }

  /** Another figure, or one with a picture that has stayed since. */
  rebase() {
    this.figure = new Figure(this.model.get("base"));
    this.figure.follow(this.model.get("live"));
    this.words.say(this.model.get("sentence"));
    this.picture.fit(this.figure.now);
  }

  update() {
    this.figure.follow(this.model.get("live"));
    this.picture.draw(this.figure.now);
    this.words.say(this.model.get("sentence"));
  }

  /**
   * @param {Frames} frames
   * @param {number} index
   * @param {boolean} aloud
   */
  showFrame(frames, index, aloud) {
    const { now, paths } = this.figure;
    for (const { path, size, values } of frames.arrays)
      assign(now, path, size ? values.subarray(index * size, (index + 1) * size) : values[index]);
    for (const { path, counts, whole } of frames.reveals) assign(now, path, whole?.slice(0, counts[index]));
    if (!frames.noted) paths.push(...[...frames.arrays, ...frames.reveals].map(({ path }) => path));
    frames.noted = true;
    this.picture.draw(now);
    this.words.say(frames.sentences[index], aloud);
  }

  widen() {
    const width = this.picture.place.clientWidth;
    if (width === this.width || !width) return;
    this.width = width;
    this.picture.fit(this.figure.now);
  }

  /** @param {PlotlyClick} click */
  clicked({ points: [{ data, pointNumber, customdata }] }) {
    this.model.send({ kind: "click", trace: data.name ?? "", point: pointNumber, choice: customdata ?? null });
  }

  close() {
    this.unwatch();
    this.resized.disconnect();
    this.player.pause(false);
    this.picture.close();
  }
}

/** @param {{ model: Model<ViewTraits>, el: HTMLElement }} given */
async function render({ model, el }) {
  const view = new View(model, el);
  await view.open();
  return () => view.close();
}

export default { render };
