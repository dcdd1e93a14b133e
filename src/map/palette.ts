import type { PlaceState } from "../picture/types.ts";
import type { Form } from "./symbols.ts";

/** How one holder looks: always a colour and a form together, so that neither is needed alone. */
export interface Look {
  readonly form: Form;
  /** Names the colour: the form that it first goes with. */
  readonly hue: Form | "nobody";
  readonly light: string;
  readonly dark: string;
}

/**
 * Looks in order of giving. Hues after Okabe and Ito, darkened or lightened until each has a contrast of at least
 * 3:1 with the land under it; neighbours in the list also differ in lightness for those who see no hue.
 */
export const LOOKS: readonly Look[] = [
  { form: "circle", hue: "circle", light: "#0a5ea8", dark: "#6cb4f5" },
  { form: "square", hue: "square", light: "#c4480a", dark: "#ff9b52" },
  { form: "triangle", hue: "triangle", light: "#00735c", dark: "#3fd0ac" },
  { form: "diamond", hue: "diamond", light: "#7a3b9e", dark: "#cda2f2" },
  { form: "hexagon", hue: "hexagon", light: "#846400", dark: "#e8cb52" },
  { form: "pentagon", hue: "pentagon", light: "#b8266f", dark: "#ff92c4" },
  { form: "drop", hue: "drop", light: "#3d4a57", dark: "#c9d3dd" },
  { form: "star", hue: "star", light: "#7b4a22", dark: "#d6aa80" },
];

/** For places that nobody is said to hold. */
export const NOBODY: Look = { form: "circle", hue: "nobody", light: "#5d6672", dark: "#a4adb8" };

/**
 * Same holder, same look, whatever day is shown: the order of `holders` is that of the whole ledger. From the ninth holder
 * on, forms come again in other colours: no two of the first 64 look alike.
 */
export function lookOf(holders: readonly string[], holder: string | undefined): Look {
  const index = holder === undefined ? -1 : holders.indexOf(holder);
  if (index < 0) return NOBODY;
  const own = LOOKS[index % LOOKS.length]!;
  const round = Math.floor(index / LOOKS.length) % LOOKS.length;
  if (round === 0) return own;
  const { hue, light, dark } = LOOKS[(index + round * 3) % LOOKS.length]!;
  return { form: own.form, hue, light, dark };
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
