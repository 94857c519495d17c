import { isCalendarDate } from '../calendar/index.ts';
import type { RouteRules } from '../programmes/rules.ts';
import { ok, refuse, type Result } from '../result.ts';
import { found, type RouteRow } from './choose.ts';
import { isPrimaryOf } from './plan.ts';

export type RouteItem = { task: string; dueOn: string };
export type Period = { startsOn: string; endsOn: string };

type Short =
	| 'empty'
	| 'unknown_task'
	| 'doubled_task'
	| 'not_a_date'
	| 'date_outside_period'
	| 'dates_not_ascending'
	| 'started_task_missing';
type FaultCode = `learning_route.${Short}`;

/** `position` counts from 1, as on the screen; null where the fault is of the whole route. */
export type RouteFault = { code: FaultCode; position: number | null; task: string | null };

export type RouteWarning =
	| { code: 'learning_route.expressed_without_primary'; deficit: string }
	| { code: 'learning_route.unrelated_task'; task: string };

export type RouteChangeRefusal = { code: FaultCode; details: { faults: RouteFault[] } };

/**
 * A route changed by hand, before it is saved (R94, R99). Every fault is named; warnings do not stop the tutor.
 * `started`: tasks that were sent already and so cannot leave the route.
 */
export function checkChange(
	rules: RouteRules,
	rows: readonly RouteRow[],
	items: readonly RouteItem[],
	period: Period,
	started: readonly string[] = []
): Result<{ warnings: RouteWarning[] }, RouteChangeRefusal> {
	const tasks = items.map(({ task }) => task);
	const missing = started.filter((task) => !tasks.includes(task));
	const faults = [
		...(items.length === 0 ? [fault('empty', null, null)] : []),
		...items.flatMap((item, index) => faultsOf(rules, items, item, index, period)),
		...missing.map((task) => fault('started_task_missing', null, task))
	];
	const [first] = faults;

	return first
		? refuse({ code: first.code, details: { faults } })
		: ok({ warnings: warningsOf(rules, rows, tasks) });
}

function faultsOf(
	rules: RouteRules,
	items: readonly RouteItem[],
	{ task, dueOn }: RouteItem,
	index: number,
	{ startsOn, endsOn }: Period
): RouteFault[] {
	const before = items[index - 1]?.dueOn;
	const faults: (RouteFault | false)[] = [
		!rules.tasks.some(({ key }) => key === task) && fault('unknown_task', index, task),
		items.findIndex((item) => item.task === task) < index && fault('doubled_task', index, task)
	];

	if (!isCalendarDate(dueOn)) faults.push(fault('not_a_date', index, task));
	else if (dueOn < startsOn || dueOn > endsOn) faults.push(fault('date_outside_period', index, task));
	else if (before !== undefined && dueOn < before) faults.push(fault('dates_not_ascending', index, task));

	return faults.filter((found) => found !== false);
}

function warningsOf(rules: RouteRules, rows: readonly RouteRow[], tasks: string[]): RouteWarning[] {
	const deficits = found(rules, rows);
	const bare = deficits.filter(
		({ deficit, level }) => level === 'expressed' && !isPrimaryOf(rules, tasks, deficit)
	);
	const related = rules.tasks.filter((task) =>
		task.deficits.some(({ key }) => deficits.some((d) => d.deficit === key))
	);
	const matching = [...related.map(({ key }) => key), ...rules.developingSet];

	return [
		...bare.map(({ deficit }) => ({ code: 'learning_route.expressed_without_primary' as const, deficit })),
		...tasks
			.filter((task) => !matching.includes(task))
			.map((task) => ({ code: 'learning_route.unrelated_task' as const, task }))
	];
}

function fault(
	code: FaultCode extends `learning_route.${infer C}` ? C : never,
	index: number | null,
	task: string | null
): RouteFault {
	return { code: `learning_route.${code}`, position: index === null ? null : index + 1, task };
}
