import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { entries } from "../../test/ledgers.ts";
import { currentClaims } from "./current.ts";
import { digestOf } from "./digest.ts";
import { endLine, entryLine, headLine, parseLine } from "./lines.ts";
import { entriesOf, ledgerOf, union } from "./union.ts";

const ledgers = entries.map(ledgerOf);
const same = (a: ReturnType<typeof ledgerOf>, b: ReturnType<typeof ledgerOf>) => {
  assert.deepEqual(entriesOf(a), entriesOf(b));
  assert.equal(digestOf(a), digestOf(b));
  assert.deepEqual(currentClaims(a), currentClaims(b));
};

test("law: union does not ask which comes first", () => {
  fc.assert(fc.property(ledgers, ledgers, (a, b) => same(union(a, b), union(b, a))));
});

test("law: union does not ask which two are joined first", () => {
  fc.assert(
    fc.property(ledgers, ledgers, ledgers, (a, b, c) => same(union(union(a, b), c), union(a, union(b, c)))),
  );
});

test("law: union with itself or a part of itself changes nothing", () => {
  fc.assert(
    fc.property(ledgers, ledgers, (a, b) => {
      same(union(a, a), a);
      same(union(union(a, b), b), union(a, b));
    }),
  );
});

test("law: a ledger does not depend on the order or repetition of arrival", () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat()), (given, dice) => {
      const shuffled = [...given, ...given.slice(0, 3)]
        .map((entry) => [dice.next().value, entry] as const)
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => entry);
      same(ledgerOf(shuffled), ledgerOf(given));
    }),
  );
});

test("law: encode then decode is identity", () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const read = entriesOf(ledger).map((entry) => {
        const line = parseLine(entryLine(entry));
        assert.equal(line.kind, "entry");
        return line.kind === "entry" ? line.entry : assert.fail();
      });
      assert.deepEqual(read, entriesOf(ledger));
      same(ledgerOf(read), ledger);
    }),
  );
});

test("law: equal digests mean equal ledgers", () => {
  fc.assert(
    fc.property(ledgers, ledgers, (a, b) => {
      const alike = entriesOf(a).map(entryLine).join() === entriesOf(b).map(entryLine).join();
      assert.equal(digestOf(a) === digestOf(b), alike);
    }),
  );
});

test("the head and the end of a file are told from entries", () => {
  assert.deepEqual(parseLine(headLine()), { kind: "head", form: 1 });
  assert.deepEqual(parseLine(endLine(3, "ab")), { kind: "end", entries: 3, digest: "ab" });
});

test("a line of an older form is brought up to today's step by step", () => {
  const old = JSON.parse(
    entryLine(
      entriesOf(
        ledgerOf(
          fc.sample(
            entries.filter((e) => e.length > 0),
            1,
          )[0]!,
        ),
      )[0]!,
    ),
  );
  const steps = [
    (line: Readonly<Record<string, unknown>>) => ({ ...line, entry: line.kind, kind: undefined }),
    (line: Readonly<Record<string, unknown>>) => {
      const { was, ...rest } = line;
      return { ...rest, [String(line.entry)]: was };
    },
  ];
  const { entry, [entry]: body, ...rest } = old;
  const oldest = JSON.stringify({ ...rest, kind: entry, was: body });
  const middle = JSON.stringify({ ...rest, entry, was: body });
  for (const [line, form] of [
    [oldest, 1],
    [middle, 2],
    [JSON.stringify(old), 3],
  ] as const) {
    const read = parseLine(line, form, steps);
    assert.deepEqual(read.kind === "entry" && JSON.parse(entryLine(read.entry)), old);
  }
});
