// Keys pressed inside an explorer are the explorer's: the notebook around it would cut a cell at "x".

import { once } from "./page.js";

const OURS = ".spine-edu, .spine-edu-question, .spine-edu-screen";

/** What a key means to the thing that has the focus, where the browser itself does nothing with it. */
export const KEY = "spine-edu-key";

/** @param {KeyboardEvent} event */
function keep(event) {
  const target = /** @type {Element} */ (event.composedPath()[0]);
  if (!target?.closest?.(OURS)) return;
  if (event.key === "Escape" && !target.closest("[popover], dialog")) {
    // Out of the explorer, to the cell it stands in; one that has the whole window gives that back first.
    /** @type {HTMLElement | null} */ (target.closest(".jp-Notebook, .jp-Cell"))?.focus();
    return;
  }
  if (event.key === "Enter" && event.shiftKey) return;
  event.stopImmediatePropagation();
  target.dispatchEvent(new CustomEvent(KEY, { bubbles: true, cancelable: true, detail: event }));
}

/** Keep the keys of all explorers of this page from everybody else, who listens behind the window. */
export const keepKeys = () => once("keys", () => {
  window.addEventListener("keydown", keep, true);
  return true;
});
