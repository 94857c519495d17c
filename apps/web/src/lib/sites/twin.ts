import type { Refused } from '#lib/faults/told.ts';

/** The organisation that has the name already, where a form was refused for that. */
export function twinIn(refused: Refused): string | undefined {
	const { problem, details } = refused ?? {};
	return problem === 'organisation.same_title' && typeof details?.id === 'string' ? details.id : undefined;
}
