import { error } from '@sveltejs/kit';
import { activityOf } from '#lib/previewing/activity.ts';

export async function load({ params, parent }) {
	const { programme } = await parent();
	const activity = activityOf(programme, params.key);
	if (!activity) error(404, { message: 'activity.missing', code: 'activity.missing' });
	const module = programme.modules.find(({ activities }) => activities.some(({ key }) => key === params.key));
	return { activity, module: module?.n ?? 1 };
}
