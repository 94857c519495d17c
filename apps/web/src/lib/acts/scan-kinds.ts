/** Kinds of files that a paper is scanned to. */
export const SCAN_KINDS: readonly string[] = ['pdf', 'jpg', 'jpeg', 'png'];

export const SCAN_ACCEPT = SCAN_KINDS.map((kind) => `.${kind}`).join(',');
