// Names the sliders of the slower face, which ipywidgets leaves without names, and keeps its keys from the notebook.
// It comes as the script of an output.
(() => {
  const here = /** @type {{ [name: symbol]: boolean }} */ (/** @type {unknown} */ (globalThis));
  const known = Symbol.for("spine_edu.names");
  if (here[known]) return;
  here[known] = true;
  const runs = (/** @type {KeyboardEvent} */ { key, shiftKey }) => key === "Enter" && shiftKey;
  const stop = (/** @type {KeyboardEvent} */ event) => {
    if (!runs(event) && event.key !== "Escape") event.stopPropagation();
  };
  window.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    const ours = /** @type {HTMLElement | null} */ (target?.closest?.(".spine-edu, .spine-edu-question"));
    if (!ours) return;
    // The sliders of ipywidgets listen for keys, so these are stopped behind them, and the notebook's commands, which
    // come first, look for this.
    ours.toggleAttribute("data-lm-suppress-shortcuts", !runs(event));
    ours.addEventListener("keydown", stop);
    if (event.key === "Escape")
      /** @type {HTMLElement | null} */ (target.closest(".jp-Notebook, .jp-Cell"))?.focus();
  }, true);
  let waiting = false;
  const name = () => {
    waiting = false;
    for (const control of document.querySelectorAll(".spine-edu-control")) {
      const words = control.querySelector("label")?.textContent;
      const handle = control.querySelector(".noUi-handle:not([aria-label])");
      if (words) handle?.setAttribute("aria-label", words);
    }
  };
  new MutationObserver(() => {
    if (!waiting) requestAnimationFrame(name);
    waiting = true;
  }).observe(document.body, { childList: true, subtree: true });
  name();
})();
