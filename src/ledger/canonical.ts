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
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value as Record<string, unknown>);
    default:
      throw new Error(`canonical was given a ${typeof value}`);
  }
}

function canonicalList(values: readonly unknown[]): string {
  return `[${values.map(canonical).join(",")}]`;
}

/** Plain loops: every claim that is stored or checked goes through here, twice. */
function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = "{";
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field === undefined) continue;
    text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${canonical(field)}`;
  }
  return `${text}}`;
}
