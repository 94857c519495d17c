const LETTERS = 'АБВГДЕЖИКЛМНПРСТУФХЦЭЮЯ';
const NUMBERS = 90;

/**
 * What a work is called where its author is not told: «47ФК». The same for everybody and for ever, made from the id
 * alone and mixed, so that neither the order of works nor the name of the author shows in it.
 */
export function aliasOf(workId: string): string {
	const mixed = mix(workId);
	const [first, second] = [mixed % LETTERS.length, Math.floor(mixed / LETTERS.length) % LETTERS.length];
	const number = 10 + (Math.floor(mixed / LETTERS.length ** 2) % NUMBERS);
	return `${number}${LETTERS.charAt(first)}${LETTERS.charAt(second)}`;
}

/** FNV-1a with the last step of MurmurHash3: ids that differ in one sign come far from each other. */
function mix(text: string): number {
	let hash = 0x811c9dc5;
	for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
