import fc from "fast-check";
import type { Told } from "./pictures.ts";

/** Narrow on purpose: three days, two towns, three sides, so that claims meet. */
export const told: fc.Arbitrary<Told> = fc
  .record({
    change: fc.constantFrom(
      "gained",
      "gained from",
      "lost",
      "holds",
      "entered",
      "besieged",
      "repelled",
      "fought",
    ),
    actor: fc.constantFrom("red", "blue", "green"),
    other: fc.constantFrom("red", "blue", "green"),
    first: fc.integer({ min: 3, max: 5 }),
    length: fc.constantFrom(0, 0, 0, 1, 3),
    lag: fc.integer({ min: 0, max: 2 }),
    place: fc.constantFrom("Ford", "Ford", "Mill", "Ford:site"),
    voice: fc.constantFrom<Partial<Told>>(
      {},
      { by: "Wire A" },
      { by: "Wire B" },
      { by: "Red Radio", stance: "claimed" },
      { by: "Blue Radio", stance: "claimed" },
      { by: "Blue Radio", stance: "denied" },
      { speaker: "Aide of red", stance: "admitted" },
      { speaker: "residents", stance: "said" },
      { by: "Wire A", stance: "unverified" },
    ),
  })
  .map(({ change, actor, other, first, length, lag, place, voice }) => ({
    says: change === "fought" ? "fought" : `${actor} ${change}${change.endsWith("from") ? ` ${other}` : ""}`,
    on: length === 0 ? String(first) : `${first}..${first + length}`,
    told: String(first + length + lag),
    place,
    ...voice,
  }));
