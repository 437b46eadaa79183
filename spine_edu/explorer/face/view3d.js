// A small view of solids in WebGL 2: no library, one buffer of meshes sent once, 16 bytes a vertebra at each update.
// Every vertex is bound to two neighbouring frames; a frame moves by (cos, sin, shift front, shift up), so the shader
// bends discs, cord and ligaments between the vertebrae by itself. Colours come from the theme, never from here.

const STRIDE = 12;      // bytes a vertex: 3 x int16 place, frame, weight, 3 x int8 normal, fibre length
const FIELD = 0.36;     // field of view (radians): narrow, so that it looks like a drawing
const FRAMES = 32;
const REST = 220, LONG_REST = 900;  // ms without a change before the fine picture is drawn; the longer without a graphics card

const VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec2 bind;
layout(location = 2) in vec3 normal;
layout(location = 3) in float along;
uniform vec4 moves[${FRAMES}];
uniform mat4 camera;
uniform float unit;
out vec3 facing, where;
out float fibre, share;
vec3 carried(vec3 p, vec4 m) { return vec3(length(m.xy) * p.x, m.x * p.y + m.y * p.z + m.z, m.x * p.z - m.y * p.y + m.w); }
vec3 turned(vec3 n, vec4 m) { return vec3(length(m.xy) * n.x, m.x * n.y + m.y * n.z, m.x * n.z - m.y * n.y); }
void main() {
  int low = int(bind.x + .5), high = min(low + 1, ${FRAMES - 1});
  share = bind.y / 255.;
  vec3 p = place * unit;
  where = mix(carried(p, moves[low]), carried(p, moves[high]), share);
  facing = normalize(mix(turned(normal, moves[low]), turned(normal, moves[high]), share));
  fibre = along;
  gl_Position = camera * vec4(where, 1.);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec3 facing, where;
in float fibre, share;
uniform vec3 color, ink, eye;
uniform float slant, tall;
out vec4 seen;
void main() {
  vec3 n = normalize(facing), toEye = normalize(eye - where);
  if (dot(n, toEye) < 0.) n = -n;
  float light = .5 + .5 * dot(n, normalize(toEye + vec3(.25, .1, .75)));
  vec3 c = color * mix(.66, 1.06, light);
  if (slant != 0. && fibre > .01) {
    float line = (fibre * .7 * .5 + slant * share * tall * .87) / 1.5;
    float width = fwidth(line);
    float stripe = smoothstep(.5 - width, .5 + width, abs(fract(line) - .5) * 2.);
    c = mix(c, mix(c, ink, .34), stripe * clamp(1.4 - 2.2 * width, 0., 1.));
  }
  c = mix(c, ink, .5 * smoothstep(.42, .12, dot(n, toEye)));
  seen = vec4(c, 1.);
}`;

const FLAT = `#version 300 es
precision highp float;
uniform vec3 color;
out vec4 seen;
void main() { seen = vec4(color, 1.); }`;

const bytes = (view) => new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));

async function unpacked(view) {
  const stream = new Blob([bytes(view)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** A linked program for one way of colouring, with the places of its uniforms by name. */
function program(gl, fragment) {
  const made = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  const names = ["moves", "camera", "unit", "color", "ink", "eye", "slant", "tall"];
  return { made, at: Object.fromEntries(names.map((name) => [name, gl.getUniformLocation(made, name)])) };
}

// Vectors and the one camera matrix --------------------------------------------------------------------------------

const minus = (a, b) => a.map((v, i) => v - b[i]);
const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const unit = (a) => { const size = Math.hypot(...a); return a.map((v) => v / size); };

/** Where the eye stands and the matrix that projects; azimuth 0 looks from the front, 90 from the person's right. */
function lookFrom({ azimuth, elevation, target, reach, wide, zoom }, aspect) {
  const a = (azimuth * Math.PI) / 180, e = (elevation * Math.PI) / 180, half = Math.tan(FIELD / 2);
  const out = [Math.sin(a) * Math.cos(e), Math.cos(a) * Math.cos(e), Math.sin(e)];
  const away = (Math.max(reach / half, wide / (half * aspect)) * 1.06 + reach / 4) / zoom;
  const eye = target.map((v, i) => v + out[i] * away);
  const right = unit(cross([0, 0, 1], out)), up = cross(out, right);
  const near = Math.max(1, away - 700), far = away + 700, f = 1 / half;
  const d = (far + near) / (near - far), w = (2 * far * near) / (near - far);
  const rows = [right.map((v) => (v * f) / aspect), up.map((v) => v * f), out.map((v) => v * d), out.map((v) => -v)];
  const shift = [-dot(rows[0], eye), -dot(rows[1], eye), -dot(rows[2], eye) + w, -dot(rows[3], eye)];
  const matrix = new Float32Array(16);
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 3; column++) matrix[column * 4 + row] = rows[row][column];
    matrix[12 + row] = shift[row];
  }
  return { eye, right, up, out, matrix };
}

/** A point bound to two frames, carried by the present moves. */
function carried([x, y, z], frame, share, moves) {
  const one = (f) => {
    const [a, b, c, d] = moves.subarray(4 * f, 4 * f + 4);
    return [Math.hypot(a, b) * x, a * y + b * z + c, a * z - b * y + d];
  };
  const low = one(frame), high = one(Math.min(frame + 1, moves.length / 4 - 1));
  return low.map((v, i) => v + (high[i] - v) * share);
}

const DIRECTIONS = [["right", [1, 0, 0]], ["left", [-1, 0, 0]], ["front", [0, 1, 0]], ["back", [0, -1, 0]]];
const facingWord = (axis) => {
  const [word, direction] = DIRECTIONS.reduce((best, item) => (dot(axis, item[1]) > dot(axis, best[1]) ? item : best));
  return dot(axis, direction) > 0.55 ? word : "";
};

class Scene {
  constructor(model, stage, sheet, tell) {
    Object.assign(this, { model, stage, sheet, tell, asked: false, ready: false, near: false });
    this.canvas = element("canvas", "spine-edu-solid", stage);
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.dataset.lmSuppressShortcuts = "true";
    this.gl = this.canvas.getContext("webgl2", { antialias: false });
    this.own = { azimuth: 0, elevation: 0, zoom: 1 };
  }

  async load() {
    const gl = this.gl, buffer = await unpacked(this.model.get("meshes"));
    this.parts = this.model.get("parts");
    const vertices = gl.createBuffer(), indices = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    const split = this.model.get("vertex_bytes");
    gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(buffer, 0, split), gl.STATIC_DRAW);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(buffer, split), gl.STATIC_DRAW);
    for (const part of this.parts) {
      part.array = gl.createVertexArray();
      gl.bindVertexArray(part.array);
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
      const start = part.vertex * STRIDE;
      gl.vertexAttribPointer(0, 3, gl.SHORT, false, STRIDE, start);
      gl.vertexAttribPointer(1, 2, gl.UNSIGNED_BYTE, false, STRIDE, start + 6);
      gl.vertexAttribPointer(2, 3, gl.BYTE, true, STRIDE, start + 8);
      gl.vertexAttribPointer(3, 1, gl.UNSIGNED_BYTE, false, STRIDE, start + 11);
      for (let slot = 0; slot < 4; slot++) gl.enableVertexAttribArray(slot);
    }
    this.solid = program(gl, FRAGMENT);
    this.flat = program(gl, FLAT);
    gl.enable(gl.DEPTH_TEST);
    const card = gl.getExtension("WEBGL_debug_renderer_info"), name = card && gl.getParameter(card.UNMASKED_RENDERER_WEBGL);
    this.rest = /swiftshader|llvmpipe|software/i.test(name ?? "") ? LONG_REST : REST;
    this.ready = true;
    this.follow();
  }

  /** Take over what the kernel says now; the student's own turning and zooming stay until the named view changes. */
  follow() {
    const view = this.model.get("camera");
    if (view.name !== this.named) {
      this.named = view.name;
      this.own = { azimuth: 0, elevation: 0, zoom: 1 };
    }
    this.moves = new Float32Array(bytes(this.model.get("moves")).buffer);
    this.shown = bytes(this.model.get("shown"));
    this.ask();
  }

  /** How wide the longest label is: the drawing stays clear of a column of that width at either side. */
  labelRoom() {
    const size = this.model.get("look").size;
    return Math.max(0, ...this.model.get("labels").map(({ text }) => measure(text, size, this) + size));
  }

  turn(azimuth, elevation) {
    const base = this.model.get("camera").elevation;
    this.own.azimuth += azimuth;
    this.own.elevation = Math.min(85, Math.max(-85, base + this.own.elevation + elevation)) - base;
    this.ask();
  }

  zoom(factor) {
    this.own.zoom = Math.min(8, Math.max(0.5, this.own.zoom * factor));
    this.ask();
  }

  home() {
    this.own = { azimuth: 0, elevation: 0, zoom: 1 };
    this.ask();
  }

  /** Draw soon, if a reader can see it: without a graphics card one fine picture keeps the page busy for a second. */
  ask() {
    if (this.asked || !this.ready || !this.near) return;
    this.asked = true;
    clearTimeout(this.resting);
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw(1);
      this.resting = setTimeout(() => this.near && this.draw(2), this.rest);
    });
  }

  camera() {
    const view = this.model.get("camera"), width = this.stage.clientWidth, aspect = width / this.stage.clientHeight;
    return lookFrom({ ...view, azimuth: view.azimuth + this.own.azimuth, elevation: view.elevation + this.own.elevation,
      wide: view.wide / Math.max(0.55, 1 - (2 * this.labelRoom()) / width), zoom: this.own.zoom }, aspect);
  }

  /** Draw at once with one sample a pixel; when the hand rests, again with `samples` x `samples` for smooth edges. */
  draw(samples) {
    const gl = this.gl, scale = Math.min(window.devicePixelRatio || 1, 2) * samples;
    const width = this.stage.clientWidth, height = this.stage.clientHeight;
    if (!width) return;
    if (this.canvas.width !== Math.round(width * scale) || this.canvas.height !== Math.round(height * scale)) {
      this.canvas.width = Math.round(width * scale);
      this.canvas.height = Math.round(height * scale);
    }
    const look = this.model.get("look"), view = this.camera();
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    this.paint(this.solid, view, look.paper, samples === 1,
      (part, index) => look.colors[this.shown[index] === 2 ? part.marked : part.material]);
    if (samples === 1) this.write(view, width, height);
  }

  /** Draw all shown parts on `ground`; a quick picture takes the coarse stand-ins of the bones. */
  paint({ made, at }, view, ground, quick, colorOf) {
    const gl = this.gl;
    gl.clearColor(...ground, 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.useProgram(made);
    gl.uniform4fv(at.moves, this.moves);
    gl.uniformMatrix4fv(at.camera, false, view.matrix);
    gl.uniform1f(at.unit, this.model.get("unit"));
    gl.uniform3fv(at.ink, this.model.get("look").ink);
    gl.uniform3fv(at.eye, view.eye);
    this.parts.forEach((part, index) => {
      if (!this.shown[index]) return;
      const drawn = quick && part.quick >= 0 ? this.parts[part.quick] : part;
      gl.bindVertexArray(drawn.array);
      gl.uniform3fv(at.color, colorOf(part, index));
      gl.uniform1f(at.slant, part.slant);
      gl.uniform1f(at.tall, part.tall);
      gl.drawElements(gl.TRIANGLES, drawn.count, gl.UNSIGNED_SHORT, drawn.offset);
    });
  }

  /** Labels with leaders in two columns, the word at either edge that says where front and back are, and the compass. */
  write(view, width, height) {
    const size = this.model.get("look").size, gap = size * 1.35, labels = this.model.get("labels");
    const placed = labels.map((label) => {
      const p = [...carried(label.at, label.frame, label.share, this.moves), 1], m = view.matrix;
      const [x, y, , w] = [0, 1, 2, 3].map((row) => p.reduce((sum, v, i) => sum + v * m[4 * i + row], 0));
      return { ...label, x: (x / w / 2 + 0.5) * width, y: (0.5 - y / w / 2) * height };
    }).filter(({ x, y }) => x > 0 && x < width && y > -40 && y < height + 40);
    const column = { left: [], right: [] };
    for (const label of placed.sort((a, b) => a.y - b.y)) column[label.side ?? (label.x < width / 2 ? "left" : "right")].push(label);
    const ends = Object.entries(column).flatMap(([side, list]) => spread(list, gap, height).map((label) => ({ ...label, side })));
    const inset = Math.max(8, (width - Math.min(width, 50 * size)) / 2);
    const lines = ends.map(({ x, y, row, side, mark }) => {
      const from = side === "left" ? inset : width - inset;
      const text = ends.find((item) => item.row === row && item.side === side);
      const near = side === "left" ? from + measure(text.text, size, this) + 6 : from - measure(text.text, size, this) - 6;
      return `<path class="${mark ? "marked" : ""}" d="M${near} ${row}L${x} ${y}"/><circle cx="${x}" cy="${y}" r="${mark ? 4 : 2.6}"/>`;
    });
    const texts = ends.map(({ row, side, text, mark }) => `<text class="${mark ? "marked" : ""}" x="${side === "left" ? inset : width - inset}" y="${row}" text-anchor="${side === "left" ? "start" : "end"}">${text}</text>`);
    const edges = [[view.right.map((v) => -v), 8, "start"], [view.right, width - 8, "end"]].map(([axis, x, anchor]) => {
      const word = facingWord(axis);
      return word ? `<text class="edge" x="${x}" y="${size * 1.1}" text-anchor="${anchor}">${word}</text>` : "";
    });
    this.sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.sheet.innerHTML = [...lines, ...texts, ...edges, compass(view, size, height)].join("");
  }

  /** The part under a click: draw each part in a colour that is its number, and read one pixel. */
  pick(x, y) {
    const gl = this.gl, box = this.canvas.getBoundingClientRect(), pixel = new Uint8Array(4);
    this.paint(this.flat, this.camera(), [0, 0, 0], true, (_, index) =>
      [((index + 1) & 15) / 15, (((index + 1) >> 4) & 15) / 15, (((index + 1) >> 8) & 15) / 15]);
    gl.readPixels(Math.round(((x - box.left) / box.width) * this.canvas.width),
      Math.round((1 - (y - box.top) / box.height) * this.canvas.height), 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    this.draw(1);
    const [low, middle, high] = [...pixel].map((value) => Math.round(value / 17));
    return this.parts[low + 16 * middle + 256 * high - 1];
  }
}

/** Push labels apart: each keeps its order and gets a row of its own. */
function spread(list, gap, height) {
  let last = gap * 1.2;
  const rows = list.map((label) => (last = Math.max(label.y, last + gap)));
  let next = height - gap * 0.6;
  for (let k = rows.length - 1; k >= 0; k--) next = (rows[k] = Math.min(rows[k], next)) - gap;
  return list.map((label, k) => ({ ...label, row: rows[k] }));
}

function measure(text, size, scene) {
  scene.pen ??= document.createElement("canvas").getContext("2d");
  scene.pen.font = `bold ${size}px ${getComputedStyle(scene.stage).fontFamily}`;
  return scene.pen.measureText(text).width;
}

/** A body seen from above with an eye where the student stands: says from where one looks. */
function compass({ out }, size, height) {
  const r = size * 2.5, x = r + 8, y = height - r - size * 2, flat = Math.hypot(out[0], out[1]) || 1;
  const ex = x + (out[0] / flat) * r, ey = y - (out[1] / flat) * r, along = Math.atan2(y - ey, x - ex) * 180 / Math.PI;
  return `<g class="compass"><circle class="ring" cx="${x}" cy="${y}" r="${r}"/>
    <ellipse class="body" cx="${x}" cy="${y}" rx="${r * 0.62}" ry="${r * 0.27}"/>
    <circle class="body" cx="${x}" cy="${y - r * 0.06}" r="${r * 0.27}"/><path class="nose" d="M${x - r * 0.09} ${y - r * 0.3}L${x} ${y - r * 0.46}L${x + r * 0.09} ${y - r * 0.3}Z"/>
    <path class="eye" transform="translate(${ex} ${ey}) rotate(${along})" d="M${-size * 0.5} ${-size * 0.42}L${size * 0.5} 0L${-size * 0.5} ${size * 0.42}Z"/>
    <text x="${x - r}" y="${y + r + size * 1.15}">seen from ${seenFrom(out)}</text></g>`;
}

/** Drag, wheel with Ctrl, arrow keys, and worded buttons for whoever uses neither. */
function handle(scene, bar, send) {
  const canvas = scene.canvas;
  let from = null, moved = 0;
  canvas.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; moved = 0; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from[0], event.clientY - from[1]];
    moved += Math.abs(dx) + Math.abs(dy);
    from = [event.clientX, event.clientY];
    scene.turn(dx * 0.4, dy * 0.4);
  });
  canvas.addEventListener("pointerup", (event) => {
    from = null;
    if (moved > 5) return;
    const part = scene.pick(event.clientX, event.clientY);
    if (part?.choice) send({ kind: "click", trace: part.name, point: 0, choice: part.choice });
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    scene.zoom(Math.exp(-event.deltaY * 0.002));
  }, { passive: false });
  const keys = { ArrowLeft: () => scene.turn(-10, 0), ArrowRight: () => scene.turn(10, 0), ArrowUp: () => scene.turn(0, 10),
    ArrowDown: () => scene.turn(0, -10), "+": () => scene.zoom(1.2), "-": () => scene.zoom(1 / 1.2), Home: () => scene.home() };
  canvas.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  const acts = { "Turn left": keys.ArrowLeft, "Turn right": keys.ArrowRight, "Tip up": keys.ArrowUp, "Tip down": keys.ArrowDown,
    Nearer: keys["+"], Farther: keys["-"], "Back to the named view": keys.Home };
  for (const [words, act] of Object.entries(acts)) {
    const button = element("button", "jupyter-button", bar, words);
    button.type = "button";
    button.addEventListener("click", act);
  }
}

/** What the named view is seen from, in words. */
function seenFrom(out) {
  if (Math.abs(out[2]) > 0.9) return out[2] > 0 ? "above" : "below";
  const flat = Math.hypot(out[0], out[1]);
  const words = [[out[1], "the front", "the back"], [out[0], "the right", "the left"]]
    .filter(([share]) => Math.abs(share) > 0.38 * flat).map(([share, plus, minus]) => (share > 0 ? plus : minus));
  return words.join(" and ") + (out[2] > 0.45 ? ", from above" : "");
}

async function render({ model, el }) {
  el.classList.add("spine-edu-view");
  const stage = element("div", "spine-edu-picture spine-edu-stage", el);
  const note = element("p", "spine-edu-note", stage);
  const bar = element("div", "spine-edu-player", el);
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sheet.setAttribute("class", "spine-edu-labels");
  sheet.setAttribute("aria-hidden", "true");
  const scene = new Scene(model, stage, sheet);
  stage.append(sheet);
  const words = new Words(el, scene.canvas);
  let unwatch = () => {};
  requestAnimationFrame(() => { unwatch = watchControls(el); });
  const say = () => words.say(model.get("sentence"));
  const dress = () => {
    words.dress(model.get("look").page, model.get("error"));
    note.textContent = model.get("note");
    scene.ask();
  };
  say();
  dress();
  model.on("change:sentence", say);
  model.on("change:look change:error change:note", dress);
  if (!scene.gl) {
    for (const part of [stage, bar, words.line, words.spoken]) part.remove();
    model.send({ kind: "click", trace: "", point: 0, choice: "no solids" });
    return () => unwatch();
  }
  handle(scene, bar, (message) => model.send(message));
  await scene.load();
  model.on("change:moves change:shown change:camera change:labels", () => scene.follow());
  const watchers = [new ResizeObserver(() => scene.ask()), new IntersectionObserver(([{ isIntersecting }]) => {
    scene.near = isIntersecting;
    scene.ask();
  }, { rootMargin: "50%" })];
  for (const watcher of watchers) watcher.observe(stage);
  stage.dataset.ready = "true";
  return () => { unwatch(); watchers.forEach((watcher) => watcher.disconnect()); scene.gl.getExtension("WEBGL_lose_context")?.loseContext(); };
}

export default { render };
