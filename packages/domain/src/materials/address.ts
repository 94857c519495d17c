const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const ELSEWHERE = /^(?:https?:\/\/|\/(?!\/))\S+$/i;

/** A programme names a file of a site's bank by its id. */
export function isBankFile(file: string): boolean {
	return ID.test(file);
}

/** Where a browser finds what a programme names: a file of the bank or an address; nothing that could run. */
export function fileAddress(file: string | null | undefined): string | null {
	if (!file) return null;
	if (isBankFile(file)) return `/api/files/${file}`;
	return ELSEWHERE.test(file) ? file : null;
}
