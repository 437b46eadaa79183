/** What the face is given: the widget's model, figures as plotly.js reads them, frames, and solids. */

/** Where something lies inside a figure: keys of dicts and indices of lists. */
export type Path = (string | number)[];

/** A path and the value there; null means that there is none any more. */
export type Change = [path: Path, value: any];

/** A figure with its arrays packed. */
export type Plain = Record<string, any>;

/** The part of an anywidget model that is used; `Traits` are what the kernel keeps in step. */
export interface Model<Traits> {
  get<Name extends keyof Traits & string>(name: Name): Traits[Name];
  send(message: object): void;
  on(events: string, listener: () => void): void;
  off(events: string, listener: () => void): void;
  comm_live?: boolean;
  widget_manager: {
    get_model(id: string): Promise<Model<any>>;
    create_view(model: Model<any>): Promise<{ el: HTMLElement }>;
  };
}

/** Where Python runs: a kernel, or a worker of the page. */
export interface Host {
  /** A trait of the face, or a control's value. */
  get(name: string): any;
  on(events: string, listener: () => void): void;
  send(act: Act & { id: string }): void;
  /** Call a listener when Python is known to have gone, perhaps for good. */
  gone(listener: (forGood?: boolean) => void): void;
  /** Forget whoever has listened: what was shown is taken away. */
  close?(): void;
  plotly(): Promise<Plotly>;
  /** How long Python may be silent now, in ms. */
  patience?: number;
  /** What is said when it does not answer. */
  silent?: string;
}

/** What a reader did; `name` is the control, preset, panel or look it was done with. */
export interface Act {
  act: string;
  name?: string;
  [given: string]: any;
}

export type { Hand } from "./hand.js";

/** What all explorers of a page share, compressed. */
export interface Bundle {
  plotly: DataView<ArrayBuffer>;
  script: DataView<ArrayBuffer>;
  style: string;
  announced: number;
}

// The card ----------------------------------------------------------------------------------------------------------

/** What is known of an explorer once: see card.py. */
export interface Card {
  part: string;
  title: string;
  /** Whether there is only a picture with its sentence. */
  still: boolean;
  folded: string;
  controls: Record<string, CardNumber | CardList | CardText>;
  first: string[];
  /** Those that come into view where others change nothing, which are out of sight then. */
  turns: string[];
  /** Those of the controls that are buttons under a picture of solids. */
  under: string[];
  /** Lists with the same options that share one place, and the one that follows which of them is looked at. */
  gathered: { which: string; names: string[] } | null;
  /** Words of the lists from which it is chosen what is pulled to what. */
  joining: [from: string, to: string, does: string] | [];
  scenarios: string[];
  challenges: { key: string; goal: string; hints: string[] }[];
  limits: { key: string; text: string }[];
  ask: Asked | null;
  themes: string[];
  solids: boolean;
  page: boolean;
}

export interface CardNumber {
  label: string;
  unit: string;
  low: number;
  high: number;
  step: number;
  steps: number;
  help: string;
  range: string;
  basis: string;
}

export interface CardList {
  label: string;
  help: string;
  options: [value: string, text: string][];
}

/** Words of the reader's own, so many letters at most. */
export interface CardText {
  label: string;
  help: string;
  most: number;
}

/** A question: options to choose from, a field for a number, or fields at some places of a curve. */
export interface Asked {
  question: string;
  options?: string[];
  /** Where the options lie as tags on the veiled picture, and onto what the chosen one is put, if anything. */
  tags?: Spots | Spots & { onto: [x: number, y: number] };
  /** Several things, each of which is given an answer; each answer has a sign. */
  things?: [name: string, words: string][];
  answers?: [answer: string, sign: string][];
  spots?: Spots;
  fields?: string[];
  /** Whether a class may raise its hands for the answers, and in which unit they are. */
  hands?: boolean;
  unit?: string;
  curve?: Curve;
  level?: Level;
  people?: People;
  /** How the things that are counted are put into a picture of solids. */
  solid?: string;
  arrows?: Boxes;
}

/** Boxes between which arrows are drawn: where each stands on the axes. */
export interface Boxes {
  boxes: [name: string, words: string, x: number, y: number][];
  half: [across: number, up: number];
  axes: [string, string];
}

/** A curve to be drawn: where it is compared, how high it may go, and the axes it is drawn on. */
export interface Curve {
  places: number[];
  low: number;
  high: number;
  axes: [string, string];
}

/** A number to be marked on the picture: where each value lies, and from where to where its line runs. */
export interface Level extends Track {
  line?: [from: number, to: number];
  /** What is put there, as a path in sizes of the type. */
  outline?: string;
  digits: number;
  unit: string;
}

