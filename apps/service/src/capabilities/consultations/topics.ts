import type { Topic } from '@stazhirovka/contract/consultations';
import type { Ctx } from '../../shell/context.ts';
import { faulty } from '../../shell/errors.ts';
import { deficitsOf } from '../diagnostics/index.ts';
import { findRoute } from '../learning-routes/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { submissionsOf } from '../tasks/index.ts';

type Whose = { id: string; programmeVersionId: string };

/** What an intern may ask about: tasks of the route, what was sent of them, deficits of the card. */
export async function topicsOf({ db }: Pick<Ctx, 'db'>, { id, programmeVersionId }: Whose): Promise<Topic[]> {
	const [{ document }, route, sent, deficits] = await Promise.all([
		loadProgramme(db, programmeVersionId),
		findRoute(db, id),
		submissionsOf(db, id),
		deficitsOf(db, id)
	]);
	const titleIn = (of: readonly { key: string; title: string }[], key: string) =>
		of.find((one) => one.key === key)?.title ?? key;

	return [
		...(route?.items ?? []).map(({ task }) => ({
			kind: 'task' as const,
			key: task,
			title: titleIn(document.tasks, task)
		})),
		...sent.map((one) => ({
			kind: 'submission' as const,
			key: one.id,
			title: titleIn(document.tasks, one.task)
		})),
		...deficits.map((key) => ({
			kind: 'deficit' as const,
			key,
			title: titleIn(document.deficits, key)
		}))
	];
}

/** One of them, with its title as it reads today. */
export async function topicOf(
	ctx: Pick<Ctx, 'db'>,
	whose: Whose,
	wanted: { kind: Topic['kind']; key: string } | null
): Promise<Topic | null> {
	if (wanted === null) return null;
	const topics = await topicsOf(ctx, whose);
	const found = topics.find(({ kind, key }) => kind === wanted.kind && key === wanted.key);
	return found ?? faulty('consultation.topic_unknown', { field: 'topic' });
}
