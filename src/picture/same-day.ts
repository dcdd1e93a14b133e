import { type DayVoices, firmLoss, type Stand, strongest, tellsChange } from "./day-voices.ts";
import { type Evidence, insideCamp, isFirm, WEIGHT } from "./evidence.ts";
import { hasTwoVoices } from "./independence.ts";
import type { Segment } from "./segment.ts";

/** Of several who had it on one day by firm words: the admitted one (R1), else who took it last, as far as can be told. */
export function lastToHave(firm: readonly Stand[], now: Segment | undefined): Stand | undefined {
  const admitted = firm.filter(({ has }) => strongest(has) >= WEIGHT.against);
  if (admitted.length === 1) return admitted[0];
  const takers = firm.filter(({ has }) => tellsChange(has));
  if (takers.length === 1) return takers[0];
  if (takers.length === 0) {
    const kept = firm.filter((stand) => !firmLoss(stand, now));
    return kept.length === 1 ? kept[0] : confirmedAlone(kept);
  }
  const back = takers.find(({ party }) => party.camp === now?.holder?.camp && now?.standing === "held");
  return back ?? lastInText(takers) ?? confirmedAlone(takers);
}

/** The one that independent voices tell of, where one voice tells of each other. */
function confirmedAlone(stands: readonly Stand[]): Stand | undefined {
  const confirmed = stands.filter(({ has }) => hasTwoVoices(has.filter(isFirm)));
  return confirmed.length === 1 ? confirmed[0] : undefined;
}

/** The order of telling, where every report that tells all the changes agrees on the last. */
function lastInText(takers: readonly Stand[]): Stand | undefined {
  const changes = takers.flatMap((stand) =>
    stand.has
      .filter((one) => isFirm(one) && one.saying.kind === "has" && one.saying.change)
      .map(({ claim }) => ({ stand, claim })),
  );
  const lasts = [...Map.groupBy(changes, ({ claim }) => claim.report).values()]
    .filter((told) => takers.every((stand) => told.some((one) => one.stand === stand)))
    .map((told) => told.reduce((a, b) => (b.claim.quote.start > a.claim.quote.start ? b : a)).stand);
  return lasts.every((stand) => stand === lasts[0]) ? lasts[0] : undefined;
}

/** Lost again the same day, or denied by the camp itself or by more neutral voices than affirm it. */
export function lacksOutweigh(stand: Stand, now: Segment | undefined): boolean {
  if (!stand.lacks.some(isFirm)) return false;
  const hadIt = now?.holder?.camp === stand.party.camp && now.standing === "held";
  const affirming = strongest(stand.has);
  const denying = stand.lacks.filter((one) => one.saying.kind === "has-not" && isFirm(one));
  const losses = stand.lacks.filter((one) => one.saying.kind === "lost" && isFirm(one));
  if (losses.length > 0) {
    const regained = tellsChange(stand.has) && (hadIt || toldLater(stand.has, losses));
    return !regained && strongest(losses) >= affirming - 1;
  }
  if (strongest(denying) > affirming) return true;
  return denying.length > stand.has.filter(isFirm).length;
}

/** Every loss stands before a gain in the text that tells both. */
function toldLater(gains: readonly Evidence[], losses: readonly Evidence[]): boolean {
  return losses.every((loss) =>
    gains.some(
      ({ claim }) =>
        claim.report === loss.claim.report &&
        claim.quote.start > loss.claim.quote.start &&
        claim.change === "gained",
    ),
  );
}

/** A holding and fighting are told for one day: the holder of before holds on in battle; a new one must be better attested. */
export function battleOutweighs(winner: Stand, voices: DayVoices, now: Segment | undefined): boolean {
  const fights = voices.fought.filter((one) => isFirm(one) && insideCamp(one) !== winner.party.camp);
  const others = voices.stands.filter(({ party }) => party.camp !== winner.party.camp);
  if (fights.length === 0 || others.some(({ lacks }) => lacks.some(isFirmLoss))) return false;
  if (now?.holder === undefined || now.holder.camp === winner.party.camp) return true;
  return fights.length > winner.has.filter(isFirm).length;
}

export function isFirmLoss(one: Evidence): boolean {
  return one.saying.kind === "lost" && isFirm(one);
}
