/**
 * How somebody came into a cohort: by an application of the own, in a list, by an invitation that was taken, out of
 * another cohort.
 */
export const WAYS_IN = ['applied', 'listed', 'invited', 'transferred'] as const;
export type WayIn = (typeof WAYS_IN)[number];

export type CameIn = { cameBy: WayIn; organisation?: string | null };

/**
 * On what people are taken in, in the nominative: each ground once, with the numbers of its people in the annex where
 * there are several grounds. `people` stand in the order of the annex.
 */
export function learnersGrounds(people: readonly CameIn[]): string[] {
	const numbered = people.map((person, n) => ({ ...person, number: n + 1 }));
	const groups = [...Map.groupBy(numbered, keyOf).values()];
	return WAYS_IN.flatMap((way) => groups.filter((group) => group[0]?.cameBy === way)).flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const words = wordsOf(first, group.length);
		const numbers = group.map(({ number }) => number).join(', ');
		return [groups.length === 1 ? words : `${words} (№ ${numbers} приложения № 1)`];
	});
}

/** Lists of several organisations are several papers. */
function keyOf({ cameBy, organisation }: CameIn): string {
	return cameBy === 'listed' ? `${cameBy} ${organisation ?? ''}` : cameBy;
}

function wordsOf({ cameBy, organisation }: CameIn, count: number): string {
	const one = count === 1;
	switch (cameBy) {
		case 'applied':
			return one ? 'заявка слушателя' : 'заявки слушателей';
		case 'listed':
			return organisation ? `список слушателей от организации: ${organisation}` : 'список слушателей';
		case 'invited':
			return one ? 'согласие приглашённого слушателя' : 'согласия приглашённых слушателей';
		case 'transferred':
			return one ? 'решение о переводе из другого потока' : 'решения о переводе из другого потока';
	}
}
