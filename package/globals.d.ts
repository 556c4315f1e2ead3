// What the package uses of Node.js and of the build.

declare var process:
  | {
      /** Node.js 20.16 and newer. */
      getBuiltinModule?(id: "node:zlib"): {
        gunzipSync(packed: Uint8Array): Uint8Array<ArrayBuffer>;
      };
    }
  | undefined;

declare module "*.gz" {
  /** In base64. */
  const packed: string;
  export default packed;
}
