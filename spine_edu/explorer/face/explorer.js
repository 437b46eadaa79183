// One explorer: controls, picture, sentence and what is folded, built from its card. It computes nothing that a model
// could; its host (a kernel here, a worker on a page without one) has `get`, `on`, `send`, `gone` and `plotly`.

import { Chart } from "./chart.js";
import { control, list, unique } from "./controls.js";
import { lookUp } from "./figure.js";
import { Hand } from "./hand.js";
import { keepKeys } from "./keys.js";
import { Words, button, element } from "./page.js";
import { PANELS, showPrediction } from "./panels.js";
import { plotly } from "./picture.js";
import { Player } from "./player.js";
import { Stage } from "./stage.js";

/** @import { Host, Path } from "./types.d.ts" */

const SILENT = "Python does not answer here. It has stopped, or is busy with another cell. "
  + "Controls show again what the picture shows; run this cell again if nothing changes.";

class Explorer {
  /**
   * @param {Host} host
   * @param {HTMLElement} el
   */
  constructor(host, el) {
    this.host = host;
    this.el = el;
    this.card = host.get("card");
    this.hand = new Hand(host, { lost: () => this.lose(), found: () => this.find(), rest: () => this.agree() });
    el.classList.add("spine-edu");
    el.setAttribute("role", "group");
    const title = element("h3", "", el, this.card.title);
    title.id = unique();
    el.setAttribute("aria-labelledby", title.id);
    this.body = element("div", "spine-edu-body", el);
    this.composeControls();
    this.composeView();
    this.follow();
    keepKeys();
    this.watchPage();
  }

  composeControls() {
    const { card, hand } = this;
    const main = element("div", "spine-edu-main", this.body);
    const presets = list(main, "Scenario", [["", "choose one …"], ...card.scenarios.map(pair)]);
    this.scenario = presets.node;
    this.scenario.addEventListener("change", () => {
      if (this.scenario.value) hand.do({ act: "scenario", name: this.scenario.value });
    });
    this.said = element("p", "spine-edu-status", presets.box);
    this.said.setAttribute("aria-live", "polite");
    /** @type {Map<string, import("./types.d.ts").Control>} */
    this.controls = new Map();
    for (const name of card.first) this.controls.set(name, control(name, card, hand, main));
    const rest = Object.keys(card.controls).filter((name) => !card.first.includes(name));
    if (rest.length) {
      const more = element("details", "spine-edu-more", main);
      element("summary", "", more, "More controls");
      for (const name of rest) this.controls.set(name, control(name, card, hand, more));
    }
    this.composeButtons(main);
  }

  /** @param {HTMLElement} main */
  composeButtons(main) {
    const { card, hand } = this;
    const row = element("div", "spine-edu-buttons", main);
    this.folded = element("div", "spine-edu-folded", this.el);
    this.folded.hidden = true;
    this.openers = new Map();
    if (card.ask) this.opener(row, "Predict", (place) => showPrediction(this.desk(place)));
    button(row, "Start again", () => hand.do({ act: "reset" }));
    this.opener(row, "More", (place) => this.showMenu(place));
  }

  /** @param {HTMLElement} place */
  desk(place) {
    return { host: this.host, hand: this.hand, card: this.card, place, show: (/** @type {string} */ words) => this.say(words) };
  }

  /**
   * A button that opens a panel, and closes it again.
   *
   * @param {Element} row
   * @param {string} words
   * @param {(place: HTMLElement) => () => void} show
   */
  opener(row, words, show) {
    const node = button(row, words, () => this.toggle(words));
    node.classList.add("spine-edu-opener");
    node.setAttribute("aria-expanded", "false");
    this.openers.set(words, { node, show });
  }

  /** @param {string} words the panel to open, or to close if it is open */
  toggle(words) {
    this.opened = this.opened === words ? "" : words;
    for (const [name, { node }] of this.openers) node.setAttribute("aria-expanded", String(name === this.opened));
    this.folded.replaceChildren();
    this.folded.hidden = !this.opened;
    this.refresh = undefined;
    if (this.opened) this.refresh = this.openers.get(words).show(this.folded);
    else this.hand.do({ act: "panel" });
  }

