// The host in Jupyter: the model that anywidget gives.

import { bundle, plotly } from "./picture.js";

/** @import { Act, Host, Model } from "./types.d.ts" */

/** @implements {Host} */
export class Kernel {
  /** @param {Model<any>} model */
  constructor(model) {
    this.model = model;
  }

  /** @param {string} name */
  get(name) {
    return this.model.get(name);
  }

  /**
   * @param {string} events
   * @param {() => void} listener
   */
  on(events, listener) {
    this.model.on(events, listener);
  }

  /** @param {Act & { id: string }} act */
  send(act) {
    this.model.send(act);
  }

  /**
   * All widgets of a kernel lose it at once; the shared one says so.
   *
   * @param {() => void} listener
   */
  async gone(listener) {
    const shared = await bundle(this.model);
    shared.on("comm_live_update", () => { if (!shared.comm_live) listener(); });
  }

  plotly() {
    return plotly(this.model);
  }
}
