import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { table } from "../../test/table.ts";
import type { CountryCode } from "../domain/ids.ts";
import { readAtlas, readCountryNames } from "../store/read-map.ts";
import { cells } from "./cells.ts";
import { placeLabels } from "./labels.ts";
import { lookClass } from "./look-class.ts";
import { markLayers } from "./marks.ts";
import { LOOKS, lookOf, NOBODY, STATE_ORDER } from "./palette.ts";
import { plane } from "./plane.ts";
import { cutShapes } from "./shapes.ts";
import { escaped, stillMap } from "./svg.ts";
import { FORMS, symbol } from "./symbols.ts";

const SHEET = { width: 800, height: 600 };
const point = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });

test("the sheet shows the country asked for whole, and its neighbours", () => {
  const shapes = cutShapes(readAtlas(), readCountryNames(), ["AF" as CountryCode]);
  const names = shapes.features.map((land) => land.properties.name);
  for (const name of ["Afghanistan", "Pakistan", "Iran", "Tajikistan", "Uzbekistan"])
    assert.ok(names.includes(name), name);
  assert.ok(!names.includes("Brazil"));
  const sheet = plane(shapes, SHEET);
  for (const { lon, lat } of [
    { lon: 61.2, lat: 35.6 },
    { lon: 74.8, lat: 37.2 },
    { lon: 66, lat: 29.4 },
  ]) {
    const { x, y } = sheet.project({ lon, lat })!;
    assert.ok(x > 0 && y > 0 && x < SHEET.width && y < SHEET.height);
  }
});

test("every country of the atlas with an ISO code has a name, and no code stands twice", () => {
  const names = readCountryNames();
  const atlas = new Set(
    readAtlas().objects.countries.geometries.map((land) => (land.properties as { name: string }).name),
  );
  assert.equal(new Set(names.map(({ code }) => code)).size, names.length);
  for (const { atlas: name, code } of names) {
    assert.ok(atlas.has(name), name);
    assert.match(code, /^[A-Z]{2}$/);
  }
});

test("a single place in no country that is asked for still gets a sheet", () => {
  const shapes = cutShapes(readAtlas(), readCountryNames(), []);
  const sheet = plane(shapes, { ...SHEET, points: [{ lon: 10, lat: 50 }] });
  const { x, y } = sheet.project({ lon: 10, lat: 50 })!;
  assert.ok(Math.abs(x - 400) < 40 && Math.abs(y - 300) < 40);
});

test("law: no label overlaps another or the clearing around a point", () => {
  const wish = fc.record({
    at: point,
    text: fc.string({ minLength: 1, maxLength: 14 }),
    weight: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (all) => {
      const wishes = all.map(({ at, text, weight }, i) => ({
        ...at,
        id: `p${i}`,
        text,
        weight,
        clear: 5,
        size: 12,
      }));
      const measure = (text: string) => text.length * 7;
      const labels = placeLabels(wishes, { ...SHEET, obstacles: [], measure });
      const boxes = labels.map(({ text, x, y, anchor }) => {
        const width = measure(text);
        const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
        return { left, right: left + width, top: y - 9, bottom: y + 3 };
      });
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
        }
        for (const { x, y } of wishes) assert.ok(x < a.left || x > a.right || y < a.top || y > a.bottom);
      });
    }),
  );
});

test("law: every point of the sheet lies in the cell of its nearest site", () => {
  const sites = fc.uniqueArray(point, { minLength: 1, maxLength: 25, selector: ({ x, y }) => `${x},${y}` });
  fc.assert(
    fc.property(sites, point, (all, at) => {
      const named = all.map((site, i) => ({ ...site, id: `s${i}` }));
      const away = named.map((site) => Math.hypot(site.x - at.x, site.y - at.y));
      const least = Math.min(...away);
      const nearest = named.filter((_, i) => away[i]! - least < 0.5);
      const shapes = cells(named, SHEET.width, SHEET.height);
      assert.ok(nearest.some(({ id }) => isInside(at, shapes.get(id)!)));
    }),
  );
});

