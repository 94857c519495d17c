import type { Tx } from '@stazhirovka/db';
import {
	deficitCards,
	deficitObservations,
	diagnosisAllowances,
	diagnosisAttempts,
	diagnosisPapers,
	effectivenessCards,
	enrolments,
	files,
	formAnswers,
	learningRoutes,
	studyLimits,
	submissions
} from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';

/** What comes along into another cohort on the same version of the programme. */
export type CarriedPart =
	| 'attendance'
	| 'cards'
	| 'deficit_card'
	| 'learning_route'
	| 'tasks'
	| 'effectiveness_card';

type Move = { from: string; to: string; cohortId: string };

/**
 * Hands what an intern has done over to the enrolment in another cohort: it belongs to one intern and one version of the
 * programme, so it holds there too. Answers with what there was.
 */
export async function carryOver(tx: Tx, { from, to, cohortId }: Move): Promise<CarriedPart[]> {
	const id = { id: sql<number>`1` };
	const change = { enrolmentId: to };
	const cards = await tx
		.update(formAnswers)
		.set({ ...change, cohortId })
		.where(eq(formAnswers.enrolmentId, from))
		.returning(id);
	await tx.update(files).set(change).where(eq(files.enrolmentId, from));
	const deficits = await tx
		.update(deficitCards)
		.set(change)
		.where(eq(deficitCards.enrolmentId, from))
		.returning(id);
	for (const beside of [diagnosisAttempts, diagnosisAllowances, diagnosisPapers, deficitObservations])
		await tx.update(beside).set(change).where(eq(beside.enrolmentId, from));
	const routes = await tx
		.update(learningRoutes)
		.set(change)
		.where(eq(learningRoutes.enrolmentId, from))
		.returning(id);
	await carryLimit(tx, from, to);
	const tasks = await tx
		.update(submissions)
		.set(change)
		.where(eq(submissions.enrolmentId, from))
		.returning(id);
	const effects = await tx
		.update(effectivenessCards)
		.set(change)
		.where(eq(effectivenessCards.enrolmentId, from))
		.returning(id);

	const found: [CarriedPart, number][] = [
		['attendance', await carryMarks(tx, from, to)],
		['cards', cards.length],
		['deficit_card', deficits.length],
		['learning_route', routes.length],
		['tasks', tasks.length],
		['effectiveness_card', effects.length]
	];
	return found.flatMap(([part, count]) => (count > 0 ? [part] : []));
}

/** Whether an enrolment has work of its own, which nothing that comes along may overwrite. */
export async function hasOwnWork(tx: Tx, enrolmentId: string): Promise<boolean> {
	for (const kept of [
		formAnswers,
		deficitCards,
		learningRoutes,
		submissions,
		effectivenessCards,
		diagnosisAttempts
	]) {
		const rows = await tx
			.select({ id: sql`1` })
			.from(kept)
			.where(eq(kept.enrolmentId, enrolmentId))
			.limit(1);
		if (rows.length > 0) return true;
	}
	return false;
}

/** The intern's own word on the hours of a week; the later one holds. */
async function carryLimit(tx: Tx, from: string, to: string): Promise<void> {
	const own = await tx
		.delete(studyLimits)
		.where(eq(studyLimits.enrolmentId, from))
		.returning({ minutesPerWeek: studyLimits.minutesPerWeek, setAt: studyLimits.setAt });
	for (const limit of own)
		await tx
			.insert(studyLimits)
			.values({ enrolmentId: to, ...limit })
			.onConflictDoUpdate({ target: studyLimits.enrolmentId, set: limit });
}

/** The attended day and the tutor's word on the understanding stand in the enrolment itself. */
async function carryMarks(tx: Tx, from: string, to: string): Promise<number> {
	const [marks] = await tx
		.select({
			attendedOn: enrolments.attendedOn,
			attendanceMarkedBy: enrolments.attendanceMarkedBy,
			understandingScore: enrolments.understandingScore,
			understandingLevel: enrolments.understandingLevel,
			understandingNote: enrolments.understandingNote,
			understandingMarkedBy: enrolments.understandingMarkedBy,
			understandingMarkedAt: enrolments.understandingMarkedAt
		})
		.from(enrolments)
		.where(eq(enrolments.id, from));
	if (!marks) return 0;
	await tx.update(enrolments).set(marks).where(eq(enrolments.id, to));
	return marks.attendedOn ? 1 : 0;
}
