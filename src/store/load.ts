import type { DatabaseSync } from "node:sqlite";
import type { Claim } from "../domain/claim.ts";
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

/**
 * What a picture needs: the claims that count, their reports (text read on demand) with addresses and revisions, all judgements
 * and retractions. No readings: the store has settled which claims count.
 */
export function loadCurrent(db: DatabaseSync, scope: Scope): Ledger {
  const claims = byId(bodies(db, ...claimQuery(scope)), toClaim);
  const scoped = scope.countries !== undefined || scope.places !== undefined;
  const about = scoped ? reportsOf(claims.values()) : undefined;
  const revisions = byId(bodies(db, ...within("revision", "earlier", about)), parsed<Revision>);
  const reports = about && [...about, ...Array.from(revisions.values(), (revision) => revision.later)];
  const addresses = byId(bodies(db, ...within("address", "report", reports)), parsed<Address>);
  const least = leastAddresses(addresses.values());
  const textOf = db.prepare("SELECT text FROM report WHERE id = ?");
  const readText = (id: string) => String(textOf.get(id)?.text);
  return {
    reports: byId(bodies(db, ...within("report", "id", reports)), (body) => toReport(body, least, readText)),
    addresses,
    revisions,
    claims,
    readings: new Map(),
    judgements: byId(bodies(db, "SELECT body FROM judgement"), parsed<Judgement>),
    retractions: byId(bodies(db, "SELECT body FROM retraction"), parsed<Retraction>),
  };
}

function reportsOf(claims: Iterable<Claim>): readonly ReportId[] {
  const reports = new Set<ReportId>();
  for (const { report } of claims) reports.add(report);
  return [...reports];
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
  return [`SELECT body FROM claim WHERE current = 1${filter}`, ...given];
}

function within(table: string, column: string, ids?: readonly string[]): readonly [string, ...string[]] {
  return ids === undefined
    ? [`SELECT body FROM ${table}`]
    : [`SELECT body FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)];
}

/** One row at a time: the text of a million claims need not be in memory at once. */
function* bodies(db: DatabaseSync, sql: string, ...values: string[]): Iterable<string> {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  for (const row of statement.iterate(...values)) yield (row as unknown as [string])[0];
}

function parsed<T>(body: string): T {
  return JSON.parse(body);
}

function byId<T extends { readonly id: string }>(
  rows: Iterable<string>,
  parse: (body: string) => T,
): ReadonlyMap<T["id"], T> {
  const values = new Map<T["id"], T>();
  for (const body of rows) {
    const value = parse(body);
    values.set(value.id, value);
  }
  return values;
}
