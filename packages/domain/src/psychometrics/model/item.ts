/** An item of a logistic model, D = 1: P(right) = 1/(1 + exp(−slope·(θ − difficulty))). Rasch items have slope 1. */
export type Item = { slope: number; difficulty: number };

/** All slopes are 1; all slopes are one that is sought; each item has its own. */
export type Slopes = 'one' | 'common' | 'own';

/** One person's answers in the order of the items: 1 is right, 0 is wrong, `null` was not asked or not answered. */
export type Answers = readonly (0 | 1 | null)[];

/** The chance of a right answer. */
export function chanceOf({ slope, difficulty }: Item, theta: number): number {
	return 1 / (1 + Math.exp(-slope * (theta - difficulty)));
}

/** Fisher's information of one item about θ: a²PQ (Birnbaum 1968, in Lord & Novick, ch. 17–20). */
export function informationOf(item: Item, theta: number): number {
	const p = chanceOf(item, theta);
	return item.slope ** 2 * p * (1 - p);
}

/** Of a whole test: the sum over its items. Its root is one over the standard error. */
export function testInformation(items: readonly Item[], theta: number): number {
	return items.reduce((sum, item) => sum + informationOf(item, theta), 0);
}

/** Items that were answered, each with its answer. */
export function answered(items: readonly Item[], answers: Answers): { item: Item; right: 0 | 1 }[] {
	return items.flatMap((item, n) => {
		const right = answers[n] ?? null;
		return right === null ? [] : [{ item, right }];
	});
}
