import type { Tx } from '@stazhirovka/db';
import { tutorFigures, tutorSpreads } from '@stazhirovka/db/schema';
import { checkSums, type Check } from '@stazhirovka/domain/answering';
import { sql } from 'drizzle-orm';
import { termsOf } from '../answering/index.ts';
import { doneIn } from '../cohorts/index.ts';
import { decisions } from './facts-queries.ts';

type Decision = Check & { cohortId: string; tutorId: string };

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

/** Decisions of these cohorts, each where the intern was then, by the one who was the intern's tutor. */
async function decisionsOf(tx: Tx, ids: string[]): Promise<Decision[]> {
	const rows = await tx.execute<Record<keyof Decision, string>>(sql`
		select e.cohort_id as "cohortId", e.id as "enrolmentId", d.decided_by as "tutorId",
			d.sent_at::text as "sentAt", d.at::text as "decidedAt"
		from ${doneIn(ids, sql`${decisions(ids)} and v.decided_by is not null`)}`);
	return rows.map(({ sentAt, decidedAt, ...row }) => ({
		...{ ...row, sentAt: new Date(sentAt), decidedAt: new Date(decidedAt) }
	}));
}
