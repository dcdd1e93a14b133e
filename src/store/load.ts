import type { DatabaseSync } from "node:sqlite";
import type { CountryCode, PlaceId, ReportId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Level } from "../domain/place.ts";
import type { Address, Ledger, Retraction, Revision } from "../ledger/entry.ts";
import { leastAddresses } from "../ledger/union.ts";
import { toClaim, toReport } from "./rows.ts";

/** Which claims an answer needs: those in one of `countries` or about one of `places`. Neither given: all. */
export interface Scope {
  readonly countries?: readonly CountryCode[];
  readonly places?: readonly PlaceId[];
}

type Body = { readonly id: string; readonly body: string };

/**
 * What a picture needs: claims that count, their reports (text read on demand) with addresses and revisions, all judgements
 * and retractions. No readings: the store has settled which claims count.
 */
export function loadCurrent(db: DatabaseSync, scope: Scope): Ledger {
  const claims = Array.from(bodies(db, ...claimQuery(scope)), toClaim);
  const scoped = scope.countries !== undefined || scope.places !== undefined;
  const about = scoped ? [...new Set(claims.map((claim) => claim.report))] : undefined;
  const revisions = parsed<Revision>(bodies(db, ...within("revision", "earlier", about)));
  const reports = about && [...about, ...revisions.map((revision) => revision.later)];
  const addresses = parsed<Address>(bodies(db, ...within("address", "report", reports)));
  const least = leastAddresses(addresses);
  const textOf = db.prepare("SELECT text FROM report WHERE id = ?");
  const readText = (id: string) => String(textOf.get(id)?.text);
  return {
    reports: byId(
      Array.from(bodies(db, ...within("report", "id", reports)), (row) =>
        toReport(row, least.get(row.id as ReportId), readText),
      ),
    ),
    addresses: byId(addresses),
    revisions: byId(revisions),
    claims: byId(claims),
    readings: new Map(),
    judgements: byId(parsed<Judgement>(bodies(db, "SELECT id, body FROM judgement"))),
    retractions: byId(parsed<Retraction>(bodies(db, "SELECT id, body FROM retraction"))),
  };
}

/** A name that claims give a place. */
export interface NamedPlace {
  readonly id: PlaceId;
  readonly name: string;
  readonly toponym: string;
  readonly level: Level;
  readonly country: CountryCode | null;
}

/** Every place with every name that claims give it. */
export function namedPlaces(db: DatabaseSync): readonly NamedPlace[] {
  const list =
    "json_object('id', place, 'name', name, 'toponym', toponym, 'level', level, 'country', country)";
  return JSON.parse(
    String(db.prepare(`SELECT json_group_array(${list}) AS list FROM place_name`).get()?.list),
  );
}

function claimQuery({ countries, places }: Scope): readonly [string, ...string[]] {
  const wanted: string[] = [];
  const given: string[] = [];
  if (countries) {
    wanted.push("SELECT rowid FROM claim WHERE country IN (SELECT value FROM json_each(?))");
    given.push(JSON.stringify(countries));
  }
  if (places) {
    wanted.push("SELECT rowid FROM claim WHERE place IN (SELECT value FROM json_each(?))");
    given.push(JSON.stringify(places));
  }
  const filter = wanted.length > 0 ? ` AND rowid IN (${wanted.join(" UNION ")})` : "";
  return [`SELECT id, body FROM claim WHERE current = 1${filter}`, ...given];
}

function within(table: string, column: string, ids?: readonly string[]): readonly [string, ...string[]] {
  return ids === undefined
    ? [`SELECT id, body FROM ${table}`]
    : [
        `SELECT id, body FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      ];
}

/** One row at a time: the text of a million claims need not be in memory at once. */
function bodies(db: DatabaseSync, sql: string, ...values: string[]): Iterable<Body> {
  return db.prepare(sql).iterate(...values) as unknown as Iterable<Body>;
}

function parsed<T>(rows: Iterable<Body>): readonly T[] {
  return Array.from(rows, (row) => JSON.parse(row.body));
}

function byId<T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<T["id"], T> {
  return new Map(values.map((value) => [value.id, value]));
}
