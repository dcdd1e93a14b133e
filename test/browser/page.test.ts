import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { type Browser, startBrowser, visit, wrongOf } from "./chromium.ts";
import { smallLedger } from "./ledgers.ts";
import { depsFor, type Running, start } from "./start.ts";

let browser: Browser;
let server: Running;

before(async () => {
  [browser, server] = await Promise.all([startBrowser(), start(depsFor(smallLedger()))]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

async function opened(address = "/"): Promise<Page> {
  const page = await browser.open();
  await visit(page, server.url + address);
  return page;
}

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? "";

test("a step in time moves the picture, the address and the date fields together", async () => {
  const page = await opened("/?asOf=2031-03-03&knownAt=2031-03-03");
  await page.getByRole("slider", { name: "As of" }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("input[name=asOf]").inputValue(), "2031-03-07");
  assert.equal(await page.locator("input[name=knownAt]").inputValue(), "2031-03-07");
  await page.waitForURL(/asOf=2031-03-07/);
  assert.match(await text(page, ".day-head"), /7 March 2031/);
  assert.match(await text(page, ".day-changes"), /Amba\s*Held by River League/);
  assert.deepEqual(wrongOf(page), []);
});

test("apart, the known day stays while the day of the world moves, and a link says so", async () => {
  const page = await opened("/?asOf=2031-03-05&knownAt=2031-03-05");
  await page.keyboard.press("l");
  await page.locator("input[name=knownAt]").fill("2031-03-10");
  await page.waitForURL(/knownAt=2031-03-10&apart=1/);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Day after" }).click();
  await page.waitForURL(/asOf=2031-03-06/);
  const again = await opened(await page.evaluate(() => location.pathname + location.search));
  assert.equal(await again.locator("input[name=asOf]").inputValue(), "2031-03-06");
  assert.equal(await again.locator("input[name=knownAt]").inputValue(), "2031-03-10");
});

test("a place shows its state, why, two timelines and its claims; Back leads out of it", async () => {
  const page = await opened();
  await page.getByRole("application").focus();
  await page.keyboard.press("n");
  await page.locator("#place-name").waitFor();
  const name = await text(page, "#place-name");
  assert.ok(name.length > 0);
  await visit(page, `${server.url}/?place=test:amba`);
  assert.match(await text(page, ".verdict"), /Held by River League/);
  assert.match(await text(page, ".reason"), /River League/);
  assert.equal(await page.locator(".runs").count(), 2);
  assert.match(await text(page, ".card"), /Amba gained by River League/);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.goBack();
  assert.match(page.url(), /place=test%3Aamba|place=test:amba/);
  assert.match(await text(page, "#place-name"), /Amba/);
});

test("a report opens with its quote marked, and its text is never markup", async () => {
  const page = await opened("/?place=test:amba");
  await page.getByRole("button", { name: "Read in the report" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("mark.asked").waitFor();
  assert.match(await text(page, "dialog mark.asked"), /Amba fell to the League/);
  assert.match(await text(page, "dialog"), /<script>document\.title='owned'<\/script>/);
  assert.equal(await page.locator("dialog script, dialog img").count(), 0);
  assert.notEqual(await page.title(), "owned");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.deepEqual(wrongOf(page), []);
});

test("the table says what the map says, sorts, narrows and copies", async () => {
  const page = await opened("/?view=table");
  assert.equal(await page.locator("tbody tr").count(), 7);
  await page.getByRole("button", { name: "Place" }).first().click();
  assert.equal(await text(page, "th[aria-sort=descending]"), "Place ↓");
  await page.getByLabel("Find a place").fill("bor");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as table" }).click();
  await page.getByText("Copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Place\tLevel.*\nBorel\ttown/);
});

test("rejecting the deciding claim changes the picture at once, and undo brings it back", async () => {
  const page = await opened("/?place=test:weldiya");
  assert.match(await text(page, ".verdict"), /Contested/);
  await page.getByRole("button", { name: "Reject" }).first().click();
  await page.locator("input[name=reviewer]").fill("Maria");
  await page.locator(".ask-name button").click();
  await page.getByText("nothing published by then").waitFor();
  await page.getByText("rejected by Maria").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".verdict").waitFor();
  assert.match(await text(page, ".verdict"), /Contested/);
  assert.deepEqual(wrongOf(page), []);
});

test("one voice alone is marked as such, with its difference to the full picture", async () => {
  const page = await opened("/?place=test:amba&asOf=2031-03-07&knownAt=2031-03-07");
  await page.getByLabel("According to").selectOption("source:Ministry of Defence");
  await page.locator(".banner", { hasText: "One voice alone" }).waitFor();
  await page.locator(".fuller").waitFor();
  assert.match(await text(page, ".fuller"), /All sources together say: Held by River League/);
  assert.match(page.url(), /accordingTo=source%3AMinistry/);
});

test("claims are searched and narrowed, and the address keeps it", async () => {
  const page = await opened("/?view=claims&kind=toll");
  await page.getByText("1 claim", { exact: true }).waitFor();
  assert.match(await text(page, ".card"), /14 killed/);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByLabel("Search in quotes and names").fill("shopkeepers");
  await page.getByText("1 claim", { exact: true }).waitFor();
  await page.waitForURL(/q=shopkeepers/);
});

test("the map goes from place to place, zooms and pans by keys alone", async () => {
  const page = await opened();
  await page.getByRole("application").focus();
  const land = () => page.locator("svg.map > g").first().getAttribute("transform");
  const before = await land();
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  assert.notEqual(await land(), before);
  await page.keyboard.press("0");
  assert.equal(await land(), before);
  await page.keyboard.press("n");
  const first = await text(page, "#place-name");
  await page.getByRole("application").focus();
  await page.keyboard.press("n");
  await page.waitForFunction((name) => document.querySelector("#place-name")?.textContent !== name, first);
});

test("an embedded map has neither views nor review", async () => {
  const page = await opened("/?embed=1&place=test:amba");
  assert.equal(await page.locator("nav, .choices").count(), 0);
  const response = await page.request.get(`${server.url}/?embed=1`);
  assert.match(response.headers()["content-security-policy"]!, /frame-ancestors \*/);
});

test("labels on the map cover neither each other nor a mark's centre", async () => {
  const page = await opened("/?asOf=2031-03-07&knownAt=2031-03-07");
  const boxes = await page.locator("text.label").evaluateAll((labels) =>
    labels.map((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect();
      return { left, right, top: top + 2, bottom: bottom - 2, name: label.textContent };
    }),
  );
  assert.ok(boxes.length >= 5);
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const));
  const hits = pairs.filter(
    ([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
  );
  assert.deepEqual(hits, []);
});

test("dialogs, forms and cells of control are as accessible as the views", async () => {
  const page = await opened("/?place=test:amba&cells=1");
  assert.deepEqual(await violations(page), [], "cells");
  await page.getByRole("button", { name: "Correct", exact: true }).first().click();
  assert.deepEqual(await violations(page), [], "correction");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Read in the report" }).first().click();
  await page.locator("mark.asked").waitFor();
  assert.deepEqual(await violations(page), [], "report");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Help and shortcuts" }).click();
  assert.deepEqual(await violations(page), [], "help");
});
