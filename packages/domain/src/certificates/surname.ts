/** «ё» is kept in documents and folded only to compare; case, outer spaces and the kind of hyphen do not matter. */
function folded(surname: string): string {
	return surname
		.normalize('NFC')
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/\s*[-‐‑–—]\s*/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Whether somebody who checks a document has typed the surname that is printed in it (X3). */
export function isSameSurname(typed: string, printed: string): boolean {
	return folded(typed) === folded(printed);
}
