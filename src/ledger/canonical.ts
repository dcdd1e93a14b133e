/**
 * Canonical JSON: object keys in code-unit order, absent fields left out, no white space.
 * Equal values have equal text, so a hash of it names the content.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new Error("canonical was given a number that JSON cannot hold");
      return JSON.stringify(value);
    case "object":
      if (value === null) return "null";
      if (isInOrder(value)) return JSON.stringify(value);
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value as Record<string, unknown>);
    default:
      throw new Error(`canonical was given a ${typeof value}`);
  }
}

function canonicalList(values: readonly unknown[]): string {
  return `[${values.map(canonical).join(",")}]`;
}

/**
 * Whether plain JSON of it is canonical already, as of what was read from canonical text: every entry of a merge comes
 * here three times.
 */
function isInOrder(value: unknown): boolean {
  if (typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = "";
  for (const key in value) {
    if (key < before) return false;
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined && !isInOrder(field)) return false;
    before = key;
  }
  return true;
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = "{";
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field === undefined) continue;
    text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${canonical(field)}`;
  }
  return `${text}}`;
}
