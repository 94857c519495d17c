/** Stored from publication on. `revised` waits for the tutor's decision after the one revision. */
export const FINAL_WORK_STATES = [
	'published',
	'in_review',
	'passed',
	'revision',
	'revised',
	'failed'
] as const;
export type FinalWorkState = (typeof FINAL_WORK_STATES)[number];

/** What a result rests on: the announced reviews, the decision after a revision, or an appeal. */
export const RESULT_BASES = ['reviews', 'revision', 'appeal'] as const;
export type ResultBasis = (typeof RESULT_BASES)[number];
