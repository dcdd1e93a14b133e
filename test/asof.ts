import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "..");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line from the sources, in `cwd` when given, with `input` on standard input. */
export function asof(
  args: readonly string[],
  more: { readonly cwd?: string; readonly input?: string } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "src/cli/main.ts"), ...args], {
    cwd: more.cwd ?? ROOT,
    input: more.input ?? "",
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}
