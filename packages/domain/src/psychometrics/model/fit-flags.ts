import { chanceOf, type Answers, type Item } from './item.ts';

/** How well answers agree with the model, about 1 where they do. */
export type ItemFit = {
	/** Mean squares weighted by information: what happens near the item. */
	infit: number;
	/** Unweighted: what happens far from it, so one odd answer moves it much. */
	outfit: number;
	answers: number;
	/** `noisy`: less predictable than the model allows; `redundant`: more. Only a sign to look at the item. */
	flag: 'noisy' | 'redundant' | null;
};

/**
 * Infit and outfit of each item (Wright & Masters 1982, «Rating scale analysis»), with abilities that were estimated.
 * A flag is raised beyond 1 ± 2/√n of infit or 1 ± 6/√n of outfit (Smith, Schumacker & Bush 1998). `null` where
 * nobody answered. `abilities` stand in the order of the answers; persons without one are left out.
 */
export function itemFit(
	items: readonly Item[],
	answers: readonly Answers[],
	abilities: readonly (number | null)[]
): (ItemFit | null)[] {
	return items.map((item, place) => {
		let [count, squares, variances, standardised] = [0, 0, 0, 0];
		answers.forEach((row, person) => {
			const [answer, theta] = [row[place] ?? null, abilities[person] ?? null];
			if (answer === null || theta === null) return;
			const p = chanceOf(item, theta);
			const variance = p * (1 - p);
			const square = (answer - p) ** 2;
			count++;
			squares += square;
			variances += variance;
			standardised += square / variance;
		});
		if (count === 0) return null;
		const [infit, outfit] = [squares / variances, standardised / count];
		return { infit, outfit, answers: count, flag: flagOf(infit, outfit, count) };
	});
}

function flagOf(infit: number, outfit: number, count: number): ItemFit['flag'] {
	const [near, far] = [2 / Math.sqrt(count), 6 / Math.sqrt(count)];
	if (infit > 1 + near || outfit > 1 + far) return 'noisy';
	return infit < 1 - near || outfit < 1 - far ? 'redundant' : null;
}
