// One explorer: controls, picture, sentence and what is folded, built from its card. It computes nothing that a model
// could, and shows nothing that its host has not said.

import { Chart } from "./chart.js";
import { control, list, unique } from "./controls.js";
import { lookUp } from "./figure.js";
import { Folds } from "./folds.js";
import { Gathered } from "./gathered.js";
import { Hand } from "./hand.js";
import { Grips } from "./grips.js";
import { Joining } from "./joining.js";
import { Kernel } from "./kernel.js";
import { keepKeys } from "./keys.js";
import { Larger } from "./larger.js";
import { Overlay } from "./overlay.js";
import { Words, element } from "./page.js";
import { Player } from "./player.js";
import { Sound } from "./sound.js";
import { Stage } from "./stage.js";
import { Touches } from "./touches.js";
import { Veil } from "./veil.js";

/** @import { Card, Control, Frames, Host, Model } from "./types.d.ts" */

const SILENT = "Python does not answer here: it has stopped, or is busy with another cell. The controls show again "
  + "what the picture shows; what you have set is done as soon as it answers. If nothing changes soon, run this cell "
  + "again.";

const GONE = "Python does not answer here any more: it has stopped, or was started anew. Run this cell again; what you "
  + "have kept is kept.";

/** From which width on controls stand beside the picture, in px: as in view.css. */
const NARROW = 680;

/** From which width on a hall's sentence stands beside the picture, in px: in less, its column would hold few words. */
const HALL_WIDTH = 1500;

/** The controls of an explorer: its presets, what the last act did, and every setting. */
class Board {
  /**
   * @param {Card} card
   * @param {Hand} hand
   * @param {Element} place
   */
  constructor(card, hand, place) {
    const presets = list(place, "Scenario", [["", "choose one …"], ...card.scenarios.map(pair)]);
    this.presets = presets.node;
    presets.node.options[0].disabled = true;      // says that none is chosen, and cannot be chosen
    this.presets.addEventListener("change", () => {
      if (this.presets.value) hand.do({ act: "scenario", name: this.presets.value });
    });
    this.said = element("p", "spine-edu-status", presets.box);
    this.said.setAttribute("aria-live", "polite");
    /** @type {Map<string, Control>} */
    this.controls = new Map();
    /** Which of the controls take turns, so that what changes nothing is out of sight. */
    this.turns = card.turns.length ? [...card.first, ...card.turns] : [];
    for (const name of [...card.first, ...card.turns]) this.controls.set(name, control(name, card, hand, place));
    this.gathered = card.gathered ? new Gathered(card.gathered, card, hand, place) : undefined;
    for (const [name, one] of this.gathered?.controls ?? []) this.controls.set(name, one);
    this.joining = card.joining.length ? new Joining(card.joining, card, hand, place) : undefined;
    const seen = [...this.controls.keys(), ...card.under];
    const rest = Object.keys(card.controls).filter((name) => !seen.includes(name));
    if (!rest.length) return;
    const more = element("details", "spine-edu-more", place);
    element("summary", "", more, "More controls");
    for (const name of rest) this.controls.set(name, control(name, card, hand, more));
  }
}

/** @param {string} name @returns {[string, string]} */
const pair = (name) => [name, name];

class Explorer {
  /**
   * @param {Host} host
   * @param {HTMLElement} el
   */
  constructor(host, el) {
    this.host = host;
    this.el = el;
    const card = /** @type {Card} */ (host.get("card"));
    el.classList.add("spine-edu");
    el.setAttribute("role", "group");
    this.still = card.still;
    el.toggleAttribute("data-still", card.still);
    const place = card.folded ? element("details", "", el) : el;
    if (card.folded) element("summary", "", place, card.folded);
    const title = this.title = element(card.still ? "h4" : "h3", "", place, card.title);
    title.id = unique();
    el.setAttribute("aria-labelledby", title.id);
    const larger = new Larger(el, title);
    const body = element("div", "spine-edu-body", place), main = this.main = element("div", "spine-edu-main", body);
    this.hand = new Hand(host, { lost: () => this.lose(), found: () => this.alert(), rest: () => this.agree() });
    this.board = new Board(card, this.hand, main);
    this.folds = new Folds(host, this.hand, card, element("div", "spine-edu-buttons", main), el,
      () => this.words.told);
    const view = this.view = element("div", "spine-edu-view", body);
    const head = this.head = element("div", "spine-edu-head", view);
    this.chart = card.solids ? new Stage(host, view, this.hand, card) : new Chart(host, view, this.hand);
    const overlay = this.chart instanceof Chart ? new Overlay(this.chart.picture) : undefined;
    const solid = this.chart instanceof Stage ? this.chart : undefined;
    this.veil = new Veil(host, this.hand, card, el, head, overlay, solid);
    this.grips = overlay && new Grips(host, this.hand, card, overlay, (name, value) =>
      this.board.controls.get(name)?.put(value));
    if (overlay) this.tap(overlay);
    this.words = new Words(view, this.chart);
    // What was wrong with an answer is no longer wrong once another one is chosen.
    this.veil.place.addEventListener("change", () => this.words.alert(""));
    this.player = new Player(host, view, this.hand, (...shown) => this.play(...shown), (path) =>
      lookUp(this.chart.figure?.now, path));
    const figure = () => this.chart.figure?.now;
    // What a run is played with stays where it is, however long the sentence.
    this.words.line.before(this.player.bar);
    this.sound = figure()?.layout?.meta?.sound ? new Sound(figure, this.player.bar) : undefined;
    this.hand.playing = (name) => this.player.playing(name);
    this.follow();
    this.narrowed = new ResizeObserver(() => {
      this.order(el.clientWidth < NARROW);
      this.seat();
      larger.offer();
    });
    this.narrowed.observe(el);
    this.measured = new ResizeObserver(() => this.measure());
    for (const one of [view, this.picture]) this.measured.observe(one);
    this.watched = followPage(this.hand, host.get("look").name === "dark");
    keepKeys();
  }

