/** Names as numbers and back; grows, and never changes what it gave. */
export interface Names {
  code(text: string): number;
  text(code: number): string;
}

export function createNames(): Names {
  const codes = new Map<string, number>();
  const texts: string[] = [];
  return {
    code(text) {
      let code = codes.get(text);
      if (code === undefined) {
        code = texts.push(text) - 1;
        codes.set(text, code);
      }
      return code;
    },
    text: (code) => texts[code]!,
  };
}
