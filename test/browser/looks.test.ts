import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { type Browser, SIZES, startBrowser, visit, wrongOf } from "./chromium.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PICTURES = join(ROOT, "docs/pictures");
const asof = (...args: string[]) => [join(ROOT, "src/cli/main.ts"), ...args];

const DAY = "asOf=2021-08-13&knownAt=2021-08-13";
const ADDRESSES: Readonly<Record<string, string>> = {
  map: `/?${DAY}`,
  place: `/?${DAY}&place=gn:1140026`,
  table: `/?view=table&${DAY}`,
  changes: `/?view=changes&${DAY}&fromAsOf=2021-08-10&fromKnownAt=2021-08-10`,
  claims: "/?view=claims&kind=control",
  sources: "/?view=sources",
  figures: `/?view=figures&${DAY}`,
  review: `/?view=review&${DAY}`,
  add: "/?view=add",
};

/** Both sizes and both schemes: roles and names are the same in the other two. */
const AUDITED: ReadonlySet<string> = new Set(["desk light", "phone dark"]);

let browser: Browser;
let url: string;
let folder: string;
let ledger: string;
let server: ReturnType<typeof spawn>;

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "asof-looks-"));
  ledger = join(folder, "war.ledger");
  const example = join(ROOT, "examples/afghanistan-2021");
  spawnSync(process.execPath, asof("ingest", example, "--ledger", ledger), { stdio: "ignore" });
  server = spawn(process.execPath, asof("serve", "--port", "0", "--ledger", ledger), {
    stdio: ["ignore", "pipe", "inherit"],
  });
  url = await new Promise((found) => {
    server.stdout!.on("data", (data) => {
      const address = /http:\/\/\S+?(?=\/ )/.exec(String(data))?.[0];
      if (address) found(address);
    });
  });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** The sum of layout shifts since the page began, as Chromium counts it. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as LayoutShift[])
            sum += entry.hadRecentInput ? 0 : entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 50);
      }),
  );

for (const size of ["desk", "phone"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`every view at ${size} size in ${colorScheme}: no violation by axe, nothing jumps, no error, a picture`, async () => {
      const page = await browser.open({ viewport: SIZES[size], colorScheme, hasTouch: size === "phone" });
      for (const [name, address] of Object.entries(ADDRESSES)) {
        await visit(page, url + address);
        if (AUDITED.has(`${size} ${colorScheme}`)) assert.deepEqual(await violations(page), [], name);
        const shift = await layoutShift(page);
        assert.ok(shift < 0.01, `${name}: layout shift ${shift}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} is ${wide} px wider than the window`);
        await page.screenshot({ path: join(PICTURES, `${name}-${size}-${colorScheme}.png`) });
      }
      assert.deepEqual(wrongOf(page), []);
    });
  }
}

test("a still page shows map, table and quotes without script", async () => {
  const site = join(folder, "site");
  const days = ["--as-of", "2021-08-13", "--known-at", "2021-08-13"];
  const { status } = spawnSync(process.execPath, asof("export-page", site, "--ledger", ledger, ...days), {
    stdio: "ignore",
  });
  assert.equal(status, 0);
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto(`file://${site}/index.html`);
  assert.ok((await page.locator("figure svg path").count()) > 20);
  const rows = await page.locator("tbody tr").count();
  assert.equal(await page.locator("main > section").count(), rows);
  await page.locator("tbody a", { hasText: "Herat" }).first().click();
  assert.match(page.url(), /#place-/);
  assert.match((await page.locator("section:target blockquote").first().textContent())!, /Herat|city/);
  await page.screenshot({ path: join(PICTURES, "still-desk-light.png") });
  assert.deepEqual(wrongOf(page), []);
});

test("a pasted report shows its claims in its text before it is added; once added it is in the picture", async () => {
  const page = await browser.open();
  await visit(page, `${url}/?view=add`);
  await page
    .getByLabel("Text of the report")
    .fill("Taliban fighters captured Bamyan on Saturday, a hospital director there said.");
  await page.getByLabel("Published on").fill("2021-08-16");
  await page.getByLabel("Source", { exact: true }).fill("Test Courier");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.locator(".report-text mark").first().waitFor();
  assert.match((await page.locator(".card.found").first().textContent())!, /Bamyan/);
  await page.screenshot({ path: join(PICTURES, "read-desk-light.png") });
  await page.getByRole("button", { name: "Add to the ledger" }).click();
  await page.getByText("Added. The picture is up to date.").waitFor();
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await page.locator("select[name=source]").selectOption("Test Courier");
  await page.locator(".card", { hasText: "Bamyan" }).first().waitFor();
  assert.deepEqual(wrongOf(page), []);
});
