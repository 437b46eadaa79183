// The worker of a page: Pyodide's Python with the layers of the course below any screen, and one door into it.

/* global PYODIDE, COURSE */
/** @import { Call, Reply } from "./types.d.ts" */

const here = /** @type {{ postMessage(reply: Reply, moved: Transferable[]): void, onmessage: unknown }} */ (
  /** @type {unknown} */ (globalThis));

/** @param {string} name of a file beside this script */
async function bytes(name) {
  const found = await fetch(new URL(name, import.meta.url));
  if (!found.ok) throw new Error(`${found.status} ${found.url}`);
  return new Uint8Array(await found.arrayBuffer());
}

/** @param {any} python @param {string} piece of the course @param {Uint8Array} archive */
function unpack(python, piece, archive) {
  python.FS.writeFile(`/${piece}.zip`, archive);
  python.runPython(`
    import importlib, zipfile
    zipfile.ZipFile("/${piece}.zip").extractall("/course")
    importlib.invalidate_caches()
  `);
}

/**
 * Pyodide only warns when its machine code does not come whole, and then waits for ever; this tells why.
 *
 * @returns {Promise<never>}
 */
const refusal = () => new Promise((_, refused) => {
  for (const name of /** @type {const} */ (["instantiateStreaming", "instantiate"])) {
    const real = /** @type {(...given: any[]) => Promise<any>} */ (WebAssembly[name]);
    WebAssembly[name] = (/** @type {any[]} */ ...given) => {
      const made = real.apply(WebAssembly, given);
      made.catch(refused);
      return made;
    };
  }
});

/** Start Python; what it needs comes side by side. */
async function start() {
  const base = new URL(PYODIDE, import.meta.url).href;
  const [{ loadPyodide }, ground] = await Promise.all([
    import(/* webpackIgnore: true */ `${base}pyodide.mjs`),
    bytes(COURSE.ground),
  ]);
  const refused = refusal(), coming = loadPyodide({ indexURL: base, lockFileURL: `${base}pyodide-lock.json` });
  const python = await Promise.race([coming, refused]);
  unpack(python, "ground", ground);
  python.runPython("import sys; sys.path.insert(0, '/course')");
  return { python, door: python.pyimport("door").Door() };
}

/** @type {Map<string, Promise<void>>} */
const topics = new Map();

/** Bring the modules of a topic, once; if they do not come, the next call tries again. @param {string} topic */
function bring(topic) {
  const brought = topics.get(topic) ?? bytes(COURSE[topic]).then(async (archive) =>
    unpack((await started).python, topic, archive));
  topics.set(topic, brought);
  brought.catch(() => topics.delete(topic));
  return brought;
}

const started = start();

here.onmessage = async (/** @type {MessageEvent<Call>} */ { data: { id, call, given, needs } }) => {
  try {
    await Promise.all(needs.map(bring));
    const both = (await started).door[call](...given), text = both.get(0), packed = both.get(1);
    const numbers = packed.toJs();
    packed.destroy?.();
    both.destroy();
    here.postMessage({ id, text, bytes: numbers }, [numbers.buffer]);
  } catch (error) {
    here.postMessage({ id, error: String(error) }, []);
  }
};
