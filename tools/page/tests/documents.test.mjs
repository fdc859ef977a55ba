// Word and OpenDocument files: they are read, not changed, and given back with comments.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { becomes, card, close, copied, downloaded, launch, openPage, rulesShown, serve } from "./desk.mjs";

const DATA = new URL("../../../tests/formats/data/", import.meta.url);
const REPEATED = ["repeated-word", "repeated-word"];

let server, browser;
before(async () => {
  [server, browser] = await Promise.all([serve("--isolated"), launch()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

const made = (name, from) => ({ name, mimeType: "", buffer: readFileSync(new URL(from, DATA)) });
const choose = (page, chosen) => page.locator("#chooser").setInputFiles(chosen);
const repeated = async (page) => (await rulesShown(page)).filter((rule) => rule === "repeated-word");
const type = (page, text) => page.locator(".cm-content").focus().then(() => page.keyboard.type(text));

test("a Word document is read, its findings have their places, and it is downloaded with comments", async () => {
  const page = await openPage(browser, server.address, { text: "It rained." });
  await choose(page, made("monday.docx", "libreoffice.docx"));
  await becomes(() => repeated(page), REPEATED);
  assert.equal(await page.locator("#only-read").isVisible(), true);
  assert.equal(await page.locator("#format").isVisible(), false);
  const first = card(page, "repeated-word");
  assert.equal(await first.locator(".place").textContent(), "paragraph 3, character 23");
  await first.locator(".message").click();
  assert.equal(await page.locator("#editor mark.now").textContent(), "was was");
  assert.equal(await first.getByRole("button", { name: "Accept" }).count(), 0);
  const text = await copied(page);
  await type(page, "x");
  assert.equal(await copied(page), text);

  await first.getByRole("button", { name: "Ignore here" }).click();
  await becomes(() => repeated(page), ["repeated-word"]);
  const saved = await downloaded(page);
  assert.equal(saved.name, "monday-checked.docx");
  assert.match(saved.text, /^PK/);
  assert.match(saved.text, /word\/comments\.xml/);
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.click(); // ignoring
  await undo.click(); // opening
  await becomes(() => copied(page), "It rained.");
  await type(page, "x");
  assert.notEqual(await copied(page), "It rained.");
  await close(page);
});

test("an OpenDocument text is read; what is damaged is refused, and the article stays", async () => {
  const page = await openPage(browser, server.address);
  await choose(page, made("monday.odt", "libreoffice.odt"));
  await becomes(() => repeated(page), REPEATED);
  assert.equal(await page.locator("#download").isDisabled(), true);
  await choose(page, { name: "bad.docx", mimeType: "", buffer: Buffer.from("no zip") });
  await page.getByRole("status").filter({ hasText: "bad.docx: not a Word document, or damaged" }).waitFor({ state: "attached" });
  assert.equal(await page.locator("#file-name").textContent(), "monday.odt");
  await close(page);
});
