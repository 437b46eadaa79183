// One page to print or to take along, with what a reader wants to say in her own words: they stay in the page.

import { labelled } from "./controls.js";
import { filled } from "./filled.js";
import { button, element } from "./page.js";

/** @import { Desk } from "./panels.js" */

const STYLE = "body { font: 12pt/1.4 sans-serif; max-width: 18cm; margin: auto; } h1 { font-size: 15pt; } "
  + "h2 { font-size: 12pt; margin: 0.8em 0 0; } p { margin: 0; white-space: pre-line; }";

/**
 * @param {string} title
 * @param {[heading: string, words: string][]} parts
 */
function print(title, parts) {
  const frame = element("iframe", "spine-edu-spoken", document.body), own = frame.contentDocument;
  frame.setAttribute("aria-hidden", "true");
  if (!own) return;
  own.title = title;
  element("style", "", own.head, STYLE);
  element("h1", "", own.body, title);
  for (const [heading, words] of parts) {
    element("h2", "", own.body, heading);
    element("p", "", own.body, words);
  }
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow?.print();
}

/** @param {Desk} desk */
export function showSheet({ host, hand, place }) {
  const words = document.createElement("textarea");
  Object.assign(words, { rows: 3, autocomplete: "off" });
  labelled(place, "In my own words (they stay in this window; nothing keeps or sends them)", words)
    .classList.add("spine-edu-wide");
  const row = element("div", "spine-edu-buttons", place), sheet = element("div", "spine-edu-sheet", place);
  /** The parts of the page, with the reader's own words behind the first, which says what is decided. */
  const parts = () => {
    const [first, ...others] = host.get("panels").page?.parts ?? [];
    const own = words.value.trim();
    return [...(first ? [first] : []), ...(own ? [["In my own words", own]] : []), ...others];
  };
  const fill = () => {
    sheet.replaceChildren();
    for (const [heading, said] of parts()) {
      element("p", "spine-edu-heading", sheet, heading);
      element("p", "", sheet, said);
    }
  };
  button(row, "Print this page", () => print(host.get("panels").page.title, parts()));
  words.addEventListener("input", fill);
  return filled({ host, hand }, "page", fill);
}
