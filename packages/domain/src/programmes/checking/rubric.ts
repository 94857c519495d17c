import type { ProgrammeDocument } from '../document.ts';
import { error, warning, type Finding } from '../finding.ts';

/** Levels run 0, 1, 2… alike for every criterion, the sheet adds up, and there are hands enough for every work. */
export function checkRubric({ rubric }: ProgrammeDocument): Finding[] {
	const tops = rubric.criteria.map((criterion) => criterion.levels.length - 1);
	const top = tops[0] ?? 0;
	const expected = rubric.criteria.length * top;

	return [
		...rubric.criteria
			.filter(({ levels }) => levels.length < 2 || !levels.every((level, n) => level.score === n))
			.map(({ key }) => error(`rubric.criteria.${key}.levels`, 'rubric.levels_not_contiguous')),
		...rubric.criteria
			.filter((_criterion, n) => tops[n] !== top)
			.map(({ key }, _n) =>
				error(`rubric.criteria.${key}.levels`, 'rubric.levels_differ', { expected: top })
			),
		...(rubric.max === expected && expected > 0
			? []
			: [error('rubric.max', 'rubric.wrong_maximum', { expected, found: rubric.max })]),
		...checkProcess(rubric.process)
	];
}

function checkProcess(process: ProgrammeDocument['rubric']['process']): Finding[] {
	const place = 'rubric.process';
	const { reviews_per_work: work, reviews_per_trainee: intern } = process;
	return [
		...(intern < work
			? [error(`${place}.reviews_per_trainee`, 'peer.unbalanced', { expected: work, found: intern })]
			: []),
		...(intern > work
			? [warning(`${place}.reviews_per_trainee`, 'peer.unbalanced', { expected: work, found: intern })]
			: []),
		...(process.min_received > work
			? [
					error(`${place}.min_received`, 'peer.not_enough_reviews', {
						expected: work,
						found: process.min_received
					})
				]
			: []),
		...(process.min_given > intern
			? [
					error(`${place}.min_given`, 'peer.not_enough_reviews', {
						expected: intern,
						found: process.min_given
					})
				]
			: []),
		...(process.deadline_days > 0
			? []
			: [error(`${place}.deadline_days`, 'time.not_positive', { found: process.deadline_days })])
	];
}
