import { error, hasErrors, unstorablePlaces } from '../imports/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { checkAgreement } from './checking/agreement.ts';
import { checkFields } from './checking/fields.ts';
import { checkNames } from './checking/names.ts';
import { checkDates } from './checking/term.ts';
import type { Finding } from './finding.ts';
import type { RegulationProfile } from './profile.ts';
import { PROFILE } from './reading.ts';

/** `findings` are reminders only: a profile with an error is not read. */
export type ReadRegulation = { profile: RegulationProfile; findings: Finding[] };
export type FaultyRegulation = { code: 'regulation.faulty'; details: { findings: Finding[] } };

/**
 * An unknown JSON as a regulation, or all its faults at once, each with its place (R1–R34). Parts that the schema does
 * not name are kept: what comes in goes out again.
 */
export function readRegulation(json: unknown): Result<ReadRegulation, FaultyRegulation> {
	const shapeless = faultsOfShape(json);
	if (shapeless.length) return refuse({ code: 'regulation.faulty', details: { findings: shapeless } });

	const profile = json as RegulationProfile;
	const findings = checkRegulation(profile);
	if (hasErrors(findings)) return refuse({ code: 'regulation.faulty', details: { findings } });
	return ok({ profile, findings });
}

/** What a profile of the right shape says against itself. */
export function checkRegulation(profile: RegulationProfile): Finding[] {
	return [
		...checkNames(profile),
		...checkDates(profile),
		...checkAgreement(profile),
		...checkFields(profile)
	];
}

/** What cannot be stored is not walked any further: it may be nested without end. */
function faultsOfShape(json: unknown): Finding[] {
	const unstorable = unstorablePlaces(json);
	return unstorable.length ? unstorable.map((place) => error(place, 'text.not_storable')) : PROFILE(json, '');
}