function isInside({ x, y }: { x: number; y: number }, d: string): boolean {
  const ring = d
    .slice(1, -1)
    .split("L")
    .map((pair) => pair.split(",").map(Number) as [number, number]);
  return ring.every(([x0, y0], i) => {
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= -0.3 * Math.hypot(x1 - x0, y1 - y0);
  });
}

test("each state of each form is drawn in its own way", () => {
  for (const form of FORMS) {
    const drawn = STATE_ORDER.map((state) => JSON.stringify(symbol(state, form, 6)));
    assert.equal(new Set(drawn).size, STATE_ORDER.length, form);
  }
  assert.equal(new Set(LOOKS.map(({ form }) => form)).size, LOOKS.length);
});

test("a holder keeps its look whoever else is on the map", () => {
  const holders = ["red", "blue", "green"];
  const mark = { id: "a", name: "A", x: 1, y: 1, level: "town", state: "held", grade: "likely" } as const;
  const alone = markLayers([{ ...mark, holder: "blue" }], holders);
  const among = markLayers(
    [
      { ...mark, holder: "blue" },
      { ...mark, id: "b", holder: "red" },
    ],
    holders,
  );
  assert.equal(alone[0]!.look, LOOKS[1]);
  assert.ok(among.some(({ look }) => look === LOOKS[1]));
  assert.equal(lookOf(holders, undefined), NOBODY);
  const many = Array.from({ length: 64 }, (_, i) => `h${i}`);
  assert.equal(new Set(many.map((one) => JSON.stringify(lookOf(many, one)))).size, 64);
});

test("each colour has a contrast of at least 3:1 with the land that it stands on", () => {
  for (const look of [...LOOKS, NOBODY]) {
    assert.ok(contrast(look.light, "#fbfaf6") >= 3, look.light);
    assert.ok(contrast(look.dark, "#2a3136") >= 3, look.dark);
  }
});

function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

test("the page's style sheet has the colours of the palette", () => {
  const sheet = readFileSync(new URL("../web/style/looks.css", import.meta.url), "utf8");
  const [light, dark] = sheet.split("@media (prefers-color-scheme: dark)");
  for (const look of [...LOOKS, NOBODY]) {
    const rule = (colour: string) => new RegExp(`\\.${lookClass(look)} \\{\\s*--look: ${colour};`);
    assert.match(light!, rule(look.light));
    assert.match(dark!, rule(look.dark));
  }
});

test("words of reports and names cannot become markup of a still map", () => {
  const cases = table(
    ["words", "shown", "why"],
    `
    <script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt; | an element
    " onload="alert(1)        | &quot; onload=&quot;alert(1)          | the end of an attribute
    it's & more               | it&#39;s &amp; more                   | an entity
  `,
  );
  for (const { words, shown, why } of cases) assert.equal(escaped(words), shown, why);
  assert.equal(escaped("a\u0000b\u0008c\ufffed"), "abcd");
  const hostile = "</svg><script>alert(1)</script>";
  const svg = stillMap({
    title: hostile,
    subtitle: hostile,
    places: [
      {
        id: "x",
        name: hostile,
        level: "town",
        lon: 18,
        lat: 15,
        state: "held",
        holder: hostile,
        grade: "likely",
      },
    ],
    shapes: cutShapes(readAtlas(), readCountryNames(), ["TD" as CountryCode]),
    holders: [{ id: hostile, name: hostile }],
    stateNames: { held: hostile, claimed: "", contested: "", besieged: "", disputed: "", unknown: "" },
    nobody: hostile,
    notes: [hostile],
    ...SHEET,
    theme: "light",
    linkOf: () => hostile,
  });
  assert.doesNotMatch(svg, /<script/);
  assert.equal(svg.match(/<\/svg>/g)!.length, 2);
});
