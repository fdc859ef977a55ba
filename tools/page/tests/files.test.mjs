// Files, the address of the page, and articles that mean harm.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  FERRY, becomes, card, checked, close, copied, downloaded, launch, openPage, paste, rulesShown, serve,
} from "./desk.mjs";

let server, browser;
before(async () => {
  [server, browser] = await Promise.all([serve("--isolated"), launch()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

const file = (name, text) => ({ name, mimeType: "", buffer: Buffer.from(text) });
const choose = (page, chosen) => page.locator("#chooser").setInputFiles(chosen);

test("a file is opened, read in its format, and downloaded with its name and line breaks", async () => {
  const page = await openPage(browser, server.address);
  await checked(page, () => choose(page, file("monday.html", "<p>It was the <b>the</b> end.</p>\r\n<pre>the the</pre>\r\n")));
  assert.equal(await page.locator("#file-name").textContent(), "monday.html");
  assert.equal(await page.locator("#format").inputValue(), "HTML");
  assert.deepEqual(await rulesShown(page), ["repeated-word"]);
  await checked(page, () => page.locator("#format").selectOption("Plain text"));
  assert.equal(await page.locator("#file-name").textContent(), "monday.txt");
  const saved = await downloaded(page);
  assert.deepEqual(saved, { name: "monday.txt", text: "<p>It was the <b>the</b> end.</p>\r\n<pre>the the</pre>\r\n" });
  await close(page);
});

test("undo brings back the text and the name that were there before a file was opened", async () => {
  const page = await openPage(browser, server.address, { text: "It was the the end." });
  await checked(page, () => choose(page, file("monday.md", "# Harbour\n")));
  await checked(page, () => page.getByRole("button", { name: "Undo" }).click());
  assert.equal(await copied(page), "It was the the end.");
  assert.equal(await page.locator("#file-name").textContent(), "New article");
  await close(page);
});

test("a file is dropped anywhere on the page", async () => {
  const page = await openPage(browser, server.address, { text: "Old text." });
  await checked(page, () => page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["It was the the end."], "dropped.txt"));
    document.querySelector(".panel").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }));
  assert.equal(await copied(page), "It was the the end.");
  assert.equal(await page.locator("#file-name").textContent(), "dropped.txt");
  await close(page);
});

test("a file that is no text is refused with the reason, and the article stays", async () => {
  const page = await openPage(browser, server.address, { text: "It rained." });
  await choose(page, { name: "photo.txt", mimeType: "", buffer: Buffer.from([0xe9, 0x20, 0xff]) });
  await page.getByRole("status").filter({ hasText: "photo.txt is not UTF-8 text" }).waitFor({ state: "attached" });
  await choose(page, file("data.txt", "a\0b"));
  await page.getByRole("status").filter({ hasText: "data.txt is not a text file" }).waitFor({ state: "attached" });
  assert.equal(await copied(page), "It rained.");
  await close(page);
});

test("characters beyond the first plane, and half ones, shift no mark", async () => {
  const page = await openPage(browser, server.address, { text: "😀😀 It was the the end 🏴󠁧󠁢󠁥󠁮󠁧󠁿. He left in september." });
  assert.deepEqual(await page.locator("#editor mark").allTextContents(), ["the the", "september"]);
  await checked(page, () => page.evaluate(() => document.execCommand("insertText", false, "\ud83d")));
  assert.equal(await page.locator("#trouble").isVisible(), false);
  await close(page);
});

test("an article that injects markup is only ever text", async () => {
  const hostile = [
    "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script> the the end.",
    "He left in march<svg onload=window.harmed=1>, said <b onclick=\"window.harmed=1\">Dreyer</b>.",
    "[x](javascript:window.harmed=1) “<iframe srcdoc='<script>parent.harmed=1</script>'>” {{nonce}} ${harmed}",
    "Dreyer was late. <img/src=x/onerror=window.harmed=1>Dreier was was late. Dreyer left.",
  ].join("\n\n");
  const page = await openPage(browser, server.address);
  for (const name of ["<img src=x onerror=window.harmed=1>.txt", "a.md", "a.html"]) {
    await checked(page, () => choose(page, file(name, hostile)));
    for (const message of await page.locator(".card .message").all()) await message.click();
    await page.locator(".card[aria-current]").getByRole("button", { name: "Why?" }).click();
    await page.locator(".card[aria-current] .why").waitFor();
    await page.locator("#cards img, #cards script, #cards svg, #cards iframe, #editor img, #editor iframe, #editor svg, .bar img")
      .waitFor({ state: "detached" });
    assert.equal(await copied(page), hostile);
  }
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  await close(page);
});

