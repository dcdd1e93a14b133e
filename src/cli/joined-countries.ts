const CODES = /^[A-Z]{2}(?:,[A-Z]{2})*$/;

/** "--country AF PK" as "--country AF,PK": codes in capitals behind the option belong to it, whatever stands behind them does not. */
export function joinedCountries(argv: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of argv) {
    const last = joined.at(-1);
    if (open && CODES.test(word) && last !== undefined && CODES.test(last)) {
      joined[joined.length - 1] = `${last},${word}`;
      continue;
    }
    open = last === "--country" && CODES.test(word);
    joined.push(word);
  }
  return joined;
}
