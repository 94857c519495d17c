import type { Database } from '@stazhirovka/db';
import {
	deficitCards,
	effectivenessCards,
	enrolments,
	journal,
	learningRouteItems,
	learningRoutes,
	submissions,
	submissionVersions
} from '@stazhirovka/db/schema';
import type { TestPerson } from './person.ts';

const HOUR = 3_600_000;
const SINCE = Date.parse('2026-10-01T06:00:00Z');

/** What one intern did, in hours since 1 October 2026. */
export type Deeds = {
	cameAt: number;
	completed: boolean;
	/** When the task was sent (due on 10 October), and how long the tutor took. */
	task: { sentAt: number; answerHours: number | null } | null;
	effect: { at: number; verdict: 'заметное улучшение' | 'без изменений' | 'ухудшение' | 'разность' } | null;
	card: { at: number; level: 'none' | 'partial' | 'expressed' } | null;
	/** Whose intern it is, and who decides. */
	tutorId?: string;
};

/** Writes the deeds of one intern as the platform would have left them; answers with the enrolment. */
export async function live(
	db: Database,
	cohortId: string,
	person: Pick<TestPerson, 'id'>,
	deeds: Deeds
): Promise<string> {
	const at = (hours: number) => new Date(SINCE + hours * HOUR);
	const state = deeds.completed ? ('completed' as const) : ('confirmed' as const);
	const [enrolment] = await db
		.insert(enrolments)
		.values({ cohortId, personId: person.id, state, appliedAt: at(deeds.cameAt), tutorId: deeds.tutorId })
		.returning();
	const enrolmentId = enrolment?.id ?? '';
	await db.insert(journal).values({
		...{ at: at(deeds.cameAt), kind: 'enrolment.confirmed', subjectId: enrolmentId, cohortId, data: {} }
	});
	if (deeds.task) await sendTask(db, enrolmentId, { ...deeds.task, tutorId: deeds.tutorId }, at);
	if (deeds.effect) {
		const figures = { baselineMean: 1, afterMean: 1, changePercent: 0, difference: null };
		const { verdict } = deeds.effect;
		await db.insert(effectivenessCards).values({
			...{ enrolmentId, answer: {}, figures: { ...figures, verdict }, postedAt: at(deeds.effect.at) }
		});
	}
	if (deeds.card) {
		const points = { knowledge: 0, case: 0, self: 0, score: 0, max: 9, masteryPercent: 0, flag: null };
		const { level } = deeds.card;
		const row = { deficit: 'D1', ...points, level, present: level !== 'none' };
		await db
			.insert(deficitCards)
			.values({ enrolmentId, rows: [row], unanswered: 0, createdAt: at(deeds.card.at) });
	}
	return enrolmentId;
}

async function sendTask(
	db: Database,
	enrolmentId: string,
	{ sentAt, answerHours, tutorId }: NonNullable<Deeds['task']> & Pick<Deeds, 'tutorId'>,
	at: (hours: number) => Date
): Promise<void> {
	const proposal = { tasks: ['T1'], notCoveredAsPrimary: [], needsTutorConsent: false };
	const [route] = await db
		.insert(learningRoutes)
		.values({ enrolmentId, proposal, state: 'agreed' })
		.returning();
	await db
		.insert(learningRouteItems)
		.values({ learningRouteId: route?.id ?? '', position: 1, taskKey: 'T1', dueOn: '2026-10-10' });
	const decidedAt = answerHours === null ? null : at(sentAt + answerHours);
	const [submission] = await db
		.insert(submissions)
		.values({ enrolmentId, taskKey: 'T1', state: 'sent', sentAt: at(sentAt) })
		.returning();
	await db.insert(submissionVersions).values({
		...{ submissionId: submission?.id ?? '', number: 1, answer: {}, sentAt: at(sentAt), decidedAt },
		decidedBy: decidedAt && tutorId
	});
}
