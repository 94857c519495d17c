/**
 * A short code for a site that none has yet: the last number in the name of its organisation, «Школа № 912» → `912`,
 * then `912-2`. It stands in the registration numbers of certificates.
 */
export function freeCode(organisation: string, taken: ReadonlySet<string>): string {
	const base = organisation.match(/\d+/g)?.at(-1) ?? '1';
	const candidates = Array.from({ length: taken.size + 1 }, (_, n) => (n === 0 ? base : `${base}-${n + 1}`));
	return candidates.find((code) => !taken.has(code)) ?? base;
}
