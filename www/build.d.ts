// What the build puts in: `xtask/src/page.rs`.

declare const VERSION: string;

/** Day of the last commit, as 2026-11-21. */
declare const BUILD_DATE: string;

/** SHA-256 of the engine as it stands in the page, in base64. */
declare const ENGINE_HASH: string;

/// The page with its sentences and without its parts.
declare module "template" {
  const text: string;
  export default text;
}

declare module "*.ftl" {
  const text: string;
  export default text;
}

declare module "*.xml" {
  const text: string;
  export default text;
}

declare module "*.svg" {
  const text: string;
  export default text;
}

declare module "*.html" {
  const text: string;
  export default text;
}
