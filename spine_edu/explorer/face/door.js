// The first few lines of every explorer in Jupyter: the face's own script comes once a page, from the bundle that all
// explorers share. anywidget gives up, for good, a model whose code is not loaded within two seconds; so it is short.

/** @import { Bundle, Model } from "./types.d.ts" */

const HERE = /** @type {{ [name: symbol]: any }} */ (globalThis);
const LOADED = Symbol.for("spine_edu.loaded"), SCRIPT = Symbol.for("spine_edu.script");
HERE[LOADED] = (HERE[LOADED] ?? 0) + 1;

/** @param {Model<any>} model @returns {Promise<Model<Bundle>>} */
const shared = (model) => model.widget_manager.get_model(model.get("bundle").replace("IPY_MODEL_", ""));

/** @param {Model<Bundle>} bundle */
async function script(bundle) {
  const unpacked = new Blob([bundle.get("script")]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(unpacked).text();
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return (await import(/* webpackIgnore: true */ url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Put the style where the view is shown, once: each further copy is gone through at each change of the page.
 *
 * @param {HTMLElement} el
 * @param {string} text
 */
function dress(el, text) {
  const root = el.getRootNode(), home = root instanceof ShadowRoot ? root : document.head;
  const worn = [...home.querySelectorAll("style[data-spine-edu]")];
  if (worn.some(({ textContent }) => textContent === text)) return;
  const style = document.createElement("style");
  style.dataset.spineEdu = "";
  style.textContent = text;
  home.append(style);
}

export default {
  /** @param {{ model: Model<any>, el: HTMLElement }} given */
  async render({ model, el }) {
    const bundle = await shared(model);
    dress(el, bundle.get("style"));
    HERE[SCRIPT] ??= script(bundle);
    return (await HERE[SCRIPT]).render({ model, el });
  },
};
