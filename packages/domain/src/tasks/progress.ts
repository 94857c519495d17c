import { untilWhen } from '../deadlines/index.ts';
import { isLate } from './deadline.ts';
import { openTasks, type LockReason, type TaskState } from './open-tasks.ts';
import type { SubmissionState } from './states.ts';

/** `firstSentAt` decides whether it was late: a return for correction makes nobody late. */
type Sending = { task: string; state: SubmissionState; firstSentAt: Date };

export type TaskProgress<S = Sending> = {
	task: string;
	/** From 1. */
	position: number;
	/** Until when this person has time. */
	dueOn: string;
	state: TaskState;
	reason: LockReason | null;
	late: boolean;
	/** What was sent, as it was given; `null` while nothing was. */
	sent: S | null;
};

/** `extendedTo`: the day that the person was given for the task. */
type RoutePlace = { task: string; dueOn: string; extendedTo?: string | null };

/** The tasks of a route as they stand: open or locked, sent, decided, late by the server's clock and the site's zone. */
export function progressOf<S extends Sending>(
	route: { agreed: boolean; items: readonly RoutePlace[] },
	sendings: readonly S[],
	{ now, timeZone }: { now: Date; timeZone: string }
): TaskProgress<S>[] {
	const tasks = openTasks({ agreed: route.agreed, tasks: route.items.map(({ task }) => task) }, sendings);

	return route.items.map(({ task, dueOn: forAll, extendedTo }, place) => {
		const dueOn = untilWhen(forAll, extendedTo);
		const sent = sendings.find((sending) => sending.task === task) ?? null;
		const { state = 'locked', reason = null } = tasks[place] ?? {};
		const late = isLate(dueOn, sent?.firstSentAt ?? now, timeZone);
		return { task, position: place + 1, dueOn, state, reason, late, sent };
	});
}
