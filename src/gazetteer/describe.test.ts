import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";

const gazetteer = readGazetteer(join(import.meta.dirname, "../.."));

const seats = table(
  ["unit", "seat", "why"],
  `
  country:AF | Kabul | a country's capital
  country:SD | Khartoum | a country's capital
  unit:AF.11 | Herat | marked in the package
  unit:AF.14 | Mahmud-e Raqi | named by the table against the package
  unit:UA.13 | Kyiv | the seat lies in another unit
  unit:UA.11 | Simferopol | missing from the package
  unit:CD.29 | Kalemie | a province of 2015
  unit:SY.08 | Douma | missing from the package
`,
);

test("countries and first-order units have their seats", () => {
  for (const { unit, seat, why } of seats) {
    assert.equal(gazetteer.seatOf(unit as PlaceId)?.name, seat, `${unit} (${why})`);
  }
});

test("Afghanistan has 34 provinces and each has a seat in it", () => {
  const provincial = gazetteer
    .within("country:AF" as PlaceId)
    .filter((one) => one.seatOf === "province" || one.seatOf === "country");
  assert.equal(new Set(provincial.map((one) => one.admin1Code)).size, 34);
  assert.equal(provincial.length, 34);
  for (const seat of provincial) assert.equal(gazetteer.unitOf(seat)?.level, "province");
});

test("the nth-largest city is told by population", () => {
  const [third] = gazetteer.describe({ kind: "nth-largest", nth: 3, country: "LY" as CountryCode });
  assert.equal(third?.name, "Misrata");
});

test("a crossing between two countries is told with all that fit, in either order", () => {
  const one = gazetteer.describe({
    kind: "crossing-between",
    countries: ["AF", "TJ"] as [CountryCode, CountryCode],
  });
  const other = gazetteer.describe({
    kind: "crossing-between",
    countries: ["TJ", "AF"] as [CountryCode, CountryCode],
  });
  assert.ok(one.some((place) => place.name === "Sher Khan Bandar"));
  assert.deepEqual(one, other);
});

test("provincial capitals near a place come nearest first, without the place itself", () => {
  const kabul = gazetteer.seatOf("country:AF" as PlaceId);
  const near = gazetteer.describe({ kind: "provincial-capital-near", near: kabul!.id });
  assert.ok(near.some((place) => place.name === "Ghazni"));
  assert.ok(near.every((place) => place.id !== kabul?.id));
});
