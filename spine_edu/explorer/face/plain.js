// Names the sliders of the slower face, which ipywidgets leaves without names. It comes as the script of an output.
(() => {
  const here = /** @type {{ [name: symbol]: boolean }} */ (/** @type {unknown} */ (globalThis));
  const known = Symbol.for("spine_edu.names");
  if (here[known]) return;
  here[known] = true;
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
