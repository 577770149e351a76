// paint URL: how soon Chromium has painted the explorer's pages, and what they weigh, as JSON. Each visit has an empty
// cache, so that all assets are loaded; the median of the visits counts. A page of one word says what the browser itself takes.
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const url = process.argv[2];
const visits = 9;
const browser = await chromium.launch({ executablePath: process.env.ETHML_CHROMIUM || "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(path, from = url) {
  const paints = [];
  let bytes = 0;
  for (let i = 0; i < visits + 2; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes = [];
    page.on("response", (r) => { if (!r.url().endsWith("/events")) sizes.push(r.body().then((b) => b.length, () => 0)); });
    await page.goto(from + path, { waitUntil: "load" });
    const paint = await page.evaluate(() => new Promise((done) => {
      const found = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      if (found() !== undefined) return done(found());
      new PerformanceObserver(() => { if (found() !== undefined) done(found()); }).observe({ type: "paint", buffered: true });
    }));
    bytes = (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
    // The first visits warm up the browser, not the explorer.
    if (i >= 2) paints.push(paint);
    await context.close();
  }
  return { paint: median(paints), kb: bytes / 1000 };
}

const word = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>word</title>word"));
await new Promise((up) => word.listen(0, "127.0.0.1", up));
const bare = await measure("/", `http://127.0.0.1:${word.address().port}`);
const overview = await measure("/"), long = await measure("/?span=1000"), requests = await measure("/requests"), request = await measure("/requests/99000");
console.log(JSON.stringify({
  first_paint_ms_one_word: bare.paint, first_paint_ms: overview.paint, first_paint_ms_span_1000: long.paint, first_paint_ms_requests: requests.paint, first_paint_ms_request: request.paint,
  page_kb: Math.max(overview.kb, requests.kb, request.kb), page_kb_span_1000: long.kb,
}));
await browser.close();
word.closeAllConnections();
word.close();
