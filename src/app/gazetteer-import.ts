import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Position } from "../domain/place.ts";
import type { Problem } from "../domain/problem.ts";
import { importPlaces } from "../gazetteer/import/import-places.ts";
import type { Preset } from "../gazetteer/import/types.ts";
import type { Addition, Kind } from "../gazetteer/shard.ts";
import type { Gazetteer } from "../gazetteer/types.ts";
import { distanceKm } from "../geo/distance.ts";

export interface ImportOrder {
  readonly where: string;
  readonly text: string;
  readonly preset: Preset;
  readonly country?: CountryCode;
  /** Rows imported before, by id. */
  readonly before: ReadonlyMap<PlaceId, Addition>;
  readonly gazetteer: Gazetteer;
}

export interface ImportOutcome {
  /** All rows of the user after this import. */
  readonly rows: readonly Addition[];
  readonly added: readonly Addition[];
  readonly changed: readonly Addition[];
  readonly same: number;
  readonly problems: readonly Problem[];
}

/** A point farther than this from every known place of its country is taken for a mistake. */
const FAR_KM = 400;

/** What the file would change; the caller writes `rows` or, in a dry run, does not. */
export function gazetteerImport(order: ImportOrder): ImportOutcome {
  const { gazetteer, before } = order;
  const imported = importPlaces(order.preset, order.text, {
    known: (id) => before.get(id) ?? knownRow(gazetteer, id),
    plausible: plausibility(gazetteer),
    ...(order.country ? { country: order.country } : {}),
  });
  const rows = new Map(before);
  const added: Addition[] = [];
  const changed: Addition[] = [];
  let same = 0;
  for (const one of imported.additions) {
    const old = before.get(one.place.id);
    if (!old) added.push(one);
    else if (JSON.stringify(old) === JSON.stringify(one)) same++;
    else changed.push(one);
    rows.set(one.place.id, one);
  }
  const problems = imported.broken.map(
    ({ row, detail }): Problem => ({ code: "place-row-broken", where: order.where, row, detail }),
  );
  return { rows: [...rows.values()], added, changed, same, problems };
}

function knownRow(gazetteer: Gazetteer, id: PlaceId): Addition | undefined {
  const place = gazetteer.place(id);
  return place ? { place, kind: kindOf(place.level), names: [place.name] } : undefined;
}

function kindOf(level: string): Kind {
  return level === "province" ? "U" : level === "district" ? "D" : level === "area" ? "X" : "P";
}

function plausibility(gazetteer: Gazetteer): (country: CountryCode, at: Position) => boolean {
  const places = new Map<CountryCode, readonly Position[]>();
  return (country, at) => {
    const known = places.get(country) ?? gazetteer.within(`country:${country}` as PlaceId);
    places.set(country, known);
    return known.length === 0 || known.some((place) => distanceKm(place, at) < FAR_KM);
  };
}
