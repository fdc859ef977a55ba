// The page: the editor, the cards beside it, and what joins them.

import * as actions from "./actions.js";
import { article, onlyRead, setSelected, undoable } from "./article.js";
import { Cards } from "./cards.js";
import { Checker } from "./checker.js";
import {
  EditorState, EditorView, highlightSpecialChars, history, historyKeymap, keymap, placeholder, redo, redoDepth, search,
  searchKeymap, standardKeymap, undo, undoDepth,
} from "./codemirror.js";
import { byId, counted, element } from "./elements.js";
import * as files from "./files.js";
import { showFilters, showIgnored } from "./filters.js";
import * as keys from "./keys.js";
import { say, showTroubles, tell } from "./messages.js";
import * as server from "./server.js";
import { showSummary } from "./summary.js";

const FORMAT_NAMES = { plain: "Plain text", markdown: "Markdown", html: "HTML" };
const SOFT_HYPHEN = 0xad;
const EMPTY = { // what the list of findings says if it shows none
  nothing: "What articlelint finds will stand here.",
  hidden: "The filters hide the findings, or they are ignored.",
  waiting: "Checking…",
  checked: "articlelint has found nothing in this article.",
  failed: "The article could not be checked, or not completely.",
};

let start = { formats: [], documents: {}, names_file: null };
let outcome = ""; // of the last check: "waiting" for it, "checked", or "failed"
let kept = null; // the text as it was last opened, copied or saved

/** A text that is pasted into an empty page is shown from its beginning, and not from its end. */
const fromTheTop = EditorState.transactionFilter.of((transaction) =>
  transaction.isUserEvent("input.paste") && !transaction.startState.doc.length
    ? [transaction, { selection: { anchor: 0 }, sequential: true }] : transaction);

const view = new EditorView({
  parent: byId("editor"),
  state: EditorState.create({
    extensions: [
      history(), keymap.of([...searchKeymap, ...historyKeymap, ...standardKeymap]), search({ top: true }),
      EditorView.lineWrapping, article, onlyRead, undoable, fromTheTop, highlightSpecialChars({ render: special }),
      EditorView.cspNonce.of(document.querySelector("meta[name=articlelint-nonce]").content),
      // The spelling checkers of some browsers send what is written to their makers.
      EditorView.contentAttributes.of({ "aria-label": "Article", tabindex: "0", spellcheck: "false" }),
      placeholder("Paste or type an article here, or drop a file."),
      EditorView.updateListener.of(updated),
    ],
  }),
});
const checker = new Checker(view, answered);
const cards = new Cards({
  goTo: (id) => actions.goTo(view, id),
  goToPlace: (id, number) => {
    actions.goTo(view, id, actions.findingOf(view, id)?.related[number]);
    view.focus();
  },
  accept,
  ignoreHere: (id) => withFinding(id, (finding) => ignored(actions.ignoreHere, finding, "Ignored here")),
  ignoreRule: (id) => withFinding(id, (finding) => ignored(actions.ignoreRule, finding, `The rule ${finding.rule} is ignored`)),
  addName,
  namesFile: () => start.names_file,
  why,
});

/** Follow each change of the editor's state. */
function updated(update) {
  const was = update.startState.field(article);
  const is = view.state.field(article);
  const isAnswer = is.findings !== was.findings && !update.docChanged;
  if (update.docChanged || is.file.name !== was.file.name) {
    setOutcome("waiting");
    checker.changed();
  }
  const isList = isAnswer || is.shown.length !== was.shown.length || is.ignored !== was.ignored || is.hidden !== was.hidden;
  if (isList || is.selected !== was.selected) cards.show(is.shown, is.selected);
  if (is.selected !== was.selected) cards.reveal();
  if (isList) showFilters(view, is);
  if (is.ignored !== was.ignored) showIgnored(is, (key, label) => actions.restore(view, key, label));
  if (is.file !== was.file) showFile(is.file);
  byId("undo").disabled = !undoDepth(view.state);
  byId("redo").disabled = !redoDepth(view.state);
  byId("accept-safe").disabled = !actions.safeOnes(view.state).length;
  if (isList || update.docChanged) showCount(is);
}

/** Show an answer of the server, or why there is none. */
function answered(answer, error) {
  setOutcome(error || answer.errors.length ? "failed" : "checked");
  const troubles = error ? [error.message] : [...answer.errors, ...answer.notices];
  showTroubles(troubles, error instanceof server.RequestError ? begin : null);
  if (answer) showSummary(answer.statistics);
  showCount(view.state.field(article), outcome === "checked");
}

function setOutcome(of) {
  outcome = of;
  byId("findings").dataset.outcome = of;
}

/** Check the text now. */
function checkNow() {
  setOutcome("waiting");
  return checker.check();
}

/** Say how many findings are shown, aloud if a check has ended. */
function showCount({ findings, shown }, aloud = false) {
  const isEmpty = !view.state.doc.length;
  const isPart = shown.length < findings.length;
  byId("count").textContent = isEmpty ? "" : `${shown.length}${isPart ? ` of ${findings.length}` : ""}`;
  byId("empty").hidden = shown.length > 0;
  let reason = isPart ? "hidden" : outcome;
  if (isEmpty && outcome !== "failed") reason = "nothing";
  byId("empty").textContent = EMPTY[reason];
  if (!aloud || isEmpty) return;
  const kinds = ["error", "warning", "info"].map((kind) => [kind, shown.filter((f) => f.severity === kind).length]);
  const parts = kinds.filter(([, count]) => count).map(([kind, count]) => counted(count, kind));
  say(`Checked: ${counted(shown.length, "finding")}${parts.length ? `, ${parts.join(", ")}` : ""}`);
}

