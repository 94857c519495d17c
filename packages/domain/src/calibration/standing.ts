/** So many example works a programme may have, and so many times an intern may try. */
export const MOST_EXAMPLES = 3;
const MOST_TRIES = 3;

export type Try = { exampleId: string; passed: boolean };

/**
 * Where an intern stands before the first review: nothing to mark, an example to mark, marks close enough, no tries
 * left, or let through by the tutor after a talk.
 */
export type CalibrationStanding =
	| { state: 'none' | 'passed' | 'admitted' | 'stuck' }
	| { state: 'open'; next: string; left: number };

/** `examples`: ids in their order. */
export function calibrationStanding(
	examples: readonly string[],
	tries: readonly Try[],
	admitted: boolean
): CalibrationStanding {
	if (tries.some(({ passed }) => passed)) return { state: 'passed' };
	if (admitted) return { state: 'admitted' };
	const next = leastTried(examples, tries);
	if (next === undefined) return { state: 'none' };
	const left = MOST_TRIES - tries.length;
	return left > 0 ? { state: 'open', next, left } : { state: 'stuck' };
}

/** Whether real reviews are open. */
export function mayReview({ state }: CalibrationStanding): boolean {
	return state !== 'open' && state !== 'stuck';
}

/** Another example each time while there is one: the marks of the last one are known by then. */
function leastTried(examples: readonly string[], tries: readonly Try[]): string | undefined {
	const times = (id: string) => tries.filter(({ exampleId }) => exampleId === id).length;
	return examples.toSorted((one, other) => times(one) - times(other))[0];
}
