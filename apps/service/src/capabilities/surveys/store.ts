import type { Database, Tx } from '@stazhirovka/db';
import { surveyAnswers, surveyParticipations } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { eq } from 'drizzle-orm';
import { fail } from '../../shell/errors.ts';
import { answersIn, nextFive } from './fives-store.ts';

type Queryable = Database | Tx;

/** The answer knows the cohort and nothing else; its key is random, so it tells no order either (R120). */
export async function insertAnswer(tx: Tx, cohortId: string, answer: Answer): Promise<void> {
	await tx
		.insert(surveyAnswers)
		.values({ cohortId, answer, five: await nextFive(tx, surveyAnswers, cohortId) });
}

/** The bare fact. Once per intern: the second of two tabs is refused. */
export async function insertParticipation(tx: Tx, enrolmentId: string): Promise<void> {
	const rows = await tx
		.insert(surveyParticipations)
		.values({ enrolmentId })
		.onConflictDoNothing()
		.returning({ enrolmentId: surveyParticipations.enrolmentId });
	if (rows.length === 0) fail('refused', 'survey.already_answered');
}

export async function hasAnswered(db: Queryable, enrolmentId: string): Promise<boolean> {
	const rows = await db
		.select({ enrolmentId: surveyParticipations.enrolmentId })
		.from(surveyParticipations)
		.where(eq(surveyParticipations.enrolmentId, enrolmentId));
	return rows.length > 0;
}

export function answersOf(db: Queryable, cohortId: string) {
	return answersIn(db, surveyAnswers, cohortId);
}
