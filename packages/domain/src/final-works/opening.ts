/** What an intern has behind them when the final work begins. */
export type OpeningFacts = { tasksSent: boolean; effectivenessCardPosted: boolean };

export type OpeningRefusal = { code: 'final_work.tasks_not_sent' | 'final_work.effectiveness_card_missing' };

/**
 * Why the final work cannot be published yet; `null` when it can. Sent is enough, accepted is not asked for: a slow
 * tutor holds nobody up. The effectiveness card is the evidence that a work rests on (R107, R111).
 */
export function openingRefusal({ tasksSent, effectivenessCardPosted }: OpeningFacts): OpeningRefusal | null {
	if (!tasksSent) return { code: 'final_work.tasks_not_sent' };
	return effectivenessCardPosted ? null : { code: 'final_work.effectiveness_card_missing' };
}