test("what is pasted as rich text arrives as text", async () => {
  const page = await openPage(browser, server.address);
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({
    "text/html": new Blob(["<b>It was</b>"], { type: "text/html" }),
    "text/plain": new Blob(["It was"], { type: "text/plain" }),
  })]));
  await page.locator(".cm-content").focus();
  await checked(page, () => page.keyboard.press("ControlOrMeta+v"));
  assert.equal(await page.locator("#editor b").count(), 0);
  assert.equal(await copied(page), "It was");
  await close(page);
});

test("the policy forbids scripts and styles in the page itself", async () => {
  const page = await openPage(browser, server.address);
  const policy = (await page.request.get(server.address)).headers()["content-security-policy"];
  assert.ok(!policy.includes("unsafe"), policy);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.append("window.harmed = 1");
    document.body.append(script);
  });
  await becomes(() => page.problems.length > 0, true); // the browser reports what it has refused
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  const types = ["innerHTML", "outerHTML", "srcdoc"];
  assert.deepEqual(await page.evaluate((names) => names.map((name) => {
    try {
      document.createElement(name === "srcdoc" ? "iframe" : "p")[name] = "<b>x</b>";
    } catch (error) {
      return error.name;
    }
  }), types), types.map(() => "TypeError"), "no markup can be made of a text");
  await page.context().close();
});

