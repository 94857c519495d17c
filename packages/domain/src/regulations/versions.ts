import { dayBefore } from '../calendar/index.ts';
import { ok, refuse, type Result } from '../result.ts';

type TooEarly = { code: 'regulation.begins_too_early'; details: { after: string } };

/** The day (`YYYY-MM-DD`) on which a new version may begin: later than every version before it has begun. */
export function mayBegin(begun: readonly string[], from: string): Result<string, TooEarly> {
	const after = begun.reduce((latest, day) => (day > latest ? day : latest), '');
	return from > after ? ok(from) : refuse({ code: 'regulation.begins_too_early', details: { after } });
}

/** Each version with its last day, the one before the next begins; null where none follows. Newest first. */
export function withLastDays<V extends { inForceFrom: string }>(
	versions: readonly V[]
): (V & { inForceTo: string | null })[] {
	const newest = versions.toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1));
	return newest.map((version, index) => {
		const next = newest[index - 1];
		return { ...version, inForceTo: next ? dayBefore(next.inForceFrom) : null };
	});
}

/** What is in force on a day (`YYYY-MM-DD`), of versions with their newest first. */
export function inForceOn<V extends { inForceFrom: string }>(
	newestFirst: readonly V[],
	day: string
): V | undefined {
	return newestFirst.find(({ inForceFrom }) => inForceFrom <= day);
}
