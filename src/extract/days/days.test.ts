import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { table } from "../../../test/table.ts";
import { addDays, type Day, dayOf, weekdayOf } from "../../domain/day.ts";
import { findDays } from "./days.ts";

/** A Wednesday. */
const PUBLISHED = "2022-09-14" as Day;

const phrases = table(
  ["text", "from", "until", "precision", "basis", "why"],
  `
  They left on Wednesday.                     | 2022-09-14 | 2022-09-15 | day | Wednesday | today counts as past
  They left on Thursday.                      | 2022-09-08 | 2022-09-09 | day | Thursday | a weekday lies in the past
  They left on Tuesday.                       | 2022-09-13 | 2022-09-14 | day | Tuesday | yesterday
  They left last Wednesday.                   | 2022-09-07 | 2022-09-08 | day | last Wednesday | "last" is never today
  They left last Friday.                      | 2022-09-09 | 2022-09-10 | day | last Friday | the latest one
  They will vote on Friday.                   | 2022-09-16 | 2022-09-17 | day | Friday | an explicit future
  A vote is due on Sunday.                    | 2022-09-18 | 2022-09-19 | day | Sunday | due
  They vowed to be there by Monday.           | 2022-09-19 | 2022-09-20 | day | Monday | a vow looks ahead
  It was to open next Monday.                 | 2022-09-19 | 2022-09-20 | day | next Monday | next
  By Monday they had left.                    | 2022-09-12 | 2022-09-13 | day | Monday | "by" alone is past
  Monday's raid failed.                       | 2022-09-12 | 2022-09-13 | day | Monday | possessive
  They left early on Saturday.                | 2022-09-10 | 2022-09-11 | day | early on Saturday | part of the day taken in
  They left late Saturday.                    | 2022-09-10 | 2022-09-11 | day | late Saturday | without "on"
  They left on Sunday night.                  | 2022-09-11 | 2022-09-12 | day | Sunday night | a weekday's night is told as that day
  They left on Monday morning.                | 2022-09-12 | 2022-09-13 | day | Monday morning | morning
  It fell in the night to Tuesday.            | 2022-09-12 | 2022-09-14 | day | in the night to Tuesday | two days
  It fell in the night from Sunday to Monday. | 2022-09-11 | 2022-09-13 | day | in the night from Sunday to Monday | both ends named
  It fell on Monday last week.                | 2022-09-05 | 2022-09-06 | day | Monday last week | the week named after it
  They fought from Friday to Sunday.          | 2022-09-09 | 2022-09-12 | day | from Friday to Sunday | a range of weekdays
  Fighting since Sunday has been heavy.       | 2022-09-11 | 2022-09-15 | day | since Sunday | an open interval reaches to publication
  They held it until Friday.                  | 2022-09-16 | 2022-09-17 | day | Friday | until looks ahead
  It fell today.                              | 2022-09-14 | 2022-09-15 | day | today | today
  It fell yesterday.                          | 2022-09-13 | 2022-09-14 | day | yesterday | yesterday
  It fell yesterday evening.                  | 2022-09-13 | 2022-09-14 | day | yesterday evening | with its part
  It fell the day before yesterday.           | 2022-09-12 | 2022-09-13 | day | the day before yesterday | two back
  They will talk tomorrow.                    | 2022-09-15 | 2022-09-16 | day | tomorrow | tomorrow
  It was shelled overnight.                   | 2022-09-13 | 2022-09-15 | day | overnight | the night belongs to both days
  It was shelled last night.                  | 2022-09-13 | 2022-09-15 | day | last night | the same
  It is open tonight.                         | 2022-09-14 | 2022-09-15 | day | tonight | tonight
  It was shelled this morning.                | 2022-09-14 | 2022-09-15 | day | this morning | today
  It fell early this morning.                 | 2022-09-14 | 2022-09-15 | day | early this morning | today
  It was shelled during the night.            | 2022-09-13 | 2022-09-15 | day | during the night | without a day: last night
  It was shelled in the night.                | 2022-09-13 | 2022-09-15 | day | in the night | the same
  They came at dawn.                          | 2022-09-14 | 2022-09-15 | day | at dawn | without a day: today
  They were gone by the evening.              | 2022-09-14 | 2022-09-15 | day | by the evening | the same
  It fell on 3 September.                     | 2022-09-03 | 2022-09-04 | day | 3 September | this year's
  It fell on September 3.                     | 2022-09-03 | 2022-09-04 | day | September 3 | American order
  It fell on September 3, 2019.               | 2019-09-03 | 2019-09-04 | day | September 3, 2019 | with its year
  It fell on 3 September 2019.                | 2019-09-03 | 2019-09-04 | day | 3 September 2019 | with its year
  It fell on the 3rd of September.            | 2022-09-03 | 2022-09-04 | day | the 3rd of September | ordinal
  It fell on Sept. 3.                         | 2022-09-03 | 2022-09-04 | day | Sept. 3 | abbreviated
  It fell on 3 Sept.                          | 2022-09-03 | 2022-09-04 | day | 3 Sept | abbreviated
  It fell on 20 October.                      | 2021-10-20 | 2021-10-21 | day | 20 October | a date ahead lies in the last year
  It will open on 20 October.                 | 2022-10-20 | 2022-10-21 | day | 20 October | an explicit future
  It fell on Saturday, September 10.          | 2022-09-10 | 2022-09-11 | day | Saturday, September 10 | weekday and date are one
  It fell on Saturday 10 September.           | 2022-09-10 | 2022-09-11 | day | Saturday 10 September | the same
  It fell between 3 and 5 September.          | 2022-09-03 | 2022-09-06 | day | 3 and 5 September | a range of dates
  From 1-10 September they dug in.            | 2022-09-01 | 2022-09-11 | week | 1-10 September | a longer range is a week
  From September 3 to 5 they dug in.          | 2022-09-03 | 2022-09-06 | day | September 3 to 5 | American order
  In the night of 4-5 September it burned.    | 2022-09-04 | 2022-09-06 | day | 4-5 September | a night by dates
  It fell on 2022-09-02.                      | 2022-09-02 | 2022-09-03 | day | 2022-09-02 | ISO
  It fell on 02.09.2022.                      | 2022-09-02 | 2022-09-03 | day | 02.09.2022 | day before month
  It fell on 09/25/2021.                      | 2021-09-25 | 2021-09-26 | day | 09/25/2021 | the only order that gives a date
  It fell in July.                            | 2022-07-01 | 2022-08-01 | month | July | a month of this year
  It fell in November.                        | 2021-11-01 | 2021-12-01 | month | November | a month ahead lies in the last year
  It fell in August last year.             | 2021-08-01 | 2021-09-01 | month | August last year | the year behind the month
  It fell in September.                       | 2022-09-01 | 2022-10-01 | month | September | the month of publication
  It fell in May.                             | 2022-05-01 | 2022-06-01 | month | May | after "in" it is a month
  It fell in March 2014.                      | 2014-03-01 | 2014-04-01 | month | March 2014 | with a year
  It fell in early August.                    | 2022-08-01 | 2022-08-16 | month | early August | to the 15th
  It fell in mid-August.                      | 2022-08-11 | 2022-08-21 | week | mid-August | about the middle
  It fell in late August.                     | 2022-08-16 | 2022-09-01 | month | late August | from the 16th
  It fell at the end of August.               | 2022-08-29 | 2022-09-01 | week | the end of August | the last days
  It fell at the beginning of August.         | 2022-08-01 | 2022-08-02 | day | the beginning of August | its first day
  It has been cut since May.                  | 2022-05-01 | 2022-09-15 | month | since May | open
  It has been cut since early June.           | 2022-06-01 | 2022-09-15 | month | since early June | open
  It has been cut since 8 June.               | 2022-06-08 | 2022-09-15 | day | since 8 June | open
  It has been cut since the thirtieth of June. | 2022-06-30 | 2022-09-15 | day | since the thirtieth of June | a date in words
  Its port had fallen the week before.        | 2022-09-04 | 2022-09-11 | week | the week before | a week back
  In May and June it was shut.                | 2022-05-01 | 2022-07-01 | month | May and June | two months
  It fell last May.                           | 2022-05-01 | 2022-06-01 | month | last May | last
  It fell in 2016.                            | 2016-01-01 | 2017-01-01 | year | 2016 | a bare year
  It fell in early 2016.                      | 2016-01-01 | 2016-05-01 | month | early 2016 | a part of the year
  It fell in mid-2022.                        | 2022-05-01 | 2022-09-01 | month | mid-2022 | the middle
  It fell in late 2016.                       | 2016-09-01 | 2017-01-01 | month | late 2016 | the end
  It fell at the end of 2020.                 | 2020-12-01 | 2021-01-01 | month | the end of 2020 | its last month
  It fell in the first half of 2021.          | 2021-01-01 | 2021-07-01 | month | the first half of 2021 | half a year
  It fell in the summer of 2014.              | 2014-06-01 | 2014-09-01 | month | the summer of 2014 | a season
  It fell in spring 2014.                     | 2014-03-01 | 2014-06-01 | month | spring 2014 | a season
  They have held it since 2014.               | 2014-01-01 | 2022-09-15 | year | since 2014 | open
  They held it from 2014 to 2017.             | 2014-01-01 | 2018-01-01 | year | 2014 to 2017 | a range of years
  The 2015 truce broke.                       | 2015-01-01 | 2016-01-01 | year | 2015 | a year as an adjective
  The war (2011-13) ended.                    | 2011-01-01 | 2014-01-01 | year | 2011-13 | a range of years
  This year it fell.                          | 2022-01-01 | 2022-09-15 | year | This year | up to now
  Earlier this year it fell.                  | 2022-01-01 | 2022-09-15 | year | Earlier this year | up to now
  It fell last year.                          | 2021-01-01 | 2022-01-01 | year | last year | the year before
  It was lost early last year.                | 2021-01-01 | 2021-05-01 | month | early last year | a part of it
  Displaced since the start of the year.      | 2022-01-01 | 2022-09-15 | day | since the start of the year | its first day
  Displaced since the beginning of the year.  | 2022-01-01 | 2022-09-15 | day | since the beginning of the year | the same
  Displaced since the beginning of this month. | 2022-09-01 | 2022-09-15 | day | since the beginning of this month | of the month
  So far this year it fell twice.             | 2022-01-01 | 2022-09-15 | year | So far this year | up to now
  It fell this month.                         | 2022-09-01 | 2022-09-15 | month | this month | up to now
  It fell earlier this month.                 | 2022-09-01 | 2022-09-15 | month | earlier this month | up to now
  It fell last month.                         | 2022-08-01 | 2022-09-01 | month | last month | the month before
  It fell late last month.                    | 2022-08-16 | 2022-09-01 | month | late last month | its second half
  It fell this week.                          | 2022-09-12 | 2022-09-15 | week | this week | from Monday
  It fell earlier this week.                  | 2022-09-12 | 2022-09-15 | week | earlier this week | from Monday
  It fell last week.                          | 2022-09-05 | 2022-09-12 | week | last week | Monday to Sunday
  They will meet next week.                   | 2022-09-19 | 2022-09-26 | week | next week | ahead
  It fell over the weekend.                   | 2022-09-10 | 2022-09-12 | day | over the weekend | Saturday and Sunday
  It fell last weekend.                       | 2022-09-10 | 2022-09-12 | day | last weekend | the same on a Wednesday
  It has been cut since the weekend.          | 2022-09-10 | 2022-09-15 | day | since the weekend | open
  It fell three days ago.                     | 2022-09-11 | 2022-09-12 | day | three days ago | counted
  It fell 3 days ago.                         | 2022-09-11 | 2022-09-12 | day | 3 days ago | in figures
  It fell a few days ago.                     | 2022-09-11 | 2022-09-12 | day | a few days ago | few is three
  It fell a week ago.                         | 2022-09-07 | 2022-09-08 | day | a week ago | seven days
  It fell on New Year's Eve.                 | 2021-12-31 | 2022-01-01 | day | New Year's Eve | a feast
  It had been held until last weekend.        | 2022-09-10 | 2022-09-12 | day | last weekend | until a day that is past
  It fell around two weeks ago.               | 2022-08-28 | 2022-09-04 | week | around two weeks ago | about
  It fell a month ago.                        | 2022-08-14 | 2022-09-14 | month | a month ago | about
  It fell six months ago.                     | 2022-03-14 | 2022-04-14 | month | six months ago | about
  It fell two years ago.                      | 2020-01-01 | 2021-01-01 | year | two years ago | by year
  It fell some 20 years ago.                  | 2002-01-01 | 2003-01-01 | year | some 20 years ago | by year
  Ten fell in the past week.                  | 2022-09-07 | 2022-09-15 | week | in the past week | seven days and today
  Ten fell in the past seven days.            | 2022-09-07 | 2022-09-15 | week | in the past seven days | the same
  Ten fell over the past two weeks.           | 2022-08-31 | 2022-09-15 | week | over the past two weeks | counted
  Ten fell in the last 24 hours.              | 2022-09-13 | 2022-09-15 | day | in the last 24 hours | a day back
  Ten fell within 72 hours.                   | 2022-09-11 | 2022-09-15 | day | within 72 hours | three days back
  Ten fell in recent days.                    | 2022-09-11 | 2022-09-15 | day | in recent days | some days
  Ten fell in recent weeks.                   | 2022-08-17 | 2022-09-15 | month | in recent weeks | some weeks
  They fought for three weeks.                | 2022-08-24 | 2022-09-15 | month | for three weeks | up to now
  They fought for days.                       | 2022-09-12 | 2022-09-15 | day | for days | up to now
  Five fell in four days.                     | 2022-09-11 | 2022-09-15 | day | in four days | counted with today
  Fighting went on in the last hours.         | 2022-09-13 | 2022-09-15 | day | in the last hours | may be last night
  The battle is in its sixth day.             | 2022-09-09 | 2022-09-15 | week | in its sixth day | began five days before
  It was told earlier in the day.             | 2022-09-14 | 2022-09-15 | day | earlier in the day | today
  It was lost the previous day.               | 2022-09-13 | 2022-09-14 | day | the previous day | counted from publication
  It was lost the day before.                 | 2022-09-13 | 2022-09-14 | day | the day before | the same
  It was lost a day earlier.                  | 2022-09-13 | 2022-09-14 | day | a day earlier | the same
  This summer it fell.                        | 2022-06-01 | 2022-09-01 | month | This summer | a season of this year
  It fell in the winter.                      | 2022-01-01 | 2022-04-01 | month | in the winter | the latest one
`,
);

