// The one thin view over plotly.js: a figure, its sentence, its error line and the playing of frames already computed.
// The kernel sends a figure once (`base`) and then only what differs from it (`live`), in one message an update.

const PLOTLY = Symbol.for("spine_edu.plotly");

/**
 * Wait until the code of every announced view is here, half a second at most. Starting plotly.js keeps a page busy for a
 * second or two, and anywidget gives up, for good, a model whose code is not loaded within two.
 */
async function everyView(bundle) {
  for (let tries = 0; tries < 50 && globalThis[LOADED] < bundle.get("announced"); tries++)
    await new Promise((resolve) => { setTimeout(resolve, 10); });
}

/** plotly.js, put into the page once, however many explorers stand on it. */
function plotly(model) {
  globalThis[PLOTLY] ??= (async () => {
    const bundle = await model.widget_manager.get_model(model.get("bundle").replace("IPY_MODEL_", ""));
    const unpacked = new Blob([bundle.get("packed")]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = await new Response(unpacked).text();
    // As a module of its own the script cannot meet the page's RequireJS, which would swallow it.
    const wrapped = `const module = { exports: {} }, exports = module.exports, define = undefined;\n${script}\n;export default module.exports;`;
    const url = URL.createObjectURL(new Blob([wrapped], { type: "text/javascript" }));
    await everyView(bundle);
    try {
      return (await import(/* webpackIgnore: true */ url)).default;
    } finally {
      URL.revokeObjectURL(url);
    }
  })();
  return globalThis[PLOTLY];
}

const copied = (view) => view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);

/** Turn packed arrays ({f4: bytes} or {f8: bytes}) anywhere inside a value into typed arrays. */
function unpack(value) {
  if (Array.isArray(value)) return value.map(unpack);
  if (value === null || typeof value !== "object") return value;
  if (value.f4 instanceof DataView) return new Float32Array(copied(value.f4));
  if (value.f8 instanceof DataView) return new Float64Array(copied(value.f8));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
}

const lookUp = (figure, path) => path.reduce((inner, key) => inner?.[key], figure);

function assign(figure, path, value) {
  const parent = lookUp(figure, path.slice(0, -1));
  if (value === undefined || value === null) delete parent[path.at(-1)];
  else parent[path.at(-1)] = value;
}

/** A figure that follows base + live, and knows how to go back to base. */
class Figure {
  constructor(base) {
    this.base = unpack(base);
    this.now = structuredClone(this.base);
    this.paths = [];
  }
  follow(live) {
    // A copy, because what is assigned next may lie inside it, and the base must stay as it is.
    for (const path of this.paths) assign(this.now, path, structuredClone(lookUp(this.base, path)));
    this.paths = live.map(([path]) => path);
    for (const [path, value] of live) assign(this.now, path, unpack(value));
  }
}

/** How small a figure may be shown before it keeps its size and scrolls. */
const LEAST_SCALE = 0.75;

/**
 * Keep a figure legible in a narrow place: it is never laid out narrower than 34 times its type size. What is wider
 * than its place is scaled down a little, and from there on it scrolls.
 */
function fit(place, picture, size) {
  const least = 34 * size;
  const scale = Math.min(1, Math.max(LEAST_SCALE, place.clientWidth / least));
  picture.style.width = scale < 1 ? `${least}px` : "100%";
  picture.style.transform = scale < 1 ? `scale(${scale})` : "";
  place.style.height = scale < 1 ? `${picture.offsetHeight * scale}px` : "";
}

