// articlelint in VS Code: starts the language server and shows what it finds.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

/** Returns how the server is started, or undefined if the settings name no command. */
function serverOptions(settings) {
  const [command, ...args] = settings.get("command", []);
  return command ? { command, args } : undefined;
}

/** Returns which documents are checked, and which files of the configuration are watched. */
function clientOptions(settings) {
  const languages = settings.get("languages", []);
  return {
    documentSelector: languages.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    middleware: { executeCommand: askForReason },
  };
}

/** Runs a command of the server. The one that ignores a finding asks for a reason first. */
async function askForReason(command, args, next) {
  if (command !== "articlelint.ignoreHere") return next(command, args);
  const reason = await vscode.window.showInputBox({ prompt: "Why is it right here?" });
  return reason ? next(command, [...args, reason]) : undefined;
}

/** Starts the server, and says what to do if that fails. */
async function start() {
  const settings = vscode.workspace.getConfiguration("articlelint");
  const server = serverOptions(settings);
  if (!server) {
    vscode.window.showErrorMessage("articlelint: the setting articlelint.command is empty.");
    return;
  }
  client = new LanguageClient("articlelint", "articlelint", server, clientOptions(settings));
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `articlelint: '${server.command}' cannot be started: ${error.message}. ` +
        "Install articlelint with its extra 'lsp', or set articlelint.command.",
    );
  }
}

/** Stops the server, if it runs. */
async function stop() {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}

async function activate(context) {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("articlelint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("articlelint")) return restart();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop, serverOptions, clientOptions, askForReason };
