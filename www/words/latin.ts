// Serbian is kept in Cyrillic and written in Latin letters on the way out, as in the engine's `src/text/latin.rs`.

const CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш";
const LATIN = "abvgdđežzijklmnoprstćufhcčš";
const DIGRAPHS: Record<string, string> = { љ: "lj", њ: "nj", џ: "dž" };

/**
 * The same text in Latin letters; what is Latin already stays. A hyphen between a Latin name and its Cyrillic ending
 * parts the scripts only, so it goes: `Webex-у`, `Webexu`; `DNS-у` keeps it.
 */
export function latin(text: string): string {
  return text.replace(/(?<=[a-z])-(?=[Ѐ-ӿ])/g, "").replace(/[Ѐ-ӿ]/g, (letter, at: number) => {
    const small = letter.toLowerCase();
    const isCapital = letter !== small;
    const digraph = DIGRAPHS[small];
    if (digraph) return isCapital ? capital(digraph, isShouted(text, at)) : digraph;
    const written = LATIN[CYRILLIC.indexOf(small)] ?? letter;
    return isCapital ? written.toUpperCase() : written;
  });
}

function capital(digraph: string, shouted: boolean): string {
  return shouted ? digraph.toUpperCase() : digraph.charAt(0).toUpperCase() + digraph.slice(1);
}

/** Whether the capital stands in a word of capitals, where both its letters are. */
function isShouted(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  return /\p{Lu}/u.test(after) || (/\p{Lu}/u.test(before) && !/\p{Ll}/u.test(after));
}
