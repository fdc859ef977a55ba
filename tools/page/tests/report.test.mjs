// The report that "check --output-format html" writes.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DESKTOP, FERRY, PATIENCE, PHONE, becomes, launch } from "./desk.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const HOSTILE = "<script>harmed=1</script></mark></main> <img src=x onerror=harmed=1> the the end.";

let browser, report;
before(async () => {
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  await mkdir(join(folder, "news"));
  await writeFile(join(folder, "news", "ferry.txt"), FERRY);
  await writeFile(join(folder, "<img src=x onerror=harmed=1>.txt"), HOSTILE);
  const options = ["check", "--isolated", "--no-cache", "--output-format", "html:report.html", "."];
  const code = await new Promise((ended) =>
    execFile(process.env.ARTICLELINT ?? "articlelint", options, { cwd: folder }, (error) => ended(error?.code ?? 0)));
  assert.equal(code, 1, "there are findings");
  report = pathToFileURL(join(folder, "report.html")).href;
  browser = await launch();
});
after(() => browser.close());

/** Open the report. `page.problems` has errors of scripts, what the policy has refused, and all requests but the report. */
async function open(options = {}) {
  const page = await (await browser.newContext({ viewport: DESKTOP, ...options })).newPage();
  page.setDefaultTimeout(PATIENCE);
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => request.url().split("#")[0] === report || page.problems.push(request.url()));
  await page.goto(report);
  return page;
}

async function close(page) {
  assert.deepEqual(page.problems, []);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  await page.context().close();
}

const shown = (page, kind = ".card") => page.locator(`${kind}:visible`).count();

test("filters leave out severities, guesses, rules and folders", async () => {
  const page = await open();
  const all = await shown(page);
  const [warnings, guesses] = [await shown(page, ".warning.card"), await shown(page, ".guess")];
  assert.ok(warnings && guesses);
  await page.getByLabel("warning").uncheck();
  await becomes(() => shown(page), all - warnings);
  await page.getByLabel("warning").check();
  await page.getByLabel("guesses").uncheck();
  await becomes(() => shown(page), all - guesses);
  await becomes(() => page.locator("#count").textContent(), `${all - guesses} findings`);
  await page.getByLabel("guesses").check();
  await page.getByLabel("Folder").selectOption("news");
  await becomes(() => shown(page, "article"), 1);
  await page.getByLabel("Rule").selectOption("repeated-word");
  await becomes(() => shown(page), 1);
  await close(page);
});

test("keys step through the findings that are shown", async () => {
  const page = await open();
  const focused = () => page.evaluate(() => document.activeElement.id);
  const [first, second] = await page.locator(".card").evaluateAll((cards) => cards.map(({ id }) => id));
  await page.keyboard.press("j");
  await becomes(focused, first);
  await page.keyboard.press("j");
  await becomes(focused, second);
  await page.keyboard.press("k");
  await becomes(focused, first);
  await page.getByRole("button", { name: "Fold all", exact: true }).click();
  await becomes(() => shown(page), 0);
  await page.keyboard.press("j");
  await becomes(async () => (await shown(page)) > 0, true);
  await close(page);
});

test("everything can be read without its script", async () => {
  const page = await open({ javaScriptEnabled: false });
  assert.ok((await shown(page)) > 10);
  assert.ok(await page.getByText("Islanders welcome return").isVisible());
  assert.equal(await page.locator("#filters").isVisible(), false);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing in the report: ${size}, ${colorScheme}`, async () => {
      const page = await open({ viewport, colorScheme });
      // axe compares the colours of what is painted: what the browser leaves unpainted far below has no place.
      await page.evaluate(() => {
        for (const skipped of document.querySelectorAll("article, .row")) skipped.style.contentVisibility = "visible";
      });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is cut off");
      await close(page);
    });
  }
}
