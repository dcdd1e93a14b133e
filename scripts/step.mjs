import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules", ".bin");

/** Says on standard error what is being done, so that standard output stays for results. */
export function say(text) {
  process.stderr.write(`· ${text}\n`);
}

/** Environment in which `node` is the project's own Node 24 and its tools are found. */
export function environment(more = {}) {
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ""}`, ...more };
}

/** Runs a program to its end and ends this process with a sentence when it fails. */
export function run(program, args, what) {
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    env: environment(),
  });
  if (error || status !== 0) {
    const why = error ? error.message : `it ended with ${status}`;
    process.stderr.write(`${what} failed: ${program} ${args.join(" ")}: ${why}.\n`);
    process.exit(3);
  }
}

/**
 * Does a step when its inputs (files and folders of the project) differ from those of the last time, whose hash stands
 * in `stamp`. `made` is what the step makes.
 */
export function whenStale({ stamp, made, inputs, what, step }) {
  const hash = hashOf(inputs.map((input) => join(ROOT, input)));
  const file = join(ROOT, stamp);
  if (existsSync(join(ROOT, made)) && existsSync(file) && readFileSync(file, "utf8") === hash) return;
  const started = Date.now();
  say(`${what} …`);
  step();
  writeFileSync(file, hash);
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(`${path.slice(ROOT.length)}\n`).update(readFileSync(path));
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}
