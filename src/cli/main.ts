#!/usr/bin/env node
import { processCli } from "./process-cli.ts";
import { run } from "./run.ts";

await run(process.argv.slice(2), processCli());
