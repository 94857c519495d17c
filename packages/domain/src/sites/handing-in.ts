import { datesAhead, progress, validate, type Answer, type Fault } from '../forms/index.ts';
import { PROGRAMME, type RegulationProfile } from '../regulations/index.ts';
import { networkFaults, type NetworkFault, type NetworkMember } from './network.ts';
import { sheetsOf, statementsIn, type SheetKind } from './sheets.ts';

/** Everything that an application consists of. */
export type Dossier = {
	theme: string;
	members: readonly NetworkMember[];
	hasMinutes: boolean;
	/** Of its organisations, those that no municipal authority has recommended (R29). */
	notRecommended: readonly string[];
	answers: Partial<Record<SheetKind, Answer>>;
};

/** A fault and the sheet on which it is mended; `site` is the page with the theme and the organisations. */
export type HandInFault =
	| { sheet: 'site'; path: string; code: 'theme_missing' | 'not_recommended' | NetworkFault['code'] }
	| { sheet: SheetKind; path: string; code: Fault['code'] | 'empty'; limit?: number; found?: number };

/** Why an application cannot be handed in: all at once, each at its place; `today` judges days of approvals. */
export function handInFaults(profile: RegulationProfile, dossier: Dossier, today: string): HandInFault[] {
	return [
		...siteFaults(profile, dossier),
		...sheetsOf(profile).flatMap(({ kind, definition }) => {
			const answer = dossier.answers[kind] ?? {};
			const faults = [
				...validate(definition, answer, 'final'),
				...(kind === 'approval' ? datesAhead(definition, answer, today) : []),
				...(kind === 'eligibility' ? unproven(profile, answer) : [])
			];
			const empty = kind === PROGRAMME && progress(definition, answer).answered === 0;
			const told = faults.map((fault): HandInFault => ({ sheet: kind, ...fault }));
			return empty && told.length === 0 ? [{ sheet: kind, path: '', code: 'empty' as const }] : told;
		})
	];
}

function siteFaults(profile: RegulationProfile, dossier: Dossier): HandInFault[] {
	const { theme, members, hasMinutes, notRecommended } = dossier;
	const listed = profile.host.scope === 'recommended_list';
	return [
		...(theme.trim() ? [] : [{ sheet: 'site', path: 'theme', code: 'theme_missing' } as const]),
		...networkFaults(profile, members, hasMinutes).map(({ code, field }) => ({
			sheet: 'site' as const,
			path: field,
			code
		})),
		...(listed ? notRecommended : []).map((id) => ({
			sheet: 'site' as const,
			path: `members.${id}`,
			code: 'not_recommended' as const
		}))
	];
}

/** A statement is evidenced by words or by papers (R17). */
function unproven(profile: RegulationProfile, answer: Answer): Fault[] {
	return statementsIn(profile, answer)
		.filter(({ evidence, fileIds }) => evidence.trim() === '' && fileIds.length === 0)
		.map(({ position }) => ({ path: `evidence-${position}`, code: 'required' }));
}
