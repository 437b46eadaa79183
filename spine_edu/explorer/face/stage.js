// The stage of an explorer that shows solids instead of a chart; without WebGL, the chart.

import { Chart } from "./chart.js";
import { Chips } from "./chips.js";
import { button, element } from "./page.js";
import { shorter } from "./solids_camera.js";
import { followKeys, followPointer } from "./solids_hand.js";
import { Scene } from "./solids_scene.js";

/** @import { Card, Hand, Host, Part } from "./types.d.ts" */

/** What is said when a reader has started again: then whatever he has turned and taken off is as it was. */
const START = "Back at the start.";

/** How long a browser that has taken the solids away may take to give them back, in ms. */
const BACK_WITHIN = 2000;

/** How far from a named view one may have turned, in degrees, and still look from there. */
const NAMED = 15;

export class Stage {
  /**
   * @param {Host} host
   * @param {HTMLElement} el
   * @param {Hand} hand
   * @param {Card} card
   */
  constructor(host, el, hand, card) {
    this.host = host;
    this.el = el;
    this.hand = hand;
    this.stage = element("div", "spine-edu-picture spine-edu-stage", el);
    this.scene = new Scene(host, this.stage);
    this.note = element("p", "spine-edu-note", this.scene.stage);
    this.bar = element("div", "spine-edu-player spine-edu-under", el);
    /** @type {Map<string, Chips>} */
    this.chips = new Map(card.under.map((name) => [name, new Chips(name, card, hand, host, this.bar)]));
    this.back = element("div", "spine-edu-chips", this.bar);
    /** @type {HTMLElement} */
    this.image = this.scene.canvas;
    /** @type {Chart | undefined} */
    this.chart = undefined;
    this.phase = host.get("prediction").phase;
    this.dress();
    this.listen();
    this.sized = new ResizeObserver(() => this.fit());
    this.sized.observe(el);
  }

  get figure() {
    return this.chart?.figure;
  }

  listen() {
    const { host, scene, chips } = this;
    host.on("change:colors change:note", () => this.dress());
    host.on("change:prediction", () => this.uncovered());
    host.on("change:camera change:prediction", () => this.fit());
    host.on("change:scenario", () => scene.take([...scene.off], false));
    host.on("change:said", () => {
      if (host.get("said") !== START) return;
      scene.take([...scene.off], false);
      scene.home();
    });
    scene.changed = () => this.agree();
    scene.whole.choose = (value) => this.hand.do({ act: "choose", name: "disc", value });
    for (const one of chips.values()) one.pressed = () => scene.home();
    const layer = chips.get("layer");
    if (layer) layer.pressed = () => scene.take([...scene.off], false);
    this.agree();
  }

  /** The view whose button is pressed is the one from which one looks; and what is off can be put back. */
  agree() {
    const { scene, chips, host, back } = this, { azimuth, elevation } = scene.own;
    const turned = Math.abs(shorter(azimuth)) > NAMED || Math.abs(elevation) > NAMED;
    chips.get("view")?.put(turned ? "" : host.get("view"));
    back.hidden = !scene.off.size;
    if (back.childElementCount - 1 === scene.off.size) return;
    back.replaceChildren();
    element("span", "", back, "Put back");
    const parts = /** @type {Part[]} */ (host.get("parts"));
    for (const part of scene.off) button(back, parts[part].words, () => scene.take([part], false));
  }

  dress() {
    const { style } = this.host.get("colors");
    for (const [name, value] of Object.entries(style)) this.stage.style.setProperty(`--spine-edu-${name}`, value);
    this.note.textContent = this.host.get("note");
    this.fit();
    this.scene.whole.follow();
    this.scene.ask();
  }

  /** On a phone a picture of one thing is as high as it is wide: higher, most of it would be empty. */
  fit() {
    const { scene, stage, host } = this, wide = stage.clientWidth;
    const close = scene.whole.small && !scene.far && host.get("prediction").phase !== "asked";
    stage.style.height = close && wide ? `${Math.round(1.25 * wide)}px` : "";
    scene.tapped.fit(scene.whole.small);
    scene.whole.follow();
  }

  async open() {
    if (!this.scene.gl) return this.giveUp();
    const tap = (/** @type {number} */ x, /** @type {number} */ y) => this.tap(x, y);
    followPointer(this.scene, { tap, begin: () => this.begin() });
    followKeys(this.scene, tap);
    await this.scene.open();
    this.host.on("change:moves change:shown change:camera change:labels change:shade change:places", () =>
      this.scene.follow());
    let lost = 0;
    this.image.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      lost = setTimeout(() => this.giveUp(), BACK_WITHIN);
    });
    this.image.addEventListener("webglcontextrestored", () => {
      clearTimeout(lost);
      this.scene.open();
    });
    this.stage.dataset.ready = "true";
  }

  /** The first touch after a prediction shows what is so. */
  begin() {
    if (this.host.get("prediction").phase === "kept") this.hand.do({ act: "uncover" });
  }

  /** A part is named; a disc is chosen, and in a picture of the whole everything goes near to what was touched. */
  tap(/** @type {number} */ x, /** @type {number} */ y) {
    const { scene, host } = this, hit = scene.pick(x, y), open = host.get("prediction").phase === "open";
    const { also } = host.get("camera"), { material = "" } = hit?.part ?? {};
    const choice = hit?.part.choice || (also && hit ? scene.nearest(y) : "");
    // The touch that lifts the veil shows the answer, and asks nothing of its own.
    if (host.get("prediction").phase === "kept") return;
    scene.tapped.say(hit, open && !also);
    if (!open || !choice || (material === "bone" && !also)) return;
    this.hand.do({ act: "click", choice: also ? `${choice};${also}` : choice });
  }

  /** What was asked is answered: what is counted comes in. */
  uncovered() {
    const { phase, model } = this.host.get("prediction");
    if (this.phase !== "open" && phase === "open" && model) this.scene.count();
    this.phase = phase;
    this.scene.ask();
  }

  /** Without WebGL the flat drawing takes the place of the solids. */
  async giveUp() {
    const come = new Promise((resolve) => { this.host.on("change:base", () => resolve(true)); });
    this.hand.do({ act: "flat" });
    await come;
    const words = this.image.getAttribute("aria-label") ?? "";
    this.chart = new Chart(this.host, this.el, this.hand);
    this.stage.replaceWith(this.chart.picture.place);
    this.chart.image.setAttribute("aria-label", words);
    this.image = this.chart.image;
    await this.chart.open();
  }

  /** Solids play nothing. */
  frame() {}

  follow() {
    if (this.chart) this.chart.follow();
    else this.scene.follow();
  }

  close() {
    this.sized.disconnect();
    this.scene.close();
    this.chart?.close();
  }
}
