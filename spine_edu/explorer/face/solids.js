// The view of solids: a scene, its sentence, a note and an error line.

import { Words, element, watchControls } from "./page.js";
import { Scene, followKeys, followPointer } from "./solids_scene.js";

/** @import { Model, SolidTraits } from "./types.d.ts" */

class SolidView {
  /**
   * @param {Model<SolidTraits>} model
   * @param {HTMLElement} el
   */
  constructor(model, el) {
    this.model = model;
    el.classList.add("spine-edu-view");
    this.stage = element("div", "spine-edu-picture spine-edu-stage", el);
    this.note = element("p", "spine-edu-note", this.stage);
    this.bar = element("div", "spine-edu-player", el);
    this.scene = new Scene(model, this.stage);
    this.words = new Words(el, this.scene.canvas);
    this.unwatch = () => {};
    requestAnimationFrame(() => { this.unwatch = watchControls(el); });
    this.say();
    this.dress();
    model.on("change:sentence", () => this.say());
    model.on("change:look change:error change:note", () => this.dress());
  }

  say() {
    this.words.say(this.model.get("sentence"));
  }

  dress() {
    this.words.dress(this.model.get("look").page, this.model.get("error"));
    this.note.textContent = this.model.get("note");
    this.scene.ask();
  }

  async open() {
    if (!this.scene.gl) return this.giveUp();
    followPointer(this.scene, ({ name, choice }) => this.choose(name, choice));
    followKeys(this.scene, this.bar);
    await this.scene.open();
    this.model.on("change:moves change:shown change:camera change:labels", () => this.scene.follow());
    this.stage.dataset.ready = "true";
  }

  /** Without WebGL there is no picture: the kernel shows the flat drawing instead. */
  giveUp() {
    this.stage.remove();
    this.bar.remove();
    this.words.silence();
    this.choose("", "no solids");
  }

  /**
   * @param {string} trace
   * @param {string} choice
   */
  choose(trace, choice) {
    this.model.send({ kind: "click", trace, point: 0, choice });
  }

  close() {
    this.unwatch();
    this.scene.close();
  }
}

/** @param {{ model: Model<SolidTraits>, el: HTMLElement }} given */
async function render({ model, el }) {
  const view = new SolidView(model, el);
  await view.open();
  return () => view.close();
}

export default { render };
