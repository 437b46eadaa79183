// Predict first: the question over the empty picture, and then "You said … The model says …" above it.

import { decimal, labelled, unique } from "./controls.js";
import { Crowd } from "./crowd.js";
import { Diagram } from "./diagram.js";
import { Count, Spread } from "./hands.js";
import { button, element } from "./page.js";
import { Marker, Pencil } from "./pencil.js";
import { Gaps } from "./solids_gaps.js";
import { Sorter } from "./sorter.js";
import { Spots } from "./spots.js";

/** @import { Stage } from "./stage.js" */

/** @import { Overlay } from "./overlay.js" */
/** @import { Asked, Boxes, Card, Hand, Host, Level, People, Prediction } from "./types.d.ts" */

/** How long an answer stands until it counts as told, in ms. */
const TOLD = 300;

/** From which width on the names of a picture stand over it, too, in px. */
const ROOM_FOR_NAMES = 480;

/** What is no number travels as the word that Python refuses. @param {number} answer */
const plain = (answer) => (Number.isNaN(answer) ? "nothing" : answer);

/** The number in a box; an empty one holds none. @param {HTMLInputElement} box */
const number = (box) => (box.value.trim() ? decimal(box.value) : NaN);

/** The question with its inputs. */
class Question {
  /**
   * @param {Asked} ask
   * @param {Hand} hand
   * @param {Element} place
   * @param {Overlay | undefined} overlay over the axes on which a curve is drawn
   * @param {Stage | undefined} solid of solids, into which things are put
   */
  constructor(ask, hand, place, overlay, solid) {
    const group = element("fieldset", "spine-edu-question", place);
    element("legend", "", group, ask.question);
    this.row = element("div", "spine-edu-fields", group);
    this.curve = ask.curve;
    /** @type {Crowd | Diagram | Gaps | Marker | Pencil | undefined} */
    this.pencil = undefined;
    /** @type {() => any} */
    this.read = ask.things ? this.each(ask, group, overlay) : ask.options ? this.options(ask.options)
      : this.fields(ask.fields ?? []);
    if (ask.options && ask.tags && overlay) this.tag(ask.tags, overlay);
    if (ask.arrows) this.connect(ask.arrows, overlay);
    if (ask.curve && overlay) this.draw(ask.curve, overlay);
    if (ask.level && overlay) this.mark(ask.level, overlay);
    if (ask.people && overlay) this.count(ask.people, overlay);
    if (ask.solid && solid?.scene.gl) this.fill(ask.solid, solid);
    const count = ask.hands ? new Count(ask, hand, group) : undefined;
    const buttons = element("div", "spine-edu-buttons", group);
    button(buttons, "Keep my prediction", () => {
      const answer = this.read(), most = answer === null || answer === "nothing" ? count?.most : undefined;
      hand.do({ act: "predict", answer: most === undefined ? answer : ask.options ? most : decimal(most) });
    });
    button(buttons, "I’d rather look", () => hand.do({ act: "uncover" }));
  }

  /** @param {string[]} options */
  options(options) {
    const name = unique();
    for (const option of options) {
      const label = element("label", "spine-edu-option", this.row), input = element("input", "", label);
      Object.assign(input, { type: "radio", name, value: option });
      label.append(option);
    }
    return () => /** @type {HTMLInputElement | null} */ (this.row.querySelector("input:checked"))?.value ?? null;
  }

