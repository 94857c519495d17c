/** A thing that has to be there: a test that goes on without it would prove nothing. */
export function found<T>(thing: T | null | undefined): T {
	if (thing === null || thing === undefined) throw new Error('What the journey needs is not there');
	return thing;
}
