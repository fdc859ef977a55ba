// Files, the address of the page, and articles that mean harm.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { FERRY, checked, close, copied, downloaded, launch, openPage, paste, rulesShown, serve } from "./desk.mjs";

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
    for (const why of await page.getByRole("button", { name: "Why?" }).all()) if (await why.isVisible()) await why.click();
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
    script.textContent = "window.harmed = 1";
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(page.problems.length, 1, "the browser reports what it has refused");
  await page.context().close();
});

test("without its token the page says what to do", async () => {
  const page = await openPage(browser, server.address.replace(/#.*/, ""));
  await page.getByRole("alert").filter({ hasText: "open the address that articlelint has printed" }).waitFor();
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
  assert.equal(await page.locator("#empty").textContent(), "The article could not be checked, or not completely.");
  await writeFile(join(own.folder, ".articlelint.toml"), 'ignore = ["quotes"]\n');
  await checked(page, () => page.keyboard.type("Oh. "));
  await page.getByRole("alert").waitFor({ state: "hidden" });
  assert.deepEqual(await rulesShown(page), ["repeated-word"]);
  await close(page);
  await own.stop();
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
