import { dateAt, oneDay, yearOf } from "./days-calendar.ts";
import { after, before, type DayPhrase, type Hit, phrase } from "./days-reading.ts";

/** Month and day of feasts with a date of their own, by the words around the keyword. */
const NEW_YEAR = /^['’]s (day|eve)\b/i;
const CHRISTMAS = /^ (day|eve)\b/i;

/** "New Year's Day", "Christmas Eve": the latest one up to publication. */
export function feastPhrase(hit: Hit): DayPhrase | undefined {
  const christmas = hit.word.toLowerCase() === "christmas";
  const lead = christmas ? null : before(hit, /\bnew $/i);
  const tail = after(hit, christmas ? CHRISTMAS : NEW_YEAR);
  if (!christmas && (!lead || !tail)) return undefined;
  const eve = tail?.[1]?.toLowerCase() === "eve";
  const [month, day] = christmas ? [12, eve ? 24 : 25] : eve ? [12, 31] : [1, 1];
  return phrase(hit, [lead?.[0], tail?.[0]], ({ publishedOn }) => {
    if (publishedOn === undefined) return undefined;
    const year = yearOf(publishedOn);
    const found = [year, year - 1]
      .map((one) => dateAt(one, month, day))
      .find((one) => one !== undefined && one <= publishedOn);
    return found && oneDay(found);
  });
}
