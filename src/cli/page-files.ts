import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import type { Asset } from "../api/deps.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** The built page: `dist/web`, seen from `src/cli` as from `dist/cli`. */
export const PAGE_FOLDERS = [
  resolve(import.meta.dirname, "../../dist/web"),
  resolve(import.meta.dirname, "../web"),
];

/** Files of the built page by the path of their address; read once. `undefined` for whatever is none of them. */
export function pageFiles(folders: readonly string[] = PAGE_FOLDERS): (path: string) => Asset | undefined {
  const folder = folders.find((candidate) => existsSync(join(candidate, "index.html")));
  const known = new Map<string, Asset | undefined>();
  return (path) => {
    if (!folder) return undefined;
    if (!known.has(path) || path === "/index.html") known.set(path, readAsset(folder, path));
    return known.get(path);
  };
}

function readAsset(folder: string, path: string): Asset | undefined {
  const file = resolve(join(folder, path));
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile())
    return undefined;
  return { body: new Uint8Array(readFileSync(file)), type };
}
