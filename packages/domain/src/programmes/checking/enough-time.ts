import type { ProgrammeActivity, ProgrammeDocument } from '../document.ts';
import { error, warning, type Finding } from '../finding.ts';

/**
 * Whether there is time for what the rules give to do: for the diagnostic, and for a route of the programme's length. When
 * not even the shortest tasks fit, no route can be finished; when only the longest do not, some may not (R50, R99).
 */
export function checkEnoughTime({ modules, diagnostic, tasks, route_rules }: ProgrammeDocument): Finding[] {
	const minutes = tasks.map((task) => task.minutes).toSorted((a, b) => a - b);
	// A route longer than there are tasks is a fault of its own.
	if (minutes.length < route_rules.length) minutes.length = 0;
	const shortest = sum(minutes.slice(0, route_rules.length));
	const longest = sum(minutes.toReversed().slice(0, route_rules.length));

	return modules.flatMap((module) =>
		module.activities.flatMap((activity) => [
			...(activity.tasks_count === undefined ? [] : routes(module.key, activity, { shortest, longest })),
			...(activity.kind === 'diagnostic' && diagnostic.minutes > activity.minutes
				? [
						error(place(module.key, activity), 'time.diagnostic_minutes', {
							expected: diagnostic.minutes,
							found: activity.minutes
						})
					]
				: [])
		])
	);
}

function routes(
	module: string,
	activity: ProgrammeActivity,
	{ shortest, longest }: { shortest: number; longest: number }
): Finding[] {
	const found = activity.minutes;
	if (shortest > found)
		return [error(place(module, activity), 'time.tasks_minutes', { expected: shortest, found })];
	return longest > found
		? [warning(place(module, activity), 'time.longest_route', { expected: longest, found })]
		: [];
}

function place(module: string, { key }: ProgrammeActivity): string {
	return `modules.${module}.activities.${key}.minutes`;
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
