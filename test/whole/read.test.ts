import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { EXTRACTOR } from "../../src/extract/extractor-id.ts";
import { asof } from "../asof.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-read-"));
after(() => rmSync(folder, { recursive: true }));

const TEXT = "The Taliban captured Herat on Thursday.";

test("asof read tells each claim with its day, its voice and its words", () => {
  const { code, out, err } = asof(["read", "-", "--published", "2021-08-12", "--source", "Desk"], {
    input: TEXT,
  });
  assert.deepEqual([code, err], [0, ""]);
  assert.equal(
    out,
    `Desk, 2021-08-12: 1 claim
  control      Taliban gained Herat (city, AF)
               2021-08-12; reported
               “The Taliban captured Herat”

`,
  );
});

test("asof read --json gives the claim of the contract, one a line, and nothing else on standard output", () => {
  const { out } = asof(["read", "-", "--published", "2021-08-12", "--json"], { input: TEXT });
  const claim = JSON.parse(out);
  assert.match(claim.id, /^c_[0-9a-f]{32}$/);
  assert.deepEqual(claim.quote, { start: 0, end: 26, text: TEXT.slice(0, 26) });
  assert.deepEqual(
    [
      claim.kind,
      claim.change,
      claim.actor.id,
      claim.actor.mention,
      claim.stance,
      claim.stage,
      claim.extractor,
    ],
    ["control", "gained", "taliban", "Taliban", "reported", "done", EXTRACTOR],
  );
  const { id, name, toponym, country, admin1, level, precision } = claim.place;
  assert.deepEqual(
    [id, name, toponym, country, admin1, level, precision],
    ["gn:1140026", "Herat", "Herat", "AF", "Herat", "city", "exact"],
  );
  assert.deepEqual(claim.valid, {
    from: "2021-08-12",
    until: "2021-08-13",
    precision: "day",
    basis: "Thursday",
  });
});

test("an annotated report is read by its text alone, and its id comes back on every claim", () => {
  const path = join(folder, "annotated.json");
  const source = { name: "Example Wire", kind: "wire", camp: null };
  const gold = [{ kind: "control", quote: "captured" }];
  writeFileSync(
    path,
    JSON.stringify({ id: "x/1", source, publishedOn: "2021-08-12", text: TEXT, gold, not: [] }),
  );
  const { code, out } = asof(["read", path, "--json"]);
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).reportRef, "x/1");
});

test("asof read --explain marks claims in the text and says what was passed over", () => {
  const input = `${TEXT} A goat was captured too.`;
  const { out } = asof(["read", "-", "--published", "2021-08-12", "--explain"], { input });
  assert.match(out, /\[1: The Taliban captured Herat :1\] on Thursday\./);
  assert.match(out, /made by control: capture/);
  assert.match(out, /passed over “captured”: /);
});

test("without a day of publication the claim is kept and its day stays unknown", () => {
  const { code, out, err } = asof(["read", "-", "--json"], { input: TEXT });
  assert.equal(code, 1);
  assert.match(err, /does not say when it was published/);
  const { valid } = JSON.parse(out);
  assert.deepEqual([valid.precision, valid.from], ["unknown", undefined]);
});
