import type { Tx } from '@stazhirovka/db';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { storedAt } from '../../shell/clock.ts';
import type { Ctx } from '../../shell/context.ts';
import { ensureWorkRoom, postGroupCard } from '../chat/index.ts';
import type { CohortFacts, EnrolmentFacts } from '../cohorts/index.ts';
import { isAuthorVisible } from './names.ts';
import { internsOf, type Intern } from './queries.ts';
import type { WorkRow } from './store.ts';

type Discussed = Pick<WorkRow, 'id' | 'title'>;

/**
 * Opens the discussion under a work for everybody who studies or teaches in the cohort, and shows the work in the
 * group room (R114). Where the programme hides authors until the results, nothing is posted in the author's name, and
 * there is no discussion yet: people talk in it under their names.
 */
export async function postToForum(
	tx: Tx,
	ctx: Ctx,
	enrolment: EnrolmentFacts,
	document: ProgrammeDocument,
	{ id, title }: Discussed
): Promise<void> {
	if (!isAuthorVisible(document)) return;
	const { cohortId } = enrolment;
	await openDiscussion(tx, enrolment, await internsOf(tx, cohortId), { id, title });

	const card = { kind: 'final_work' as const, title, result: null, lines: [], place: `/works/${id}` };
	const author = { personId: ctx.actor.personId, at: storedAt(ctx) };
	await postGroupCard(tx, author, { cohortId, clientId: id, text: '', card });
}

/** With the results authors are named, and what waited for that is opened. */
export async function openDiscussions(
	tx: Tx,
	cohort: CohortFacts,
	document: ProgrammeDocument,
	works: Discussed[]
): Promise<void> {
	if (isAuthorVisible(document)) return;
	const interns = await internsOf(tx, cohort.cohortId);
	for (const work of works) await openDiscussion(tx, cohort, interns, work);
}

async function openDiscussion(
	tx: Tx,
	{ cohortId, cohortTutorIds }: Pick<EnrolmentFacts, 'cohortId' | 'cohortTutorIds'>,
	interns: ReadonlyMap<string, Intern>,
	{ id, title }: Discussed
): Promise<void> {
	const studying = [...interns.values()].filter(({ studies }) => studies);
	const memberIds = [...studying.map(({ person }) => person.id), ...cohortTutorIds];
	await ensureWorkRoom(tx, { cohortId, finalWorkId: id, title, memberIds });
}
