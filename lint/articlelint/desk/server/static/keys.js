// The keys of the page, which work in the text and in the list of findings.

import { byId, element } from "./elements.js";

const MODIFIER = /Mac|iP/.test(navigator.platform) ? "⌥ Option" : "Alt";
const COMMAND = /Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl";

const KEYS = [
  ["next", "ArrowDown", false, `${MODIFIER} + ↓, or F8`, "Go to the next finding"],
  ["previous", "ArrowUp", false, `${MODIFIER} + ↑, or Shift + F8`, "Go to the finding before"],
  ["accept", "Enter", false, `${MODIFIER} + Enter`, "Accept the change of the finding"],
  ["ignoreHere", "Enter", true, `${MODIFIER} + Shift + Enter`, "Ignore the finding here"],
  ["changePane", "F6", false, "F6", "Go from the text to its finding, and back"],
];
const OF_EDITORS = [
  [`${COMMAND} + Z`, "Undo a change, or that something is ignored"],
  [`${COMMAND} + Shift + Z`, "Redo what was undone"],
  [`${COMMAND} + F`, "Search the text"],
  ["Tab", "Leave the text: it moves on and writes nothing"],
];

/** Call `actions` when their keys are pressed. */
export function listen(actions) {
  addEventListener("keydown", (event) => {
    const name = actionOf(event);
    if (!name || byId("keys").open || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    actions[name]();
  }, true);
  byId("key-list").replaceChildren(...[...KEYS.map(([, , , keys, what]) => [keys, what]), ...OF_EDITORS].flatMap(
    ([keys, what]) => [element("dt", {}, element("kbd", {}, keys)), element("dd", {}, what)]));
  byId("show-keys").onclick = () => byId("keys").showModal();
}

function actionOf({ key, altKey, shiftKey, ctrlKey, metaKey, target }) {
  const isInText = target.closest?.(".cm-editor"); // which undoes by itself
  const letter = key.toLowerCase();
  if (ctrlKey !== metaKey && !altKey && !isInText) {
    if (letter === "z") return shiftKey ? "redo" : "undo";
    if (letter === "y") return "redo";
  }
  if (ctrlKey || metaKey) return "";
  if (key === "F8" && !altKey) return shiftKey ? "previous" : "next";
  if (key === "F6" && !altKey && !shiftKey) return "changePane";
  if (!altKey) return "";
  return KEYS.find(([, own, shift]) => own === key && shift === shiftKey && own !== "F6")?.[0] ?? "";
}
