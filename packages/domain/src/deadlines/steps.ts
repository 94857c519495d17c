import type { OutlineStep } from '../cohorts/journey/outline.ts';

/** Steps of the path that a cohort may set a last day for, in the order of the path. */
export const DEADLINE_STEPS = [
	'diagnosis',
	'deficit_card',
	'learning_route',
	'tasks',
	'effectiveness_card',
	'final_work',
	'reviews',
	'survey'
] as const;
export type DeadlineStep = (typeof DEADLINE_STEPS)[number];

/** What a day is counted from: the first day, the last day in person, the last day. */
export const ANCHORS = ['start', 'session', 'end'] as const;
export type Anchor = (typeof ANCHORS)[number];

/** Of these kinds of steps those that a deadline may be set for, each once, in the order of the path. */
export function stepsWithDeadline(kinds: readonly OutlineStep['kind'][]): DeadlineStep[] {
	return DEADLINE_STEPS.filter((step) => kinds.includes(step === 'tasks' ? 'task' : step));
}
