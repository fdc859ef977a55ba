// Tests of the extension as it is shipped: the bundle, with a stand-in for the editor's own module.

const assert = require("node:assert/strict");
const Module = require("node:module");
const { test } = require("node:test");
const manifest = require("../package.json");

const shown = [];
const commands = new Map();
let answer;

// What the extension and the language client need of the editor's module while they are loaded.
const namespace = () =>
  new Proxy(class {}, {
    get: (target, name) => (name in target ? target[name] : name === "prototype" ? {} : namespace()),
  });
const editor = new Proxy(
  {
    window: {
      showErrorMessage: (message) => shown.push(message),
      showInputBox: async () => answer,
    },
    commands: { registerCommand: (name, run) => (commands.set(name, run), { dispose() {} }) },
    workspace: {
      getConfiguration: () => ({ get: (name, otherwise) => (name === "command" ? [] : otherwise) }),
      onDidChangeConfiguration: () => ({ dispose() {} }),
    },
    version: "1.91.0",
  },
  { get: (target, name) => (name in target ? target[name] : namespace()) },
);
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? editor : load(name, ...rest));
const extension = require("../dist/extension.js");

const settings = (values) => ({ get: (name, otherwise) => values[name] ?? otherwise });

test("the settings say how the server is started", () => {
  assert.deepEqual(extension.serverOptions(settings({ command: ["a", "lsp", "--isolated"] })), {
    command: "a",
    args: ["lsp", "--isolated"],
  });
  assert.equal(extension.serverOptions(settings({ command: [] })), undefined);
});

test("files and unsaved documents of the languages are checked", () => {
  const { documentSelector } = extension.clientOptions(settings({ languages: ["markdown"] }));
  assert.deepEqual(documentSelector, [
    { scheme: "file", language: "markdown" },
    { scheme: "untitled", language: "markdown" },
  ]);
});

test("an ignore asks for its reason", async () => {
  const next = async (command, args) => [command, ...args];
  answer = "a song";
  assert.deepEqual(await extension.askForReason("articlelint.ignoreHere", ["u", "f"], next), [
    "articlelint.ignoreHere", "u", "f", "a song",
  ]);
  answer = undefined;
  assert.equal(await extension.askForReason("articlelint.ignoreHere", ["u", "f"], next), undefined);
  assert.deepEqual(await extension.askForReason("articlelint.addName", ["u"], next), ["articlelint.addName", "u"]);
});

test("without a command, it says so and registers its own", async () => {
  const context = { subscriptions: [] };
  await extension.activate(context);
  assert.match(shown.at(-1), /articlelint.command is empty/);
  assert.deepEqual([...commands.keys()], manifest.contributes.commands.map((each) => each.command));
  await extension.deactivate();
});

test("the manifest activates for every language that is checked", () => {
  const languages = manifest.contributes.configuration.properties["articlelint.languages"].default;
  assert.deepEqual(manifest.activationEvents, languages.map((language) => `onLanguage:${language}`));
});
