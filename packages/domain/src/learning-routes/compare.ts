import type { RouteItem } from './check-change.ts';

export type RouteDifference = {
	task: string;
	/** Place from 1 and day in each of the two; null where the task is not in it. */
	before: { position: number; dueOn: string } | null;
	after: { position: number; dueOn: string } | null;
	change: 'same' | 'added' | 'removed' | 'moved' | 'day';
};

/** Two versions of a route beside each other: the tasks of the later one in its order, then what has left. */
export function compareRoutes(before: readonly RouteItem[], after: readonly RouteItem[]): RouteDifference[] {
	const gone = before.filter(({ task }) => !after.some((item) => item.task === task));
	const stayed = (items: readonly RouteItem[], others: readonly RouteItem[]) =>
		items.map(({ task }) => task).filter((task) => others.some((item) => item.task === task));
	const [orderBefore, orderAfter] = [stayed(before, after), stayed(after, before)];

	return [...after, ...gone].map(({ task }) => {
		const sides = { before: placeOf(before, task), after: placeOf(after, task) };
		const moved = orderBefore.indexOf(task) !== orderAfter.indexOf(task);
		return { task, ...sides, change: changeOf(sides, moved) };
	});
}

function changeOf(
	{ before, after }: Pick<RouteDifference, 'before' | 'after'>,
	moved: boolean
): RouteDifference['change'] {
	if (!before) return 'added';
	if (!after) return 'removed';
	if (moved) return 'moved';
	return before.dueOn === after.dueOn ? 'same' : 'day';
}

function placeOf(items: readonly RouteItem[], task: string): RouteDifference['before'] {
	const index = items.findIndex((item) => item.task === task);
	const item = items[index];
	return item ? { position: index + 1, dueOn: item.dueOn } : null;
}
