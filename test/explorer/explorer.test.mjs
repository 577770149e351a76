// The explorer's pages in a real Chromium, over a real network: `ethml demo` with everything in it.
//
// Checked on every page, at desk and phone width, light and dark: nothing on the console, nothing asked for elsewhere, no
// finding of axe-core above "moderate", no sideways scrolling of the page. A screenshot of each is left in SHOTS to look at.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const shots = process.env.SHOTS || join(root, ".cache/explorer-shots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const looks = [
  { name: "desk-light", all: true, colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "desk-dark", colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { name: "phone-light", colorScheme: "light", viewport: { width: 390, height: 844 } },
  { name: "phone-dark", all: true, colorScheme: "dark", viewport: { width: 390, height: 844 } },
];
let demo, folder, url, browser;

// startDemo runs a network and gives the explorer's URL once both first requests are answered.
function startDemo() {
  folder = mkdtempSync(join(tmpdir(), "ethml-explorer-"));
  demo = spawn(join(root, "bin/ethml"), ["demo", "--data-dir", folder, "--network", join(folder, "network.json")], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((found, failed) => {
    let said = "";
    const late = setTimeout(() => failed(new Error("the demo was not up within two minutes:\n" + said)), 120_000);
    demo.stderr.on("data", (chunk) => {
      said += chunk;
      const line = said.match(/explorer +(http:\S+)/);
      if (line && said.includes("Ctrl-C ends it")) {
        clearTimeout(late);
        found(new URL(line[1]));
      }
    });
    demo.on("exit", (code) => { clearTimeout(late); failed(new Error(`the demo ended with ${code}:\n${said}`)); });
  });
}

before(async () => {
  mkdirSync(shots, { recursive: true });
  url = await startDemo();
  browser = await chromium.launch({ executablePath: process.env.ETHML_CHROMIUM || "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
});

after(async () => {
  await browser?.close();
  if (demo && demo.exitCode === null) {
    const ended = new Promise((done) => demo.on("exit", done));
    demo.kill("SIGINT");
    await ended;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
});

// visit opens a page and notes what it must not do.
async function visit(context, path) {
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) wrong.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => wrong.push(`script: ${e.message}`));
  page.on("request", (r) => { if (new URL(r.url()).origin !== url.origin) wrong.push(`outside request: ${r.url()}`); });
  page.on("requestfailed", (r) => { if (!r.url().endsWith("/events")) wrong.push(`failed: ${r.url()}`); });
  const answer = await page.goto(new URL(path, url).href);
  return { page, wrong, status: answer.status() };
}

// findings of axe-core: all its rules, or those that colours can break.
async function findings(page, all) {
  await page.evaluate(axe);
  const options = { resultTypes: ["violations"], ...(all ? {} : { runOnly: ["color-contrast", "link-in-text-block"] }) };
  const { violations } = await page.evaluate((o) => globalThis.axe.run(document, o), options);
  return violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + n.failureSummary).join(" | ")}`);
}

const operator = async () => (await (await fetch(new URL("/api/v1/operators", url))).json()).operators[0].address;
const pages = {
  overview: () => "/", blocks: () => "/blocks", block: () => "/blocks/1", requests: () => "/requests", request: () => "/requests/1",
  replay: () => "/requests/1/replay", models: () => "/models", model: () => "/models/1", operators: () => "/operators",
  operator: async () => "/operators/" + (await operator()), search: () => "/search?q=1", ask: () => "/ask", about: () => "/about",
  missing: () => "/blocks/99999",
};

for (const look of looks) {
  test(`every page is sound and looks right: ${look.name}`, async () => {
    const context = await browser.newContext({ colorScheme: look.colorScheme, viewport: look.viewport });
    for (const [name, path] of Object.entries(pages)) {
      const { page, wrong, status } = await visit(context, await path());
      await page.screenshot({ path: join(shots, `${name}-${look.name}.png`), fullPage: true });
      const expected = name === "missing" ? 404 : 200;
      assert.equal(status, expected, name);
      if (expected === 200) assert.deepEqual(wrong, [], `${name}, ${look.name}`);
      assert.deepEqual(await findings(page, look.all), [], `axe-core, ${name}, ${look.name}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name} scrolls sideways by ${wide} pixels, ${look.name}`);
      await page.close();
    }
    await context.close();
  });
}

test("pages can be read without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await visit(context, "/blocks/1");
  await page.getByText("Hash checked.").waitFor();
  await page.getByRole("link", { name: "#1" }).click();
  await page.getByRole("heading", { name: "Request #1" }).waitFor();
  assert.match(await page.locator("#answer").innerText(), /Prediction\s+1/);
  await page.getByRole("link", { name: /Replay/ }).click();
  await page.getByText("Same as on chain.").waitFor();
  await page.getByRole("link", { name: "Overview" }).click();
  assert.ok((await page.locator("svg.plot .line, svg.plot .bar").count()) > 0, "plots are drawn without a script");
  await context.close();
});

test("an open page follows the chain, and a request sent by the form is answered", async () => {
  const context = await browser.newContext();
  const { page: overview, wrong } = await visit(context, "/");
  await overview.evaluate(() => { globalThis.sameDocument = true; });
  const { page: form } = await visit(context, "/ask?model=3");
  await form.getByLabel("Data point").fill("53,1,20.5,78,147,84.2,52,3,3.989,75");
  await form.getByRole("button", { name: "Ask" }).click();
  await form.waitForURL(/\/requests\/3/);
  await overview.locator('#newest a[href="/requests/3"]').waitFor({ timeout: 20_000 });
  await overview.locator('#newest tr:has(a[href="/requests/3"]) .s-answered').waitFor({ timeout: 30_000 });
  assert.ok(await overview.evaluate(() => globalThis.sameDocument), "the page was not loaded again as a whole");
  await form.locator("#answer .big").filter({ hasText: /^\d+\.\d\d$/ }).waitFor({ timeout: 30_000 });
  assert.match(await overview.locator("#announce").innerText(), /Block \d+/, "a screen reader is told");
  assert.deepEqual(wrong, []);
  await form.screenshot({ path: join(shots, "request-sent-desk-light.png"), fullPage: true });
  await context.close();
});

// look tells a page that it is hidden, or shown again, as a browser does when its tab is left and chosen.
const look = (page, hidden) => page.evaluate((h) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => h });
  document.dispatchEvent(new Event("visibilitychange"));
}, hidden);

test("more pages than a browser has connections can be open, and one that is shown again follows the chain", async () => {
  const context = await browser.newContext();
  const open = [];
  for (let i = 0; i < 8; i++) {
    const { page } = await visit(context, "/blocks");
    await look(page, true);
    open.push(page);
  }
  const follows = open[0].waitForRequest((r) => r.url().endsWith("/events"));
  await look(open[0], false);
  await follows;
  await open[1].reload();
  await context.close();
});

test("what can't be computed is said by the form", async () => {
  const context = await browser.newContext();
  const { page } = await visit(context, "/ask");
  await page.evaluate(() => document.querySelectorAll("[required]").forEach((e) => e.removeAttribute("required")));
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("alert").filter({ hasText: "Give a data point" }).waitFor();
  await context.close();
});

test("the form says what models take and refuses the rest before it costs a request, without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await visit(context, "/ask");
  const count = async () => (await (await fetch(new URL("/api/v1/overview", url))).json()).counts.requests;
  const before = await count();
  assert.ok(await page.getByLabel("1 · breast-cancer").isChecked(), "the first model is chosen");
  assert.ok(await page.locator("#takes-1").isVisible());
  await page.getByLabel("3 · diabetes-progression").check();
  assert.ok(!(await page.locator("#takes-1").isVisible()), "what the other model takes is put away");
  assert.match(await page.locator("#takes-3").innerText(), /For example \[53,1,/);
  for (const [text, says] of [["1,2,3", "model 3 (diabetes-progression) takes 10 features, got 3"], ["1,2,abc", '"abc" (number 3) is no JSON number'],
    ["hello", '"hello" (number 1) is no JSON number']]) {
    await page.getByLabel("Data point").fill(text);
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    assert.equal(await page.getByLabel("Data point").inputValue(), text);
    assert.ok(await page.getByLabel("3 · diabetes-progression").isChecked());
  }
  await page.screenshot({ path: join(shots, "ask-refused-desk-light.png"), fullPage: true });
  assert.equal(await count(), before);
  await page.getByRole("link", { name: "Fill in this example" }).click();
  await page.waitForURL(/model=3/);
  assert.match(await page.getByLabel("Data point").inputValue(), /^\[53,1,/);
  await context.close();
});

test("a failed request says why in a sentence, and neither its code nor a CID pushes the page sideways", async () => {
  // Of a sentence that nobody has stored.
  const cid = "bafkreihkbttfyrayf2koswsga5fvicucq5yid5iod3k3phwtcrnu4spuyq";
  const ask = spawn(join(root, "bin/ethml"), ["request", "--network", join(folder, "network.json"), "--model", "1", "--cid", cid, "--no-wait"]);
  let id = "";
  ask.stdout.on("data", (chunk) => { id += chunk; });
  assert.equal(await new Promise((done) => ask.on("close", done)), 0);
  for (const look of looks) {
    const context = await browser.newContext({ colorScheme: look.colorScheme, viewport: look.viewport });
    const { page, wrong } = await visit(context, "/requests/" + id.trim());
    const headline = page.locator("#answer .big").filter({ hasText: "DATA_UNAVAILABLE" });
    await headline.waitFor({ timeout: 60_000 });
    await page.getByText("The operators could not fetch the data point in time").waitFor();
    await page.getByText("none of the sources that this explorer asks has it").waitFor({ timeout: 60_000 });
    assert.equal(await headline.evaluate((e) => Math.round(e.clientHeight / parseFloat(getComputedStyle(e).lineHeight))), 1, "the code is in one line");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `it scrolls sideways by ${wide} pixels, ${look.name}`);
    assert.deepEqual(await findings(page, look.all), [], `axe-core, failed request, ${look.name}`);
    assert.deepEqual(wrong, []);
    await page.screenshot({ path: join(shots, `request-failed-${look.name}.png`), fullPage: true });
    await context.close();
  }
});

test("the keyboard reaches everything, beginning with a way past the menu", async () => {
  const context = await browser.newContext();
  const { page } = await visit(context, "/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("href")), /^\/requests\?state=/);
  await page.locator("#q").fill("2");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Request 2" }).click();
  await page.getByRole("heading", { name: "Request #2" }).waitFor();
  await context.close();
});
