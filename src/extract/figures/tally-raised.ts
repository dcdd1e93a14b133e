import { tokenAt } from "../numbers/numbers-noun.ts";
import { type View, wordAt } from "../words/view.ts";
import type { Tallied } from "./tally-count.ts";
import type { TallyLexicon } from "./tally-lexicon.ts";

const HEADS = /^(?:number|tally|total|count)$/;
const RAISING =
  /^(?:bring|brings|bringing|brought|raise|raises|raising|raised|takes|taking|stands|stood|makes)$/;
const LOSSES =
  /^(?:dead|killed|deaths|death|wounded|casualties|injured|displaced|refugees|cases|people|arrested)$/;

/** "bringing to five the number seized", "raises the number of captured districts to eight", "the tally stands at 18". */
export function raisedTallies(view: View, lexicon: TallyLexicon): Tallied[] {
  const found: Tallied[] = [];
  for (const mention of view.analysis.numbers) {
    if (mention.unit !== undefined) continue;
    const from = tokenAt(view.tokens, mention.start);
    const to = tokenAt(view.tokens, mention.end - 1) + 1;
    const before = wordAt(view, from - 1);
    if (before !== "to" && before !== "at") continue;
    const around = view.tokens.slice(Math.max(0, from - 14), to + 8).map(({ lower }) => lower);
    if (!around.some((word) => HEADS.test(word)) || !around.some((word) => RAISING.test(word))) continue;
    if (
      around.some((word) => LOSSES.test(word)) ||
      lexicon.units.at(view.tokens, to) ||
      wordAt(view, to) === "of"
    )
      continue;
    found.push({
      of: unitIn(view, lexicon, from),
      count: mention.count,
      from,
      to,
      unit: { from, to },
      ordinal: false,
    });
  }
  return found;
}

function unitIn(view: View, lexicon: TallyLexicon, at: number): string {
  for (let i = at + 8; i >= 0; i -= 1) {
    const unit = lexicon.units.at(view.tokens, i);
    if (unit) return unit.row.of;
  }
  return "";
}
