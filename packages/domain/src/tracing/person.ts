import type { ProgrammeTask } from '../programmes/document.ts';
import type { SubmissionState } from '../tasks/index.ts';

type Sent = { id: string; task: string; state: SubmissionState; sentAt: Date };

/** A task of somebody's route that works on a deficit; `sent` is what came of it. */
export type AnsweringTask = {
	task: string;
	title: string;
	role: 'primary' | 'secondary';
	tryout: boolean;
	sent: Omit<Sent, 'task'> | null;
};

/** Tasks of a route that answer a deficit: those made for it first, then those that touch it; in the order of the route. */
export function tasksFor(
	deficit: string,
	tasks: readonly Pick<ProgrammeTask, 'key' | 'title' | 'deficits' | 'tryout_required'>[],
	route: readonly string[],
	sent: readonly Sent[]
): AnsweringTask[] {
	const answering = route.flatMap((key): AnsweringTask[] => {
		const task = tasks.find((one) => one.key === key);
		const bound = task?.deficits.find((one) => one.key === deficit);
		if (!task || !bound) return [];
		const { title, tryout_required: tryout } = task;
		const found = sent.find((one) => one.task === key);
		return [{ task: key, title, role: bound.role, tryout, sent: found ? withoutTask(found) : null }];
	});
	return [
		...answering.filter(({ role }) => role === 'primary'),
		...answering.filter(({ role }) => role === 'secondary')
	];
}

function withoutTask({ task: _, ...sent }: Sent): Omit<Sent, 'task'> {
	return sent;
}
