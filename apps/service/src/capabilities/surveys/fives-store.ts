import type { Tx } from '@stazhirovka/db';
import { cohorts, type followUpAnswers, type surveyAnswers } from '@stazhirovka/db/schema';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import { and, eq, gt } from 'drizzle-orm';
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
