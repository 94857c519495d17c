import type { DeficitLevel } from '../../programmes/document.ts';
import { ok, refuse, type Result } from '../../result.ts';

/** What somebody beside the intern saw of one deficit; `null` when there was nothing to see it by. */
export type ObservedRow = { level: DeficitLevel | null; example: string };

/** By the keys of deficits. */
export type Observed = Record<string, ObservedRow>;

export type ObservationFault = {
	path: string;
	code: 'required' | 'too_short' | 'too_long' | 'not_an_option' | 'unknown_field';
};

export const OBSERVATION = {
	/** A deficit that is named must be seen in something. */
	leastExample: 10,
	mostExample: 1000,
	mostNote: 2000,
	/** Links that may be waiting or answered for one intern. */
	most: 5,
	days: 30
} as const;

const LEVELS: readonly unknown[] = ['none', 'partial', 'expressed', null];

/**
 * An observation as it may be kept: a level or «not seen» for every deficit of the programme, an example wherever a
 * deficit is named, and at least one thing seen.
 */
export function checkObservation(
	deficits: readonly string[],
	given: Record<string, { level: unknown; example: string }>
): Result<Observed, { code: 'observation.faulty'; details: { faults: ObservationFault[] } }> {
	const unknown = Object.keys(given).filter((key) => !deficits.includes(key));
	const faults: ObservationFault[] = unknown.map((path) => ({ path, code: 'unknown_field' }));

	for (const key of deficits) {
		const row = Object.hasOwn(given, key) ? given[key] : undefined;
		const code = faultOf(row);
		if (code) faults.push({ path: key, code });
	}
	if (!faults.length && deficits.every((key) => given[key]?.level === null))
		faults.push({ path: deficits[0] ?? '', code: 'required' });
	if (faults.length) return refuse({ code: 'observation.faulty', details: { faults } });

	return ok(
		Object.fromEntries(
			deficits.map((key) => [
				key,
				{ level: given[key]?.level as DeficitLevel | null, example: given[key]?.example.trim() ?? '' }
			])
		)
	);
}

function faultOf(row: { level: unknown; example: string } | undefined): ObservationFault['code'] | null {
	if (!row || row.level === undefined) return 'required';
	if (!LEVELS.includes(row.level)) return 'not_an_option';
	const { length } = row.example.trim();
	if (length > OBSERVATION.mostExample) return 'too_long';
	const named = row.level === 'partial' || row.level === 'expressed';
	return named && length < OBSERVATION.leastExample ? 'too_short' : null;
}
