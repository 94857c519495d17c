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
