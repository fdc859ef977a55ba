// The page of `articlelint archive review`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { COMMAND, PHONE, QUIETLY, becomes, close, launch, newFolder, openAny, start } from "./desk.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FORMS = ["A <b>protester</b> sent an e-mail.", "A <b>protestor</b> sent an email."];

/** An archive in which four of 24 articles write otherwise. */
function learn(folder) {
  const articles = Array.from({ length: 24 }, (_, n) => JSON.stringify({
    id: `https://desk.example/${n}`, date: `20${18 + (n % 3)}-05-06`, desk: "city",
    text: `${FORMS[Number(n < 4)]} ${Array.from({ length: 40 }, (_, word) => `it${n * 50 + word}`).join(" ")}.`,
  }));
  writeFileSync(join(folder, "a.jsonl"), articles.join("\n"));
  execFileSync(COMMAND, ["archive", "learn", "a.jsonl", "--workers", "1"], { cwd: folder, stdio: "pipe" });
}

let server, browser;
before(async () => {
  const folder = await newFolder();
  learn(folder);
  [server, browser] = await Promise.all([start(folder, "archive", "review", "--page", "--by", "Anna", ...QUIETLY), launch()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

const style = () => readFileSync(join(server.folder, "learned-style.toml"), "utf8");

test("a proposal is decided on by key or button, and stays decided", async () => {
  const page = await openAny(browser, server.address);
  const focused = () => page.evaluate(() => document.activeElement.dataset.key ?? "");
  await becomes(focused, "hyphenation:email");
  const first = page.locator(".proposal").first();
  assert.match(await first.textContent(), /e-mail not email.*hyphenation · 20 of 24 articles · nearly decided/);
  assert.deepEqual(await first.locator("thead th").allTextContents(), ["Form", "2018", "2019", "2020"]);
  assert.equal(await first.locator("q").last().textContent(), "A <b>protestor</b> sent an email."); // no markup
  assert.equal(await first.locator("mark").first().textContent(), "e-mail");
  assert.match(await first.locator("a").first().getAttribute("href"), /^https:\/\/desk\.example\/\d+$/);
  await page.keyboard.press("a");
  await becomes(focused, "word:protester/protestor");
  await becomes(() => page.getByRole("status").textContent(), "e-mail: accepted");
  assert.match(style(), /learned = "hyphenation:email"\nowner = "Anna"\ndate = \d{4}-\d\d-\d\d\n/);
  await page.keyboard.press("k");
  await becomes(focused, "hyphenation:email");
  await page.getByRole("button", { name: "Reject" }).last().click();
  await becomes(() => page.getByRole("status").textContent(), "protester: rejected");
  assert.match(style(), /learned = "word:protester\/protestor"\ndisabled = "rejected"\n/);
  await page.getByLabel("Show", { exact: true }).selectOption("accepted");
  await becomes(() => page.locator(".use").allTextContents(), ["e-mail"]);
  assert.match(await page.locator(".proposal").textContent(), /accepted by Anna/);
  await page.getByLabel("of the kind").selectOption("word");
  await page.getByText("There is nothing here.").waitFor();
  await close(page);
});

for (const [name, options] of [["light", { colorScheme: "light" }], ["dark, on a phone", { colorScheme: "dark", viewport: PHONE }]]) {
  test(`the page of the review is accessible: ${name}`, async () => {
    const page = await openAny(browser, server.address, { ...options, bypassCSP: true });
    await page.getByLabel("Show", { exact: true }).selectOption("");
    await becomes(() => page.locator(".proposal").count(), 2);
    await page.addScriptTag({ content: AXE });
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
    const room = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(room <= 0, `the page is ${room} pixels too wide`);
    await close(page);
  });
}
