import type { RouteVersion } from '@stazhirovka/contract/learning-routes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment, toPerson } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { bareItems, findRoute } from './store.ts';
import { versionsOf } from './versions-store.ts';

/** How a route has changed. One from before versions were kept has the one that holds. */
export async function readVersions(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	enrolmentId: string
): Promise<RouteVersion[]> {
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor');
	const [route, { document }] = await Promise.all([
		findRoute(db, enrolmentId),
		loadProgramme(db, enrolment.programmeVersionId)
	]);
	if (!route) return missing('learning_route');

	const titleOf = (task: string) => document.tasks.find(({ key }) => key === task)?.title ?? task;
	const told = (items: { task: string; dueOn: string }[]) =>
		items.map(({ task, dueOn }) => ({ task, title: titleOf(task), dueOn }));
	const rows = await versionsOf(db, route.id);
	if (rows.length === 0) {
		const only = { number: 1, origin: 'rules' as const, author: null, reason: null, remark: null };
		const at = route.createdAt.toISOString();
		return [{ ...only, at, standing: 'held', items: told(bareItems(route)) }];
	}
	return rows.map(({ number, origin, reason, at, standing, remark, author, items }) => ({
		...{ number, origin, reason, standing, remark },
		author: author?.id ? toPerson(author) : null,
		at: at.toISOString(),
		items: told(items)
	}));
}