function showFile({ name, given, document: isDocument }) {
  byId("file-name").textContent = given ? name : "New article";
  document.title = given ? `${name} – articlelint` : "articlelint";
  const suffix = files.suffixOf(name);
  const at = start.formats.findIndex(({ suffixes }) => suffixes.includes(suffix));
  byId("format").selectedIndex = at >= 0 ? at : start.formats.findIndex(({ name: format }) => format === "plain");
  byId("format").hidden = Boolean(isDocument);
  byId("only-read").hidden = !isDocument;
  byId("download").textContent = isDocument ? "Download with comments" : "Download";
  byId("download").disabled = Boolean(isDocument) && !start.documents[suffix];
}

function withFinding(id, action) {
  const finding = actions.findingOf(view, id);
  if (finding) action(finding);
}

/** A character that would not be seen, such as one that reverses the text after it. */
function special(code, description, sign) {
  const title = code === SOFT_HYPHEN ? "Soft hyphen" : description;
  return element("span", { class: "cm-specialChar", title }, sign);
}

/** What a rule is for; the message alone if the server cannot say it. */
async function why({ rule, message, url }) {
  try {
    return { text: (await server.rule(rule)).documentation, url };
  } catch (error) {
    tell(error.message);
    return { text: message, url };
  }
}

function accept(id) {
  if (!id) tell("Go to a finding first");
  withFinding(id, (finding) => {
    if (actions.accept(view, [finding])) say(`Changed. ${nextOne()}`);
    else if (view.state.field(article).file.document) tell("A document is only read here: correct it in the program that it comes from");
    else tell(finding.edits.length ? "The text has changed there; wait for the next check" : "There is no change to accept: correct it in the text");
    revealInText();
  });
}

function ignored(action, finding, message) {
  action(view, finding);
  say(`${message}. ${nextOne()}`);
  revealInText();
}

/** What the finding that is selected now says. */
function nextOne() {
  const { shown, selected } = view.state.field(article);
  const at = shown.findIndex((finding) => finding.id === selected);
  return at < 0 ? "" : `Next: ${shown[at].message}`;
}

function revealInText() {
  const finding = actions.findingOf(view, view.state.field(article).selected);
  if (finding) view.dispatch({ effects: EditorView.scrollIntoView(finding.from, { y: "nearest", yMargin: 80 }) });
}

async function addName(name) {
  try {
    const { file } = await server.addName(name);
    tell(`“${name}” is one of the house’s names now, in ${file}`);
    checkNow();
  } catch (error) {
    tell(error.message);
  }
}

function step(by) {
  const id = actions.step(view, by);
  const { shown } = view.state.field(article);
  const at = shown.findIndex((finding) => finding.id === id);
  if (at < 0) say("There are no findings");
  else {
    say(`${at + 1} of ${shown.length}, ${shown[at].severity}: ${shown[at].message}`);
    if (byId("scroll").contains(document.activeElement)) cards.focus();
  }
}

async function openFiles([file, ...others]) {
  if (!file) return;
  try {
    await files.open(view, file, start.documents);
    kept = view.state.doc;
    view.focus();
    if (others.length) tell(`Only ${file.name} is opened: the page has one article at a time`);
  } catch (error) {
    tell(error.message);
  }
}

async function keep(action) {
  try {
    const message = await action(view);
    kept = view.state.doc;
    tell(message);
  } catch (error) {
    tell(error.message);
  }
}

/** Ask the server for what the page needs, and check what there is. Called again when either may be new. */
async function begin() {
  try {
    start = await server.start();
    byId("format").replaceChildren(...start.formats.map(({ name }) => element("option", {}, FORMAT_NAMES[name] ?? name)));
    byId("chooser").accept = [...start.formats.flatMap(({ suffixes }) => suffixes), ...Object.keys(start.documents)].join();
    showFile(view.state.field(article).file);
    await checkNow();
  } catch (error) {
    answered(null, error);
  }
}

byId("open").onclick = () => byId("chooser").click();
byId("chooser").onchange = ({ target }) => {
  openFiles(target.files);
  target.value = "";
};
byId("format").onchange = ({ target }) => files.setSuffix(view, start.formats[target.selectedIndex].suffixes[0]);
byId("undo").onclick = () => undo(view);
byId("redo").onclick = () => redo(view);
byId("copy").onclick = () => keep(files.copy);
byId("download").onclick = () => keep(files.download);
byId("accept-safe").onclick = () => tell(`${counted(actions.accept(view, actions.safeOnes(view.state)), "change")} made`);
files.acceptDrops(openFiles);
keys.listen({
  next: () => step(1),
  previous: () => step(-1),
  accept: () => accept(view.state.field(article).selected),
  ignoreHere: () => withFinding(view.state.field(article).selected, (finding) => ignored(actions.ignoreHere, finding, "Ignored here")),
  undo: () => undo(view),
  redo: () => redo(view),
  changePane: () => (view.hasFocus ? cards.focus() : view.focus()),
});
addEventListener("beforeunload", (event) => {
  if (view.state.doc.length && !(kept && view.state.doc.eq(kept))) event.preventDefault();
});
addEventListener("focus", begin); // the configuration may have been changed in another window
addEventListener("hashchange", begin); // the address has the token of a server that has been started again
if (!/^(localhost|127\..*|\[::1\])$/.test(location.hostname)) {
  byId("where").textContent = `The text goes to ${location.host} to be checked, and is not stored: close the page, and it is gone.`;
}
view.focus();
begin();
