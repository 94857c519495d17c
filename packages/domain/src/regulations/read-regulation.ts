import { error, hasErrors, unstorablePlaces } from '../imports/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { AGREEMENT } from './checking/agreement.ts';
import { FIELDS } from './checking/fields.ts';
import { NAMES } from './checking/names.ts';
import { DATES } from './checking/term.ts';
import type { Finding } from './finding.ts';
import type { RegulationProfile } from './profile.ts';
import { PROFILE } from './reading.ts';

const CHECKS = [...NAMES, ...DATES, ...AGREEMENT, ...FIELDS];

/** `findings` are reminders only: a profile with an error is not read. */
export type ReadRegulation = { profile: RegulationProfile; findings: Finding[] };
export type FaultyRegulation = { code: 'regulation.faulty'; details: { findings: Finding[] } };

/**
 * An unknown JSON as a regulation, or all its faults at once, each with its place (R1–R34). Parts that the schema does
 * not name are kept: what comes in goes out again.
 */
export function readRegulation(json: unknown): Result<ReadRegulation, FaultyRegulation> {
	const findings = findingsOf(json);
	if (hasErrors(findings)) return refuse({ code: 'regulation.faulty', details: { findings } });
	return ok({ profile: json as RegulationProfile, findings });
}

/** What a profile of the right shape says against itself. */
export function checkRegulation(profile: RegulationProfile): Finding[] {
	return CHECKS.flatMap(({ find }) => find(profile));
}

/** What cannot be stored is not walked any further: it may be nested without end. */
function findingsOf(json: unknown): Finding[] {
	const unstorable = unstorablePlaces(json);
	if (unstorable.length) return unstorable.map((place) => error(place, 'text.not_storable'));

	const shapeless = PROFILE(json, '');
	const broken = new Set(shapeless.map(({ place }) => place.split('.')[0]));
	const sound = broken.has('') ? [] : CHECKS.filter(({ of }) => !of.some((part) => broken.has(part)));
	return [...shapeless, ...sound.flatMap(({ find }) => find(json as RegulationProfile))];
}
