// What the build puts in: `xtask/src/page.rs`.

declare const VERSION: string;

/** Day of the last commit, as 2026-11-21. */
declare const BUILD_DATE: string;

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
