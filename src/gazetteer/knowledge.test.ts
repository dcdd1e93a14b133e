import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type CsvRow, listOf, parseCsv } from "../domain/csv.ts";
import { parseCountryCode } from "../domain/ids.ts";
import { LEVELS, SITE_KINDS } from "../domain/place.ts";
import { WORD_KINDS } from "./lexicon.ts";

const TABLES = [
  "countries",
  "names",
  "towns",
  "seats",
  "areas",
  "crossings",
  "sites",
  "roads",
  "cues",
] as const;

function rows(name: string): readonly CsvRow[] {
  return parseCsv(readFileSync(join(import.meta.dirname, `../../data/places/${name}.csv`), "utf8"));
}

test("every row of data/places names its source", () => {
  for (const name of TABLES) {
    const without = rows(name).filter((row) => !row.source);
    assert.deepEqual(without, [], name);
  }
});

test("positions are on Earth and countries are codes", () => {
  const codes = new Set(rows("countries").map((row) => row.code));
  for (const name of ["countries", "towns", "areas", "crossings", "sites", "roads"]) {
    for (const row of rows(name)) {
      const [lon, lat] = [Number(row.lon), Number(row.lat)];
      assert.ok(
        row.lon !== "" && row.lat !== "" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90,
        `${name}: ${row.name}`,
      );
      const named = [row.code, row.country, row.country_a, row.country_b, ...listOf(row.countries)].filter(
        Boolean,
      );
      for (const code of named) {
        assert.ok(parseCountryCode(code ?? "") && codes.has(code), `${name}: ${row.name} in ${code}`);
      }
    }
  }
});

test("at least 60 border crossings have both towns and both countries", () => {
  const whole = rows("crossings").filter((row) => row.town_a && row.town_b && row.country_a && row.country_b);
  assert.equal(whole.length, rows("crossings").length);
  assert.ok(whole.length >= 60);
});

test("at least 40 roads join two places or more, in order", () => {
  const joining = rows("roads").filter((row) => listOf(row.places).length >= 2);
  assert.equal(joining.length, rows("roads").length);
  assert.ok(joining.length >= 40);
});

test("levels, kinds of site and kinds of word are those of the program", () => {
  for (const row of rows("cues"))
    assert.ok((LEVELS as readonly string[]).includes(row.level ?? ""), row.word);
  for (const row of rows("sites"))
    assert.ok((SITE_KINDS as readonly string[]).includes(row.kind ?? ""), row.name);
  for (const row of rows("words"))
    assert.ok((WORD_KINDS as readonly string[]).includes(row.kind ?? ""), row.word);
});

test("no table has a name twice in one country", () => {
  for (const name of ["areas", "crossings", "sites", "roads"]) {
    const names = rows(name).map((row) => row.name);
    const twice = names.filter((one, i) => names.indexOf(one) !== i);
    assert.deepEqual(twice, [], name);
  }
});
