import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSources, type Sources } from "../picture/sources.ts";
import { DATA_FOLDER } from "./read-data.ts";

/** What is known of those who publish, from `data/sources`. */
export function readSources(data = DATA_FOLDER): Sources {
  const text = (name: string) => readFileSync(join(data, "sources", name), "utf8");
  return createSources({ sources: text("sources.csv"), kinds: text("kinds.csv") });
}
