// Takes away WebRTC, the one way out that no policy refuses: before anything is read, in the page and in its worker.

for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (/^(webkit|moz)?RTC/.test(name)) Reflect.deleteProperty(globalThis, name);
}
