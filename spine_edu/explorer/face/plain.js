// Names the sliders of the slower face, which ipywidgets leaves without names, and keeps its keys from the notebook, as
// keys.js does for the live one. It comes as the script of an output.
(() => {
  const here = /** @type {{ [name: symbol]: boolean }} */ (/** @type {unknown} */ (globalThis));
  const known = Symbol.for("spine_edu.names");
  if (here[known]) return;
  here[known] = true;
  window.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (!target?.closest?.(".spine-edu, .spine-edu-question")) return;
    if (event.key === "Enter" && event.shiftKey) return;
    if (event.key !== "Escape") { event.stopPropagation(); return; }
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
