import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import type { CountryCode, PlaceId } from "../../domain/ids.ts";
import type { Addition } from "../shard.ts";
import { importPlaces, presetOf } from "./import-places.ts";
import type { ImportGround } from "./types.ts";

const known: Addition = {
  place: {
    id: "gn:7" as PlaceId,
    name: "Ford",
    country: "AF" as CountryCode,
    level: "town",
    population: 0,
    lon: 66,
    lat: 34,
  },
  kind: "P",
  names: ["Ford"],
};
/** A country in the shape of a square about 66, 34. */
const ground: ImportGround = {
  known: (id) => (id === known.place.id ? known : undefined),
  plausible: (_, at) => Math.abs(at.lon - 66) < 6 && Math.abs(at.lat - 34) < 6,
};
const good =
  "1\tFord\tFord\tFurd,Fordabad\t34.1\t66.2\tP\tPPLA2\tAF\t\t13\t1301\t\t\t5000\t\t\tAsia/Kabul\t2020-01-01";

const broken = table(
  ["preset", "text", "detail", "why"],
  String.raw`
  geonames | 1\tFord | it has 2 columns, not 19 | a truncated dump
  geonames | x\tFord\tFord\t\t34\t66\tP\tPPL\tAF\t\t\t\t\t\t\t\t\t\t | "x" is no GeoNames id | wrong columns
  geonames | 1\tF�rd\tFord\t\t34\t66\tP\tPPL\tAF\t\t\t\t\t\t\t\t\t\t | its name is not UTF-8 | a wrong encoding
  geonames | 1\tFord\tFord\t\t-20\t-30\tP\tPPL\tAF\t\t\t\t\t\t\t\t\t\t | -20, -30 lies far outside AF | a place in the sea
  geonames | 1\tFord\tFord\t\t66\t34\tP\tPPL\tAF\t\t\t\t\t\t\t\t\t\t | 66, 34 lies far outside AF | longitude and latitude swapped
  geonames | 1\tFord\tFord\t\t\t\tP\tPPL\tAF\t\t\t\t\t\t\t\t\t\t | it has no position | an empty position
  geonames | 1\tFord\tFord\t\t34\t66\tP\tPPL\tAFG\t\t\t\t\t\t\t\t\t\t | "AFG" is no country | a code of three letters
  alternate-names | 12\tnone | it is no row of alternateNamesV2 | a truncated row
  cod-ab | name,lon,lat\nFord,66,34 | it has no column of p-codes (ADM1_PCODE, admin2Pcode) | another table
  cod-ab | ADM1_EN,ADM1_PCODE,lon,lat\nFord,AF01,-30,0 | 0, -30 lies far outside AF | a place in the sea
  geojson | {"features": | the file is not whole JSON | a truncated file
  geojson | {"type":"x"} | the file has no features | another JSON
`,
);

test("a broken row is named with what is wrong with it", () => {
  for (const { preset, text, detail, why } of broken) {
    const { additions, broken: rows } = importPlaces(preset as "geonames", text, ground);
    assert.deepEqual(additions, [], why);
    assert.ok(rows[0]?.detail.startsWith(detail), `${rows[0]?.detail} (${why})`);
  }
});

test("good rows are kept beside broken ones, and an id counts once", () => {
  const { additions, broken: rows } = importPlaces("geonames", `${good}\nrubbish\n${good}\n`, ground);
  assert.deepEqual(
    additions.map((one) => one.place.id),
    ["gn:1"],
  );
  assert.deepEqual(additions[0]?.names, ["Ford", "Furd", "Fordabad"]);
  assert.deepEqual(
    rows.map((one) => one.row),
    [2, 3],
  );
});

test("alternate names are added to rows that the gazetteer has, links and codes left out", () => {
  const text = "1\t7\ten\tFurd\n2\t7\tlink\thttps://example.org\n3\t8\ten\tElsewhere\n4\t7\tiata\tFRD";
  const { additions } = importPlaces("alternate-names", text, ground);
  assert.deepEqual(
    additions.map((one) => [...one.names]),
    [["Ford", "Furd"]],
  );
});

test("COD-AB rows become districts with their p-codes", () => {
  const text = "admin2Name_en,admin2Pcode,admin1Name_en,x_coord,y_coord\nFord,AF0101,Shire,66.1,34.2";
  const { additions } = importPlaces("cod-ab", text, ground);
  assert.equal(additions[0]?.place.id, "pcode:AF0101");
  assert.equal(additions[0]?.place.level, "district");
  assert.equal(additions[0]?.place.admin1, "Shire");
});

function polygon(ring: readonly (readonly number[])[]): string {
  const properties = { shapeName: "Ford", shapeISO: "AF-FRD", shapeID: "F1", shapeType: "ADM1" };
  return JSON.stringify({ features: [{ properties, geometry: { type: "Polygon", coordinates: [ring] } }] });
}

test("a polygon becomes a unit at its centre; one that crosses itself is kept out", () => {
  const square = importPlaces(
    "geojson",
    polygon([
      [65, 33],
      [67, 33],
      [67, 35],
      [65, 35],
      [65, 33],
    ]),
    ground,
  );
  assert.deepEqual([square.additions[0]?.place.lon, square.additions[0]?.place.lat], [66, 34]);
  const bow = importPlaces(
    "geojson",
    polygon([
      [65, 33],
      [67, 35],
      [67, 33],
      [65, 35],
      [65, 33],
    ]),
    ground,
  );
  assert.deepEqual(bow.additions, []);
  assert.equal(bow.broken[0]?.detail, "the polygon of Ford crosses itself");
});

test("the kind of file is told by its name and first line", () => {
  assert.equal(presetOf("AF.txt", good), "geonames");
  assert.equal(presetOf("alternateNamesV2.txt", "1\t7\ten\tFurd"), "alternate-names");
  assert.equal(presetOf("adm1.geojson", '{"features":[]}'), "geojson");
  assert.equal(presetOf("afg.csv", "ADM1_EN,ADM1_PCODE"), "cod-ab");
  assert.equal(presetOf("notes.csv", "a,b"), undefined);
});
