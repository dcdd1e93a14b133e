import type { Look } from "./palette.ts";

/** The style class of a look's colour; sheets of style give it a value for light and for dark. */
export function lookClass({ hue }: Look): string {
  return `look-${hue}`;
}
