// What a file is called, as people may see it: controls and marks that turn the direction of writing show as "\uFFFD".

const UNSEEN = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

export function visible(name: string): string {
  return name.replace(UNSEEN, "\uFFFD");
}

export function nameOf(file: File): string {
  return visible(file.name);
}
