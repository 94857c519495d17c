import type { ProgrammeDocument } from '../document.ts';
import { warning, type Finding } from '../finding.ts';

/** A law is named and found anywhere. */
const WITHOUT_FILE = ['law'];

/** Materials that tasks send the intern to and that nobody can open yet: a reminder before publication. */
export function checkReady({ tasks, materials }: ProgrammeDocument): Finding[] {
	const named = new Set(tasks.flatMap((task) => task.materials ?? []));
	return materials
		.filter(({ key, file, demo }) => named.has(key) && file === null && demo !== true)
		.filter(({ kind }) => !WITHOUT_FILE.includes(kind))
		.map(({ key }) => warning(`materials.${key}.file`, 'material.not_ready'));
}