/** People of whom so many are painted: where each of them stands, in the order in which they are counted. */
export interface People {
  axes: [string, string];
  places: [x: number, y: number][];
  unit: string;
}

/** Places of a figure that can be touched to answer. */
export interface Spots {
  axes: [string, string];
  places: Record<string, [x: number, y: number]>;
  /** What a dot shows that has no answer yet, where "?" is one. */
  blank?: string;
  /** Shorter names, where a place has no room for the whole one. */
  names?: Record<string, string>;
  /** The whole box of a thing, if all of it is touched. */
  boxes?: Record<string, [left: number, top: number, right: number, bottom: number]>;
  /** The outlines of the things themselves, which are touched as well. */
  things?: Record<string, string>;
  /** How the things are carried to their answers, as cards to doors. */
  sort?: Sort;
}

/** Cards that are carried to doors, in the units of the axes. */
export interface Sort {
  /** The pile from the top: key, words on the card, what it says, the same in lines, where on the body, its drawing. */
  cards: [name: string, words: string, said: string, lines: string[], where: string, drawing?: string][];
  /** In which order cards lie behind a door. */
  order: string[];
  doors: Record<string, [left: number, top: number, right: number, low: number]>;
  /** Half the width of a card, and half its height where there is room. */
  half: [across: number, down: number];
  /** Between which heights cards lie behind a door, how far apart at most, and which part of that is half a card. */
  rows: [top: number, apart: number, low: number, share: number];
  /** How many lie beside each other; the heights of `rows` then begin at the upper edge of each door. */
  beside?: number;
  /** How far below the middle the name of a card with a drawing stands, and half the height of the lowest such card. */
  drawings?: { named: number, least: number };
  /** What a door is called. */
  door?: string;
  /** Where the top card of the pile lies. */
  deck: [x: number, y: number];
}

/** What is tapped in a figure: each choice with its outline, as a path of straight lines in the units of the axes. */
export interface Things {
  axes: [string, string];
  things: Record<string, string>;
  /** What can be pulled to one another: the name of each, by its choice. */
  names?: Record<string, string>;
  /** Whether they give an answer away by where they lie. */
  telling?: boolean;
  /** Those of the choices that call for a hand, by a few beats when they come. */
  calls?: string[];
}

/** What is asked, kept and found: see veil.py. */
export interface Prediction {
  phase: "asked" | "kept" | "open";
  said: string;
  model: string;
  apart: string;
  todo: string;
  /** Whether there is nothing to be seen under the question. */
  bare: boolean;
  hands: Raised;
}

/** How many hands of a class were raised for each answer, and all of it in a sentence; empty if none were counted. */
export interface Raised {
  rows?: { said: string, hands: number, so: boolean }[];
  words?: string;
}

/** Where values lie on the axes of a figure, and the one axis along which a hand goes there, if it is one alone. */
export interface Track {
  axes: [string, string];
  track: [value: number, x: number, y: number][];
  along?: string;
}

/** A place in the picture that a hand takes hold of, and the control it moves. */
export interface Grip extends Track {
  control: string;
  /** Where it runs over choices: what each chooses, as a click would, and the number of the present one. */
  choices?: string[];
  now?: number;
  /** Its body, as an outline: it is taken there as well. */
  body?: [x: number, y: number][];
  /** Whether its knob is small until a hand comes near. */
  small?: boolean;
  /** Whether it lies on what stays where it is while other things travel. */
  rests?: boolean;
  /** A second control that it moves, upwards, while its own track goes across. */
  up?: { control: string; track: Track["track"] };
}

/** A knob on the page, and the body of what it moves, out of sight if it has none. */
export interface Taken {
  node: SVGGraphicsElement;
  body: SVGGraphicsElement;
}

/** A control on the page. */
export interface Control {
  place: HTMLElement;
  /** Show what the state is. */
  put(value: string | number): void;
  /** Say why it changes nothing now, and take no hand; empty: it is to be moved. */
  rest(why: string): void;
  /** Let its slider go so far and no further; without a value: as far as the card has it. */
  reach?(most?: number): void;
}

/** What an open panel shows: see `Facing._panels` in facing.py. */
export type Panel = Record<string, any>;

// Frames ------------------------------------------------------------------------------------------------------------

/** A run that is already computed. */
export interface Frames {
  count: number;
  /** What the frames run over, such as "day". */
  label: string;
  names: string[];
  sentences: string[];
  seconds: number;
  /** How many frames one step goes on. */
  stride: number;
  /** At which frames a pause may rest: every one, or every so many. */
  rests: number;
  halts: number[];
  arrays: Column[];
  reveals: Reveal[];
  /** The value that a control has at each frame, if the frames run over one. */
  controls: Record<string, number[]>;
  /** Whether what can be dragged is in the last frame alone. */
  bare: boolean;
}

