// Solids in WebGL 2: no library, one buffer of meshes sent once, 16 bytes a vertebra at each update. Every vertex is
// bound to two neighbouring frames; a frame moves by (cos, sin, shift front, shift up), so the shader bends discs, cord
// and ligaments between the vertebrae by itself. Colours come from the theme, never from here.

import { STRIDE } from "./solids_packed.js";

/** @import { Camera } from "./solids_camera.js" */
/** @import { Part } from "./types.d.ts" */

/** @typedef {{ made: WebGLProgram, at: Record<string, WebGLUniformLocation | null> }} Program */

const FRAMES = 32;
/** How far one can measure (mm), and how many pixels of the page one pixel of a measured picture is. */
const FAR = 8192, ROUGH = 3;
const UNMOVED = [0, 0, 0];

const VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec2 bind;
layout(location = 2) in vec3 normal;
layout(location = 3) in float along;
uniform vec4 moves[${FRAMES}];
uniform mat4 camera;
uniform float unit;
uniform vec3 shift;
out vec3 facing, where;
out float fibre, share;
vec3 turned(vec3 n, vec4 m) { return vec3(length(m.xy) * n.x, m.x * n.y + m.y * n.z, m.x * n.z - m.y * n.y); }
vec3 carried(vec3 p, vec4 m) { return turned(p, m) + vec3(0., m.zw); }
void main() {
  int low = int(bind.x + .5), high = min(low + 1, ${FRAMES - 1});
  share = bind.y / 255.;
  vec3 p = place * unit;
  where = mix(carried(p, moves[low]), carried(p, moves[high]), share) + shift;
  facing = normalize(mix(turned(normal, moves[low]), turned(normal, moves[high]), share));
  fibre = along;
  gl_Position = camera * vec4(where, 1.);
}`;

const SHADED = `#version 300 es
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

const DEEP = `#version 300 es
precision highp float;
in vec3 where;
uniform vec3 eye, color;
out vec4 seen;
void main() {
  vec3 p = fract(clamp(dot(eye - where, color) / ${FAR}., 0., .999) * vec3(1., 255., 65025.));
  seen = vec4(p - p.yzz * vec3(1. / 255., 1. / 255., 0.), 1.);
}`;

/**
 * A linked program for one way of colouring, with the places of its uniforms by name.
 *
 * @param {WebGL2RenderingContext} gl
 * @param {string} fragment
 * @returns {Program}
 */
function program(gl, fragment) {
  const made = gl.createProgram();
  /** @type {[number, string][]} */
  const texts = [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment]];
  for (const [kind, text] of texts) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? "");
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  const names = ["moves", "camera", "unit", "color", "ink", "eye", "slant", "tall", "shift"];
  return { made, at: Object.fromEntries(names.map((name) => [name, gl.getUniformLocation(made, name)])) };
}

/** @param {WebGL2RenderingContext} gl */
function bySoftware(gl) {
  const card = gl.getExtension("WEBGL_debug_renderer_info");
  const name = card && gl.getParameter(card.UNMASKED_RENDERER_WEBGL);
  return /swiftshader|llvmpipe|software/i.test(name ?? "");
}

/**
 * What a painting is made with: `moves` of the frames, `shown` parts, the camera, the theme's `ink`, the moves of what
 * stands behind as a shadow, if there is one, and how far each part is from its place.
 *
 * @typedef {{ moves: Float32Array, shown: Uint8Array, camera: Camera, ink: number[], shade?: Float32Array,
 *   shifts?: (part: number) => number[] | undefined }} Pose
 */

/** Paints parts whose vertices lie in the memory of the graphics card. */
export class Painter {
  /**
   * @param {WebGL2RenderingContext} gl
   * @param {{ vertices: Uint8Array<ArrayBuffer>, triangles: Uint8Array<ArrayBuffer> }} meshes
   * @param {Part[]} parts
   * @param {number} unit mm for which one step of a vertex's place stands
   */
  constructor(gl, meshes, parts, unit) {
    this.gl = gl;
    this.parts = parts;
    this.unit = unit;
    const vertices = gl.createBuffer(), indices = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    gl.bufferData(gl.ARRAY_BUFFER, meshes.vertices, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, meshes.triangles, gl.STATIC_DRAW);
    this.arrays = parts.map((part) => this.array(part, vertices, indices));
    this.shaded = program(gl, SHADED);
    this.flat = program(gl, FLAT);
    this.deep = program(gl, DEEP);
    /** @type {WebGLFramebuffer | undefined} */
    this.rough = undefined;
    this.roughSize = "";
    /** @type {WebGLRenderbuffer[]} */
    this.stores = [];
    gl.enable(gl.DEPTH_TEST);
    /** Whether there is no graphics card, so that a fine picture takes a second. */
    this.slow = bySoftware(gl);
  }

  /**
   * @param {Part} part
   * @param {WebGLBuffer} vertices
   * @param {WebGLBuffer} indices
   */
  array(part, vertices, indices) {
    const gl = this.gl, array = gl.createVertexArray(), start = part.vertex * STRIDE;
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.vertexAttribPointer(0, 3, gl.SHORT, false, STRIDE, start);
    gl.vertexAttribPointer(1, 2, gl.UNSIGNED_BYTE, false, STRIDE, start + 6);
    gl.vertexAttribPointer(2, 3, gl.BYTE, true, STRIDE, start + 8);
    gl.vertexAttribPointer(3, 1, gl.UNSIGNED_BYTE, false, STRIDE, start + 11);
    for (let slot = 0; slot < 4; slot++) gl.enableVertexAttribArray(slot);
    return array;
  }

