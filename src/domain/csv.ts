/** One row of a table of knowledge, by the names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

/**
 * Rows of a table in `data/` by the names in its first line. A field may be quoted, and a doubled quotation mark inside
 * stands for one; a line that starts with `#` is a remark. A missing field reads as "".
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const header = fieldsOf(lines[0] ?? "");
  return lines.slice(1).map((line) => {
    const fields = fieldsOf(line);
    const row: Record<string, string> = {};
    for (const [index, name] of header.entries()) row[name] = fields[index] ?? "";
    return row;
  });
}

/** The values of a cell that lists several, "a|b|c". */
export function listOf(cell: string | undefined): readonly string[] {
  return (cell ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function fieldsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(",").map((field) => field.trim());
  const fields: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g)) {
    fields.push(match[1] === undefined ? (match[2] ?? "").trim() : match[1].replaceAll('""', '"'));
  }
  return fields;
}