/** Steps through frames that are already in the browser; the kernel hears of it only at a pause. */
class Player {
  constructor(model, show, whole, el) {
    Object.assign(this, { model, show, whole, index: 0, timer: 0 });
    this.bar = element("div", "spine-edu-player", el);
    this.run = this.button("Run", () => (this.timer ? this.pause() : this.play()));
    this.step = this.button("Step", () => this.advance());
    this.back = this.button("Back to the start", () => this.go(0));
    this.scrub = element("input", "", this.bar);
    Object.assign(this.scrub, { type: "range", min: 0, step: 1 });
    this.scrub.dataset.lmSuppressShortcuts = "true";
    this.scrub.addEventListener("keydown", (event) => event.stopPropagation());
    this.scrub.addEventListener("input", () => this.go(Number(this.scrub.value)));
    this.where = element("span", "spine-edu-where", this.bar);
    this.reset();
  }
  button(words, act) {
    const button = element("button", "jupyter-button", this.bar, words);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
  reset() {
    this.pause(false);
    this.frames = unpack(this.model.get("frames"));
    this.bar.hidden = !this.model.get("playable");
    this.scrub.hidden = this.where.hidden = this.back.hidden = !this.frames?.count;
    if (!this.frames?.count) return;
    // The curves themselves are here already: a frame only says how many of their points to show.
    for (const reveal of this.frames.reveals) reveal.whole = this.whole(reveal.path);
    this.scrub.max = this.frames.count - 1;
    this.scrub.setAttribute("aria-label", this.frames.label);
    // A page that did not ask, or was loaded again, shows where the reader paused.
    this.go(this.wanted ? 0 : Math.min(this.model.get("position"), this.frames.count - 1), false);
    if (this.wanted === "run") this.play();
    if (this.wanted === "step") this.advance();
    this.wanted = undefined;
  }
  /** Frames are made when they are first asked for, so that moving a slider costs nothing for them. */
  ask(what) {
    this.wanted = what;
    this.model.send({ kind: "frames" });
  }
  play() {
    if (!this.frames?.count) return this.ask("run");
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.go(this.frames.count - 1);
    if (this.index >= this.frames.count - 1) this.go(0);
    this.run.textContent = "Pause";
    const pace = this.frames.seconds * 1000, from = this.index;
    let began;
    const tick = (now) => {
      began ??= now;      // a frame's time may lie before the press
      const reached = Math.min(this.frames.count - 1, from + Math.floor(((now - began) / pace) * this.frames.count));
      if (reached !== this.index) this.go(reached, false);
      if (reached >= this.frames.count - 1) return this.pause();
      this.timer = requestAnimationFrame(tick);
    };
    this.timer = requestAnimationFrame(tick);
  }
  pause(tell = true) {
    cancelAnimationFrame(this.timer);
    this.timer = 0;
    if (this.run) this.run.textContent = "Run";
    if (tell && this.frames?.count) this.tell();
  }
  advance() {
    if (!this.frames?.count) return this.ask("step");
    this.pause(false);
    this.go(Math.min(this.index + this.frames.stride, this.frames.count - 1));
  }
  go(index, tell = true) {
    if (!this.frames?.count) return;
    this.index = index;
    this.scrub.value = index;
    this.scrub.setAttribute("aria-valuetext", this.frames.sentences[index]);
    this.where.textContent = this.frames.names[index];
    this.show(this.frames, index, tell);
    if (tell && !this.timer) this.tell();
  }
  tell() {
    this.model.set("position", this.index);
    this.model.save_changes();
  }
}

async function render({ model, el }) {
  el.classList.add("spine-edu-view");
  const place = element("div", "spine-edu-place", el);
  const picture = element("div", "spine-edu-picture", place);
  const words = new Words(el, picture);
  picture.setAttribute("role", "img");
  const config = { displayModeBar: false, doubleClick: false, scrollZoom: false, showTips: false };
  let figure, lib, unwatch = () => {};

  const dress = () => words.dress(model.get("look"), model.get("error"));
  const fitted = () => figure.now.layout && fit(place, picture, figure.now.layout.font.size);
  // plotly works on what is hidden, too, so it never sees it; and it writes the ranges it has fitted into the axes it is
  // given, which must not be the next drawing's, that may have another size.
  const visible = (items) => items?.filter((item) => item.visible !== false);
  const fresh = (layout) => Object.fromEntries(Object.entries(layout).map(([name, value]) =>
    [name, /^[xy]axis/.test(name) ? structuredClone(value) : value]));
  const draw = () => lib?.react(picture, visible(figure.now.data),
    { ...fresh(figure.now.layout), shapes: visible(figure.now.layout.shapes) }, config);
  const rebase = () => {
    figure = new Figure(model.get("base"));
    figure.follow(model.get("live"));
    words.say(model.get("sentence"));
    widen();
  };
  const widen = () => {
    if (!lib) return;
    fitted();
    draw().then(fitted);
  };
  const update = () => {
    figure.follow(model.get("live"));
    draw();
    words.say(model.get("sentence"));
  };
  const showFrame = (frames, index, aloud) => {
    for (const { path, size, values } of frames.arrays)
      assign(figure.now, path, size ? values.subarray(index * size, (index + 1) * size) : values[index]);
    for (const { path, counts, whole } of frames.reveals) assign(figure.now, path, whole.slice(0, counts[index]));
    if (!frames.noted) figure.paths.push(...[...frames.arrays, ...frames.reveals].map(({ path }) => path));
    frames.noted = true;
    draw();
    words.say(frames.sentences[index], aloud);
  };

  dress();
  rebase();
  const whole = (path) => lookUp(figure.now, path);
  const player = new Player(model, showFrame, whole, el);
  model.on("change:base", rebase);
  model.on("change:live", update);
  model.on("change:sentence", () => words.say(model.get("sentence")));
  model.on("change:look change:error", dress);
  model.on("change:frames change:playable", () => {
    player.reset();
    // Without frames the figure is the kernel's again, also where nothing else has changed.
    if (!player.frames?.count) update();
  });
  requestAnimationFrame(() => { unwatch = watchControls(el); });

  lib = await plotly(model);
  // The first drawings of a page come one by one, so that what else is on its way is let through.
  await new Promise((resolve) => { setTimeout(resolve); });
  await draw();
  let width = 0;
  const resized = new ResizeObserver(() => {
    if (place.clientWidth === width || !place.clientWidth) return;
    width = place.clientWidth;
    widen();
  });
  resized.observe(place);
  picture.on("plotly_click", ({ points }) => {
    const { data, pointNumber, customdata } = points[0];
    model.send({ kind: "click", trace: data.name ?? "", point: pointNumber, choice: customdata ?? null });
  });
  picture.dataset.ready = "true";
  return () => { unwatch(); resized.disconnect(); player.pause(false); lib.purge(picture); };
}

export default { render };