test("a phrase of time is resolved against the day of publication", () => {
  for (const { text, from, until, precision, basis, why } of phrases) {
    const [found] = findDays(text, PUBLISHED);
    assert.deepEqual(found?.valid, { from, until, precision, basis }, `${text} (${why})`);
  }
});

const chains = table(
  ["text", "days", "why"],
  `
  On Friday A fell, B a day later.               | 2022-09-09 2022-09-10 | counted from the day told last
  On Monday A fell. B was lost the same day.     | 2022-09-12 2022-09-12 | the same day
  On Monday A fell. That night B burned.         | 2022-09-12 2022-09-12 | that night
  A fell on Sunday; two days later B did.        | 2022-09-11 2022-09-13 | two days on
  A fell on Sunday; B had gone three days before. | 2022-09-11 2022-09-08 | three days back
  A fell on Sunday, B in the evening.            | 2022-09-11 2022-09-11 | a part of the day told last
  On Sunday A fell.\\n\\nX.\\n\\nY.\\n\\nIt was lost the previous day. | 2022-09-11 2022-09-13 | a day told long before is no anchor
  A fell on Friday, June 10, B on 11 June.       | 2022-06-10 2022-06-11 | two dates
`,
);

test("later, earlier and the same day count from the day told last", () => {
  for (const { text, days, why } of chains) {
    const found = findDays(text, PUBLISHED).map((mention) => mention.valid.from);
    assert.equal(found.join(" "), days, why);
  }
});

