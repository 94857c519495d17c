import type { ProgrammeDocument } from '../programmes/index.ts';
import { isSent, type TaskState } from './open-tasks.ts';

export type EffectivenessBlock = {
	code: `effectiveness_card.${'route_not_agreed' | 'no_tryout_sent' | 'nothing_sent'}`;
};

/** The tasks of a programme that ask for a try-out in practice (R103). */
export function tryoutTasks({ tasks }: Pick<ProgrammeDocument, 'tasks'>): ReadonlySet<string> {
	return new Set(tasks.filter((task) => task.tryout_required).map(({ key }) => key));
}

/**
 * Why the effectiveness card cannot be posted yet; `null` when it can. It measures a try-out in practice, so a task
 * that asks for one has to be sent first (R103, R107); in a route without such tasks any sent task will do.
 */
export function effectivenessBlock(
	route: { agreed: boolean },
	tasks: readonly { state: TaskState; tryoutRequired: boolean }[]
): EffectivenessBlock | null {
	if (!route.agreed) return { code: 'effectiveness_card.route_not_agreed' };

	const tried = tasks.filter(({ tryoutRequired }) => tryoutRequired);

	if (tried.length) return tried.some(isSent) ? null : { code: 'effectiveness_card.no_tryout_sent' };
	return tasks.some(isSent) ? null : { code: 'effectiveness_card.nothing_sent' };
}
