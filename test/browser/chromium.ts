import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium that `npm test` found, else Debian's. */
const executablePath =
  process.env.ASOF_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface Browser {
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** A browser with a profile of its own. Pages fail the test on any error of script and on any request beyond loopback. */
export async function startBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error("no Chromium: set ASOF_CHROMIUM, or run npm test, which finds one");
  const profile = mkdtempSync(join(tmpdir(), "asof-chromium-"));
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, `--disk-cache-dir=${profile}`] });
  const contexts: BrowserContext[] = [];
  return {
    open: async (options = {}) => {
      const context = await browser.newContext({ viewport: SIZES.desk, colorScheme: "light", ...options });
      contexts.push(context);
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      watch(page);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const wrongs = new WeakMap<Page, string[]>();

function watch(page: Page): void {
  const wrong: string[] = [];
  wrongs.set(page, wrong);
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.includes("ERR_CONNECTION_REFUSED"))
      wrong.push(`console: ${text}`);
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const own = hostname === "127.0.0.1" || ["data:", "blob:", "file:"].includes(protocol);
    if (!own) wrong.push(`request to ${hostname}`);
  });
}

/** Errors of script, refused content and requests to others, since the page was opened. */
export function wrongOf(page: Page): readonly string[] {
  return wrongs.get(page) ?? [];
}

/** Opens an address and waits until the page can be used. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("asof-usable").length > 0);
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}
