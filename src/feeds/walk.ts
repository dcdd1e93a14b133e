import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../domain/problem.ts";
import { kindByEnding } from "./kinds.ts";

/** A file itself; of a folder every file of a known kind below it, in order of name. Hidden ones are left out. */
export async function* walk(path: string): AsyncGenerator<string | Problem> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield path;
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const below = join(path, entry.name);
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory()) yield* walk(below);
      else if (isReport(below)) yield below;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") yield { code: "file-missing", where: path };
    else
      yield {
        code: "file-unreadable",
        where: path,
        detail: code === "EACCES" ? "permission denied" : message,
      };
  }
}

function isReport(path: string): boolean {
  const kind = kindByEnding(path);
  return kind !== undefined && kind !== "unknown";
}
