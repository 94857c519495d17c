import type { ProgrammeDocument, ProgrammeTask } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Keys that the card of a task uses itself. */
const RESERVED = ['report', 'files', 'tryout_date', 'tryout_where', 'tryout_result'];

/** A task has a self-check, a self-analysis and a deficit that it removes; trying out is compulsory (R101–R103). */
export function checkTasks({ tasks }: ProgrammeDocument): Finding[] {
	const tryout = tasks.length === 0 || tasks.some((task) => task.tryout_required);
	return [...tasks.flatMap(checkTask), ...(tryout ? [] : [error('tasks', 'task.no_tryout')])];
}

function checkTask(task: ProgrammeTask): Finding[] {
	const place = `tasks.${task.key}`;
	const keys = [...task.self_check, ...task.self_analysis].map((item) => item.key);
	return [
		...(task.self_check.length > 0 ? [] : [error(`${place}.self_check`, 'task.no_self_check')]),
		...(task.self_analysis.length > 0 ? [] : [error(`${place}.self_analysis`, 'task.no_self_analysis')]),
		...(task.deficits.some(({ role }) => role === 'primary')
			? []
			: [error(`${place}.deficits`, 'task.no_primary_deficit')]),
		...(task.minutes > 0 ? [] : [error(`${place}.minutes`, 'time.not_positive', { found: task.minutes })]),
		...keys
			.filter((key) => RESERVED.includes(key))
			.map((key) => error(`${place}.${key}`, 'key.reserved', { key }))
	];
}