  /** The quiet menu: acts at once, and panels below. @param {HTMLElement} place */
  showMenu(place) {
    const row = element("div", "spine-edu-menu", place), panel = element("div", "spine-edu-panel", place);
    const { hand, host, card } = this;
    button(row, "Undo", () => hand.do({ act: "undo" }));
    const hold = button(row, "Hold as A", () => hand.do({ act: "hold" }));
    const release = button(row, "Release A", () => hand.do({ act: "release" }));
    /** @type {(() => void) | undefined} */
    let follow;
    const openers = Object.entries(PANELS).filter(([, { has }]) => has(card)).map(([words, { show }]) => {
      const node = button(row, words, () => {
        const open = node.getAttribute("aria-expanded") !== "true";
        for (const one of openers) one.setAttribute("aria-expanded", String(open && one === node));
        panel.replaceChildren();
        follow = undefined;
        if (open) follow = show(this.desk(panel));
        else hand.do({ act: "panel" });
      });
      node.setAttribute("aria-expanded", "false");
      return node;
    });
    const refresh = () => {
      const focused = document.activeElement === release;
      release.hidden = !host.get("held");
      if (focused && release.hidden) hold.focus();
      follow?.();
    };
    refresh();
    return refresh;
  }

  composeView() {
    const view = element("div", "spine-edu-view", this.body);
    this.view = view;
    this.chart = this.card.solids ? new Stage(this.host, view, this.hand) : new Chart(this.host, view, this.hand);
    this.words = new Words(view, this.chart.image);
    const whole = (/** @type {Path} */ path) => lookUp(this.chart.figure?.now, path);
    this.player = new Player(this.host, view, this.hand, (frames, index, aloud) => {
      this.chart.frame(frames, index);
      this.words.say(frames.sentences[index], aloud);
    }, whole);
  }

  // What Python says ------------------------------------------------------------------------------------------------

  follow() {
    const { host } = this;
    for (const [name, one] of this.controls) {
      one.put(host.get(name));
      host.on(`change:${name}`, () => { if (!this.hand.holds(name)) one.put(host.get(name)); });
    }
    host.on("change:scenario", () => { this.scenario.value = host.get("scenario"); });
    host.on("change:said", () => this.say(host.get("said")));
    host.on("change:sentence change:frames", () => { if (!this.player.frames) this.words.say(host.get("sentence")); });
    host.on("change:frames change:playable", () => {
      const played = Boolean(this.player.frames);
      this.player.reset();
      // Without frames the figure is Python's again, also where nothing else has changed.
      if (played && !this.player.frames) this.chart.follow();
    });
    host.on("change:look change:error", () => this.dress());
    host.on("change:panel change:held change:look", () => this.refresh?.());
    this.scenario.value = host.get("scenario");
    this.say(host.get("said"));
    this.words.say(host.get("sentence"));
    this.dress();
  }

  /** @param {string} words what the last act did */
  say(words) {
    this.said.textContent = words;
  }

  dress() {
    const { name, ...look } = this.host.get("look");
    this.el.dataset.look = name;
    for (const [property, value] of Object.entries(look)) this.el.style.setProperty(`--spine-edu-${property}`, value);
    this.words.alert(this.host.get("error"));
  }

  /** After a hand has come to rest, every control shows what the state is, also where Python has refused the move. */
  agree() {
    for (const [name, one] of this.controls) if (!this.hand.holds(name)) one.put(this.host.get(name));
    this.scenario.value = this.host.get("scenario");
  }

  lose() {
    this.words.alert(SILENT);
    this.agree();
  }

  find() {
    this.words.alert(this.host.get("error"));
  }

  /** Follow JupyterLab's light or dark, now and when it changes. */
  watchPage() {
    const tell = () => {
      const light = document.body.dataset.jpThemeLight;
      if (light === undefined || light === this.light) return;
      if (this.light !== undefined || light === "false") this.hand.do({ act: "page", dark: light === "false" });
      this.light = light;
    };
    this.page = new MutationObserver(tell);
    this.page.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    tell();
  }

  async open() {
    await this.chart.open();
  }

  close() {
    this.page?.disconnect();
    this.player.pause(false);
    this.chart.close();
  }
}

/** @param {string} name @returns {[string, string]} */
const pair = (name) => [name, name];

/** What an explorer needs of the widget's model that anywidget gives. */
class Kernel {
  /** @param {import("./types.d.ts").Model<any>} model */
  constructor(model) {
    this.model = model;
  }

  /** @param {string} name */
  get(name) {
    return this.model.get(name);
  }

  /** @param {string} events @param {() => void} listener */
  on(events, listener) {
    this.model.on(events, listener);
  }

  /** @param {import("./types.d.ts").Act & { id: string }} act */
  send(act) {
    this.model.send(act);
  }

  /** @param {() => void} listener */
  gone(listener) {
    this.model.on("comm_live_update", () => { if (this.model.comm_live === false) listener(); });
  }

  plotly() {
    return plotly(this.model);
  }
}

/** @param {{ model: any, el: HTMLElement }} given */
async function render({ model, el }) {
  const explorer = new Explorer(new Kernel(model), el);
  await explorer.open();
  return () => explorer.close();
}

export default { render };
