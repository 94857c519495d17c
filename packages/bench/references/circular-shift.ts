export type Person = { id: string; organisation: string };
export type Work = { id: string; author: string };

/**
 * People stand on a circle, organisation by organisation, and each reviews the works that stand further by the size
 * of the largest one and more: nobody gets a colleague's. No lot, no conflicts, no check.
 */
export function circularShift(people: Person[], works: Work[], perWork: number) {
	const organisations = Map.groupBy(people.keys(), (place) => people[place]?.organisation);
	const circle = [...organisations.values()].flat();
	const largest = [...organisations.values()].reduce((size, own) => Math.max(size, own.length), 0);
	const pairs: { reviewer: string; work: string }[] = [];

	for (let place = 0; place < circle.length; place++) {
		for (let further = largest; further < largest + perWork; further++) {
			const [who, what] = [circle[place] ?? 0, circle[(place + further) % circle.length] ?? 0];
			pairs.push({ reviewer: people[who]?.id ?? '', work: works[what]?.id ?? '' });
		}
	}
	return pairs;
}
