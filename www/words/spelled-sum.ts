// A SHA-256 as digits, and in words that two people can read to each other: the 24 of BIP 39, whose last one checks the others.

import { entropyToMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** Four lines of six words. */
export function spelled(sum: Uint8Array): string[] {
  const words = entropyToMnemonic(sum, wordlist).split(" ");
  return [0, 6, 12, 18].map((from) => words.slice(from, from + 6).join(" "));
}

export function hex(sum: Uint8Array): string {
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
