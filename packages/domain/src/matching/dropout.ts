/** The chance that fewer than `wanted` of `given` reviews come when each of them fails to with this chance. */
export function shortageRisk(wanted: number, given: number, dropout: number): number {
	let risk = 0;
	let chance = dropout ** given;

	if (dropout >= 1) return wanted > 0 ? 1 : 0;
	for (let come = 0; come < Math.min(wanted, given + 1); come++) {
		risk += chance;
		chance =
			dropout === 0
				? exactly(come + 1, given)
				: chance * (((given - come) / (come + 1)) * ((1 - dropout) / dropout));
	}
	return risk;
}

function exactly(come: number, given: number): number {
	return come === given ? 1 : 0;
}

export type Advice = { reviews: number; risk: number; riskWithoutMore: number };

/** A work more often short than this is worth one more review. */
const BEARABLE = 0.2;

/** Whether to give one review more than are wanted, by the share of reviews that usually do not come. */
export function adviseReviews(wanted: number, dropout: number, bearable = BEARABLE): Advice {
	const [exact, more] = [shortageRisk(wanted, wanted, dropout), shortageRisk(wanted, wanted + 1, dropout)];
	return exact > bearable
		? { reviews: wanted + 1, risk: more, riskWithoutMore: exact }
		: { reviews: wanted, risk: exact, riskWithoutMore: exact };
}