  /**
   * Paint the shown parts in their colours.
   *
   * @param {Pose} pose
   * @param {{ paper: number[], colors: Record<string, number[]> }} look
   * @param {boolean} quick whether bones may be their coarse stand-ins
   * @param {{ width: number, height: number }} [size] of a corner of the canvas; all of it without one
   */
  solids(pose, { paper, colors }, quick, size) {
    this.clear(paper, size);
    if (pose.shade?.length) {
      this.paint(this.flat, { ...pose, moves: pose.shade, shifts: undefined }, true, () => colors.shade);
      this.gl.clear(this.gl.DEPTH_BUFFER_BIT);
    }
    this.paint(this.shaded, pose, quick, (part, index) =>
      colors[["", part.material, part.marked, "guess"][pose.shown[index]]]);
  }

  /** @param {number[]} ground @param {{ width: number, height: number }} [size] */
  clear(ground, { width, height } = this.gl.canvas) {
    const gl = this.gl;
    gl.viewport(0, 0, width, height);
    gl.clearColor(ground[0], ground[1], ground[2], 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  }

  /**
   * How far away what is seen around each place is, from `near` to `far`, in mm; Infinity where nothing is.
   *
   * @param {Pose} pose
   * @param {{ x: number, y: number }[]} places on a page of this size
   * @param {number} width
   * @param {number} height
   */
  depths(pose, places, width, height) {
    const gl = this.gl, w = Math.ceil(width / ROUGH), h = Math.ceil(height / ROUGH);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.sheet(w, h));
    gl.viewport(0, 0, w, h);
    gl.clearColor(1, 1, 1, 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    this.paint(this.deep, pose, true, () => pose.camera.out);
    const around = new Uint8Array(36);
    const found = places.map(({ x, y }) => {
      gl.readPixels(Math.round(x / ROUGH) - 1, h - Math.round(y / ROUGH) - 1, 3, 3, gl.RGBA, gl.UNSIGNED_BYTE, around);
      const deep = [0, 4, 8, 12, 16, 20, 24, 28, 32].map((k) =>
        ((around[k] + around[k + 1] / 255 + around[k + 2] / 65025) / 255) * FAR);
      const [near, far] = [Math.min(...deep), Math.max(...deep)].map((one) => (one > FAR * 0.99 ? Infinity : one));
      return { near, far, here: deep[4] };
    });
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    return found;
  }

  /**
   * A sheet beside the page to measure on.
   *
   * @param {number} width
   * @param {number} height
   */
  sheet(width, height) {
    const gl = this.gl;
    this.rough ??= gl.createFramebuffer();
    if (this.roughSize === `${width} ${height}`) return this.rough;
    this.roughSize = `${width} ${height}`;
    for (const store of this.stores.splice(0)) gl.deleteRenderbuffer(store);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.rough);
    for (const [format, at] of [[gl.RGBA8, gl.COLOR_ATTACHMENT0], [gl.DEPTH_COMPONENT16, gl.DEPTH_ATTACHMENT]]) {
      const store = gl.createRenderbuffer();
      gl.bindRenderbuffer(gl.RENDERBUFFER, store);
      gl.renderbufferStorage(gl.RENDERBUFFER, format, width, height);
      gl.framebufferRenderbuffer(gl.FRAMEBUFFER, at, gl.RENDERBUFFER, store);
      this.stores.push(store);
    }
    return this.rough;
  }

  /**
   * The part at a pixel: each part is painted in a colour that is its number.
   *
   * @param {Pose} pose
   * @param {number} x from the left
   * @param {number} y from below
   * @returns {Part | undefined}
   */
  partAt(pose, x, y) {
    const gl = this.gl, pixel = new Uint8Array(4);
    this.clear([0, 0, 0]);
    this.paint(this.flat, pose, true, (_, index) =>
      [0, 4, 8].map((shift) => (((index + 1) >> shift) & 15) / 15));
    gl.readPixels(Math.round(x), Math.round(y), 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    const [low, middle, high] = [...pixel].map((value) => Math.round(value / 17));
    return this.parts[low + 16 * middle + 256 * high - 1];
  }

  /**
   * @param {Program} program
   * @param {Pose} pose
   * @param {boolean} quick
   * @param {(part: Part, index: number) => number[]} colorOf
   */
  paint({ made, at }, { moves, shown, camera, ink, shifts }, quick, colorOf) {
    const gl = this.gl;
    gl.useProgram(made);
    gl.uniform4fv(at.moves, moves);
    gl.uniformMatrix4fv(at.camera, false, camera.matrix);
    gl.uniform1f(at.unit, this.unit);
    gl.uniform3fv(at.ink, ink);
    gl.uniform3fv(at.eye, camera.eye);
    this.parts.forEach((part, index) => {
      if (!shown[index]) return;
      const number = quick && part.quick >= 0 ? part.quick : index, drawn = this.parts[number];
      gl.bindVertexArray(this.arrays[number]);
      gl.uniform3fv(at.color, colorOf(part, index));
      gl.uniform3fv(at.shift, shifts?.(index) ?? UNMOVED);
      gl.uniform1f(at.slant, part.slant);
      gl.uniform1f(at.tall, part.tall);
      gl.drawElements(gl.TRIANGLES, drawn.count, gl.UNSIGNED_SHORT, drawn.offset);
    });
  }

  /** Give the memory back. */
  close() {
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }
}
