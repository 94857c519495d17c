import type { Question } from './questions.ts';
import { answerBy, workingHours, type Agreement } from './working-hours.ts';

export type Waiting = {
	/** Whole working hours that it has waited. */
	hours: number;
	answerBy: Date;
	late: boolean;
};

export type AnswerFigures = {
	asked: number;
	answered: number;
	waiting: number;
	/** Waiting longer than agreed. */
	late: number;
	/** Of what was answered, in working hours; null when nothing was. */
	medianHours: number | null;
	/** Answered in time of all that were answered or are late, 0–1; null when there are none. */
	inTime: number | null;
};

/** How long a question has waited, and until when it may. */
export function waitingOf(since: Date, now: Date, agreement: Agreement, timeZone: string): Waiting {
	const until = answerBy(since, agreement, timeZone);
	return {
		hours: Math.floor(workingHours(since, now, agreement, timeZone)),
		answerBy: until,
		late: now > until
	};
}

/** How questions are answered. Those that needed no answer count nowhere. */
export function figuresOf(
	questions: readonly Pick<Question, 'since' | 'answeredAt' | 'waived'>[],
	now: Date,
	agreement: Agreement,
	timeZone: string
): AnswerFigures {
	const counted = questions.filter(({ waived }) => !waived);
	const times = counted.flatMap(({ since, answeredAt }) =>
		answeredAt ? [{ hours: workingHours(since, answeredAt, agreement, timeZone) }] : []
	);
	const waiting = counted.filter(({ answeredAt }) => answeredAt === null);
	const late = waiting.filter(({ since }) => waitingOf(since, now, agreement, timeZone).late).length;
	const inTime = times.filter(({ hours }) => hours <= agreement.hours).length;
	const judged = times.length + late;

	return {
		asked: counted.length,
		answered: times.length,
		waiting: waiting.length,
		late,
		medianHours: median(times.map(({ hours }) => hours)),
		inTime: judged === 0 ? null : inTime / judged
	};
}

function median(values: readonly number[]): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
}
