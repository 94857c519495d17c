import type { TaskState } from './open-tasks.ts';

export type EffectivenessBlock = {
	code: `effectiveness_card.${'route_not_agreed' | 'no_tryout_sent' | 'nothing_sent'}`;
};

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
	const isSent = ({ state }: { state: TaskState }) => state !== 'locked' && state !== 'open';

	if (tried.length) return tried.some(isSent) ? null : { code: 'effectiveness_card.no_tryout_sent' };
	return tasks.some(isSent) ? null : { code: 'effectiveness_card.nothing_sent' };
}
