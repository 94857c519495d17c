import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, type followUpAnswers, type surveyAnswers } from '@stazhirovka/db/schema';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, asc, eq, gt } from 'drizzle-orm';
import { countAgain } from '../monitoring/index.ts';

type Answers = typeof surveyAnswers | typeof followUpAnswers;

/**
 * Which five of a cohort's answers the next one belongs to. Figures of a survey are told over whole fives, and answers
 * have neither time nor person to be put in order by; the number of a five is all that is kept. Two at once wait for
 * each other. A five that is whole has the figures of the cohort counted again: the journal knows nothing of answers.
 */
export async function nextFive(tx: Tx, answers: Answers, cohortId: string): Promise<number> {
	await tx.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.id, cohortId)).for('no key update');
	const before = await tx.$count(answers, and(eq(answers.cohortId, cohortId), gt(answers.five, 0)));
	if (before % GROUP === GROUP - 1) await countAgain(tx, cohortId);
	return Math.floor(before / GROUP) + 1;
}

/** How many have answered, and the answers of whole fives alone: what the sixth one says is told with the tenth (R167). */
export async function answersIn(
	db: Database | Tx,
	answers: Answers,
	cohortId: string
): Promise<{ answered: number; told: Answer[] }> {
	const rows = await db
		.select({ answer: answers.answer, five: answers.five })
		.from(answers)
		.where(eq(answers.cohortId, cohortId))
		.orderBy(asc(answers.id));
	const whole = Math.floor(rows.length / GROUP);
	return {
		answered: rows.length,
		told: rows.filter(({ five }) => five <= whole).map(({ answer }) => answer)
	};
}
