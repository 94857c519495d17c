/** What becomes of a part: other bytes, or nothing at all. */
export type CleanPart = (name: string, content: Uint8Array, gone: ReadonlySet<string>) => Uint8Array;
/** Parts that are left out whole; whatever names them must then forget them. */
export type Drops = (name: string) => boolean;
