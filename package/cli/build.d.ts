// What the build puts in: `xtask/src/command.rs`.

/** SHA-256 of the page of the same build, in hex. */
declare const PAGE_SHA256: string;
