import type { RouteRules } from '../programmes/rules.ts';
import { choose, found, type RouteRow, type Why } from './choose.ts';

export type RoutePlan = {
	/** In the programme's sequence. */
	tasks: string[];
	/** The programme's number of tasks, grown where there are more expressed deficits than that. */
	length: number;
	expressed: string[];
	partial: string[];
	/** Deficits that no task of the route has as its primary one. */
	notCoveredAsPrimary: string[];
	/** The route is longer than the programme's: it holds only when the tutor agrees. */
	needsTutorConsent: boolean;
};

/** The learning route by the programme's rules (R94, R99, R100): the same card always gives the same route. */
export function plan(rules: RouteRules, rows: readonly RouteRow[]): RoutePlan {
	const deficits = found(rules, rows);
	const expressed = deficits.filter(({ level }) => level === 'expressed').map(({ deficit }) => deficit);
	const partial = deficits.filter(({ level }) => level === 'partial').map(({ deficit }) => deficit);
	const length = Math.max(rules.length, expressed.length);
	const chosen = choose(rules, deficits, length).map(({ task }) => task);

	return {
		tasks: inSequence(rules, chosen),
		length,
		expressed,
		partial,
		notCoveredAsPrimary: deficits
			.map(({ deficit }) => deficit)
			.filter((deficit) => !isPrimaryOf(rules, chosen, deficit)),
		needsTutorConsent: expressed.length > rules.length
	};
}

/**
 * Why each task of the route is there. The rules are followed over these tasks alone, so a route changed by hand is
 * explained as it stands; `null` is a task that the rules would not have put there.
 */
export function explain(
	rules: RouteRules,
	rows: readonly RouteRow[],
	tasks: readonly string[]
): { task: string; why: Why | null }[] {
	const among = { ...rules, tasks: rules.tasks.filter(({ key }) => tasks.includes(key)) };
	const choices = choose(among, found(rules, rows), tasks.length);

	return tasks.map((task) => ({ task, why: choices.find((choice) => choice.task === task)?.why ?? null }));
}

/** Whether one of the tasks has the deficit as its primary one: then the deficit is covered. */
export function isPrimaryOf(rules: RouteRules, tasks: readonly string[], deficit: string): boolean {
	return rules.tasks.some(
		(task) =>
			tasks.includes(task.key) && task.deficits.some(({ key, role }) => key === deficit && role === 'primary')
	);
}

function inSequence(rules: RouteRules, tasks: string[]): string[] {
	return rules.tasks
		.filter(({ key }) => tasks.includes(key))
		.toSorted((a, b) => a.sequence - b.sequence)
		.map(({ key }) => key);
}
