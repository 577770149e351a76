// paint URL: how soon Chromium has painted the explorer's pages, and what they weigh, as JSON. Each visit has an empty
// cache, so that all assets are loaded; the median of the visits counts. A page of one word says what the browser itself takes.
//
// Each visit has a window of its own, with a renderer that has shown nothing yet. Chromium goes on building a new window
// (its address bar and search box are pages in processes of their own) while the first page is loading, which on two cores
// takes as long again as the page does. So a window rests before it is sent to the page, as a visitor's has; without the
// rest it is measured as well, and named so.
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const url = process.argv[2];
const visits = 9, restMs = 500;
const browser = await chromium.launch({ executablePath: process.env.ETHML_CHROMIUM || "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

// visit opens a page in a browser that knows nothing yet, and gives what look sees of it.
async function visit(at, rest, look) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await pause(rest);
  const seen = await look(page, () => page.goto(at, { waitUntil: "load" }));
  await context.close();
  return seen;
}

const paintOf = async (page, open) => {
  await open();
  return page.evaluate(() => new Promise((done) => {
    const found = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    if (found() !== undefined) return done(found());
    new PerformanceObserver(() => { if (found() !== undefined) done(found()); }).observe({ type: "paint", buffered: true });
  }));
};

// Taking the bodies costs time, so that a visit is for the one or for the other.
const bytesOf = async (page, open) => {
  const sizes = [];
  page.on("response", (r) => { if (!r.url().endsWith("/events")) sizes.push(r.body().then((b) => b.length, () => 0)); });
  await open();
  // The icon is asked for after all else.
  await pause(restMs);
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
};

async function measure(path, { from = url, rest = restMs } = {}) {
  const at = from + path, paints = [];
  // The first visits warm up the browser, not the explorer.
  const bytes = await visit(at, rest, bytesOf);
  await visit(at, rest, paintOf);
  for (let i = 0; i < visits; i++) paints.push(await visit(at, rest, paintOf));
  return { paint: median(paints), kb: bytes / 1000 };
}

const word = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>word</title>word"));
await new Promise((up) => word.listen(0, "127.0.0.1", up));
const oneWord = `http://127.0.0.1:${word.address().port}`;
const bare = await measure("/", { from: oneWord }), bareNew = await measure("/", { from: oneWord, rest: 0 });
const overview = await measure("/"), overviewNew = await measure("/", { rest: 0 });
const long = await measure("/?span=1000"), requests = await measure("/requests"), request = await measure("/requests/99000");
console.log(JSON.stringify({
  first_paint_ms_one_word: bare.paint, first_paint_ms_one_word_new_window: bareNew.paint,
  first_paint_ms: overview.paint, first_paint_ms_new_window: overviewNew.paint,
  first_paint_ms_span_1000: long.paint, first_paint_ms_requests: requests.paint, first_paint_ms_request: request.paint,
  page_kb: Math.max(overview.kb, requests.kb, request.kb), page_kb_span_1000: long.kb,
}));
await browser.close();
word.closeAllConnections();
word.close();
