// The host on a page without Jupyter: what the face asks is answered by a baked state, and after a touch by Python.

import { kept, keep } from "./memory.js";
import { ask, patience, unpacked } from "./python.js";

/** @import { Act, Baked, Message, Place, Plotly } from "./types.d.ts" */

const LOST = "Python could not be loaded into this page, so nothing can be moved here yet. The picture and the words "
  + "stay. When you are online, try again, or load the page again.";
const STOPPED = "Python does not answer in this page any more. Load the page again: your predictions and answers come "
  + "back.";
const UNKEPT = "This browser keeps nothing just now: its room is full, or closed. What you said stays here until you "
  + "leave this page.";

/** What does not tell whether Python shows another picture than the baked one. */
const SAME_PICTURE = ["card", "base", "live"];
/** What a change of it draws the picture anew. */
const TELLS = ["look", "prediction", "sentence"];

/** @type {Promise<Plotly> | undefined} */
let plotly;

/** @param {string} address @returns {Promise<Message>} */
export async function baked(address) {
  const found = await fetch(address);
  if (!found.ok) throw new Error(`${found.status} ${address}`);
  return opened(await found.json());
}

/** @param {Baked} state */
export const opened = ({ plain, bytes }) => unpacked(plain, Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0)));

export class PageHost {
  /**
   * @param {Place} place
   * @param {Message} traits the state that was baked
   * @param {boolean} dark
   */
  constructor(place, traits, dark) {
    this.place = place;
    this.traits = traits;
    this.dark = dark;
    /** @type {Map<string, (() => void)[]>} */
    this.listeners = new Map();
    /** @type {(() => void)[]} */
    this.left = [];
    /** @type {Promise<void> | undefined} */
    this.awake = undefined;
    this.acts = 0;
    /** Whether Python has opened it. */
    this.opened = false;
    /** Whether what was predicted on an earlier day answers no question of today. */
    this.outdated = false;
  }

  get silent() {
    return this.opened ? STOPPED : LOST;
  }

  /** How it looks, as Python's door takes it. @returns {string} */
  get look() {
    return this.dark ? "dark" : "light";
  }

  get patience() {
    return patience();
  }

  /** @param {string} name */
  get(name) {
    return this.traits[name];
  }

  /** @param {string} events @param {() => void} listener */
  on(events, listener) {
    for (const event of events.split(" ")) this.listeners.set(event, [...this.listeners.get(event) ?? [], listener]);
  }

  /** @param {() => void} listener */
  gone(listener) {
    this.left.push(listener);
  }

  plotly() {
    // @ts-expect-error the bundle says nothing of its types
    return (plotly ??= import("plotly.js-basic-dist-min").then((found) => found.default));
  }

  /** @param {Act & { id: string }} act */
  send(act) {
    if (act.act === "page" && !this.awake) this.dress(act.dark, act.id);
    else this.pass(act);
  }

  /** @param {Act & { id: string }} act */
  async pass(act) {
    try {
      await this.wake();
      const news = await ask("act", [this.place.key, JSON.stringify(act)]);
      this.take(news);
      this.say(this.keep(act) ? "" : UNKEPT);
    } catch (error) {
      this.lose(error);
    }
  }

  /**
   * Do something that no hand has done here: a button of the page, or what was done on an earlier day.
   *
   * @param {Act} act
   */
  async do(act) {
    this.acts += 1;
    await this.pass({ ...act, id: `page ${this.acts}` });
  }

  /** Whether what was done is kept; where nothing is to be kept, nothing is said. @param {string} words */
  say(words) {
    const line = "feedback" in this.traits ? "wrong" : "error";
    if (words || this.traits[line] === UNKEPT) this.take({ [line]: words });
  }

  /** Start Python behind the picture, and do again what was predicted before; if it fails, the next act tries again. */
  wake() {
    this.awake ??= this.start().catch((error) => {
      this.awake = undefined;
      throw error;
    });
    return this.awake;
  }

  async start() {
    const { key, what, line, topics } = this.place;
    const first = await ask("open", [key, what, line, this.look], topics);
    const news = Object.entries(first).filter(([name, value]) =>
      !SAME_PICTURE.includes(name) && JSON.stringify(value) !== JSON.stringify(this.traits[name]));
    if (news.some(([name]) => TELLS.includes(name))) news.push(["base", first.base], ["live", first.live]);
    this.take(Object.fromEntries(news));
    this.opened = true;
    for (const act of this.kept()) this.take(await ask("act", [key, JSON.stringify({ ...act, id: "earlier" })]));
    // An older edition of the course may have asked something else: then today's question is simply asked.
    this.outdated = Boolean(this.traits.error);
    if (this.outdated) this.take({ error: "" });
  }

  /** What a reader did here on an earlier day. */
  kept() {
    return kept(this.place.what);
  }

  /** @param {Act} act that has been done @returns {boolean} whether what there is to keep is kept */
  keep(act) {
    return keep(this, act);
  }

  /** The picture for a dark page is baked, too. @param {boolean} dark @param {string} id */
  async dress(dark, id) {
    this.dark = dark;
    try {
      const news = await baked(dark ? this.place.states.dark : this.place.states.light);
      // A hand may have woken Python meanwhile.
      if (this.awake) return this.pass({ act: "page", dark, id });
      this.take({ ...news, heard: id });
    } catch {
      this.take({ heard: id });
    }
  }

  /** @param {Message} news */
  take(news) {
    Object.assign(this.traits, news);
    for (const name of Object.keys(news)) for (const listener of this.listeners.get(`change:${name}`) ?? []) listener();
  }

  /** @param {unknown} error */
  lose(error) {
    console.warn(error);
    for (const listener of this.left) listener();
  }
}
