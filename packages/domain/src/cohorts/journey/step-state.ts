import type { OutlineStep } from './outline.ts';

/** `details.step` is the title of the step that has to come first. */
export type Reason = {
	code: `path.${
		| 'not_enrolled'
		| 'after'
		| 'waits_for_tutor'
		| 'waits_for_attendance'
		| 'waits_for_leader'
		| 'waits_for_you'
		| 'waits_for_group'
		| 'waits_for_allocation'
		| 'waits_for_results'
		| 'waits_for_revision'
		| 'returned'
		| 'revision'
		| 'results_announced'
		| 'result_failed'
		| 'rules_open'}`;
	details?: { step: string };
};

export type StepState = {
	state: 'done' | 'open' | 'waiting' | 'locked';
	doneOn: string | null;
	dueOn: string | null;
	late: boolean;
	/** Why it is locked, whom it waits for, or why it is open again. */
	reason: Reason | null;
};

const NEUTRAL = { doneOn: null, dueOn: null, late: false, reason: null };

type Short<C = Reason['code']> = C extends `path.${infer S}` ? S : never;

export function done(doneOn: string | null): StepState {
	return { ...NEUTRAL, state: 'done', doneOn };
}

export function open(reason?: Short): StepState {
	return { ...NEUTRAL, state: 'open', reason: reason ? { code: `path.${reason}` } : null };
}

export function waiting(reason: Short): StepState {
	return { ...NEUTRAL, state: 'waiting', reason: { code: `path.${reason}` } };
}

export function locked(reason: Short): StepState {
	return { ...NEUTRAL, state: 'locked', reason: { code: `path.${reason}` } };
}

export function after(step: Pick<OutlineStep, 'title'> | undefined): StepState {
	const details = step ? { step: step.title } : undefined;
	return { ...NEUTRAL, state: 'locked', reason: { code: 'path.after', ...(details && { details }) } };
}

/** With a due date: a step that is not done counts to the end of that day. */
export function due(state: StepState, dueOn: string | null, today: string): StepState {
	const late = dueOn !== null && today > dueOn && (state.state === 'open' || state.state === 'locked');
	return { ...state, dueOn, late };
}

/** The reason as this reader is told it: whoever is waited for is not told of as of another person. */
export function reasonFor(reason: Reason | null, reader: 'tutor' | 'leader'): Reason | null {
	return reason?.code === `path.waits_for_${reader}` ? { code: 'path.waits_for_you' } : reason;
}
