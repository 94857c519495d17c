/** Somebody of a site, and whether the consent to publish the name stands (X7). */
export type Nameable = { name: string; consented: boolean };

const SHORTEST = 4;

/** Whether a text names somebody: by the surname, in whatever case it stands. One too short to tell must be exact. */
export function mentions(text: string, name: string): boolean {
	const [surname = ''] = name.trim().split(/\s+/);
	if (surname === '') return false;
	const stem = surname.length < SHORTEST ? surname : surname.replace(/[аяыиойей]{1,2}$/u, '');
	const ending = surname.length < SHORTEST ? '' : '\\p{Ll}{0,3}';
	const word = stem.replace(/[^\p{L}\p{N}]/gu, '\\$&');
	return new RegExp(`(?<!\\p{L})${word}${ending}(?!\\p{L})`, 'u').test(text);
}

/** Names that a public text may not hold yet, each once: those without a consent. */
export function namedWithoutConsent(text: string, staff: readonly Nameable[]): string[] {
	const silent = staff.filter(({ consented, name }) => !consented && mentions(text, name));
	const free = new Set(staff.filter(({ consented }) => consented).map(({ name }) => name));
	return [...new Set(silent.map(({ name }) => name))].filter((name) => !free.has(name));
}

/** Whether a line that names people may be public: it names somebody who has consented, and nobody who has not. */
export function mayBeShown(line: string, staff: readonly Nameable[]): boolean {
	const known = staff.some(({ consented, name }) => consented && mentions(line, name));
	return known && namedWithoutConsent(line, staff).length === 0;
}
