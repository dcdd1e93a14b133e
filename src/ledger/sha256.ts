import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of texts in UTF-8, as hex. */
export interface Sha256 {
  readonly of: (text: string) => string;
  readonly start: () => { readonly update: (text: string) => void; readonly end: () => string };
}

/** Runs everywhere, also in a page. */
export const PORTABLE_SHA256: Sha256 = {
  of: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  start: () => {
    const hash = sha256.create();
    return { update: (text) => void hash.update(utf8ToBytes(text)), end: () => bytesToHex(hash.digest()) };
  },
};
