import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { table } from "../../../test/table.ts";
import type { NumberMention } from "../types.ts";
import { findNumbers } from "./numbers.ts";

/** "low..high" with "~best" and quantifier, or the unit. */
function shown(mention: NumberMention): string {
  const { low, best, high, quantifier } = mention.count;
  const bounds = low === best && best === high ? `${best}` : `${low ?? ""}/${best ?? ""}/${high ?? ""}`;
  const value = quantifier === "exact" ? bounds : `${bounds} ${quantifier}`;
  return mention.unit ? `${value} ${mention.unit}` : value;
}

const counts = table(
  ["phrase", "numbers", "why"],
  `
  12 soldiers died                               | 12                               | plain digits
  twelve soldiers died                           | 12                               | a word
  twenty-one districts                           | 21                               | joined by a hyphen
  two hundred and fifty men                      | 250                              | and inside a number
  three thousand five hundred refugees           | 3500                             | two scales
  one million two hundred thousand people        | 1200000                          | three scales
  a hundred soldiers                             | 100                              | article as one
  a thousand men                                 | 1000                             | article as one
  1,037 servicemen                               | 1037                             | comma
  1.037 servicemen                               | 1037                             | full stop as thousand mark
  270 000 people                                 | 270000                           | no-break or plain blank
  1'234'567 people                               | 1234567                          | apostrophe
  1,50,000 people                                | 150000                           | Indian grouping
  2.234.567 people                               | 2234567                          | two full stops
  1.2 million people                             | 1200000                          | decimal with scale
  2,7 million people                             | 2700000                          | decimal comma before a scale
  3.5m people                                    | 3500000                          | glued scale
  20k people                                     | 20000                            | glued thousand
  three lakh people                              | 300000                           | lakh
  two crore people                               | 20000000                         | crore
  half a million people                          | 500000                           | half of a scale
  half a dozen men                               | 6                                | half of a dozen
  a dozen men                                    | 12                               | dozen
  two dozen men                                  | 24                               | dozen counted
  more than two dozen men                        | 24/24/ more-than                 | quantifier before words
  dozens of men                                  | 24//99 dozens                    | loose
  scores of men                                  | 40//99 scores                    | loose
  hundreds of men                                | 200//999 hundreds                | loose
  thousands fled                                 | 2000//9999 thousands             | loose
  tens of thousands fled                         | 20000//99999 tens-of-thousands   | loose of loose
  hundreds of thousands fled                     | 200000//999999 hundreds-of-thousands | loose of loose
  millions fled                                  | 2000000//9999999 millions        | loose
  several hundred fled                           | 200//999 hundreds                | several of a scale
  a few thousand fled                            | 2000//9999 thousands             | few of a scale
  a few dozen men                                | 24//99 dozens                    | few dozen
  several men                                    | 2//9 several                     | several
  a few men                                      | 2//9 several                     | a few
  few men came                                   |                                  | bare few denies
  a handful of men                               | 2//9 several                     | handful
  a couple of men                                | /2/ about                        | couple
  at least 18 killed                             | 18/18/ at-least                  | at least
  at least another 10 killed                     | 10/10/ at-least                  | filler between
  at least 1,000 killed                          | 1000/1000/ at-least              | with mark
  more than 100 killed                           | 100/100/ more-than               | more than
  well over 100 killed                           | 100/100/ more-than               | widened
  over 100 killed                                | 100/100/ more-than               | over
  upwards of 100 killed                          | 100/100/ more-than               | upwards of
  in excess of 100 killed                        | 100/100/ more-than               | in excess of
  took over 12 districts                         | 12                               | over belongs to the verb
  about 30 killed                                | /30/ about                       | about
  some 300 killed                                | /300/ about                      | some
  around 300 killed                              | /300/ about                      | around
  roughly 300 killed                             | /300/ about                      | roughly
  an estimated 300 killed                        | /300/ about                      | estimated
  30 or so men                                   | /30/ about                       | or so
  30-odd men                                     | /30/ about                       | odd
  nearly 400,000 people                          | /400000/400000 nearly            | nearly
  almost 400 people                              | /400/400 nearly                  | almost
  close to 400 people                            | /400/400 nearly                  | close to
  just under 400 people                          | /400/400 nearly                  | just under
  up to 300 people                               | //300 at-most                    | up to
  as many as five rockets                        | //5 at-most                      | as many as
  no more than 5 people                          | //5 at-most                      | no more than
  fewer than 5 people                            | //5 at-most                      | fewer than
  no fewer than 5 people                         | 5/5/ at-least                    | no fewer than
  300 or more people                             | 300/300/ at-least                | or more
  300+ people                                    | 300/300/ at-least                | plus sign
  between 10 and 15 people                       | 10//15 range                     | between
  10-15 people                                   | 10//15 range                     | hyphen
  10–15 people                                   | 10//15 range                     | dash
  10 to 15 people                                | 10//15 range                     | to
  17 or 18 towns                                 | 17//18 range                     | or
  two or three men                               | 2//3 range                       | or in words
  two to three hundred men                       | 200//300 range                   | scale for both
  5-6 million people                             | 5000000//6000000 range           | scale for both
  rose from 12 to 13                             | 12, 13                           | a change, no range
  killed 12 people and wounded 30                | 12, 30                           | two numbers
  three soldiers and two civilians               | 3, 2                             | and between nouns
  only 30 men                                    | 30                               | only
  1990 people were killed                        | 1990                             | a counted noun follows
`,
);

