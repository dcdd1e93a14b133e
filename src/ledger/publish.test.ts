import assert from "node:assert/strict";
import { test } from "node:test";
import { day, gain, judged, judgement, readReport, report } from "../../test/entries.ts";
import { table } from "../../test/table.ts";
import type { PlaceId } from "../domain/ids.ts";
import type { Decision, Withheld } from "../domain/judgement.ts";
import { BLOT, blotter } from "./blot.ts";
import type { Entry } from "./entry.ts";
import { publish } from "./publish.ts";
import { ledgerOf } from "./union.ts";

const one = report("Resident Mira Volnik said that blue troops took Exampleton. Volnik fled.", {
  title: "Mira Volnik tells",
  url: "https://example.org/mira-volnik-tells",
  source: { name: "Valley Voice", kind: "local" },
});
const two = report("Red troops took Exampleton, Valley Voice wrote.");
const quote = (of: typeof one, words: string) => ({
  start: of.text.indexOf(words),
  end: of.text.indexOf(words) + words.length,
  text: words,
});
const speaking = gain(one, "blue", {
  quote: quote(one, "blue troops took Exampleton"),
  speaker: { name: "Mira Volnik", role: "resident" },
});
const fleeing = gain(one, "blue", { quote: quote(one, "Volnik fled"), stage: "ongoing" });
const other = gain(two, "red", { quote: quote(two, "took Exampleton") });
const entries: readonly Entry[] = [
  ...readReport(one, [speaking, fleeing]),
  ...readReport(two, [other]),
  judged(
    judgement(
      { kind: "correct", claim: other.id, fields: { place: other.place } },
      { reason: "as Mira Volnik says" },
    ),
  ),
];
const with_ = (...decisions: Decision[]) =>
  ledgerOf([...entries, ...decisions.map((one) => judged(judgement(one)))]);
const hide = (what: Withheld): Decision => ({ kind: "withhold", what });
const shown = (ledger: ReturnType<typeof ledgerOf>) =>
  JSON.stringify(Object.values(publish(ledger)).map((map) => [...map]));

const person = hide({ kind: "person", names: ["Mira Volnik", "Volnik"] });
const place = hide({ kind: "place", place: "gn:1" as PlaceId, names: ["Exampleton"] });
const position = hide({ kind: "position", report: one.id, place: "gn:1" as PlaceId, names: ["Exampleton"] });
const source = hide({ kind: "source", name: "Valley Voice" });

test("nothing marked: the ledger is shown as it is", () => {
  const ledger = ledgerOf(entries);
  assert.equal(publish(ledger), ledger);
});

test("a person's name leaves no trace, in texts, titles, addresses, speakers and reasons", () => {
  assert.doesNotMatch(shown(with_(person)), /volnik/i);
  assert.match(shown(ledgerOf(entries)), /volnik/i);
});

test("a place leaves no name, id or position, and the claims lose their place", () => {
  const text = shown(with_(place));
  assert.doesNotMatch(text, /exampleton|gn:1|10\.5|20\.25/i);
  assert.match(text, /withheld place/);
});

test("a position is hidden in one report and stays in the others", () => {
  const { claims, reports } = publish(with_(position));
  assert.equal(claims.get(speaking.id)?.place?.id, undefined);
  assert.doesNotMatch(reports.get(one.id)!.text, /Exampleton/);
  assert.equal(claims.get(other.id)?.place?.id, "gn:1");
});

test("a source's name and addresses are hidden everywhere; its kind stays", () => {
  const ledger = publish(with_(source));
  assert.doesNotMatch(shown(with_(source)), /valley voice|example\.org/i);
  assert.deepEqual(ledger.reports.get(one.id)?.source, { name: "withheld source 1", kind: "local" });
});

test("a place that people hold to be the same is hidden with it", () => {
  const twin = {
    ...other.place!,
    id: "gn:2" as PlaceId,
    name: "Sampleville",
    toponym: "Sampleville",
    lon: 11.5,
  };
  const three = report("Green troops took Sampleville.");
  const merge: Decision = { kind: "merge-places", from: "gn:2" as PlaceId, into: "gn:1" as PlaceId };
  const ledger = ledgerOf([
    ...entries,
    ...readReport(three, [gain(three, "green", { place: twin })]),
    judged(judgement(merge)),
    judged(judgement(place)),
  ]);
  assert.doesNotMatch(shown(ledger), /sampleville|11\.5|gn:\d/i);
});

test("quotes are where the shown text has them", () => {
  for (const hidden of [[person], [place], [position], [source], [person, place, source]]) {
    const { claims, reports } = publish(with_(...hidden));
    for (const { quote, report } of claims.values()) {
      assert.equal(reports.get(report)!.text.slice(quote.start, quote.end), quote.text);
    }
  }
});

test("a marking counts for every day, until the same reviewer takes it back", () => {
  const marking = judgement(person, { on: day("2030-01-01") });
  const undo = judgement({ kind: "undo", judgement: marking.id }, { on: day("2030-01-02") });
  const hidden = ledgerOf([...entries, judged(marking)]);
  assert.doesNotMatch(shown(hidden), /volnik/i);
  assert.match(shown(ledgerOf([...entries, judged(marking), judged(undo)])), /volnik/i);
  const stranger = judgement({ kind: "undo", judgement: marking.id }, { reviewer: "ben" });
  assert.doesNotMatch(shown(ledgerOf([...entries, judged(marking), judged(stranger)])), /volnik/i);
});

const written = table(
  ["text", "shown", "why"],
  `
  Ana Ruiz spoke        | [withheld] spoke        | the name
  ANA  RUIZ spoke       | [withheld] spoke        | any case, any space
  Ana Ruiz's house      | [withheld]'s house      | the genitive
  /ana-ruiz-spoke       | /[withheld]-spoke       | in an address
  ana%20ruiz            | [withheld]              | in a query
  Anabel Ruiza spoke    | Anabel Ruiza spoke      | another name
  (Ruiz)                | ([withheld])            | the short form
`,
);

test("a name is found however it is written", () => {
  const blot = blotter(["Ana Ruiz", "Ruiz"])!;
  for (const { text, shown, why } of written)
    assert.equal(blot.text(text), shown.replaceAll("[withheld]", BLOT), why);
});
