import { isLate, openTasks, type LockReason, type TaskState } from '@stazhirovka/domain/tasks';
import type { RouteItem } from '@stazhirovka/domain/learning-routes';
import type { SentTask } from './store.ts';

export type TaskProgress = {
	task: string;
	/** From 1. */
	position: number;
	dueOn: string;
	state: TaskState;
	reason: LockReason | null;
	late: boolean;
	sentAt: Date | null;
};

/** The tasks of a route as they stand: open or locked, sent, decided, late by the server's clock and the site's zone. */
export function progressOf(
	route: { agreed: boolean; items: readonly RouteItem[] },
	sent: readonly SentTask[],
	{ now, timeZone }: { now: Date; timeZone: string }
): TaskProgress[] {
	const tasks = openTasks({ agreed: route.agreed, tasks: route.items.map(({ task }) => task) }, sent);

	return route.items.map(({ task, dueOn }, place) => {
		const submission = sent.find((candidate) => candidate.task === task);
		return {
			task,
			position: place + 1,
			dueOn,
			state: tasks[place]?.state ?? 'locked',
			reason: tasks[place]?.reason ?? null,
			late: isLate(dueOn, submission?.firstSentAt ?? now, timeZone),
			sentAt: submission?.sentAt ?? null
		};
	});
}
