// What the tests share: a server, a browser, and what every page must keep to.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";

const ROOT = new URL("../../../", import.meta.url);
const FLAGS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--host-resolver-rules=MAP desk.example 127.0.0.1", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
export const PATIENCE = 90_000; // milliseconds; machines that test may be busy
const NOT_COPIED = "nothing is copied yet";

export const FERRY = readFileSync(new URL("examples/ferry.txt", ROOT), "utf8");
export const DESKTOP = { width: 1280, height: 860 };
export const PHONE = { width: 390, height: 844 };

/** The command that is tested. */
export const COMMAND = process.env.ARTICLELINT ?? "articlelint";

/** The options of a server that takes a free port and opens no browser. */
export const QUIETLY = ["--no-browser", "--port", "0"];

/** A new folder. */
export const newFolder = () => mkdtemp(join(tmpdir(), "desk-"));

/** Start `articlelint serve` with more options. Returns its address, its folder and a function that stops it. */
export const serve = async (...options) => start(await newFolder(), "serve", ...QUIETLY, ...options);

/** Start a command that serves a page, in a folder. */
export async function start(folder, ...options) {
  const server = spawn(COMMAND, options, { cwd: folder });
  let printed = "";
  const address = await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`the server has ended: ${printed}`)));
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (data) => {
        printed += data;
        const found = /(http:\S+#\S+)\n/.exec(printed);
        if (found) resolve(found[1]);
      });
    }
  });
  const stop = () => new Promise((resolve) => server.on("exit", resolve) && server.kill("SIGINT"));
  return { address, folder, stop, printed: () => printed };
}

/** Start the browser. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Open the page in a window of its own, with a text. */
export async function openPage(browser, address, { text = "", ...options } = {}) {
  const page = await openAny(browser, address, options);
  await answered(page);
  if (text) await paste(page, text);
  return page;
}

/** Open an address in a window. `page.problems` has errors of scripts and requests to other machines. */
export async function openAny(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(address).origin && protocol !== "blob:") page.problems.push(request.url());
  });
  await page.goto(address);
  return page;
}

/** Close the page, which must have had no problem. */
export async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

/** Paste a text into the article, as an editor does. */
export async function paste(page, text) {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.locator(".cm-content").focus();
  await checked(page, () => page.keyboard.press("ControlOrMeta+v"));
}

/** Do something that changes the text, and wait until the page shows what is found in it. */
export async function checked(page, action) {
  const answer = page.waitForResponse("**/api/check");
  await action();
  await answer;
  await answered(page);
}

/** Wait until the page shows the answer to what it has asked. */
export const answered = (page) => page.waitForFunction(() => {
  const { outcome } = document.getElementById("findings").dataset;
  return outcome === "checked" || outcome === "failed";
});

/** Wait until what is read from the page is as expected: equal, or matched by a regular expression. */
export async function becomes(read, expected) {
  const isThere = (value) => (expected instanceof RegExp ? expected.test(value) : isDeepStrictEqual(value, expected));
  const end = Date.now() + PATIENCE;
  let value = await read();
  while (!isThere(value) && Date.now() < end) {
    await pause(50);
    value = await read();
  }
  if (expected instanceof RegExp) assert.match(value, expected);
  else assert.deepEqual(value, expected);
}

/** The text as it is copied. */
export async function copied(page) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), NOT_COPIED);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  const read = await page.waitForFunction(async (before) => {
    const text = await navigator.clipboard.readText();
    return text !== before && { text };
  }, NOT_COPIED);
  return (await read.jsonValue()).text;
}

/** The card of a rule; the first if there are several. */
export const card = (page, rule) => page.locator(".card").filter({ has: page.locator(".rule", { hasText: rule }) }).first();

/** The rules of the cards, in their order. */
export const rulesShown = (page) => page.locator(".card .rule").allTextContents();

/** The file that a download has become. */
export async function downloaded(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
