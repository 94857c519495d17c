import type { Appeal, CohortAppeals } from '@stazhirovka/contract/results';
import { localDay } from '@stazhirovka/domain/calendar';
import { fullName } from '@stazhirovka/domain/certificates';
import { appealForm, appealUntil, checkAppeal, mayAnswerAppeal } from '@stazhirovka/domain/results';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterCohort } from '../../cohorts/index.ts';
import type { FrozenProgramme } from '../../programmes/index.ts';
import { internsOf, personNamed } from '../queries.ts';
import { toResult, toRubric } from '../view.ts';
import { reviewsOf } from '../reviews-store.ts';
import { sentReviews } from '../standing.ts';
import { usefulnessOf } from './usefulness-store.ts';
import { enterTold, type Told } from './access.ts';
import { appealsOfCohort, judgesOf } from './appeals-queries.ts';
import { findAppeal, mayLowerIn, type AppealRow } from './appeals-store.ts';
import { holdingResult } from './disputed.ts';
import { toFormSheet, type ResultSheet } from './sheets.ts';
import { findSheet } from './sheets-store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The appeal against the result of a work: what may be written, what was sent, what was decided. */
export async function readAppeal({ db, actor, now }: Reading, id: string): Promise<Appeal> {
	const told = await enterTold(db, actor, id);
	const { work, cohort, programme, viewer } = told;
	const [holding, appeal, draft, mayLower, interns, judges] = await Promise.all([
		holdingResult(db, id),
		findAppeal(db, id),
		findSheet(db, id, 'appeal'),
		mayLowerIn(db, work.cohortId),
		internsOf(db, work.cohortId),
		judgesOf(db, id)
	]);
	const author = interns.get(work.enrolmentId) ?? missing('enrolment');
	const toldAt = holding.result.announcedAt;
	const facts = { toldAt, sent: appeal !== undefined, timeZone: cohort.timeZone };
	const sending = checkAppeal(facts, null, now());
	const send = viewer === 'author' && sending.ok;
	const deciding = decidingRefusal(told, appeal, judges, actor.personId);
	const { criteria, passTotal, maxTotal } = toRubric(programme);

	return {
		...{ workId: id, cohortId: work.cohortId, enrolmentId: work.enrolmentId, title: work.title },
		author: fullName(author.person),
		mine: viewer === 'author',
		until: appealUntil(toldAt, cohort.timeZone).toISOString(),
		timeZone: cohort.timeZone,
		mayLower: appeal?.mayLower ?? mayLower,
		result: toResult(holding.result, {
			max: maxTotal,
			hidden: viewer === 'author' && !(await isAllRated(db, id))
		}),
		marks: holding.marks,
		...{ criteria, passTotal, maxTotal },
		sheet: toFormSheet(appealSheet(id, programme), viewer === 'author' ? draft : undefined, send),
		sent: appeal ? toSent(appeal, cohort.timeZone, now()) : null,
		decided: appeal ? await toDecided(db, appeal, viewer) : null,
		reason: viewer === 'author' ? (sending.ok ? null : sending.refusal.code) : deciding,
		can: { send, decide: appeal !== undefined && deciding === null }
	};
}

/** Whether the author has answered about every review: before that single marks stay covered. */
async function isAllRated(db: Reading['db'], workId: string): Promise<boolean> {
	const ids = sentReviews(await reviewsOf(db, [workId])).map(({ id }) => id);
	return (await usefulnessOf(db, ids)).size === ids.length;
}

export function appealSheet(workId: string, programme: FrozenProgramme): ResultSheet {
	return { workId, kind: 'appeal', definition: appealForm(toRubric(programme).criteria) };
}

/** Why this reader cannot answer the appeal; null where they can, or there is none. */
export function decidingRefusal(
	{ cohort, tutors }: Pick<Told, 'cohort' | 'tutors'>,
	appeal: AppealRow | undefined,
	judges: string[],
	personId: string
): string | null {
	if (!appeal) return null;
	if (appeal.decidedAt) return 'appeal.already_decided';
	if (!tutors) return 'forbidden';
	const may = mayAnswerAppeal(personId, { tutors: cohort.cohortTutorIds, judges });
	return may ? null : 'appeal.own_decision';
}

function toSent({ sentAt, answerBy, reasons, decidedAt }: AppealRow, timeZone: string, now: Date) {
	const late = !decidedAt && localDay(now, timeZone) > answerBy;
	return { sentAt: sentAt.toISOString(), answerBy, late, reasons };
}

async function toDecided(
	db: Reading['db'],
	{ decidedAt, decidedBy, marks, changes, passed, conclusion }: AppealRow,
	viewer: Told['viewer']
): Promise<Appeal['decided']> {
	if (!decidedAt || !decidedBy || changes === null || passed === null || conclusion === null) return null;
	const by = viewer === 'staff' ? await personNamed(db, decidedBy) : undefined;
	return {
		decidedAt: decidedAt.toISOString(),
		by: by ? fullName(by) : null,
		...{ marks, changes, passed, conclusion }
	};
}

/** Appeals of a cohort for those who run or lead it, with the rule that was fixed. */
export async function readAppeals({ db, actor, now }: Reading, cohortId: string): Promise<CohortAppeals> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const [rows, mayLower] = await Promise.all([appealsOfCohort(db, cohortId), mayLowerIn(db, cohortId)]);
	const today = localDay(now(), cohort.timeZone);
	const appeals = rows.map(({ workId, title, author, sentAt, answerBy, decidedAt }) => ({
		...{ workId, title, answerBy },
		author: fullName(author),
		sentAt: sentAt.toISOString(),
		late: !decidedAt && today > answerBy,
		decided: decidedAt !== null
	}));

	return {
		cohortId,
		announcedAt: cohort.announcedAt?.toISOString() ?? null,
		mayLower,
		sent: appeals.length,
		open: appeals.filter(({ decided }) => !decided).length,
		late: appeals.filter(({ late }) => late).length,
		appeals,
		can: { setRule: cohort.as.includes('leader') && cohort.announcedAt === null }
	};
}
