const russian = new Intl.Collator('ru', { numeric: true });

/** The order in which Russian readers look names up: by the alphabet, and «Школа № 9» before «Школа № 10». */
export function byAlphabet(one: string, other: string): number {
	return russian.compare(one, other);
}
