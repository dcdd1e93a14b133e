import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { table } from "../../test/table.ts";
import { read } from "../../test/told.ts";

/** Runs of the fuzz test; 100,000 take about a minute. */
const RUNS = Number(process.env.ASOF_FUZZ ?? 3000);

const PIECES = [
  "The rebels",
  "captured",
  "Herat",
  "the army",
  "withdrew from",
  "Kandahar",
  ",",
  ", which",
  "and",
  "if",
  "was",
  "fell to",
  ".",
  "…",
  "\n\n",
  "\n",
  "“",
  "”",
  "'s",
  "(",
  ")",
  "—",
  "not",
  "will",
  "who",
  "that",
  "to",
  "in the hands of",
  "at least 12",
  "on Monday",
  "in 2015",
  "HERAT, Aug 12 -",
  "\u0000",
  "\ud83d",
  "\udca9",
  "\u202e",
  "هرات سقطت",
  "Город пал",
  "  ",
  "\t|\t",
  "1,000,000",
  "%",
  "the city",
  "it",
  "its",
] as const;

test("law: no text crashes the reader, and every quote is what stands in the text", () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(" "));
  const junk = fc.string({ unit: "binary", maxLength: 120 });
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: junk }), (text) => {
      const { claims, problems, passed } = read(text, "2021-08-13");
      assert.deepEqual(
        problems.filter(({ code }) => code === "sentence-failed"),
        [],
      );
      for (const { quote } of claims) assert.equal(text.slice(quote.start, quote.end), quote.text);
      for (const { span } of passed)
        assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
    }),
    { numRuns: RUNS },
  );
});

test("time grows with the length of a text, not with its square", () => {
  const time = (words: number) => {
    const text =
      "The rebels captured Herat and the army withdrew from Kandahar while fighting went on and ".repeat(
        words / 15,
      );
    const start = performance.now();
    read(text, "2021-08-13");
    return performance.now() - start;
  };
  time(3000);
  assert.ok(time(12_000) < 5_000, "a sentence of 12,000 words takes seconds");
});

test("texts of other languages are named and give no claims", () => {
  const cases = table(
    ["text", "language", "why"],
    `
    Les rebelles ont pris la ville de Goma lundi et les forces du gouvernement se sont retirées de la province. | fr | French
    Los rebeldes tomaron la ciudad el lunes y las fuerzas del gobierno se retiraron de la provincia con sus armas. | es | Spanish
    Die Rebellen haben die Stadt am Montag eingenommen und die Armee ist nach Angaben der Regierung nicht mehr im Ort. | de | German
    سيطرت قوات الدعم السريع على مدينة نيالا يوم الاثنين | ar | Arabic
    Повстанцы захватили город в понедельник | ru | Russian
  `,
  );
  for (const { text, language, why } of cases) {
    const { claims, problems } = read(text);
    assert.deepEqual(claims, [], why);
    assert.deepEqual(problems, [{ code: "language-unsupported", where: "r_test", language }], why);
  }
});

test("shouted, unpunctuated and tabular text is read or left, and never fails", () => {
  for (const text of [
    "THE REBELS CAPTURED HERAT ON THURSDAY AND THE ARMY WITHDREW FROM KANDAHAR",
    "the rebels captured herat on thursday the army withdrew from kandahar nobody knows more",
    "Province\tHolder\tSince\nHerat\tTaliban\t2021-08-12\nKabul\tGovernment\t2001",
    "",
    " ",
    "\ufeff\n\n\n",
  ]) {
    assert.deepEqual(
      read(text).problems.filter(({ code }) => code === "sentence-failed"),
      [],
      text,
    );
  }
});
