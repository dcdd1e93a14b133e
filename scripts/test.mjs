// npm test: prepares everything and runs all tests, types and form, a real browser and the packed package among them.
import { spawnSync } from "node:child_process";
import { chromium, prepare } from "./prepare.mjs";
import { environment, ROOT, say } from "./step.mjs";

prepare();
const browser = chromium();
if (!browser) say("there is no Chromium and none could be installed: the browser tests will fail");
say("running the tests");
const env = environment(browser ? { ASOF_CHROMIUM: browser } : {});
const suites = ["src/**/*.test.{ts,tsx}", "eval/**/*.test.ts", "scripts/**/*.test.ts", "test/**/*.test.ts"];
const { status } = spawnSync("node", ["--test", ...suites], { cwd: ROOT, stdio: "inherit", env });
process.exit(status ?? 3);
