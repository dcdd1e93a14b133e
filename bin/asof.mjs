#!/usr/bin/env node
// Starts asof under a Node that can run it: this one, one installed beside the package, or one of ASOF_NODE.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NEEDED = 24;
const main = join(dirname(fileURLToPath(import.meta.url)), "../dist/cli/main.js");

if (Number(process.versions.node.split(".")[0]) >= NEEDED) await import(pathToFileURL(main).href);
else {
  const node = [process.env.ASOF_NODE, nodeBeside()].find((path) => path && existsSync(path));
  if (!node) {
    process.stderr.write(
      `asof needs Node ${NEEDED} or newer; this is ${process.versions.node}. Install it from https://nodejs.org, say npm install node@${NEEDED} in this folder, or name one in ASOF_NODE.\n`,
    );
    process.exit(3);
  }
  const { status, signal } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(status ?? (signal ? 3 : 0));
}

/** The `node` package, which installs the program itself. */
function nodeBeside() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("node/package.json")), "bin", "node");
  } catch {
    return undefined;
  }
}
