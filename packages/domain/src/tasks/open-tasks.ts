import type { SubmissionState } from './states.ts';

/** A task as the intern meets it. Locked and open are never stored: they follow from the route. */
export type TaskState = 'locked' | 'open' | SubmissionState;

export type LockReason =
	| { code: 'task.route_not_agreed' }
	/** `task`: the one that has to be sent first. */
	| { code: 'task.previous_not_sent'; details: { task: string } };

export type OpenTask = { task: string; state: TaskState; reason: LockReason | null };

/** Sent is enough, accepted is not asked for: a slow tutor holds nobody up. */
export function isSent({ state }: { state: TaskState }): boolean {
	return state !== 'locked' && state !== 'open';
}

/** Whether every task of a route was sent; a route without tasks has sent nothing. */
export function areAllSent(tasks: readonly { state: TaskState }[]): boolean {
	return tasks.length > 0 && tasks.every(isSent);
}

/**
 * The tasks of a route in their order (R100). The next opens when the one before was sent, with its self-check and
 * self-analysis, not when the tutor has accepted it: a slow tutor holds nobody up. What was sent stays as it is.
 */
export function openTasks(
	route: { agreed: boolean; tasks: readonly string[] },
	submissions: readonly { task: string; state: SubmissionState }[]
): OpenTask[] {
	const sent = new Map(submissions.map(({ task, state }) => [task, state]));

	return route.tasks.map((task, place) => {
		const state = sent.get(task);
		if (state) return { task, state, reason: null };
		if (!route.agreed) return { task, state: 'locked', reason: { code: 'task.route_not_agreed' } };

		const previous = route.tasks[place - 1];
		return previous === undefined || sent.has(previous)
			? { task, state: 'open', reason: null }
			: { task, state: 'locked', reason: { code: 'task.previous_not_sent', details: { task: previous } } };
	});
}
