import type { Answers } from './item.ts';

/** People who say the same about ability: how many, and of each item how many of them were right; −1 is not asked. */
export type Group = { count: number; rights: Float64Array; asked: boolean[] };

/**
 * Puts together whoever answered the same items and, where all items weigh alike, has the same score; else whoever
 * gave the very same answers.
 */
export function groupsOf(answers: readonly Answers[], isByScore: boolean): Group[] {
	const alike = Map.groupBy(answers, (row) => {
		const asked = row.map((one) => (one === null ? '.' : '1')).join('');
		return isByScore ? `${asked} ${row.reduce<number>((sum, one) => sum + (one ?? 0), 0)}` : row.join();
	});
	return [...alike]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, rows]) => ({
			count: rows.length,
			rights: Float64Array.from(rows[0] ?? [], (_, item) =>
				rows.reduce((sum, row) => sum + (row[item] ?? 0), 0)
			),
			asked: (rows[0] ?? []).map((one) => one !== null)
		}));
}

/** Items that somebody got right and somebody got wrong: of the others no difficulty can be told. */
export function tellingItems(answers: readonly Answers[]): number[] {
	const items = answers[0]?.length ?? 0;
	return [...Array(items).keys()].filter((item) =>
		([0, 1] as const).every((value) => answers.some((row) => row[item] === value))
	);
}

export function only(answers: readonly Answers[], items: readonly number[]): Answers[] {
	return answers.map((row) => items.map((item) => row[item] ?? null));
}
