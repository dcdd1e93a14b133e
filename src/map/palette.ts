import type { PlaceState } from "../picture/types.ts";
import type { Form } from "./symbols.ts";

/** How one holder looks: always a colour and a form together, so that neither is needed alone. */
export interface Look {
  readonly form: Form;
  readonly light: string;
  readonly dark: string;
}

/**
 * Looks in order of giving. Hues after Okabe and Ito, darkened or lightened until each has a contrast of at least
 * 3:1 with the land under it; neighbours in the list also differ in lightness for those who see no hue.
 */
export const LOOKS: readonly Look[] = [
  { form: "circle", light: "#0a5ea8", dark: "#6cb4f5" },
  { form: "square", light: "#c4480a", dark: "#ff9b52" },
  { form: "triangle", light: "#00735c", dark: "#3fd0ac" },
  { form: "diamond", light: "#7a3b9e", dark: "#cda2f2" },
  { form: "hexagon", light: "#846400", dark: "#e8cb52" },
  { form: "pentagon", light: "#b8266f", dark: "#ff92c4" },
  { form: "drop", light: "#3d4a57", dark: "#c9d3dd" },
  { form: "star", light: "#7b4a22", dark: "#d6aa80" },
];

/** For places that nobody is said to hold. */
export const NOBODY: Look = { form: "circle", light: "#5d6672", dark: "#a4adb8" };

/** Same holder, same look, whatever day is shown: the order of `holders` is that of the whole ledger. */
export function lookOf(holders: readonly string[], holder: string | undefined): Look {
  if (holder === undefined) return NOBODY;
  const index = holders.indexOf(holder);
  return index < 0 ? NOBODY : LOOKS[index % LOOKS.length]!;
}

/** In order of the legend. */
export const STATE_ORDER: readonly PlaceState[] = [
  "held",
  "claimed",
  "contested",
  "besieged",
  "disputed",
  "unknown",
];
