import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { ROOT } from "../asof.ts";

function passes(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

test("the types hold", () => passes("tsc", ["-p", "."]));

test("form and lint hold", () => passes("biome", ["check", "--log-level=warn"]));
