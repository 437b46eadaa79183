// The page of a reader's own predictions and answers: to see, to save and to forget.

import { all, forget } from "./memory.js";

/** @import { Kept } from "./types.d.ts" */

const NOTHING = "Nothing is kept here yet. Predict something in an explorer, or answer a question, and come back.";
const FORGOTTEN = "All is forgotten. Pages that are open elsewhere still show what they showed.";

/**
 * @param {Element} parent
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} text
 */
function add(parent, tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  parent.append(node);
  return node;
}

/** @param {Kept[]} kept */
const written = (kept) => kept.map(({ title, when, words }) => `${title} (${when})\n${words.join("\n")}\n`).join("\n");

/** @param {string} text */
function save(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = "my_answers.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {HTMLElement} place */
export function list(place) {
  const kept = Object.values(all());
  place.replaceChildren();
  if (!kept.length) {
    add(place, "p", NOTHING);
    return;
  }
  const bar = add(place, "p", "");
  add(bar, "button", "Save as a text file").addEventListener("click", () => save(written(kept)));
  add(bar, "button", "Forget everything").addEventListener("click", () => {
    forget();
    list(place);
    const said = /** @type {HTMLElement} */ (place.firstElementChild);
    said.textContent = FORGOTTEN;
    said.tabIndex = -1;
    said.focus();
  });
  for (const { title, when, words } of kept) {
    add(place, "h2", title);
    add(place, "p", `On ${when}:`);
    for (const line of words) add(place, "p", line);
  }
}
