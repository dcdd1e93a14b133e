import { createHash } from "node:crypto";
import { globSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { PACKAGE_FOLDER } from "./read-data.ts";

/** `src` in development, `dist` in the package. */
const CODE_FOLDER = resolve(import.meta.dirname, "..");

/**
 * Differs when anything has changed that pictures are made with besides the ledger: this program, its tables, the
 * gazetteer, the user's own places. Told by name, size and time of change of the files, which a new installation changes
 * too; their content is not read.
 */
export function madeWith(imports: string, code = CODE_FOLDER, root = PACKAGE_FOLDER): string {
  const hash = createHash("sha256").update(process.version);
  const files = [
    ...within(code, "{domain,geo,ledger,gazetteer,actors,picture,store,app,cli}/**/*.{ts,js}"),
    ...within(root, "{package.json,data/**,dist/gazetteer/*}"),
    imports,
  ];
  for (const path of files) {
    const found = statSync(path, { throwIfNoEntry: false });
    hash.update(`${path}\n${found?.size} ${found?.ctimeMs}\n`);
  }
  return hash.digest("hex");
}

function within(folder: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: folder })
    .sort()
    .map((path) => join(folder, path));
}
