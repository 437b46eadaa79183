// The stage of an explorer that shows solids instead of a chart; without WebGL, the chart.

import { Chart } from "./chart.js";
import { element } from "./page.js";
import { Scene, followKeys, followPointer } from "./solids_scene.js";

/** @import { Hand, Host } from "./types.d.ts" */

export class Stage {
  /**
   * @param {Host} host
   * @param {HTMLElement} el
   * @param {Hand} hand
   */
  constructor(host, el, hand) {
    this.host = host;
    this.el = el;
    this.hand = hand;
    this.stage = element("div", "spine-edu-picture spine-edu-stage", el);
    this.note = element("p", "spine-edu-note", this.stage);
    this.bar = element("div", "spine-edu-player", el);
    this.scene = new Scene(host, this.stage);
    /** @type {HTMLElement} */
    this.image = this.scene.canvas;
    /** @type {Chart | undefined} */
    this.chart = undefined;
    this.dress();
    host.on("change:colors change:note", () => this.dress());
  }

  get figure() {
    return this.chart?.figure;
  }

  dress() {
    const { style } = this.host.get("colors");
    for (const [name, value] of Object.entries(style)) this.stage.style.setProperty(`--spine-edu-${name}`, value);
    this.note.textContent = this.host.get("note");
    this.scene.ask();
  }

  async open() {
    if (!this.scene.gl) return this.giveUp();
    followPointer(this.scene, ({ choice }) => this.hand.do({ act: "click", choice }));
    followKeys(this.scene, this.bar);
    await this.uncovered();
    await this.scene.open();
    this.host.on("change:moves change:shown change:camera change:labels", () => this.scene.follow());
    this.image.addEventListener("webglcontextlost", (event) => event.preventDefault());
    this.image.addEventListener("webglcontextrestored", () => this.scene.open());
    this.stage.dataset.ready = "true";
  }

  /** Solids are heavy, and what is veiled need not be drawn. */
  async uncovered() {
    if (this.host.get("prediction").phase !== "asked") return;
    this.stage.dataset.ready = "veiled";
    await new Promise((resolve) => {
      this.host.on("change:prediction", () => { if (this.host.get("prediction").phase !== "asked") resolve(true); });
    });
  }

  /** Without WebGL the flat drawing takes the place of the solids. */
  async giveUp() {
    const come = new Promise((resolve) => { this.host.on("change:base", () => resolve(true)); });
    this.hand.do({ act: "flat" });
    await come;
    const words = this.image.getAttribute("aria-label") ?? "";
    this.chart = new Chart(this.host, this.el, this.hand);
    this.stage.replaceWith(this.chart.picture.place);
    this.bar.remove();
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
    this.scene.close();
    this.chart?.close();
  }
}
