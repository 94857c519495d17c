const LAST = /^(?:вс[её] (?:перечисленн|верно|ответы)|ничего из|ни один из|нет верного|затрудняюсь|другое)/iu;

/**
 * The same things in an order that tells nothing: authors tend to write the right answer first. The order depends on
 * `seed` alone, so a published form never changes. «Всё перечисленное» stays last.
 */
export function shuffled<T extends { key: string; text: string }>(things: T[], seed: string): T[] {
	const rank = (thing: T) => (LAST.test(thing.text.trim()) ? 2 ** 32 : hash(`${seed}/${thing.key}`));
	return [...things].sort((one, two) => rank(one) - rank(two));
}

/** FNV-1a with a final mix, so that keys that differ in one letter lie far apart. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const character of text) {
		value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
	return (value ^ (value >>> 13)) >>> 0;
}