  /**
   * Things of the picture are tapped.
   *
   * @param {Overlay} overlay
   */
  tap(overlay) {
    const touches = new Touches(overlay, (choice) => this.hand.do({ act: "click", choice }),
      (start, end) => this.hand.do({ act: "pull", start, end }));
    const follow = () => {
      const there = this.host.get("touches");
      touches.show(there);
      this.board.joining?.show(there);
    };
    this.host.on("change:touches", follow);
    follow();
  }

  /**
   * In a narrow place question and picture come first, for the keyboard as well; elsewhere the controls stand at the
   * left.
   *
   * @param {boolean} narrow
   */
  order(narrow) {
    if (narrow === this.el.hasAttribute("data-narrow")) return;
    this.el.toggleAttribute("data-narrow", narrow);
    if (narrow) this.main.before(this.view);
    else this.view.before(this.main);
  }

  /**
   * In a hall the picture fills the screen; its sentence stands beside it, where it is seen with it, and so does its
   * question as long as that is open.
   */
  seat() {
    const { el, words } = this, hall = el.dataset.look === "presenter" && el.clientWidth >= HALL_WIDTH && !this.still;
    this.seatTitle();
    this.seatHead(hall && this.host.get("prediction").phase === "asked" ? this.main.parentElement : this.view);
    if (hall === el.hasAttribute("data-hall")) return;
    el.toggleAttribute("data-hall", hall);
    if (hall) this.view.after(words.line);
    else words.spoken.before(words.line);
    words.shorten(hall);
  }

  /** In a hall the title stands over the controls, so that the picture and what runs it have the whole height. */
  seatTitle() {
    const { el, main, title } = this, asked = this.host.get("prediction").phase === "asked";
    const beside = el.dataset.look === "presenter" && !asked && !this.still && !el.hasAttribute("data-narrow");
    if (beside === main.contains(title)) return;
    if (beside) main.prepend(title);
    else main.parentElement?.before(title);
    if (this.chart instanceof Chart) this.chart.refit();
  }

  /** Tell the style how much stands under the picture. */
  measure() {
    const [whole, picture] = [this.view, this.picture].map((node) => node.getBoundingClientRect().bottom);
    this.el.style.setProperty("--spine-edu-under", `${Math.max(0, Math.ceil(whole - picture))}px`);
  }

  /** What the picture is drawn in. */
  get picture() {
    return /** @type {Element} */ (this.view.querySelector(":scope > .spine-edu-place, :scope > .spine-edu-stage"));
  }

  /** @param {Element | null} place */
  seatHead(place) {
    const { head } = this, held = document.activeElement;
    if (head.parentElement === place) return;
    place?.prepend(head);
    // What is moved on a page loses the keyboard.
    if (held instanceof HTMLElement && head.contains(held)) held.focus();
    if (this.chart instanceof Chart) this.chart.widen(true);
  }

  /** Show what Python says, now and whenever it changes. */
  follow() {
    const { host, board } = this;
    for (const [name, one] of board.controls)
      host.on(`change:${name}`, () => { if (!this.hand.holds(name)) one.put(host.get(name)); });
    host.on("change:scenario", () => { board.presets.value = host.get("scenario"); });
    host.on("change:said", () => this.say());
    // Words come after the figure, in whatever order a message holds them: plotly.js measures on a page that is laid
    // out.
    host.on("change:sentence", () => queueMicrotask(() => {
      if (!this.player.frames) this.words.say(host.get("sentence"));
    }));
    // A run of another figure comes together with it, in whatever order a message holds them.
    host.on("change:frames change:playable", () => queueMicrotask(() => this.replay()));
    host.on("change:position", () => queueMicrotask(() => { if (!this.hand.busy) this.player.agree(); }));
    host.on("change:look", () => this.dress());
    host.on("change:error", () => this.alert());
    host.on("change:prediction", () => this.cover());
    host.on("change:idle change:spans", () => this.rest());
    this.cover();
    this.agree();
    this.say();
    this.words.say(host.get("sentence"));
    this.dress();
    this.alert();
  }

