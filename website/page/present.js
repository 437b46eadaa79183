// The button of a page that shows its lesson to a class, on the whole window. Deck, order and first states are those of
// `spine_edu.present`; what a class does stays out of what this reader keeps.

/* global DECK */
/** @import { Deck } from "../../spine_edu/explorer/face/deck.js" */
/** @import { Act, BakedLesson } from "./types.d.ts" */

import { show as showExplorer } from "../../spine_edu/explorer/face/explorer.js";
import { element } from "../../spine_edu/explorer/face/page.js";
import { show as showQuestions } from "../../spine_edu/explorer/face/questions.js";
import { PageHost, opened } from "./host.js";

const HINT = "for a class: one explorer or question a screen";
const LOADING = "The lesson is being loaded …";
const NOT_THERE = "The lesson could not be loaded. Press again when you are online.";

/** What is shown to a class: it has the look of a hall, and nothing of it is kept. */
class HallHost extends PageHost {
  get look() {
    return "presenter";
  }

  kept() {
    return /** @type {Act[]} */ ([]);
  }

  keep() {
    return true;
  }

  /** A hall's picture is the same by day and by night. @param {boolean} _ @param {string} id */
  async dress(_, id) {
    this.take({ heard: id });
  }
}

class Lesson {
  /** @param {BakedLesson} told */
  constructor({ card, topics, slides }) {
    this.card = card;
    this.topics = topics;
    this.slides = slides;
    /** @type {HallHost[]} */
    this.hosts = [];
  }

  /** @param {number} at @param {HTMLElement} place */
  async draw(at, place) {
    const slide = this.slides[at];
    if (slide.page !== undefined) {
      place.append(...new DOMParser().parseFromString(slide.page, "text/html").body.childNodes);
      return;
    }
    const { what } = slide, states = { light: "", dark: "" };
    // With the first of them comes what all need, so that a network may fail afterwards.
    const given = { key: `slide ${at}`, what, line: "", topics: this.topics, states };
    const host = new HallHost(given, opened(slide), false), el = element("div", "", place);
    this.hosts.push(host);
    if (what.startsWith("questions ")) showQuestions(host, el);
    else await showExplorer(host, el);
    host.wake().catch((error) => host.lose(error));
  }

  newClass() {
    for (const host of this.hosts) host.do({ act: "new class" });
  }
}

/**
 * @param {HTMLElement} button
 * @param {string} address of the lesson
 * @returns {Promise<Deck>}
 */
async function load(button, address) {
  /** @type {Promise<typeof import("../../spine_edu/explorer/face/deck.js")>} */
  const script = import(/* webpackIgnore: true */ new URL(DECK, import.meta.url).href);
  const [found, { Deck: Made }] = await Promise.all([fetch(address), script]);
  if (!found.ok) throw new Error(`${found.status} ${address}`);
  return new Made(new Lesson(await found.json()), element("div", "", document.body), button);
}

/** @param {(name: string) => string} site the address of a file of the site */
export function presents(site) {
  const button = /** @type {HTMLElement | null} */ (document.querySelector("button.spine-site-present"));
  if (!button) return;
  const said = /** @type {HTMLElement} */ (button.nextElementSibling);
  /** @type {Promise<Deck> | undefined} */
  let deck;
  button.hidden = false;
  said.textContent = HINT;
  button.addEventListener("click", async () => {
    said.textContent = LOADING;
    deck ??= load(button, site(button.dataset.lesson ?? ""));
    try {
      (await deck).open();
      said.textContent = HINT;
    } catch (error) {
      console.warn(error);
      deck = undefined;
      said.textContent = NOT_THERE;
    }
  });
}
