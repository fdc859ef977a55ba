// Keyboard, screen reader, colours and a phone's width; and the screenshots of the documentation.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DESKTOP, FERRY, PHONE, becomes, card, checked, close, copied, launch, openPage, rulesShown, serve } from "./desk.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { SCREENSHOTS } = process.env; // the folder for the screenshots; none are made without it
const PICTURES = [
  ["desk", { width: 1160, height: 700 }, "light"],
  ["desk-dark", { width: 1160, height: 700 }, "dark"],
  ["desk-phone", PHONE, "light"],
];

let server, browser;
before(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

test("everything can be done by keyboard alone", async () => {
  const page = await openPage(browser, server.address, { text: FERRY });
  const current = page.locator(".card[aria-current] .rule");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Alt+ArrowDown");
  await becomes(() => current.allTextContents(), ["page-furniture"]);
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  await becomes(() => current.allTextContents(), ["repeated-word"]);
  await becomes(() => page.getByRole("status").textContent(), /^3 of \d+, error: “and” stands here twice/);
  await checked(page, () => page.keyboard.press("Alt+Enter"));
  await becomes(() => current.allTextContents(), ["mixed-spelling"]);
  await page.keyboard.press("Alt+Shift+Enter");
  await becomes(() => current.allTextContents(), ["lowercase-start"]);
  await page.keyboard.press("Shift+F8");
  await becomes(() => current.allTextContents(), ["missing-hyphen"]);
  await page.keyboard.press("F6");
  await page.keyboard.press("Alt+ArrowDown");
  await page.locator(".card[aria-current]:focus-within").waitFor(); // the focus follows in the list
  for (const name of ["Accept", "Ignore here", "Ignore this rule", "Why?"]) {
    await page.keyboard.press("Tab");
    await becomes(() => page.evaluate(() => document.activeElement.textContent), name);
  }
  await page.keyboard.press("Enter");
  await page.locator(".card[aria-current] .why").filter({ hasText: /\w/ }).waitFor();
  const spellings = () => page.locator(".card .rule", { hasText: "mixed-spelling" }).count();
  await page.keyboard.press("ControlOrMeta+z");
  await becomes(spellings, 2);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await becomes(spellings, 1);
  await page.keyboard.press("ControlOrMeta+z");
  await becomes(spellings, 2);
  await page.keyboard.press("F6");
  await checked(page, () => page.keyboard.press("ControlOrMeta+z"));
  assert.equal(await copied(page), FERRY);
  assert.equal((await rulesShown(page)).filter((rule) => rule === "mixed-spelling").length, 2);
  await close(page);
});

test("Tab leaves the text, and every control can be reached", async () => {
  const page = await openPage(browser, server.address, { text: "It was the the end." });
  const reached = new Set();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
  }
  for (const control of ["open", "undo", "copy", "download", "show-keys", "colours", "format", "accept-safe", "Accept", "Ignore here"]) {
    assert.ok(reached.has(control), `${control} is not reached: ${[...reached].join(", ")}`);
  }
  await close(page);
});

test("the keys are explained on the page", async () => {
  const page = await openPage(browser, server.address);
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog").filter({ hasText: "Accept the change of the finding" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await close(page);
});

test("a screen reader is told what a check has found", async () => {
  const page = await openPage(browser, server.address, { text: "It was the the end." });
  assert.equal(await page.getByRole("status").textContent(), "Checked: 1 finding, 1 error");
  await page.locator(".cm-content").press("ControlOrMeta+Home");
  await page.keyboard.press("Alt+Enter");
  await page.getByRole("status").filter({ hasText: "Go to a finding first" }).waitFor({ state: "attached" });
  assert.ok(await page.getByRole("textbox", { name: "Article" }).isVisible());
  assert.match(await card(page, "repeated-word").locator(".changes").ariaSnapshot(), /Now:.*deletion: the the.*Instead:.*insertion: the/s);
  await close(page);
});

test("colours follow the system until one is chosen, which is all that is kept", async () => {
  const page = await openPage(browser, server.address, { colorScheme: "dark" });
  const colours = () => page.evaluate(() => [document.documentElement.dataset.colours, getComputedStyle(document.body).backgroundColor]);
  const [dark, background] = await colours();
  assert.equal(dark, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForFunction(() => document.documentElement.dataset.colours === "light");
  assert.notEqual((await colours())[1], background);
  await page.getByRole("button", { name: "Dark" }).click();
  await page.getByRole("button", { name: "Light" }).waitFor();
  await page.reload();
  await becomes(colours, ["dark", background]);
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { "articlelint-colours": "dark" });
  await close(page);
});

for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing: ${size}, ${colorScheme}`, async () => {
      const page = await openPage(browser, server.address, { viewport, colorScheme });
      await noViolation(page, "empty");
      await checked(page, () => page.locator(".cm-content").fill(FERRY));
      await page.getByRole("button", { name: "Infos" }).click();
      await card(page, "page-furniture").getByRole("button", { name: "Ignore here" }).click();
      await page.locator("#ignored summary").click();
      await page.locator("#summary summary").click();
      await card(page, "mixed-spelling").locator(".message").click();
      await card(page, "mixed-spelling").getByRole("button", { name: "Why?" }).click();
      await card(page, "mixed-spelling").locator(".why").waitFor();
      await noViolation(page, "findings");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is cut off");
      await page.locator(".cm-content").press("ControlOrMeta+f");
      await page.locator(".cm-search").waitFor();
      await noViolation(page, "search");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Keys" }).click();
      await page.getByRole("dialog").waitFor();
      await noViolation(page, "keys");
      await close(page);
    });
  }
}

for (const [name, viewport, colorScheme] of PICTURES) {
  test(`screenshot: ${name}`, { skip: SCREENSHOTS ? false : "only with SCREENSHOTS=folder" }, async () => {
    const page = await openPage(browser, server.address, { viewport, colorScheme, text: FERRY });
    await page.keyboard.press("ControlOrMeta+Home");
    await card(page, "mixed-spelling").locator(".message").click();
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    await close(page);
  });
}

async function noViolation(page, state) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run());
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, [], state);
}
