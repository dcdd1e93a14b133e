import assert from "node:assert/strict";
import { after, before, type TestContext, test } from "node:test";
import type { Ledger } from "../../src/ledger/entry.ts";
import { ledgerOf } from "../../src/ledger/union.ts";
import { type Browser, startBrowser, visit, wrongOf } from "./chromium.ts";
import { largeLedger, ledgerFrom, smallLedger } from "./ledgers.ts";
import { depsFor, type Running, start } from "./start.ts";

let browser: Browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function running(t: TestContext, ledger: Ledger): Promise<Running> {
  const server = await start(depsFor(ledger));
  t.after(() => server.stop());
  return server;
}

test("an empty ledger says so and how to fill it", async (t) => {
  const server = await running(t, ledgerOf([]));
  const page = await browser.open();
  await page.goto(server.url);
  await page.getByText("The ledger is empty").waitFor();
  await page.getByRole("button", { name: "Add a report" }).last().click();
  await page.getByLabel("Text of the report").waitFor();
  assert.deepEqual(wrongOf(page), []);
});

test("a ledger with one report of one day is shown", async (t) => {
  const place = {
    id: "test:x",
    name: "Xal",
    toponym: "Xal",
    country: "TD",
    level: "town",
    lon: 17,
    lat: 13,
    precision: "exact",
  };
  const actor = { id: "river-league", name: "River League", mention: "League" };
  const one = {
    source: { name: "Plain Wire" },
    publishedOn: "2031-03-02",
    title: "Xal",
    text: "The League took Xal.",
    claims: [{ kind: "control" as const, change: "gained", actor, place, quote: "The League took Xal" }],
  };
  const server = await running(t, ledgerFrom([one]));
  const page = await browser.open();
  await visit(page, `${server.url}/?place=test:x`);
  assert.match((await page.locator(".verdict").textContent())!, /River League/);
  assert.equal(await page.locator("rect.bar").count(), 1);
  assert.deepEqual(wrongOf(page), []);
});

test("when the server is gone the page says so, keeps what it has, and comes back by itself", async (t) => {
  const deps = depsFor(smallLedger());
  const first = await start(deps);
  t.after(() => second?.stop());
  let second: Running | undefined;
  const port = Number(new URL(first.url).port);
  const page = await browser.open();
  await visit(page, first.url);
  await page.evaluate(() => {
    (globalThis as unknown as { keep: number }).keep = 1;
  });
  await first.stop();
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await page.getByText("The server does not answer").waitFor();
  await page.getByRole("button", { name: "Map", exact: true }).click();
  assert.ok((await page.locator("text.label").count()) > 3);
  second = await start(deps, port);
  await page.getByText("The server does not answer").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => (globalThis as unknown as { keep: number }).keep), 1);
});

test("ten thousand places are drawn, listed and searched", async (t) => {
  const server = await running(t, largeLedger(10_000));
  const page = await browser.open();
  await visit(page, server.url);
  assert.match((await page.locator("table.legend").textContent())!, /5,000.*5,000/);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByLabel("Find a place").fill("Village 9999");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
  assert.deepEqual(wrongOf(page), []);
});

test("a report of two megabytes opens at its quote", async (t) => {
  const filler =
    "Nothing much was heard from the hills that day, and less from the plain below them.\n".repeat(24_000);
  const place = {
    id: "test:x",
    name: "Xal",
    toponym: "Xal",
    country: "TD",
    level: "town",
    lon: 17,
    lat: 13,
    precision: "exact",
  };
  const actor = { id: "river-league", name: "River League", mention: "League" };
  const long = {
    source: { name: "Plain Wire" },
    publishedOn: "2031-03-02",
    title: "A very long report",
    text: `${filler}The League took Xal.\n${filler}`.slice(0, 2_100_000 + filler.length),
    claims: [{ kind: "control" as const, change: "gained", actor, place, quote: "The League took Xal" }],
  };
  const server = await running(t, ledgerFrom([long]));
  const page = await browser.open();
  await visit(page, `${server.url}/?place=test:x`);
  await page.getByRole("button", { name: "Read in the report" }).first().click();
  const mark = page.locator("mark.asked");
  await mark.waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector("mark.asked")!.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  assert.deepEqual(wrongOf(page), []);
});
