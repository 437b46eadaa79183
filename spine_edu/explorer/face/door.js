// The first few lines of every explorer in Jupyter: the face's own script comes once a page, from the bundle that all
// explorers share. anywidget gives up, for good, a model whose code is not loaded within two seconds; so it is short.

const HERE = globalThis;
const LOADED = Symbol.for("spine_edu.loaded"), SCRIPT = Symbol.for("spine_edu.script");
HERE[LOADED] = (HERE[LOADED] ?? 0) + 1;

/** The bundle of the page, or of this kernel alone where a host knows no widgets inside widgets. */
async function script(model) {
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
  async render({ model, el }) {
    HERE[SCRIPT] ??= script(model);
    return (await HERE[SCRIPT]).render({ model, el });
  },
};
