// What stands on a screen of the picture, as sound: silent until it is asked for, and never the only way to know.

import { button } from "./page.js";

/** @import { PlotlyFigure } from "./types.d.ts" */

/** How often a new piece is sounded, and how far ahead, in seconds; and the rate of its samples, in Hz. */
const PIECE = 0.1, AHEAD = 0.15, SAMPLES = 8000;
/** How loud a signal is that fills its screen. */
const LOUDEST = 0.7;

/**
 * A figure says under `layout.meta.sound` which trace is a signal, how many seconds its screen is, and how high. The
 * screen is sounded round and round, as the beam writes it.
 */
export class Sound {
  /**
   * @param {() => PlotlyFigure | undefined} figure what is shown now
   * @param {HTMLElement} bar
   */
  constructor(figure, bar) {
    this.figure = figure;
    this.button = button(bar, "Sound", () => (this.air ? this.stop() : this.start()));
    this.button.setAttribute("aria-pressed", "false");
    /** @type {AudioContext | undefined} */
    this.air = undefined;
    this.timer = 0;
    /** Up to when pieces are on their way, and where on the screen the next one begins, in seconds. */
    this.until = this.place = 0;
  }

  /** @returns {{ trace: string, seconds: number, high: number } | undefined} */
  get screen() {
    return this.figure()?.layout?.meta?.sound;
  }

  start() {
    this.air = new AudioContext();
    this.button.setAttribute("aria-pressed", "true");
    this.until = this.air.currentTime + 0.05;
    this.place = 0;
    this.timer = window.setInterval(() => this.sound(), (PIECE * 1000) / 2);
    this.sound();
  }

  stop() {
    clearInterval(this.timer);
    this.air?.close();
    this.air = undefined;
    this.button.setAttribute("aria-pressed", "false");
  }

  /** Send pieces on their way; out of sight nothing sounds. */
  sound() {
    const { air, screen } = this;
    if (!air || !screen || !this.button.checkVisibility() || document.hidden) return this.stop();
    while (this.until < air.currentTime + AHEAD) this.send(air, screen);
  }

  /**
   * @param {AudioContext} air
   * @param {{ trace: string, seconds: number, high: number }} screen
   */
  send(air, { trace, seconds, high }) {
    const heights = this.figure()?.data.find(({ name }) => name === trace)?.y ?? [];
    const piece = air.createBuffer(1, Math.round(PIECE * SAMPLES), SAMPLES), samples = piece.getChannelData(0);
    for (let at = 0; at < samples.length; at++) {
      const place = (((this.place + at / SAMPLES) % seconds) / seconds) * heights.length, low = Math.floor(place);
      const next = heights[(low + 1) % heights.length];
      samples[at] = heights.length ? ((heights[low] + (next - heights[low]) * (place - low)) / high) * LOUDEST : 0;
    }
    const source = air.createBufferSource();
    source.buffer = piece;
    source.connect(air.destination);
    source.start(Math.max(this.until, air.currentTime));
    this.until = Math.max(this.until, air.currentTime) + PIECE;
    this.place += PIECE;
  }
}
