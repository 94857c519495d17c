import { error } from '@sveltejs/kit';
import { taskOf } from '#lib/previewing/activity.ts';

export async function load({ params, parent }) {
	const { programme } = await parent();
	const task = taskOf(programme, params.key);
	if (!task) error(404, { message: 'task.missing', code: 'task.missing' });
	return { task };
}
