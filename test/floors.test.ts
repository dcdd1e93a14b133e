import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { test } from "node:test";

/** Rooms from the ground up: a room may import itself and the rooms before it. */
const ROOMS = [
  "domain",
  "geo",
  "ledger",
  "gazetteer",
  "actors",
  "picture",
  "extract",
  "map",
  "feeds",
  "store",
  "app",
  "api",
  "cli",
];
const PURE = new Set(ROOMS.slice(0, ROOMS.indexOf("feeds")));
const NODE_GLOBALS = /\b(?:process\.|Buffer\.|__dirname|import\.meta\.(?:dirname|filename))/;

const src = resolve(import.meta.dirname, "../src");
const files = globSync("**/*.{ts,tsx}", { cwd: src }).map((path) => {
  const text = readFileSync(resolve(src, path), "utf8");
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((found) => found[1]!);
  return { path, room: path.split("/")[0]!, test: /\.test\.tsx?$/.test(path), text, imports };
});

function roomOf(path: string, target: string): string {
  return relative(src, resolve(src, path, "..", target)).split("/")[0]!;
}

test("every room imports only itself and the rooms below it", () => {
  const wrong = files.flatMap(({ path, room, test: isTest, text, imports }) =>
    imports
      .filter((target) => target.startsWith(".") && !target.startsWith("./"))
      .map((target) => ({ target, to: roomOf(path, target) }))
      .filter(({ to, target }) => !mayImport(room, to, isTest, typeOnly(text, target)))
      .map(({ target }) => `${path} imports ${target}`),
  );
  assert.deepEqual(wrong, []);
});

/** The page takes types from anywhere and running code from the pure rooms; tests may use `test/` and read the data. */
function mayImport(room: string, to: string, isTest: boolean, onlyTypes: boolean): boolean {
  if (room === to) return true;
  if (isTest && (to === ".." || to === "store")) return true;
  if (room === "web") return onlyTypes || PURE.has(to);
  return ROOMS.includes(to) && ROOMS.indexOf(to) < ROOMS.indexOf(room);
}

function typeOnly(text: string, target: string): boolean {
  const statements = text.match(/import[^;]*?from\s*"[^"]+"/g) ?? [];
  return statements.filter((s) => s.endsWith(`"${target}"`)).every((s) => s.startsWith("import type"));
}

test("the pure rooms use no Node API, so that a browser can run them", () => {
  const wrong = files
    .filter(({ room, test: isTest }) => PURE.has(room) && !isTest)
    .filter(({ text, imports }) => imports.some((i) => i.startsWith("node:")) || NODE_GLOBALS.test(text))
    .map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test("every room is known, and no file of src is longer than 300 lines", () => {
  const strangers = files.filter(({ room }) => ![...ROOMS, "web"].includes(room)).map(({ path }) => path);
  assert.deepEqual(strangers, []);
  const long = files.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path);
  assert.deepEqual(long, []);
});
