import type { Tx } from '@stazhirovka/db';
import {
	enrolments,
	submissions,
	submissionVersions,
	tutorFigures,
	tutorSpreads
} from '@stazhirovka/db/schema';
import { checkSums, type Check } from '@stazhirovka/domain/answering';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { termsOf } from '../answering/index.ts';
import { carriedFrom, enrolmentThen } from '../cohorts/index.ts';

type Decision = Check & { cohortId: string; tutorId: string };

/** Decisions of these cohorts, each where the intern was then; whose they are does not change either. */
const decidedIn = enrolmentThen({
	enrolmentId: sql`${submissions.enrolmentId}`,
	at: sql`${submissionVersions.decidedAt}`
});

/** Counts anew what the tutors of these cohorts have checked (R75). Working hours are the rule's, so it is done here. */
export async function reckonTutors(tx: Tx, ids: string[]): Promise<void> {
	const terms = await termsOf(tx, ids);
	const byTutor = Map.groupBy(
		await decisionsOf(tx, ids),
		({ cohortId, tutorId }) => `${cohortId} ${tutorId}`
	);
	const sums = [...byTutor.values()].flatMap((own) => {
		const [first] = own;
		const agreed = first && terms.get(first.cohortId);
		if (!first || !agreed) return [];
		const { cohortId, tutorId } = first;
		return [{ cohortId, tutorId, ...checkSums(own, agreed.agreement, agreed.timeZone) }];
	});
	if (sums.length === 0) return;
	await tx.insert(tutorFigures).values(sums.map(({ spread: _, ...figures }) => figures));
	await tx
		.insert(tutorSpreads)
		.values(
			sums.flatMap(({ cohortId, tutorId, spread }) => spread.map((one) => ({ cohortId, tutorId, ...one })))
		);
}

async function decisionsOf(tx: Tx, ids: string[]): Promise<Decision[]> {
	const { sentAt, decidedAt, decidedBy } = submissionVersions;
	const rows = await tx
		.select({
			cohortId: enrolments.cohortId,
			enrolmentId: enrolments.id,
			tutorId: decidedBy,
			sentAt,
			decidedAt
		})
		.from(submissionVersions)
		.innerJoin(submissions, eq(submissions.id, submissionVersions.submissionId))
		.innerJoin(enrolments, eq(enrolments.id, decidedIn))
		.where(
			and(
				inArray(submissions.enrolmentId, carriedFrom(ids)),
				inArray(enrolments.cohortId, ids),
				isNotNull(decidedAt),
				isNotNull(decidedBy)
			)
		);
	return rows.flatMap(({ tutorId, decidedAt, ...row }) =>
		tutorId && decidedAt ? [{ ...row, tutorId, decidedAt }] : []
	);
}
