import { hoursOf, isInTime } from '@stazhirovka/domain/answering';
import { today } from '../../shell/today.ts';
import { termsOf } from '../answering/index.ts';
import { afterOf, nextOf as nextAt, tutorChecks, tutorInterns } from '../monitoring/index.ts';
import { cursorOf, nextOf, NOTHING, PAGE, type Asked, type Behind, type Reader } from './behind.ts';

/** Whom tutors have today: of one of them, or of all. */
export async function behindLoad({ db, now }: Reader, { places, row, after }: Asked): Promise<Behind> {
	const asked = { places, tutorId: row ?? null, today: today(now), after: cursorOf(after), limit: PAGE + 1 };
	const rows = await tutorInterns(db, asked);
	const plain = { on: null, counted: true, value: null };
	return {
		...NOTHING,
		records: rows.slice(0, PAGE).map((one) => ({ ...one, ...plain })),
		next: nextOf(rows)
	};
}

/** The decisions of one tutor: of whose task, when, after how many hours, and whether in the agreed time. */
export async function behindChecks(
	{ db }: Reader,
	{ places, period: span, after }: Asked,
	tutorId: string
): Promise<Behind> {
	const rows = await tutorChecks(db, { places, span, tutorId, after: afterOf(after), limit: PAGE + 1 });
	const shown = rows.slice(0, PAGE);
	const terms = await termsOf(db, [...new Set(shown.map(({ cohortId }) => cohortId))]);
	const records = shown.map(({ id, title, site, on, cohortId, enrolmentId, at, sentAt }) => {
		const check = { enrolmentId, sentAt: new Date(sentAt), decidedAt: new Date(at) };
		const agreed = terms.get(cohortId);
		const counted = agreed !== undefined && isInTime(check, agreed.agreement, agreed.timeZone);
		return { id, title, site, on, counted, value: hoursOf(check) };
	});
	return { ...NOTHING, records, next: nextAt(rows, ({ at }) => at) };
}
