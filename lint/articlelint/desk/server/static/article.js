// The state of the article beside its text: findings, what is ignored or hidden, and the file it came from.

import { Decoration, EditorState, EditorView, StateEffect, StateField, invertedEffects } from "./codemirror.js";

export const LONGEST_CHANGE = 40; // characters beside an edit that are shown with it

/** New findings of the server. */
export const setFindings = StateEffect.define();
/** Findings that are done with, by id. */
export const dropFindings = StateEffect.define();
/** `{key, label, on}`: ignore a fingerprint or a rule, or no longer. */
export const setIgnored = StateEffect.define();
/** `{key, on}`: hide the findings of a severity or category, or no longer. */
export const setHidden = StateEffect.define();
/** The id of the finding that is looked at, or "". */
export const setSelected = StateEffect.define();
/**
 * `{file, before}`: where the article comes from now, and came from before.
 *
 * `document` of a file is the file in Base64 if it is no text, such as a Word document, and else "".
 */
export const setFile = StateEffect.define();

/** The key under which a rule is ignored. */
export const ruleKey = (rule) => `rule ${rule}`;
/** The key under which a category is hidden. */
export const categoryKey = (category) => `category ${category}`;

const NO_FILE = { name: "article.txt", given: false, lineBreak: "\n", document: "" };

export const article = StateField.define({
  create: () => ({
    findings: [],
    shown: [],
    ignored: new Map(),
    hidden: new Map(),
    selected: "",
    file: NO_FILE,
    marks: Decoration.none,
  }),
  update: updated,
  provide: (field) => EditorView.decorations.from(field, (value) => value.marks),
});

/** Makes ignoring and opening a file something that undo takes back. */
export const undoable = invertedEffects.of((transaction) =>
  transaction.effects.flatMap((effect) => {
    if (effect.is(setIgnored)) return [setIgnored.of({ ...effect.value, on: !effect.value.on })];
    if (effect.is(setFile)) return [setFile.of({ file: effect.value.before, before: effect.value.file })];
    return [];
  }),
);

/** Keeps the text of a document as it is, until another file is opened or this one is undone. */
export const onlyRead = EditorState.changeFilter.of(({ startState, effects }) =>
  !startState.field(article).file.document || effects.some((effect) => effect.is(setFile)));

function updated(old, transaction) {
  const next = { ...old };
  if (transaction.docChanged) next.findings = moved(old.findings, transaction.changes);
  for (const effect of transaction.effects) apply(effect, next);
  if (next.findings !== old.findings || next.ignored !== old.ignored || next.hidden !== old.hidden) {
    next.shown = next.findings.filter((finding) => !isIgnored(finding, next) && !isHidden(finding, next));
  }
  const isChosen = transaction.effects.some((effect) => effect.is(setSelected));
  if (transaction.selection && !isChosen) next.selected = idAt(next.shown, transaction.selection.main);
  if (next.selected && !next.shown.some((finding) => finding.id === next.selected)) next.selected = "";
  if (next.shown !== old.shown || next.selected !== old.selected) next.marks = marksOf(next);
  return next;
}

function apply(effect, next) {
  if (effect.is(setFindings)) next.findings = effect.value;
  else if (effect.is(dropFindings)) next.findings = next.findings.filter(({ id }) => !effect.value.has(id));
  else if (effect.is(setIgnored)) next.ignored = withKey(next.ignored, effect.value);
  else if (effect.is(setHidden)) next.hidden = withKey(next.hidden, effect.value);
  else if (effect.is(setSelected)) next.selected = effect.value;
  else if (effect.is(setFile)) next.file = effect.value.file;
}

function withKey(map, { key, label = key, on }) {
  const changed = new Map(map);
  if (on) changed.set(key, label);
  else changed.delete(key);
  return changed;
}

/** Whether a finding, or its rule, is ignored. */
export function isIgnored(finding, { ignored }) {
  return ignored.has(finding.fingerprint) || ignored.has(ruleKey(finding.rule));
}

/** Whether the filters leave a finding out. */
export function isHidden(finding, { hidden }) {
  const isGuess = finding.confidence !== null;
  return hidden.has(finding.severity) || hidden.has(categoryKey(finding.category)) || (isGuess && hidden.has("guess"));
}

/** The findings of an answer to this text, with ids that stay the same from answer to answer. */
export function findingsOf(answer, doc) {
  const seen = new Map();
  const isDocument = "text" in answer;
  return answer.findings.map((found) => {
    const number = (seen.get(found.fingerprint) ?? 0) + 1;
    seen.set(found.fingerprint, number);
    return {
      ...found,
      id: `${found.fingerprint}-${number}`,
      from: found.start,
      to: found.end,
      related: found.related.map(({ message, start, end }) => ({ message, from: start, to: end })),
      safety: isDocument ? "none" : found.fix?.safety ?? "none",
      edits: (found.fix?.edits ?? []).map((edit) => ({
        from: edit.start,
        to: edit.end,
        insert: edit.text,
        stands: surroundings(doc, edit.start, edit.end),
        ...inContext(edit, doc),
      })),
    };
  });
}

/** The words that an edit replaces, with one character on each side, so that an insertion has some, too. */
export const surroundings = (doc, from, to) => doc.sliceString(Math.max(0, from - 1), to + 1);

/** An edit as before and after, with the rest of the words that it begins and ends in. */
function inContext({ start, end, text }, doc) {
  const left = /\S*$/u.exec(doc.sliceString(Math.max(0, start - LONGEST_CHANGE), start))[0];
  const right = /^\S*/u.exec(doc.sliceString(end, end + LONGEST_CHANGE))[0];
  return { before: left + doc.sliceString(start, end) + right, after: left + text + right };
}

/** Findings in a text that has changed; those whose words are gone are left out. */
function moved(findings, changes) {
  const place = (at) => ({ ...at, from: changes.mapPos(at.from, 1), to: changes.mapPos(at.to, -1) });
  return findings
    .map((finding) => ({ ...place(finding), edits: finding.edits.map(placeEdit), related: finding.related.map(place) }))
    .filter((finding) => finding.from < finding.to);

  function placeEdit(edit) {
    const from = changes.mapPos(edit.from, 1);
    return { ...edit, from, to: Math.max(from, changes.mapPos(edit.to, -1)) };
  }
}

/** The id of the shortest finding that a selection lies in, or "". */
function idAt(shown, { from, to }) {
  const around = shown.filter((finding) => finding.from <= from && to <= finding.to);
  around.sort((a, b) => a.to - a.from - (b.to - b.from));
  return around[0]?.id ?? "";
}

function marksOf({ shown, selected }) {
  const marks = shown
    .filter((finding) => finding.from < finding.to)
    .map((finding) => {
      const now = finding.id === selected ? " now" : "";
      return Decoration.mark({ tagName: "mark", class: `${finding.severity}${now}` }).range(finding.from, finding.to);
    });
  return Decoration.set(marks, true);
}
