// The summary of the article: its length, how hard it is to read, who is quoted.

import { byId, counted, element } from "./elements.js";

// Flesch's own names for the steps of his scale (The Art of Readable Writing, 1949).
const STEPS = [[90, "very easy"], [80, "easy"], [70, "fairly easy"], [60, "standard"], [50, "fairly difficult"], [30, "difficult"]];

/** Show the statistics of the server's answer. */
export function showSummary(statistics) {
  if (!statistics) return;
  const { words, minutes, sentences, reading_ease: ease, speakers } = statistics;
  byId("summary-line").textContent = `${counted(words, "word")} · ${time(minutes)}`;
  byId("summary-body").replaceChildren(
    element("dl", {},
      ...entry("Words", words.toLocaleString("en")),
      ...entry("Sentences", sentences.toLocaleString("en")),
      ...entry("Reading time", time(minutes)),
      ...entry("Reading ease", ease === null ? "–" : `${ease} of 100, ${step(ease)}`)),
    speakers.length ? quoted(speakers) : element("p", {}, "Nobody is quoted."));
}

function quoted(speakers) {
  const most = Math.max(...speakers.map(({ words }) => words), 1);
  return element("table", {},
    element("caption", {}, "Quotations"),
    element("thead", {}, element("tr", {}, ...["Speaker", "Quotations", "Words"].map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...speakers.map(({ name, quotations, words }) =>
      element("tr", {},
        element("th", { scope: "row" }, name || "speaker not clear"),
        element("td", {}, String(quotations)),
        element("td", {}, element("span", { class: "number" }, String(words)), element("meter", { max: most, value: words, "aria-label": `${words} words` }))))));
}

const entry = (name, value) => [element("dt", {}, name), element("dd", {}, value)];

const step = (ease) => STEPS.find(([least]) => ease >= least)?.[1] ?? "very difficult";

/** Minutes as an editor says them. */
function time(minutes) {
  return minutes < 1 ? "under a minute" : `${Math.round(minutes)} min`;
}
