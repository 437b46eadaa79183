// The host in Jupyter: the model that anywidget gives.

import { bundle, plotly } from "./picture.js";
import { scattered } from "./scattered.js";

/** @import { Act, Host, Model } from "./types.d.ts" */

/** @implements {Host} */
export class Kernel {
  /** @param {Model<any>} model */
  constructor(model) {
    this.model = model;
    /** What the shared widget is to forget, since it lives longer. @type {(() => void)[]} */
    this.ends = [];
  }

  /** @param {string} name */
  get(name) {
    const value = this.model.get(name);
    return value?.bytes instanceof DataView ? scattered(value.plain, value.bytes) : value;
  }

  /**
   * Each event is heard by itself: only Jupyter's models know several of them in one text, marimo's do not.
   *
   * @param {string} events with a space between them
   * @param {() => void} listener
   */
  on(events, listener) {
    for (const event of events.split(" ")) this.model.on(event, listener);
  }

  /** @param {Act & { id: string }} act */
  send(act) {
    this.model.send(act);
  }

  /**
   * All widgets of a kernel lose it at once; the shared one says so.
   *
   * @param {(forGood: boolean) => void} listener
   */
  async gone(listener) {
    const shared = await bundle(this.model);
    const tell = () => { if (!shared.comm_live) listener(true); };
    shared.on("comm_live_update", tell);
    this.ends.push(() => shared.off("comm_live_update", tell));
  }

  close() {
    for (const end of this.ends) end();
  }

  plotly() {
    return plotly(this.model);
  }
}
