import type { ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Modules, activities, deficits and videos are numbered 1, 2, 3…; tasks have sequence numbers of their own. */
export function checkNumbering(document: ProgrammeDocument): Finding[] {
	const sequences = document.tasks.map((task) => task.sequence);
	return [
		...inOrder('modules', document.modules),
		...document.modules.flatMap((module) => inOrder(`modules.${module.key}.activities`, module.activities)),
		...inOrder('deficits', document.deficits),
		...inOrder('videos', document.videos ?? []),
		...document.tasks
			.filter((task, n) => sequences.indexOf(task.sequence) !== n)
			.map((task) => error(`tasks.${task.key}.sequence`, 'key.repeated', { key: String(task.sequence) }))
	];
}

function inOrder(place: string, things: { key: string; n: number }[]): Finding[] {
	return things.flatMap((thing, index) =>
		thing.n === index + 1
			? []
			: [error(`${place}.${thing.key}.n`, 'key.out_of_order', { expected: index + 1, found: thing.n })]
	);
}
