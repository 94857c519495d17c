import type { ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';

const ALGORITHM = 'expressed_first_cover';

/** A route can always be filled: with the tasks there are, and with the developing set alone (R99, R100). */
export function checkRoute({ route_rules, tasks, modules }: ProgrammeDocument): Finding[] {
	const { length, developing_set, algorithm } = route_rules;
	const set = new Set(developing_set);
	return [
		...(algorithm === ALGORITHM
			? []
			: [error('route_rules.algorithm', 'route.unknown_algorithm', { found: algorithm })]),
		...(length <= tasks.length
			? []
			: [error('route_rules.length', 'route.too_long', { expected: tasks.length, found: length })]),
		...(set.size >= length
			? []
			: [
					error('route_rules.developing_set', 'route.developing_set_short', {
						expected: length,
						found: set.size
					})
				]),
		...[...set]
			.filter((key) => developing_set.indexOf(key) !== developing_set.lastIndexOf(key))
			.map((key) => error('route_rules.developing_set', 'key.repeated', { key })),
		...modules.flatMap((module) =>
			module.activities
				.filter(({ tasks_count }) => tasks_count !== undefined && tasks_count !== length)
				.map(({ key, tasks_count = 0 }) =>
					error(`modules.${module.key}.activities.${key}.tasks_count`, 'route.tasks_count', {
						expected: length,
						found: tasks_count
					})
				)
		)
	];
}
