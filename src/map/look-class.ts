import { type Look, NOBODY } from "./palette.ts";

/** The style class of a look; sheets of style give it a colour for light and for dark. */
export function lookClass(look: Look): string {
  return look === NOBODY ? "look-nobody" : `look-${look.form}`;
}
