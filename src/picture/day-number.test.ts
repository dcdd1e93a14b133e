import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, type Day, daysBetween } from "../domain/day.ts";
import { toDay, toDayNumber } from "./day-number.ts";

test("a day and its number are the calendar's, over leap years and centuries, and lead back to each other", () => {
  for (let day = "1896-02-20" as Day; day < "2105-03-10"; day = addDays(day, 13)) {
    assert.equal(toDayNumber(day), daysBetween("2000-01-01" as Day, day), day);
    assert.equal(toDay(toDayNumber(day)), day);
  }
});
