export type Word = { author: string; position: string; text: string };
export type WordFault = {
	field: keyof Word;
	code: 'required' | 'too_short' | 'too_long';
	limit: number;
	found: number;
};
/** What a refused sending has given back. */
export type WordOutcome = { typed?: Word; faults: WordFault[]; problem?: string };

/** The contract's own limits, so that each fault can be told beside its field. */
const LIMITS: { [field in keyof Word]: { least: number; most: number } } = {
	author: { least: 3, most: 200 },
	position: { least: 2, most: 200 },
	text: { least: 20, most: 4000 }
};

/** What the administration's word lacks. */
export function faultsOf(word: Word): WordFault[] {
	return (['author', 'position', 'text'] as const).flatMap((field): WordFault[] => {
		const { least, most } = LIMITS[field];
		const found = word[field].trim().length;

		if (found === 0) return [{ field, code: 'required', limit: least, found }];
		if (found < least) return [{ field, code: 'too_short', limit: least, found }];
		return found > most ? [{ field, code: 'too_long', limit: most, found }] : [];
	});
}
