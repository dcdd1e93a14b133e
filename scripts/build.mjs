// npm run build: JavaScript for the package in dist/, beside the gazetteer and the page.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { ROOT, run } from "./step.mjs";

prepare();
const kept = new Set(["gazetteer", "web"]);
for (const name of readdirSync(join(ROOT, "dist"))) {
  if (!kept.has(name)) rmSync(join(ROOT, "dist", name), { recursive: true });
}
run("tsc", ["-p", "tsconfig.build.json"], "Building the package");
