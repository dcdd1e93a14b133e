import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../src/domain/day.ts";
import { controlClaim } from "../test/claims.ts";
import { table } from "../test/table.ts";
import { createActorJudge } from "./actors.ts";
import { dayAgrees } from "./days.ts";
import { judgeFields, sameSpeaker } from "./fields.ts";
import { goldReport } from "./gold.ts";
import { createPlaceJudge, folded } from "./places.ts";
import { sprungTraps } from "./traps.ts";

const judges = { place: createPlaceJudge(), actor: createActorJudge() };

test("a day agrees when it lies in the gold interval, give or take the slack", () => {
  const cases = table(
    ["from", "until", "precision", "claim", "slack", "agrees", "why"],
    `
    2021-03-01 |            | day     | 2021-03-01 | 0 | yes | the day itself
    2021-03-01 |            | day     | 2021-03-02 | 0 | no  | a day later
    2021-03-01 |            | day     | 2021-03-02 | 1 | yes | within a day
    2021-03-01 |            | day     | 2021-02-28 | 1 | yes | within a day, earlier
    2021-03-01 |            | day     | 2021-03-03 | 1 | no  | two days later
    2021-03-01 | 2021-03-09 | day     | 2021-03-08 | 0 | yes | the last day of the interval
    2021-03-01 | 2021-03-09 | day     | 2021-03-09 | 0 | no  | the interval is half-open
    2021-03-01 |            | month   | 2021-03-31 | 0 | yes | in the month
    2021-12-01 |            | month   | 2022-01-01 | 0 | no  | the next month
    2021-03-01 |            | unknown | 2022-01-01 | 0 | yes | gold does not know the day
  `,
  );
  for (const { from, until, precision, claim, slack, agrees, why } of cases) {
    const valid = { from: parseDay(claim)!, precision: "day" } as const;
    const got = dayAgrees({ from, until: until || null, precision }, valid, Number(slack));
    assert.equal(got, agrees === "yes", why);
  }
});

test("speakers agree when a word of name or role is common, or when both are absent", () => {
  const cases = table(
    ["gold", "claim", "agrees", "why"],
    `
    a second official | officials       | yes | the same role
    Bahir Ahmadi      | Ahmadi          | yes | the family name
    the ministry      | the governor    | no  | the article is no word of a name
                      | the governor    | no  | gold has the report's own voice
                      |                 | yes | both in the report's own voice
  `,
  );
  for (const { gold, claim, agrees, why } of cases) {
    assert.equal(sameSpeaker(gold || undefined, claim ? { name: claim } : undefined), agrees === "yes", why);
  }
});

test("names agree whatever their marks, case and hyphens", () => {
  assert.equal(folded("Pul-e Khumrī"), folded("pul e-khumri"));
});

test("sites, crossings and roads are known by the town that their name carries", () => {
  const cases = table(
    ["gold", "level", "claim", "same", "why"],
    `
    Gao Airport                 | site     | Gao              | yes | the town
    Governor's office, Gao      | site     | Gao              | yes | the town
    Chaman-Spin Boldak crossing | crossing | Spin Boldak      | yes | one of its towns
    Kabul-north highway         | road     | Kabul-north road | yes | another word for road
    Gao Airport                 | site     | Timbuktu         | no  | another town
    Gao Airport                 | site     | airport          | no  | no name at all
    New Gao                     | city     | Gao              | no  | towns have their whole name
  `,
  );
  for (const { gold, level, claim, same, why } of cases) {
    const place = { name: claim, toponym: "it", level: "site", precision: "exact" } as const;
    assert.equal(judges.place.same({ name: gold, level }, place), same === "yes", why);
  }
});

const TEXT = "Red took ford and mill on Monday, and may take the weir.";
const report = goldReport("test", {
  id: "1",
  text: TEXT,
  gold: ["ford", "mill"].map((name) => ({
    kind: "control",
    change: "gained",
    actor: "red",
    place: { name, level: "city" },
    stance: "reported",
    stage: "done",
    quote: "Red took ford and mill on Monday",
  })),
  not: [{ quote: "may take the weir", why: "a forecast" }],
});

function gained(place: string, quote: string, stage = "done") {
  return controlClaim({ change: "gained", actor: "red", place, stage, quote }, TEXT);
}

test("a quote that says two things is paired so that most agrees", () => {
  const words = "Red took ford and mill on Monday";
  const verdicts = judgeFields(report.gold, [gained("mill", words), gained("ford", words)], judges);
  assert.deepEqual(
    verdicts.filter(({ field }) => field === "place").map(({ right }) => right),
    [true, true],
  );
});

test("a trap is sprung by a done claim over its words, not by a forecast or by what gold has", () => {
  const over = (claim: ReturnType<typeof gained>) => sprungTraps(report, [claim], judges).length;
  assert.equal(over(gained("weir", "may take the weir")), 1);
  assert.equal(over(gained("weir", "may take the weir", "forecast")), 0);
  assert.equal(over(gained("ford", TEXT)), 0);
  assert.equal(over(gained("ford", "Red took ford")), 0);
});
