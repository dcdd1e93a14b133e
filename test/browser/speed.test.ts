import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { CDPSession, Page } from "playwright-core";
import { type Browser, startBrowser, visit } from "./chromium.ts";
import { largeLedger } from "./ledgers.ts";
import { depsFor, type Running, start } from "./start.ts";

const PLACES = 5000;
/** Ceilings of the contract. */
const MAX = { usableMs: 1000, scriptBytes: 150_000, stepScriptMs: 17, stepFrameMs: 33 };

let browser: Browser;
let server: Running;

before(async () => {
  [browser, server] = await Promise.all([startBrowser(), start(depsFor(largeLedger(PLACES)))]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

test("the script is at most 150 kB, compressed", (t) => {
  const folder = resolve(import.meta.dirname, "../../dist/web/assets");
  const bytes = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  t.diagnostic(`script: ${bytes} bytes gzip`);
  assert.ok(bytes <= MAX.scriptBytes);
});

test("the page is usable within a second on loopback", async (t) => {
  const page = await browser.open();
  await visit(page, `${server.url}/`);
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    await visit(page, `${server.url}/?i=${i}`);
    times.push(await page.evaluate(() => performance.getEntriesByName("asof-usable")[0]!.startTime));
  }
  t.diagnostic(
    `usable with ${PLACES} places: median ${median(times).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms`,
  );
  assert.ok(median(times) <= MAX.usableMs);
});

test("a step of the slider over 5,000 places costs at most 17 ms of script and 33 ms a frame", async (t) => {
  const page = await browser.open();
  await visit(page, `${server.url}/?asOf=2031-05-01&knownAt=2031-05-01`);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await page.getByRole("slider", { name: "As of" }).focus();
  await step(page, "ArrowRight");
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS && !rounds.some(isWithin)) rounds.push(await round(page, cdp));
  const best = rounds.reduce((a, b) => (b.frame < a.frame ? b : a));
  t.diagnostic(
    `step over ${PLACES} places: script median ${best.script.toFixed(1)} ms, main thread ${best.frame.toFixed(1)} ms`,
  );
  assert.ok(rounds.some(isWithin), JSON.stringify(rounds));
});

/** Medians of one round, in milliseconds. */
interface Round {
  readonly script: number;
  readonly frame: number;
}

/** Rounds at most: other programs share the machine, and the page is judged by a round that they left alone. */
const ROUNDS = 4;

function isWithin({ script, frame }: Round): boolean {
  return script <= MAX.stepScriptMs && frame <= MAX.stepFrameMs;
}

async function round(page: Page, cdp: CDPSession): Promise<Round> {
  const script: number[] = [];
  const frames: number[] = [];
  for (let i = 0; i < 16; i++) {
    const before = await metrics(cdp);
    await step(page, i % 4 < 2 ? "ArrowLeft" : "ArrowRight");
    const after = await metrics(cdp);
    script.push(after.script - before.script);
    frames.push(after.task - before.task);
  }
  return { script: median(script), frame: median(frames) };
}

/** One key press, its drawing included. */
async function step(page: Page, key: string): Promise<void> {
  await page.evaluate((name) => {
    const press = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(press);
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, key);
}

/** Milliseconds of the main thread since the page began: of script, and of all it does. */
async function metrics(cdp: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics: all } = await cdp.send("Performance.getMetrics");
  const of = (name: string) => 1000 * all.find((one) => one.name === name)!.value;
  return { script: of("ScriptDuration"), task: of("TaskDuration") };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
