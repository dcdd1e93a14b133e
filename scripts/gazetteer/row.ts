/** One line of a shard. `kind`: U first-order unit, D second-order unit, P populated place, X quarter of one. */
export interface Row {
  readonly id: string;
  readonly kind: "U" | "D" | "P" | "X";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  /** Persons; 0 when unknown. */
  readonly population: number;
  readonly lon: number | "";
  readonly lat: number | "";
  /** Seat of: c country, p first-order unit, d second-order unit. "~": the position is only that of the unit around it. "v": a village. */
  readonly seat: "c" | "p" | "d" | "~" | "v" | "";
}

export interface CityJson {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

export interface UnitJson {
  /** "AF.23", "AF.23.2401". */
  readonly code: string;
  readonly name: string;
}
