// What a reader has predicted and answered, kept in this browser and nowhere else.

/** @import { Act, Asking, Kept } from "./types.d.ts" */
/** @import { PageHost } from "./host.js" */

const PLACE = "spine_edu";

/** Whether this is something that was kept here: anything else is as if it were not there. @param {any} one */
const ours = (one) => typeof one?.title === "string" && typeof one.act?.act === "string" && Array.isArray(one.words);

/** @returns {Record<string, Kept>} */
export function all() {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return Object.fromEntries(Object.entries(found).filter(([, one]) => ours(one)));
  } catch {
    return {};      // a browser that keeps nothing, or something that is not ours
  }
}

/** Whether it is kept: a full store or a private window keeps nothing. @param {Record<string, Kept>} everything */
function write(everything) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(everything));
    return true;
  } catch {
    return false;
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
 * Keep what was done, if it is a prediction or an answer; after *ask me again*, nothing is kept. What was kept in
 * another window meanwhile stays: of two predictions the earlier one, and every answer that was not given anew here.
 *
 * @param {PageHost} host
 * @param {Act} act
 * @returns {boolean} false if it could not be kept
 */
export function keep(host, act) {
  const { what } = host.place, everything = all();
  if (act.act === "ask") delete everything[what];
  else if (act.act === "answer") everything[what] = { ...answers(host, act, everything[what]), when: today() };
  else if (act.act === "predict" && everything[what] && !host.outdated) return true;
  else if (host.get("prediction")?.said && (act.act === "predict" || everything[what])) {
    const { said, model, apart } = host.get("prediction"), { title, ask } = host.get("card");
    const given = act.act === "predict" ? { act: "predict", answer: act.answer } : everything[what].act;
    const words = [ask.question, `You said ${said}.`, ...(model ? [`${model}: ${apart}.`] : [])];
    everything[what] = { title, act: given, words, when: everything[what]?.when ?? today() };
  } else return true;
  return write(everything);
}

/**
 * @param {PageHost} host
 * @param {Act} act
 * @param {Kept | undefined} before what was kept until now, perhaps by another window
 */
function answers(host, { name = "" }, before) {
  const here = host.get("answers"), feedback = host.get("feedback"), there = before?.act.answers ?? {};
  const { questions } = /** @type {{ questions: Asking[] }} */ (host.get("card"));
  const given = { ...here, ...there, [name]: here[name] };
  const words = questions.filter(({ key }) => given[key]).map(({ key, number, stem }) => {
    const asked = `${number}. ${stem} `, elsewhere = before?.words.find((one) => one.startsWith(asked));
    return given[key] === here[key] ? `${asked}${feedback[key].said}. ${feedback[key].words}` : elsewhere ?? asked;
  });
  return { title: "Check yourself", act: { act: "answers", answers: given }, words };
}

const today = () => new Date().toISOString().slice(0, 10);
