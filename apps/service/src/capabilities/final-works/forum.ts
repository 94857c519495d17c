import type { Tx } from '@stazhirovka/db';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { ensureWorkRoom, postGroupCard } from '../chat/index.ts';
import type { EnrolmentFacts } from '../cohorts/index.ts';
import { isAuthorVisible } from './names.ts';
import { internsOf } from './queries.ts';

/**
 * Opens the discussion under a work for everybody who studies or teaches in the cohort, and shows the work in the
 * group room (R114). Where the programme hides authors until the results, nothing is posted in the author's name.
 */
export async function postToForum(
	tx: Tx,
	ctx: Ctx,
	enrolment: EnrolmentFacts,
	document: ProgrammeDocument,
	{ id, title }: { id: string; title: string }
): Promise<void> {
	const { cohortId, cohortTutorIds } = enrolment;
	const interns = [...(await internsOf(tx, cohortId)).values()].filter(({ studies }) => studies);
	const memberIds = [...interns.map(({ person }) => person.id), ...cohortTutorIds];

	await ensureWorkRoom(tx, { cohortId, finalWorkId: id, title, memberIds });
	if (!isAuthorVisible(document)) return;

	const card = { kind: 'final_work' as const, title, result: null, lines: [], place: `/works/${id}` };
	const author = { personId: ctx.actor.personId, at: ctx.now() };
	await postGroupCard(tx, author, { cohortId, clientId: id, text: '', card });
}
