type Criterion = {
	key: string;
	title: string;
	levels: readonly { score: number; descriptor: string }[];
};

/**
 * Criteria, by their titles, that are not word for word the same in two versions of a programme. Marks given by one
 * stay true by the other only where there are none.
 */
export function changedCriteria(earlier: readonly Criterion[], fresh: readonly Criterion[]): string[] {
	const said = (criterion: Criterion) => {
		const { key, title, levels } = criterion;
		return JSON.stringify([key, title, levels.map(({ score, descriptor }) => [score, descriptor])]);
	};
	const [before, now] = [new Set(earlier.map(said)), new Set(fresh.map(said))];
	const apart = [
		...fresh.filter((one) => !before.has(said(one))),
		...earlier.filter((one) => !now.has(said(one)))
	];
	return [...new Set(apart.map(({ title }) => title))];
}
