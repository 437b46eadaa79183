// The host in Jupyter: the model that anywidget gives.

import { plotly } from "./picture.js";

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

  /** @param {() => void} listener */
  gone(listener) {
    this.model.on("comm_live_update", () => { if (this.model.comm_live === false) listener(); });
  }

  plotly() {
    return plotly(this.model);
  }
}
