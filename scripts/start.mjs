// npm start: reads the example into a ledger, prints the picture, and serves the page on the loopback address.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { environment, ROOT, run, say } from "./step.mjs";

const EXAMPLE = process.env.ASOF_EXAMPLE ?? "afghanistan-2021";
const asof = (...args) => [join(ROOT, "src/cli/main.ts"), ...args];

prepare();
mkdirSync(join(ROOT, ".asof"), { recursive: true });
const ledger = ["--ledger", join(ROOT, ".asof", `${EXAMPLE}.ledger`)];
say(`reading examples/${EXAMPLE} into .asof/${EXAMPLE}.ledger …`);
run("node", asof("ingest", join(ROOT, "examples", EXAMPLE), ...ledger), "Reading the example");
const env = environment();
const picture = spawn("node", asof("picture", ...ledger), {
  cwd: ROOT,
  stdio: ["ignore", "inherit", "inherit"],
  env,
});
picture.on("close", (status) => {
  if (status !== 0) process.exit(status ?? 3);
  const port = process.env.PORT ? ["--port", process.env.PORT] : [];
  const server = spawn("node", asof("serve", ...ledger, ...port), { cwd: ROOT, stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("close", (code) => process.exit(code ?? 0));
});
