import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Level } from "../domain/place.ts";
import { placeScope } from "./place-scope.ts";

const named = (id: string | null, name: string, toponym: string, level: Level, country: string) => ({
  id: id as PlaceId | null,
  name,
  toponym,
  level,
  country: country as CountryCode,
});
const places = [
  named("gn:1", "Ford", "Ford", "town", "XX"),
  named("gn:1", "Ford", "Old Ford", "town", "XX"),
  named("gn:1", "Ford", "the airport", "site", "XX"),
  named("gn:2", "Mill", "Mill", "city", "XX"),
  named("gn:3", "Mill", "Mill", "province", "XX"),
  named("gn:4", "Ford", "Ford", "town", "YY"),
  named("gn:5", "Lake", "Lake", "town", "YY"),
  named(null, "Lake", "Lake", "village", "YY"),
  named(null, "Hamlet", "Hamlet", "village", "YY"),
];

const cases = table(
  ["name", "scope", "why"],
  `
  Ford      | {"places":["gn:1","gn:4"]}                    | every place of the name
  old-ford  | {"places":["gn:1"]}                           | a name that one report uses
  gn:1#base | {"places":["gn:1"]}                           | a site is its town's
  Mill      | {"places":["gn:2","gn:3"],"countries":["XX"]} | a province has places within
  Lake      | {"places":["gn:5"],"unlocated":["Lake"]}      | a namesake that the gazetteer does not know
  Hamlet    |                                               | its spelling may be a known place's
  Nowhere   |                                               | no claim says so
`,
);

test("a question about a place loads its claims alone, and its country where it has places within", () => {
  for (const { name, scope, why } of cases) {
    assert.deepEqual(placeScope(places, name), scope === "" ? undefined : JSON.parse(scope), why);
  }
});
