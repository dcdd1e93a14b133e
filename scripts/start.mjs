// npm start: reads an example into a ledger, prints the picture, and serves the page on the loopback address.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { environment, ROOT, run, whenStale } from "./step.mjs";

const EXAMPLE = process.env.ASOF_EXAMPLE ?? "afghanistan-2021";
const PORT = Number(process.env.PORT ?? 8617);
const FILE = `.asof/${EXAMPLE}.ledger`;
const ledger = ["--ledger", join(ROOT, FILE)];

prepare();
mkdirSync(join(ROOT, ".asof"), { recursive: true });
whenStale({
  what: `reading examples/${EXAMPLE} into ${FILE}`,
  stamp: `.asof/${EXAMPLE}.stamp`,
  made: FILE,
  inputs: ["package-lock.json", "data", `examples/${EXAMPLE}`, "src/extract", "src/actors", "src/gazetteer"],
  step: readExample,
});
const picture = asof("picture", ...ledger);
picture.on("close", async (status) => {
  if (status !== 0) process.exit(status ?? 3);
  const server = asof("serve", ...ledger, "--port", String(await freePort(PORT)));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("close", (code) => process.exit(code ?? 0));
});

/** Into a new ledger: readings of older code would stay beside those of this one. */
function readExample() {
  for (const end of ["", "-wal", "-shm"]) rmSync(join(ROOT, FILE + end), { force: true });
  const args = ["src/cli/main.ts", "ingest", join("examples", EXAMPLE), ...ledger];
  run("node", args, "Reading the example");
}

function asof(...args) {
  const env = environment();
  return spawn("node", ["src/cli/main.ts", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
}

/** The port, or 0 for any free one when another program listens there. */
function freePort(port) {
  return new Promise((found) => {
    const probe = createServer();
    probe.once("error", () => found(0));
    probe.listen(port, "127.0.0.1", () => probe.close(() => found(port)));
  });
}
