
/**
 * Starts the engine: in a browser to be awaited before the first `check`; in Node it is ready when the import resolves.
 */
export function init(): Promise<void>;
