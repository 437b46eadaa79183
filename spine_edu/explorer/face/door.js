// The first few lines of every explorer in Jupyter: the face's own script comes once a page, from the bundle that all
// explorers share. anywidget gives up, for good, a model whose code is not loaded within two seconds; so it is short.

/** @import { Bundle, Model } from "./types.d.ts" */

const HERE = /** @type {{ [name: symbol]: any }} */ (globalThis);
const LOADED = Symbol.for("spine_edu.loaded"), SCRIPT = Symbol.for("spine_edu.script");
HERE[LOADED] = (HERE[LOADED] ?? 0) + 1;

/** @param {Model<any>} model */
async function script(model) {
  /** @type {Model<Bundle>} */
  const bundle = await model.widget_manager.get_model(model.get("bundle").replace("IPY_MODEL_", ""));
  const unpacked = new Blob([bundle.get("script")]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(unpacked).text();
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return (await import(/* webpackIgnore: true */ url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
}

export default {
  /** @param {{ model: Model<any>, el: HTMLElement }} given */
  async render({ model, el }) {
    HERE[SCRIPT] ??= script(model);
    return (await HERE[SCRIPT]).render({ model, el });
  },
};
