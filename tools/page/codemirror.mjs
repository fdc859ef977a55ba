// What the page needs of CodeMirror. build.mjs makes lint/articlelint/desk/server/static/codemirror.js of it.
export {
  history, historyKeymap, invertedEffects, isolateHistory, redo, redoDepth, standardKeymap, undo, undoDepth,
} from "@codemirror/commands";
export { search, searchKeymap } from "@codemirror/search";
export { EditorState, StateEffect, StateField } from "@codemirror/state";
export { Decoration, EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