  /**
   * A moment of a run: picture, painted words and the control that it runs over follow; what is spoken waits.
   *
   * @param {Frames} frames
   * @param {number} index
   * @param {boolean} aloud
   * @param {number} share
   */
  play(frames, index, aloud, share) {
    const { board, hand, words } = this;
    this.grips?.play(frames, index, share, Boolean(this.player?.timer));
    this.chart.frame(frames, index, share);
    // Between two moments the picture goes on alone: words and controls are those of the moment.
    if (share) return;
    for (const [name, values] of Object.entries(frames.controls))
      if (!hand.holds(name)) board.controls.get(name)?.put(values[index - (index % frames.rests)]);
    this.wait();
    if (aloud) words.say(frames.sentences[index]);
    else words.show(frames.sentences[index]);
  }

  /** Only what runs keeps its answer back: a run that was broken off, or rests at another moment, does not. */
  wait() {
    this.veil.wait(Boolean(this.player?.timer));
  }

  /** Other frames, or none any more: without frames, picture and words are the result's again. */
  replay() {
    const played = Boolean(this.player.frames), { hidden } = this.player.bar;
    this.player.reset();
    // In a hall, what runs is seen with the buttons that run it.
    if (hidden !== this.player.bar.hidden && this.chart instanceof Chart) this.chart.refit();
    this.wait();
    if (!played || this.player.frames) return;
    this.grips?.play();
    this.chart.follow();
    this.words.say(this.host.get("sentence"));
    this.agree();
  }

  /** While a question is open, nothing moves: there is nothing to be seen yet. */
  cover() {
    const { phase } = this.host.get("prediction");
    this.main.inert = phase === "asked" || this.hand.gone;
    // A class's hands are seen with its question, and then beside the picture.
    const { place, spread } = this.veil, seat = phase === "asked" ? place : this.main;
    if (spread.node.parentElement !== seat) seat[phase === "asked" ? "append" : "prepend"](spread.node);
    this.rest();
    this.seat();
  }

  /** What changes nothing now says so. */
  rest() {
    const idle = this.host.get("idle"), spans = this.host.get("spans");
    const open = this.host.get("prediction").phase === "open";
    for (const [name, one] of this.board.controls) {
      one.rest(idle[name] ?? "");
      one.reach?.(spans[name]);
      if (this.board.turns.includes(name)) one.place.hidden = !open || Boolean(idle[name]);
    }
    this.board.gathered?.show(open);
  }

  say() {
    this.board.said.textContent = this.host.get("said");
  }

  alert() {
    this.words.alert(this.host.get("error"));
  }

  dress() {
    const { name, ...look } = this.host.get("look");
    this.el.dataset.look = name;
    this.words.letRoomGo();
    this.seat();
    for (const [property, value] of Object.entries(look)) this.el.style.setProperty(`--spine-edu-${property}`, value);
  }

  /** Where no hand is on its way, the controls show what the state is, also after Python has refused a move. */
  agree() {
    const { board, hand, host } = this;
    for (const [name, one] of board.controls) if (!hand.holds(name)) one.put(host.get(name));
    board.presets.value = host.get("scenario");
    this.player.agree();
    this.grips?.rest();
  }

  /** Python is silent; once it has gone for good, what could only be moved with it is at rest. */
  lose() {
    const { gone } = this.hand;
    if (gone) for (const one of [this.main, this.player.bar, this.veil.place, this.veil.show]) one.inert = true;
    this.words.alert(gone ? GONE : this.host.silent ?? SILENT);
    this.agree();
    this.folds.follow?.();
  }

  close() {
    this.watched.disconnect();
    this.narrowed.disconnect();
    this.measured.disconnect();
    this.player.pause(false);
    this.sound?.stop();
    this.folds.aloud?.stop();
    this.chart.close();
    this.host.close?.();
    // Whoever has shown this may hold the place for ever, and with it all that is left in it.
    this.el.replaceChildren();
  }
}

/**
 * Tell Python of the page's own light or dark, now and when it changes.
 *
 * @param {Hand} hand
 * @param {boolean} dark what Python takes it for
 */
function followPage(hand, dark) {
  const tell = () => {
    const now = document.body.dataset.jpThemeLight === "false";
    if (now === dark) return;
    dark = now;
    hand.do({ act: "page", dark });
  };
  const watched = new MutationObserver(tell);
  watched.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  tell();
  return watched;
}

/**
 * Show an explorer; what is returned takes it away.
 *
 * @param {Host} host
 * @param {HTMLElement} el
 */
export async function show(host, el) {
  const explorer = new Explorer(host, el);
  await explorer.chart.open();
  return () => explorer.close();
}

/** @param {{ model: Model<any>, el: HTMLElement }} given */
const render = ({ model, el }) => show(new Kernel(model), el);

export default { render };
