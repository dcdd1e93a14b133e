/** One row of a test table: a text per column; an empty cell is "". */
export type Row<Columns extends readonly string[]> = { readonly [Column in Columns[number]]: string };

const ESCAPES: Readonly<Record<string, string>> = { "|": "|", n: "\n", t: "\t", "\\": "\\" };

/**
 * Rows of a text block, one line a case, cells split by `|` and trimmed. Blank lines and lines that start with `#` are
 * skipped. In a cell `\|` is a bar, `\n` a line break, `\t` a tab, `\\` a backslash. The last column is, by custom, the
 * reason of the row. A row with another number of cells than columns is a mistake of the test and throws.
 */
export function table<const Columns extends readonly string[]>(
  columns: Columns,
  text: string,
): readonly Row<Columns>[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const cells = line.split(/(?<!\\)\|/).map((cell) => unescaped(cell.trim()));
      if (cells.length !== columns.length) {
        throw new Error(`a table row needs ${columns.length} cells, not ${cells.length}: ${line}`);
      }
      return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Row<Columns>;
    });
}

function unescaped(cell: string): string {
  return cell.replace(/\\([|nt\\])/g, (_, mark: string) => ESCAPES[mark]!);
}