const nothing = table(
  ["text", "why"],
  `
  They may march on the town.            | no months
  March or wait, he said.                | a verb at the beginning of a sentence
  Some 2000 fighters came.               | a number of men
  The road is 1950 metres long.          | a length
  The Sun shone on Fridaynight.          | no words of time
  He gave them two hours to leave.       | hours do not tell a day
  The sector of 12,000 men was quiet.    | "sec" is no month
`,
);

test("what is no time is left alone", () => {
  for (const { text, why } of nothing) assert.deepEqual(findDays(text, PUBLISHED), [], why);
});

test("without a day of publication absolute dates resolve and relative ones keep their words", () => {
  const found = findDays("On 3 May 2019 A fell; on Thursday B did, in 2016 C.", undefined);
  assert.deepEqual(
    found.map(({ valid }) => [valid.from, valid.precision, valid.basis]),
    [
      ["2019-05-03", "day", "3 May 2019"],
      [undefined, "unknown", "Thursday"],
      ["2016-01-01", "year", "2016"],
    ],
  );
});

test("law: a weekday told in the past is one of the seven days up to publication", () => {
  const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 6 }), (shift, weekday) => {
      const published = addDays(dayOf(2020, 1, 1), shift);
      const day = findDays(`It fell on ${names[weekday]}.`, published)[0]!.valid.from!;
      assert.ok(day <= published && addDays(day, 7) > published);
      assert.equal(weekdayOf(day), weekday);
    }),
  );
});

test("law: any text is read without a failure, and mentions stand in order", () => {
  const words = fc.constantFrom(
    "on",
    "31",
    "June",
    "May",
    "2021",
    "-",
    "ago",
    "last",
    "Friday",
    "night",
    "the",
    "days",
    "in",
    "\n\n",
    ",",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const text = parts.join(" ");
      let end = 0;
      for (const mention of findDays(text, PUBLISHED)) {
        assert.equal(mention.text, text.slice(mention.start, mention.end));
        assert.ok(mention.start >= end);
        end = mention.end;
      }
    }),
  );
});
