// What a reader has predicted and answered, kept in this browser and nowhere else.

/** @import { Act, Asking, Kept } from "./types.d.ts" */
/** @import { PageHost } from "./host.js" */

const PLACE = "spine_edu";

/** @returns {Record<string, Kept>} */
export function all() {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "{}");
  } catch {
    return {};      // a browser that keeps nothing, or something that is not ours
  }
}

/** @param {Record<string, Kept>} everything */
function write(everything) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(everything));
  } catch {
    // A private window keeps nothing; the page works all the same.
  }
}

export function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept.
  }
}

/**
 * What was done on an earlier day in an explorer or in the questions of a notebook.
 *
 * @param {string} what
 * @returns {Act[]}
 */
export function kept(what) {
  const found = all()[what];
  if (!found) return [];
  return found.act.act === "predict" ? [found.act, { act: "uncover" }] : [found.act];
}

/**
 * Keep what was done, if it is a prediction or an answer; after *ask me again*, nothing is kept.
 *
 * @param {PageHost} host
 * @param {Act} act
 */
export function keep(host, act) {
  const { what } = host.place, everything = all();
  if (act.act === "ask") delete everything[what];
  else if (act.act === "answer") everything[what] = { ...answers(host), when: today() };
  else if (host.get("prediction")?.said && (act.act === "predict" || everything[what])) {
    const { said, model, apart } = host.get("prediction"), { title, ask } = host.get("card");
    const given = act.act === "predict" ? { act: "predict", answer: act.answer } : everything[what].act;
    const words = [ask.question, `You said ${said}.`, ...(model ? [`${model}: ${apart}.`] : [])];
    everything[what] = { title, act: given, words, when: everything[what]?.when ?? today() };
  } else return;
  write(everything);
}

/** @param {PageHost} host */
function answers(host) {
  const given = host.get("answers"), feedback = host.get("feedback");
  const { questions } = /** @type {{ questions: Asking[] }} */ (host.get("card"));
  const words = questions.filter(({ key }) => given[key])
    .map(({ key, number, stem }) => `${number}. ${stem} ${feedback[key].said}. ${feedback[key].words}`);
  return { title: "Check yourself", act: { act: "answers", answers: given }, words };
}

const today = () => new Date().toISOString().slice(0, 10);
