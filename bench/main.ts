import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Bench, isMet, type Measurement } from "./measurement.ts";

/**
 * npm run bench [-- NAME…]: each bench runs in a process of its own, so that one's memory is not the other's.
 * Prints a line a measurement; the exit code is 0 whatever is met.
 */
async function main(argv: readonly string[]): Promise<void> {
  if (argv[0] === "--only") {
    console.log((await measurementsOf(argv[1]!)).map(line).join("\n"));
    return;
  }
  const files = globSync("*.ts", { cwd: import.meta.dirname }).sort();
  const asked = files.filter((file) => argv.length === 0 || argv.some((name) => file === `${name}.ts`));
  for (const file of asked) {
    if ((await benchIn(file)) === undefined) continue;
    const args = ["--expose-gc", join(import.meta.dirname, "main.ts"), "--only", file];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) console.log(`${file}: failed`);
  }
}

async function benchIn(file: string): Promise<Bench | undefined> {
  if (file === "main.ts") return undefined;
  const module: { readonly bench?: Bench } = await import(
    pathToFileURL(join(import.meta.dirname, file)).href
  );
  return module.bench;
}

async function measurementsOf(file: string): Promise<readonly Measurement[]> {
  const bench = await benchIn(file);
  if (!bench) throw new Error(`${file} exports no bench`);
  return bench();
}

function line(measured: Measurement): string {
  const { name, value, unit, aim } = measured;
  const shown = Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(2);
  const wanted = !aim ? "" : "atLeast" in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`;
  const verdict = wanted && `  (${wanted}: ${isMet(measured) ? "met" : "not met"})`;
  return `${name.padEnd(52)} ${shown.padStart(12)} ${unit}${verdict}`;
}

await main(process.argv.slice(2));