for (const { phrase, numbers, why } of counts)
  test(`counts: "${phrase}" (${why})`, () => {
    assert.equal(findNumbers(phrase).map(shown).join(", "), numbers);
  });

const notCounts = table(
  ["phrase", "units", "why"],
  `
  in 2015 the city fell                  | year              | year
  the 2011 uprising                      | year              | year before a noun
  the 1990s                              | year              | decade
  the war of 2014-15                     | year              | pair of years
  on June 22 they came                   | date              | month first
  on 22 June they came                   | date              | day first
  May 4                                  | date              | month that is a verb too
  2021-08-12                             | date              | numbers only
  22/7/2021                              | date              | slashes
  at 6.30pm                              | time-of-day       | glued clock
  at 14:05 GMT                           | time-of-day       | colon
  at 10 a.m. on Friday                   | time-of-day       | stops
  at eight o'clock                       | time-of-day       | o'clock
  a 56-year-old man                      | age               | age with hyphens
  a man aged 64                          | age               | age after its word
  Amina, 34, fled                        | age               | age between commas
  she is 12 years old                    | age               | age in words
  40 km away                             | distance          | distance
  11 kilometres from the city            | distance          | distance
  a 30km front                           | distance          | glued
  two miles north                        | distance          | miles
  200 metres away                        | distance          | metres
  a B-52 bombed it                       | weapon            | letter joined by hyphen
  an AK-47                               | weapon            | letters joined by hyphen
  a T-72 tank                            | weapon            | tank
  the M23 rebels                         | weapon            | letter joined
  155mm shells                           | weapon            | calibre
  a 122-mm rocket                        | weapon            | calibre with hyphen
  $5 million                             | money             | sign before
  40 million dollars                     | money             | coin after
  the 217th Corps                        | ordinal           | ordinal in digits
  the third town                         | ordinal           | ordinal word
  the twenty-first district              | ordinal           | ordinal with tens
  444 Brigade                            | name              | formation after
  Highway 1 is cut                       | name              | named by number
  Resolution 2334                        | name              | named by number
  Brigade 444                            | name              | named by number
  a three-day battle                     | duration          | length of time
  a 48-hour ceasefire                    | duration          | length of time
  for eight weeks                        | duration          | length of time
  a 10-member delegation                 | name              | adjective
  65 per cent of the country             | per-cent          | in words
  65% of the country                     | per-cent          | in a sign
  65 percent of it                       | per-cent          | one word
  two-thirds of the nation               | fraction          | hyphen
  over two thirds of the country         | fraction          | blank
  half of the districts                  | fraction          | half
  half the city                          | fraction          | half without of
  half an hour later                     |                   | no half of anything held
  a third of the province                | fraction          | with of
  one third of the province              | fraction          | with one
  three quarters of the land             | fraction          | quarters
  +93 700 123 456                        | name              | telephone
  no one was hurt                        |                   | pronoun
  one of them died                       |                   | pronoun
  20 hectares                            | measure           | area
`,
);

for (const { phrase, units, why } of notCounts)
  test(`no counts: "${phrase}" (${why})`, () => {
    assert.equal(
      findNumbers(phrase)
        .map((found) => found.unit ?? "count")
        .join(", "),
      units,
    );
  });

test("a fraction counts between 0 and 1, a percentage up to 100", () => {
  assert.equal(findNumbers("two-thirds of it")[0]?.count.best?.toFixed(3), "0.667");
  assert.equal(findNumbers("65 per cent of it")[0]?.count.best, 65);
});

test("law: any text gives mentions in order, in bounds, with their exact words", () => {
  const scraps = fc.constantFrom(
    "one",
    "two",
    "hundred",
    " and ",
    "-",
    " to ",
    "12",
    ",",
    ".",
    "half",
    "a ",
    "more than ",
    "%",
    "th",
    "\n\n",
    "of ",
    "a few ",
    "dozen",
    "thirds",
    "2021",
    "é",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      let last = 0;
      for (const mention of findNumbers(text)) {
        assert.ok(mention.start <= mention.end && mention.end <= text.length);
        assert.equal(text.slice(mention.start, mention.end), mention.text);
        assert.ok(mention.end >= last);
        last = mention.end;
      }
    }),
  );
});
