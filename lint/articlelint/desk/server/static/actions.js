// What can be done with findings: go to them, accept their changes, ignore them.

import { article, dropFindings, isIgnored, ruleKey, setIgnored, setSelected, surroundings } from "./article.js";
import { EditorView, isolateHistory } from "./codemirror.js";

/** The finding with an id, where it stands now; undefined if it is gone. */
export function findingOf(view, id) {
  return view.state.field(article).shown.find((finding) => finding.id === id);
}

/** Select the words of a finding, or of another place that it is about. */
export function goTo(view, id, place = findingOf(view, id)) {
  if (!place) return;
  view.dispatch({
    selection: { anchor: place.from, head: place.to },
    effects: [setSelected.of(id), EditorView.scrollIntoView(place.from, { y: "center" })],
  });
}

/** Go to the finding after (1) or before (-1) the selected one or the cursor. Returns its id. */
export function step(view, by) {
  const { shown, selected } = view.state.field(article);
  if (!shown.length) return "";
  const cursor = view.state.selection.main.head;
  const at = shown.findIndex((finding) => finding.id === selected);
  const behind = shown.findIndex((finding) => finding.from >= cursor);
  let next = at + by;
  if (at < 0 && by > 0) next = behind < 0 ? 0 : behind;
  else if (at < 0) next = (behind < 0 ? shown.length : behind) - 1;
  const { id } = shown[(next + shown.length) % shown.length];
  goTo(view, id);
  return id;
}

/** Whether a finding has a change that may be made and still fits the text. */
export function isAcceptable(finding, doc) {
  const mayBeMade = finding.safety === "safe" || finding.safety === "unsafe";
  return mayBeMade && finding.edits.every((edit) => surroundings(doc, edit.from, edit.to) === edit.stands);
}

/** The findings that are shown and may be accepted without a look at them. */
export function safeOnes(state) {
  return state.field(article).shown.filter((finding) => finding.safety === "safe" && isAcceptable(finding, state.doc));
}

/** Make the changes of findings, as one step for undo. Returns how many could be made. */
export function accept(view, findings) {
  const changes = [];
  const done = new Set();
  for (const finding of findings) {
    const fits = isAcceptable(finding, view.state.doc);
    if (!fits || finding.edits.some((edit) => changes.some((other) => touch(edit, other)))) continue;
    changes.push(...finding.edits.map(({ from, to, insert }) => ({ from, to, insert })));
    done.add(finding.id);
  }
  if (!done.size) return 0;
  const effects = [dropFindings.of(done)];
  if (findings.length === 1) effects.push(setSelected.of(neighbour(view, findings[0].id)));
  view.dispatch({ changes, effects, annotations: isolateHistory.of("full"), userEvent: "input.accept" });
  return done.size;
}

/** Ignore one finding wherever its words stand. */
export function ignoreHere(view, finding) {
  setIgnoring(view, finding, finding.fingerprint, `“${finding.text}” (${finding.rule})`);
}

/** Ignore all findings of a rule. */
export function ignoreRule(view, finding) {
  setIgnoring(view, finding, ruleKey(finding.rule), `the rule ${finding.rule}`);
}

/** Ignore no longer what has this key. */
export function restore(view, key, label) {
  view.dispatch({ effects: setIgnored.of({ key, label, on: false }), annotations: isolateHistory.of("full") });
}

function setIgnoring(view, finding, key, label) {
  view.dispatch({
    effects: [setIgnored.of({ key, label, on: true }), setSelected.of(neighbour(view, finding.id, key))],
    annotations: isolateHistory.of("full"),
  });
}

/** The id of the finding after this one that is not ignored with it, or of the last before it. */
function neighbour(view, id, key = "") {
  const { shown } = view.state.field(article);
  const at = shown.findIndex((finding) => finding.id === id);
  const ignored = new Map([[key, ""]]);
  const rest = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0)).reverse()];
  return rest.find((finding) => !isIgnored(finding, { ignored }))?.id ?? "";
}

function touch(a, b) {
  return a.from <= b.to && b.from <= a.to;
}