  /**
   * The options lie as tags in the picture, too.
   *
   * @param {NonNullable<Asked["tags"]>} tags
   * @param {Overlay} overlay
   */
  tag(tags, overlay) {
    const inputs = /** @type {HTMLInputElement[]} */ ([...this.row.querySelectorAll("input")]);
    const spots = new Spots(overlay, tags, (name) => {
      const input = inputs.find(({ value }) => value === name);
      if (input) input.checked = true;
      input?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    for (const input of inputs) input.addEventListener("change", () => spots.put(input.value));
    this.row.before(element("p", "", null, "Choose here, or touch a name in the picture."));
    this.spots = spots;
    // On a phone the same names once more would fill the screen, over a picture that has them.
    const { place } = overlay.picture, wide = place.closest(".spine-edu")?.clientWidth ?? 0;
    if (wide >= ROOM_FOR_NAMES) return;
    const folded = element("details", "spine-edu-list", null);
    element("summary", "", folded, "Or choose from a list");
    this.row.replaceWith(folded);
    folded.append(this.row);
    /** @type {HTMLElement} */ (folded.previousElementSibling).textContent = "Touch a name in the picture.";
  }

  /**
   * Each of several things is marked in the picture or sorted there, or in a list of them; each shows in the other.
   *
   * @param {Asked} ask
   * @param {Element} group
   * @param {Overlay | undefined} overlay
   */
  each({ things = [], answers = [], spots: given }, group, overlay) {
    const signs = Object.fromEntries(answers), cycle = ["", ...answers.map(([answer]) => answer)];
    const folded = element("details", "spine-edu-list", null);
    element("summary", "", folded, "Or answer from a list");
    /** @type {Map<string, HTMLSelectElement>} */
    const lists = new Map();
    const said = new Map(given?.sort?.cards.map(([name, , words]) => [name, words]));
    for (const [name, words] of things) {
      const list = document.createElement("select");
      for (const answer of cycle) list.add(new Option(answer || "skip", answer));
      labelled(folded, said.get(name) ?? words, list);
      lists.set(name, list);
    }
    const times = ["once", "twice", "three times", "four times"];
    const marks = answers.map(([answer, sign], at) => `${times[at] ?? at + 1} ${sign} ${answer}`);
    const touch = `Touch the things themselves in the picture: ${marks.join("; ")}; once more: neither.`;
    const door = given?.sort?.door ?? "door";
    const sort = `Drag the card to a ${door}, or press the ${door}. A card that you press comes back.`;
    const how = given?.sort ? sort : touch;
    this.row.before(element("p", "", null, how));
    this.row.replaceWith(folded);
    group.append(folded);
    if (given?.sort && overlay) {
      const sorter = new Sorter(overlay, given.axes, given.sort, (name, answer) => {
        /** @type {HTMLSelectElement} */ (lists.get(name)).value = answer;
      });
      for (const [name, list] of lists) list.addEventListener("change", () => sorter.show(name, list.value));
      this.spots = sorter;
    } else if (given && overlay) {
      const spots = new Spots(overlay, given, (name) => {
        const list = /** @type {HTMLSelectElement} */ (lists.get(name));
        list.selectedIndex = (list.selectedIndex + 1) % cycle.length;
        spots.sign(name, signs[list.value]);
      }, given.blank ?? "?");
      for (const [name, list] of lists) list.addEventListener("change", () => spots.sign(name, signs[list.value]));
      this.spots = spots;
    }
    return () => Object.fromEntries([...lists].map(([name, { value }]) => [name, value]).filter(([, value]) => value));
  }

  /**
   * Arrows between boxes.
   *
   * @param {Boxes} boxes
   * @param {Overlay | undefined} overlay
   */
  connect(boxes, overlay) {
    const diagram = new Diagram(boxes, this.row, overlay);
    this.read = () => diagram.answer;
    this.pencil = diagram;
  }

  /** @param {string[]} labels */
  fields(labels) {
    /** @type {HTMLInputElement[]} */
    this.boxes = labels.map((label) => {
      const box = document.createElement("input");
      Object.assign(box, { type: "text", inputMode: "decimal", autocomplete: "off" });
      labelled(this.row, label, box);
      return box;
    });
    const numbers = () => /** @type {HTMLInputElement[]} */ (this.boxes).map((box) => plain(number(box)));
    return () => (this.curve ? numbers() : numbers()[0]);
  }

  /**
   * A curve is drawn on the axes, or typed at some places of it; each shows in the other.
   *
   * @param {NonNullable<Asked["curve"]>} curve
   * @param {Overlay} overlay
   */
  draw(curve, overlay) {
    const boxes = /** @type {HTMLInputElement[]} */ (this.boxes), typed = this.read;
    const pencil = new Pencil(overlay, curve, () =>
      pencil.compared.forEach((height, index) => { boxes[index].value = height; }));
    for (const box of boxes) box.addEventListener("input", () => pencil.type(boxes.map(number)));
    this.row.before(element("p", "", null, "Draw it on the axes of the picture."));
    const typing = element("details", "spine-edu-typed", null);
    element("summary", "", typing, "Type it instead");
    this.row.replaceWith(typing);
    typing.append(this.row);
    this.read = () => pencil.points ?? typed();
    this.pencil = pencil;
  }

  /**
   * Things are put into the picture of solids, or their number typed; each shows in the other.
   *
   * @param {string} how
   * @param {Stage} solid
   */
  fill(how, solid) {
    const [box] = /** @type {HTMLInputElement[]} */ (this.boxes);
    const gaps = new Gaps(solid.scene, (count) => { box.value = count; });
    box.addEventListener("input", () => gaps.type(number(box)));
    this.row.before(element("p", "", null, `${how} Or type how many.`));
    this.pencil = gaps;
  }

  /**
   * A number is marked in the picture, or typed; each shows in the other.
   *
   * @param {Level} level
   * @param {Overlay} overlay
   */
  mark(level, overlay) {
    const [box] = /** @type {HTMLInputElement[]} */ (this.boxes);
    const marker = new Marker(overlay, level, (words) => { box.value = words; });
    box.addEventListener("input", () => marker.type(number(box)));
    this.row.before(element("p", "", null, "Drag the mark in the picture, or type a number."));
    this.pencil = marker;
  }

  /**
   * So many people are painted in the picture, or their number is typed; each shows in the other.
   *
   * @param {People} people
   * @param {Overlay} overlay
   */
  count(people, overlay) {
    const [box] = /** @type {HTMLInputElement[]} */ (this.boxes);
    const crowd = new Crowd(overlay, people, (words) => { box.value = words; });
    box.addEventListener("input", () => crowd.type(number(box)));
    this.row.before(element("p", "", null, "Drag over the people in the picture, or type how many."));
    this.pencil = crowd;
  }

  close() {
    this.pencil?.close();
    this.spots?.close();
  }
}

export class Veil {
  /**
   * @param {Host} host
   * @param {Hand} hand
   * @param {Card} card
   * @param {HTMLElement} el the explorer
   * @param {Element} view
   * @param {Overlay | undefined} overlay
   * @param {Stage | undefined} solid
   */
  constructor(host, hand, card, el, view, overlay, solid) {
    this.host = host;
    this.hand = hand;
    this.el = el;
    this.ask = card.ask;
    this.overlay = overlay;
    this.solid = solid;
    this.playing = false;
    /** Whether the answer has been read: told, and for a moment. */
    this.told = false;
    this.telling = 0;
    /** @type {Question | undefined} */
    this.question = undefined;
    this.place = element("div", "spine-edu-ask", view);
    this.strip = element("p", "spine-edu-strip", view);
    this.strip.tabIndex = -1;
    this.strip.setAttribute("role", "status");
    this.show = button(view, "Show me", () => hand.do({ act: "uncover" }));
    this.show.classList.add("spine-edu-uncover");
    this.spread = new Spread(hand);
    this.dress();
    host.on("change:prediction", () => this.dress());
  }

  /** A run gives its answer at its end, not when it begins; what has been told stays. @param {boolean} playing */
  wait(playing) {
    this.playing = playing && !this.told;
    this.tell(this.host.get("prediction"));
  }

  dress() {
    const prediction = /** @type {Prediction} */ (this.host.get("prediction")), { phase, bare } = prediction;
    const held = this.place.contains(document.activeElement) || document.activeElement === this.show;
    this.el.dataset.phase = phase;
    this.el.toggleAttribute("data-bare", bare);
    if (phase !== "asked") this.question?.close();
    if (phase !== "asked") this.question = undefined;
    this.place.hidden = phase !== "asked";
    this.show.hidden = phase !== "kept";
    if (!this.question) this.place.replaceChildren();
    if (phase === "asked" && this.ask)
      this.question ??= new Question(this.ask, this.hand, this.place, this.overlay, this.solid);
    this.spread.show(prediction.hands);
    this.tell(prediction);
    // What had the keyboard is gone; what stands in its place takes it over.
    if (held && phase !== "asked" && !this.strip.hidden) this.strip.focus();
  }

  /** @param {Prediction} prediction */
  tell({ said, model, apart, todo }) {
    this.strip.hidden = !said;
    if (!said) this.told = false;
    if (!said) return;
    const found = model && !this.playing;
    clearTimeout(this.telling);
    // A prediction that is answered by a run comes a moment before the run.
    if (found) this.telling = setTimeout(() => { this.told = true; }, TOLD);
    else this.told = false;
    const words = found ? [`You said ${said}`, model, apart] : [`You said ${said}`, todo];
    this.strip.replaceChildren();
    words.filter(Boolean).forEach((one, at) => {
      if (at) this.strip.append(" · ");
      element(at === 1 && found ? "b" : "span", "", this.strip, one);
    });
  }
}
