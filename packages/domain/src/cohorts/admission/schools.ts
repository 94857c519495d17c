import { ok, refuse, type Result } from '../../result.ts';
import { foldTitle } from './titles.ts';

/** How many seats people of one school may have in a cohort, and how many they have. */
export type SchoolLimit = {
	/** Null: as many as there are seats. */
	perSchool: number | null;
	/** Seats given and held, by the folded title of the school. */
	taken: ReadonlyMap<string, number>;
};

export const NO_SCHOOL_LIMIT: SchoolLimit = { perSchool: null, taken: new Map() };

export type SchoolRefusal = { code: 'enrolment.school_full'; details: { limit: number } };

/** Seats by school, out of the titles of the schools of those who have one. */
export function seatsBySchool(titles: readonly (string | null)[]): Map<string, number> {
	const taken = new Map<string, number>();
	for (const title of titles) addSeat(taken, title);
	return taken;
}

/** Whether the school has all the seats that it may have. Whoever names no school is judged by the site alone. */
export function isSchoolFull({ perSchool, taken }: SchoolLimit, school: string | null): boolean {
	const key = foldTitle(school ?? '');
	return perSchool !== null && key !== '' && (taken.get(key) ?? 0) >= perSchool;
}

/** The same limit after somebody of the school has got one more seat. */
export function withSeatOf({ perSchool, taken }: SchoolLimit, school: string | null): SchoolLimit {
	const next = new Map(taken);
	addSeat(next, school);
	return { perSchool, taken: next };
}

/** Whether one more person of the school may come. */
export function mayComeFrom(limit: SchoolLimit, school: string | null): Result<void, SchoolRefusal> {
	return isSchoolFull(limit, school)
		? refuse({ code: 'enrolment.school_full', details: { limit: limit.perSchool ?? 0 } })
		: ok(undefined);
}

function addSeat(taken: Map<string, number>, title: string | null): void {
	const key = foldTitle(title ?? '');
	if (key !== '') taken.set(key, (taken.get(key) ?? 0) + 1);
}
