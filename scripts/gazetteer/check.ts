import type { Row } from "./row.ts";

/** What the packages lack: `data/places/seats.csv` mends what matters. One remark a line. */
export function check(rows: ReadonlyMap<string, readonly Row[]>): readonly string[] {
  const remarks: string[] = [];
  for (const [country, list] of rows) {
    if (!list.some((row) => row.seat === "c")) remarks.push(`${country}: no capital`);
    const seated = new Set(
      list.filter((row) => row.seat === "c" || row.seat === "p").map((row) => row.admin1),
    );
    for (const unit of list) {
      if (unit.kind === "U" && !seated.has(unit.admin1))
        remarks.push(`${country}: no seat of ${unit.name} (${unit.id})`);
      if (unit.kind === "U" && unit.lon === "")
        remarks.push(`${country}: no position of ${unit.name} (${unit.id})`);
    }
    for (const row of list) {
      if (row.lon !== "" && (Math.abs(Number(row.lon)) > 180 || Math.abs(Number(row.lat)) > 90)) {
        remarks.push(`${country}: ${row.name} (${row.id}) is not on Earth`);
      }
    }
  }
  return remarks;
}
