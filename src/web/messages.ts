import { CLAIMS } from "./messages/claims.ts";
import { FRAME } from "./messages/frame.ts";
import { PICTURE } from "./messages/picture.ts";
import { VIEWS } from "./messages/views.ts";

/**
 * Every text of the page, ready for translation. Functions take what stands in the middle of a sentence, so that a
 * language may put it where it belongs.
 */
export const m = { ...FRAME, ...PICTURE, ...CLAIMS, ...VIEWS } as const;