/** What runs through values: one a frame, or, with a size, so many numbers a frame one behind the other. */
export interface Column {
  path: Path;
  size: number;
  /** Whether nothing lies between two values. */
  jumps: boolean;
  values: any;
}

/** A curve of which each frame shows the first so many points. */
export interface Reveal {
  path: Path;
  counts: number[];
  whole?: Float32Array | Float64Array | any[];
}

// plotly.js ---------------------------------------------------------------------------------------------------------

export interface Shown {
  visible?: boolean;
}

export interface Trace extends Shown {
  name?: string;
  type?: string;
  mode?: string;
  textfont?: { size?: number | number[] };
  text?: string | string[];
  x?: any[] | Float32Array | Float64Array;
  y?: any[] | Float32Array | Float64Array;
  fill?: string;
}

export interface Shape extends Shown {
  name?: string;
  [name: string]: any;
}

export interface Layout {
  font: { size: number };
  height: number;
  annotations?: { font?: { size?: number } }[];
  shapes?: Shape[];
  [name: string]: any;
}

export interface PlotlyFigure {
  data: Trace[];
  layout: Layout;
}

export interface PlotlyClick {
  points: { data: Trace; pointNumber: number; customdata?: string | number }[];
}

/** An element in which plotly.js has drawn. */
export interface PlotlyElement extends HTMLDivElement {
  data: Trace[];
  layout: Layout;
  /** As plotly.js has worked it out: the place and the scale of each axis. */
  _fullLayout?: Record<string, any>;
  /** The points of each trace as they are drawn. */
  calcdata?: any[];
  on(event: "plotly_click", listener: (click: PlotlyClick) => void): void;
}

export interface Plotly {
  react(node: HTMLElement, data: Trace[], layout: Layout, config: object): Promise<unknown>;
  purge(node: HTMLElement): void;
}

// Solids ------------------------------------------------------------------------------------------------------------

/** What lies where in the meshes, with names of colours and what a click on it chooses. */
export interface Part {
  name: string;
  material: string;
  marked: string;
  vertex: number;
  offset: number;
  count: number;
  choice: string;
  /** What it is called, for whoever points at it. */
  words: string;
  /** The number of the coarse part that stands for it in a quick picture; -1 if there is none. */
  quick: number;
  /** Which way its fibres run: 1, -1, or 0 if it has none. */
  slant: number;
  tall: number;
  /** Whether it is seen in a small picture of the whole. */
  small: boolean;
  /** The way on which it goes when it is taken off. */
  away: number[];
}

/** Angles in degrees, lengths in mm. */
export interface NamedView {
  name: string;
  azimuth: number;
  elevation: number;
  target: number[];
  reach: number;
  wide: number;
  /** The view of a small picture of the whole beside it; empty if there is none. */
  over?: Partial<NamedView>;
  /** What a tap on a part chooses besides. */
  also?: string;
  /** How much is taken off, and whether it goes up. */
  depth: number;
  up: boolean;
}

/** A point of space that is bound to two frames. */
export interface Bound {
  at: number[];
  frame: number;
  share: number;
}

/** Where one of the things lies that are counted: 0 is the number of a place without any. */
export interface Gap extends Bound {
  part: number;
  half: [across: number, deep: number];
  number: number;
  choice: string;
}

/** Words, and the place to which they point. */
export interface Label extends Bound {
  text: string;
  side?: "left" | "right";
  mark?: boolean;
  /** Whether it names what a reader has put where nothing is. */
  gap?: boolean;
}

// Questions ---------------------------------------------------------------------------------------------------------

/** One question to check oneself: see questions_live.py in `teaching`. */
export interface Asking {
  key: string;
  kind: "choice" | "order" | "match" | "number";
  number: number;
  stem: string;
  /** What can be chosen, or is put in order. */
  options?: [letter: string, text: string][];
  /** What is matched, and with what. */
  items?: string[];
  labels?: string[];
  /** The unit of a number. */
  unit?: string;
}

/** What is said to an answer; and the answer in words. */
export interface Feedback {
  said?: string;
  words: string;
  right: boolean;
}

/** One thing to be said on a sheet of the reader's own, by steps or in words: see sheet.py in `teaching`. */
export interface Saying {
  key: string;
  number: string;
  stem: string;
  steps?: [step: number, words: string][];
  most: number;
}

/** What is said there, why some of it cannot be changed, and where it is kept. */
export interface SayingNow {
  said: Record<string, any>;
  fixed: Record<string, string>;
  where: string;
}
