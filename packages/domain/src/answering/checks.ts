import { workingHours, type Agreement } from './working-hours.ts';

/** One decision of a tutor on what an intern sent. */
export type Check = { enrolmentId: string; sentAt: Date; decidedAt: Date };
type CheckSums = {
	/** Of how many interns. */
	people: number;
	checked: number;
	/** Within the working hours that the cohort agreed on. */
	inTime: number;
	/** After how many full hours of the clock, and how often. */
	spread: { value: number; count: number }[];
};

const HOUR = 3_600_000;

export function isInTime({ sentAt, decidedAt }: Check, agreement: Agreement, timeZone: string): boolean {
	return workingHours(sentAt, decidedAt, agreement, timeZone) <= agreement.hours;
}

export function hoursOf({ sentAt, decidedAt }: Check): number {
	return Math.floor((decidedAt.getTime() - sentAt.getTime()) / HOUR);
}

/** How one tutor has checked in one cohort (R75). */
export function checkSums(checks: readonly Check[], agreement: Agreement, timeZone: string): CheckSums {
	const hours = Map.groupBy(checks, hoursOf);
	return {
		people: new Set(checks.map(({ enrolmentId }) => enrolmentId)).size,
		checked: checks.length,
		inTime: checks.filter((check) => isInTime(check, agreement, timeZone)).length,
		spread: [...hours].map(([value, own]) => ({ value, count: own.length }))
	};
}
