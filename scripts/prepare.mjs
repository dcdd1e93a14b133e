// Makes the project ready to run. Needs nothing but Node 20 and npm, so it uses no package and no TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, run, say, whenStale } from "./step.mjs";

const OLDEST = 20;

/** Packages as the lock file says, the gazetteer's shards and the page; each only when its inputs have changed. */
export function prepare() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST) {
    process.stderr.write(`asof needs Node ${OLDEST} or newer to start; this is ${process.versions.node}.\n`);
    process.exit(2);
  }
  whenStale({
    what: "installing packages from the lock file",
    stamp: "node_modules/.asof-stamp",
    made: "node_modules/node/bin/node",
    inputs: ["package-lock.json"],
    step: install,
  });
  whenStale({
    what: "building the gazetteer from GeoNames packages",
    stamp: "dist/gazetteer/.stamp",
    made: "dist/gazetteer/world.txt",
    inputs: ["package-lock.json", "scripts/build-gazetteer.ts", "scripts/gazetteer", "src/gazetteer/fold.ts"],
    step: () => run("node", ["scripts/build-gazetteer.ts"], "Building the gazetteer"),
  });
  whenStale({
    what: "building the page",
    stamp: "dist/web/.stamp",
    made: "dist/web/index.html",
    inputs: [
      "package-lock.json",
      "vite.config.ts",
      "src/web",
      "src/map",
      "src/geo",
      "src/domain",
      "src/api/wire.ts",
    ],
    step: () => run("vite", ["build", "--logLevel", "warn"], "Building the page"),
  });
}

/** A lock file from another platform's registry may not suit `npm ci`; then npm settles what is missing itself. */
function install() {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  if (spawnSync("npm", ["ci", ...quiet], { cwd: ROOT, stdio: ["ignore", 2, 2] }).status === 0) return;
  say("npm ci refused; trying npm install …");
  run("npm", ["install", "--no-save", ...quiet], "Installing the packages");
}

/** The path of a Chromium for the browser tests; installed by the system's package manager where there is none. */
export function chromium() {
  const found = findChromium();
  if (found) return found;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  say("no Chromium found; installing one with apt-get …");
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const [program, ...rest] = [...sudo, "apt-get", ...args];
    spawnSync(program, rest, {
      stdio: ["ignore", "ignore", 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (!findChromium()) {
    say("apt-get gave none; asking Playwright for one …");
    spawnSync(join(ROOT, "node_modules/.bin/playwright-core"), ["install", "chromium"], {
      stdio: ["ignore", 2, 2],
    });
  }
  return findChromium();
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function findChromium() {
  if (process.env.ASOF_CHROMIUM && existsSync(process.env.ASOF_CHROMIUM)) return process.env.ASOF_CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  return onPath ?? inPlaywrightCache();
}

function inPlaywrightCache() {
  const cache = join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith("chromium"))
    .flatMap((name) =>
      ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-linux/headless_shell"].map((end) =>
        join(cache, name, end),
      ),
    )
    .find(existsSync);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) prepare();