test("without its token the page says what to do", async () => {
  const page = await openPage(browser, server.address.replace(/#.*/, ""));
  await page.getByRole("alert").filter({ hasText: "open the address that it has printed" }).waitFor();
  await page.context().close();
});

test("a server that has stopped is named, and the text stays", async () => {
  const own = await serve("--isolated");
  const page = await openPage(browser, own.address, { text: "It was the the end." });
  await own.stop();
  assert.ok(!own.printed().includes("the the"), "nothing of an article is printed");
  await page.locator(".cm-content").press("ControlOrMeta+End");
  await page.keyboard.type(" Yes.");
  await page.getByRole("alert").filter({ hasText: "articlelint does not answer" }).waitFor();
  assert.equal(await copied(page), "It was the the end. Yes.");
  await page.context().close();
});

test("a configuration that cannot be used is reported, and never taken for an article without mistakes", async () => {
  const own = await serve();
  const page = await openPage(browser, own.address);
  await writeFile(join(own.folder, ".articlelint.toml"), 'ignroe = ["quotes"]\n');
  await paste(page, "It was the the end.");
  await page.getByRole("alert").filter({ hasText: "unknown key 'ignroe'" }).waitFor();
  await becomes(() => page.locator("#empty").textContent(), "The article could not be checked, or not completely.");
  await writeFile(join(own.folder, ".articlelint.toml"), 'ignore = ["quotes"]\n');
  await checked(page, () => page.keyboard.type("Oh. "));
  await page.getByRole("alert").waitFor({ state: "hidden" });
  assert.deepEqual(await rulesShown(page), ["repeated-word"]);
  await close(page);
  await own.stop();
});

test("a configuration that is changed in another window counts when one comes back", async () => {
  const own = await serve();
  const page = await openPage(browser, own.address, { text: "It was the the end." });
  await writeFile(join(own.folder, ".articlelint.toml"), 'ignore = ["repeated-word"]\n');
  await checked(page, () => page.evaluate(() => dispatchEvent(new Event("focus"))));
  assert.deepEqual(await rulesShown(page), []);
  await close(page);
  await own.stop();
});

test("a server that is started again goes on with the text when its address is opened in the same tab", async () => {
  const own = await serve("--isolated");
  const page = await openPage(browser, own.address, { text: "It was the the end." });
  await own.stop();
  const again = await serve("--isolated", "--port", new URL(own.address).port);
  await page.locator(".cm-content").press("ControlOrMeta+End");
  await page.keyboard.type(" He left in september.");
  await page.getByRole("alert").filter({ hasText: "it has been started again" }).waitFor();
  await checked(page, () => page.goto(again.address));
  await page.getByRole("alert").waitFor({ state: "hidden" });
  assert.deepEqual(await rulesShown(page), ["repeated-word", "lowercase-name"]);
  await page.context().close();
  await again.stop();
});

const PACK = `
[[term]]
avoid = ["Kharkov"]
use = "Kharkiv"
why = "The Ukrainian form, since 2019"
`;

test("rules of style packs and Vale styles say what they are for", async () => {
  const own = await serve();
  await mkdir(join(own.folder, "Desk"));
  await writeFile(join(own.folder, "Desk", "Very.yml"), 'extends: existence\nmessage: "Cut \'%s\'"\ndescription: Say it or leave it.\ntokens: [very]\n');
  await writeFile(join(own.folder, "own.toml"), PACK);
  await writeFile(join(own.folder, ".articlelint.toml"), '[house]\npacks = ["own.toml"]\nvale = ["Desk"]\n');
  const page = await openPage(browser, own.address, { text: "The mayor of Kharkov was very late." });
  assert.deepEqual(await rulesShown(page), ["house/own.kharkiv", "vale/Desk.Very"]);
  for (const [rule, what] of [["house/own", "Why: The Ukrainian form, since 2019"], ["vale/Desk", "Say it or leave it."]]) {
    await card(page, rule).locator(".message").click();
    await card(page, rule).getByRole("button", { name: "Why?" }).click();
    await card(page, rule).locator(".why").filter({ hasText: what }).waitFor();
  }
  await close(page);
  await own.stop();
});

test("characters that would not be seen are shown, and copied as they are", async () => {
  const text = "The pass\u00adport was li\u200bke\u202e that.";
  const page = await openPage(browser, server.address, { text });
  assert.deepEqual(await page.locator(".cm-specialChar").evaluateAll((all) => all.map(({ title }) => title)),
    ["Soft hyphen", "Control character zero width space", "Control character right-to-left override"]);
  assert.equal(await copied(page), text);
  await close(page);
});

test("too large a file is refused, and one of several is opened", async () => {
  const page = await openPage(browser, server.address, { text: "It rained." });
  await choose(page, file("archive.txt", "a".repeat(8_000_001)));
  await page.getByRole("status").filter({ hasText: "archive.txt is too large" }).waitFor({ state: "attached" });
  assert.equal(await copied(page), "It rained.");
  await page.evaluate(() => {
    const data = new DataTransfer();
    for (const name of ["one.txt", "two.txt"]) data.items.add(new File([`It is ${name}.`], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole("status").filter({ hasText: "Only one.txt is opened" }).waitFor({ state: "attached" });
  await becomes(() => page.title(), "one.txt – articlelint");
  await close(page);
});

test("a page of another site can embed nothing of the server", async () => {
  const site = createServer((request, response) => response.setHeader("content-type", "text/html").end("<h1>Another site"));
  await new Promise((listening) => site.listen(0, "127.0.0.1", listening));
  site.unref(); // should the test fail, the process must end all the same
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  const statuses = [];
  const network = await page.context().newCDPSession(page); // knows even answers that the browser keeps from the page
  await network.send("Network.enable");
  network.on("Network.responseReceivedExtraInfo", ({ statusCode }) => statuses.push(statusCode));
  const address = new URL("/v2/check?language=en&text=It+was+the+the+end.", server.address);
  await page.evaluate((src) => document.body.append(Object.assign(new Image(), { src })), address.href);
  await becomes(() => statuses.includes(403), true); // the site itself answers 200
  await page.context().close();
  site.close();
});

test("at an address of another computer the page says where the text goes, and copies without the browser's help", async () => {
  const own = await serve("--isolated", "--host", "0.0.0.0", "--allow-host", "desk.example");
  const address = own.address.replace("0.0.0.0", "desk.example");
  const page = await openPage(browser, address);
  const text = "It was the the end.";
  await page.locator(".cm-content").focus();
  await checked(page, () => page.keyboard.insertText(text));
  assert.equal(await page.evaluate(() => navigator.clipboard), undefined);
  assert.match(await page.locator("#where").textContent(), /^The text goes to desk\.example:\d+ to be checked/);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "copied" }).waitFor({ state: "attached" });
  await page.locator(".cm-content").press("ControlOrMeta+End");
  await checked(page, () => page.keyboard.press("ControlOrMeta+v"));
  await becomes(() => page.locator(".cm-content").innerText(), text + text);
  assert.deepEqual(page.problems.filter((problem) => !problem.includes("untrustworthy")), []);
  await page.context().close();
  await own.stop();
});

test("where the browser lets no page keep anything, colours can be changed all the same", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("", "SecurityError"); } }));
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(server.address);
  await page.getByRole("button", { name: "Dark" }).click();
  await page.getByRole("button", { name: "Light" }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("nothing is kept in the browser", async () => {
  const page = await openPage(browser, server.address, { text: FERRY });
  await paste(page, "More.");
  await page.locator(".card .message").first().click();
  const kept = await page.evaluate(async () => [
    { ...localStorage }, { ...sessionStorage }, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length,
  ]);
  assert.deepEqual(kept, [{}, {}, "", 0, 0]);
  await close(page);
});
