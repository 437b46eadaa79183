// What an explorer keeps folded, in one quiet menu.

import { labelled, list, unique } from "./controls.js";
import { filled } from "./filled.js";
import { button, element } from "./page.js";
import { showSheet } from "./sheet.js";

/** @import { Card, Hand, Host, Panel } from "./types.d.ts" */

/** What a panel is given. @typedef {{ host: Host, hand: Hand, card: Card, place: HTMLElement }} Desk */

/**
 * @param {Element} parent
 * @param {string} caption
 * @param {string[]} columns
 * @param {string[][]} rows
 */
function table(parent, caption, columns, rows) {
  const node = element("table", "", parent);
  element("caption", "", node, caption);
  const head = element("tr", "", element("thead", "", node)), body = element("tbody", "", node);
  for (const column of columns) element("th", "", head, column).scope = "col";
  for (const row of rows) {
    const line = element("tr", "", body);
    row.forEach((cell, at) => {
      const box = element(at ? "td" : "th", "", line, cell);
      if (!at) box.setAttribute("scope", "row");
    });
  }
}

/**
 * A panel that Python fills, anew at each change.
 *
 * @param {Desk} desk
 * @param {string} name
 * @param {(place: HTMLElement, panel: Panel) => void} fill
 */
function followed(desk, name, fill) {
  const box = element("div", "", desk.place);
  return filled(desk, name, (panel) => {
    box.replaceChildren();
    fill(box, panel);
  });
}

/** @param {Desk} desk */
const showTable = (desk) => followed(desk, "table", (box, { caption, columns, rows }) =>
  table(box, caption, columns, rows));

/** @param {Desk} desk */
const showSources = (desk) => followed(desk, "sources", (box, panel) => {
  table(box, panel.caption, panel.columns, panel.rows);
  if (!panel.sources.length) return;
  element("p", "", box, "Sources:");
  const all = element("ul", "", box);
  for (const source of panel.sources) element("li", "", all, source);
});

/** @param {Desk} desk */
function showChallenges({ host, hand, card, place }) {
  const goals = /** @type {[string, string][]} */ (card.challenges.map(({ key, goal }) => [key, goal]));
  const { node } = list(place, "Goal", goals);
  const line = element("p", "", place), hints = element("ol", "spine-edu-hints", place);
  const row = element("div", "spine-edu-buttons", place);
  line.setAttribute("aria-live", "polite");
  hints.setAttribute("aria-live", "polite");
  const goal = () => card.challenges[node.selectedIndex];
  const next = button(row, "Next hint", () => {
    element("li", "", hints, goal().hints[hints.children.length]);
    next.disabled = hints.children.length >= goal().hints.length;
  });
  button(row, "Show one way", () => hand.do({ act: "show_way", key: node.value }));
  const follow = filled({ host, hand }, "challenges", (met) => {
    const said = met[node.value] ? "Done: the goal is met." : "Not yet.";
    if (line.textContent !== said) line.textContent = said;
  });
  node.addEventListener("change", () => {
    hints.replaceChildren();
    next.disabled = false;
    follow();
  });
  return follow;
}

/** @param {Desk} desk */
function showLimits({ hand, card, place }) {
  for (const { key, text } of card.limits) {
    const words = element("p", "", place, text);
    words.id = unique();
    const show = button(place, "Show it", () => hand.do({ act: "show_limit", key }));
    show.setAttribute("aria-describedby", words.id);
  }
  return () => {};
}

/** @param {Desk} desk */
function showSettings(desk) {
  const { hand, host, place } = desk;
  const box = document.createElement("input");
  Object.assign(box, { type: "text", spellcheck: false, autocomplete: "off" });
  labelled(place, "Settings", box).classList.add("spine-edu-wide");
  button(element("div", "spine-edu-buttons", place), "Use this line", () =>
    hand.do({ act: "settings", text: box.value }));
  return filled({ host, hand }, "text", ({ line }) => { if (document.activeElement !== box) box.value = line; });
}

/** @param {Desk} desk */
function showLooks({ hand, host, card, place }) {
  const { node } = list(place, "Look", card.themes.map((name) => [name, name]));
  node.addEventListener("change", () => hand.do({ act: "look", name: node.value }));
  const follow = () => { node.value = host.get("look").name; };
  follow();
  return follow;
}

/** @type {[string, string][]} */
const KEYS = [
  ["Tab, Shift + Tab", "go to the next thing to set or press, and back"],
  ["← → on a slider", "move it by a step; Home and End to its ends"],
  ["Enter in a box", "takes what you typed"],
  ["↑ ↓ in a list, or among answers", "choose"],
  ["Space on a button", "presses it"],
];

/** @type {[string, string][]} */
const SOLID_KEYS = [
  ["← → ↑ ↓ on the picture", "turn it; + and − come nearer and go away, Home goes back"],
  ["Enter on the picture", "presses what is in its middle; Delete takes that back"],
];

/** @type {[string, string][]} */
const NOTEBOOK_KEYS = [
  ["Escape", "leaves the explorer, for the cell that it stands in"],
  ["Shift + Enter", "runs that cell: the explorer begins anew"],
];

/** @param {Desk} desk */
function showKeys({ card, place }) {
  const notebook = place.closest(".jp-Notebook, .jp-Cell") ? NOTEBOOK_KEYS : [];
  const rows = [...KEYS, ...(card.solids ? SOLID_KEYS : []), ...notebook];
  table(place, "All of it works by keyboard: what is dragged or pressed in the picture has a control or a button too",
    ["Keys", "What they do"], rows);
  return () => {};
}

/** Name of a panel -> whether a card has it, what shows it, and its name in Python if that fills it. */
export const PANELS = {
  "Challenges": { has: (/** @type {Card} */ card) => card.challenges.length > 0, show: showChallenges,
    python: "challenges" },
  "Table": { has: () => true, show: showTable, python: "table" },
  "Where the numbers come from": { has: () => true, show: showSources, python: "sources" },
  "Limits": { has: (/** @type {Card} */ card) => card.limits.length > 0, show: showLimits, python: "" },
  "One page to print": { has: (/** @type {Card} */ card) => card.page, show: showSheet, python: "page" },
  "Settings as text": { has: () => true, show: showSettings, python: "text" },
  "Keys": { has: () => true, show: showKeys, python: "" },
  "Look": { has: () => true, show: showLooks, python: "" },
};
