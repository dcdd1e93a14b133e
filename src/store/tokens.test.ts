import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openTokens } from "./tokens.ts";

test("a token is told once, found by itself alone, kept as a hash, and ended", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "asof-tokens-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "war.ledger");
  const tokens = openTokens(path);
  assert.equal(tokens.find("anything"), undefined);
  const first = tokens.add("Maria", "read");
  const second = tokens.add("Omar", "review");
  assert.deepEqual(openTokens(path).find(first), { name: "Maria", role: "read" });
  assert.deepEqual(tokens.find(second), { name: "Omar", role: "review" });
  const kept = readFileSync(`${path}.tokens.json`, "utf8");
  assert.ok(!kept.includes(first) && !kept.includes(second));
  assert.equal(statSync(`${path}.tokens.json`).mode & 0o077, 0);
  const again = tokens.add("Maria", "admin");
  assert.equal(tokens.find(first), undefined);
  assert.equal(tokens.find(again)!.role, "admin");
  assert.equal(tokens.remove("Maria"), true);
  assert.equal(tokens.remove("Maria"), false);
  assert.deepEqual(tokens.list(), [{ name: "Omar", role: "review" }]);
});
