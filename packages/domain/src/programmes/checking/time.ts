import type { ProgrammeDocument, ProgrammeModule } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Academic hours, module minutes and activity minutes must be the same time, told three ways (R50). */
export function checkTime(document: ProgrammeDocument): Finding[] {
	const hours = sum(document.modules.map((module) => module.hours));
	const total =
		hours === document.hours_total
			? []
			: [error('hours_total', 'time.hours_total', { expected: hours, found: document.hours_total })];

	return [
		...total,
		...document.modules.flatMap((module) => checkModule(module, document.academic_hour_minutes))
	];
}

function checkModule(module: ProgrammeModule, academicHour: number): Finding[] {
	const place = `modules.${module.key}`;
	const expected = module.hours * academicHour;
	const found = sum(module.activities.map((activity) => activity.minutes));

	return [
		...(module.minutes === expected
			? []
			: [error(`${place}.minutes`, 'time.module_minutes', { expected, found: module.minutes })]),
		...(found === module.minutes
			? []
			: [error(`${place}.activities`, 'time.activity_minutes', { expected: module.minutes, found })]),
		...module.activities
			.filter((activity) => !(Number.isInteger(activity.minutes) && activity.minutes >= 0))
			.map((activity) =>
				error(`${place}.activities.${activity.key}.minutes`, 'time.not_positive', { found: activity.minutes })
			)
	];
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
