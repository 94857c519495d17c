import type { DocumentKind } from '../programmes/document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Ownership } from '../sites/organisation.ts';
import { LEGAL_RULES, type LegalRule } from './legal-rules.ts';

/**
 * `attested` and `education` may be left out where the programme's completion rules have judged them already.
 * `ownership` of the issuer and `teachers` (whether those taught teach by programmes of general education): null is «nobody has said».
 */
export type IssueFacts = {
	hours: number;
	licence: boolean;
	ownership?: Ownership | null;
	teachers?: boolean | null;
	attested?: boolean;
	education?: boolean;
};
export type KindRefusal = {
	code: `certificate.${'no_law' | 'too_few_hours' | 'retraining_hours' | 'no_licence' | 'not_attested' | 'no_education' | 'private_issuer'}`;
	/** The act that says so and the days on which it does. */
	details: { hours: number; least?: number; act?: string; from?: string; until?: string | null };
};
export type KindWarning = `certificate.${'ownership_unknown' | 'teachers_unknown'}`;

/**
 * The hours rule (R168, X1) as it is in force on the day of issue: an удостоверение needs 16 ≤ hours < 250, a licence
 * for ДПО, the final attestation, an education and, for teachers of schools, an issuer that is not private; a
 * certificate needs nothing. Refuses with the first that fails, and names the act.
 */
export function documentKind(
	facts: IssueFacts,
	wanted: DocumentKind,
	day: string
): Result<DocumentKind, KindRefusal> {
	if (wanted === 'certificate') return ok(wanted);
	const { hours, licence, attested = true, education = true, ownership, teachers } = facts;
	const rules = LEGAL_RULES.filter(({ from, until }) => from <= day && (until === null || day <= until));
	const no = (code: KindRefusal['code'], rule?: LegalRule) =>
		refuse({
			code,
			details: {
				hours,
				...(rule && { act: rule.act, from: rule.from, until: rule.until }),
				...(rule?.about === 'hours' && { least: rule.least })
			}
		});

	const bounds = rules.find((rule) => rule.about === 'hours');
	if (!bounds) return no('certificate.no_law');
	if (hours < bounds.least) return no('certificate.too_few_hours', bounds);
	if (hours >= bounds.below) return no('certificate.retraining_hours', bounds);

	const of = (about: LegalRule['about']) => rules.find((rule) => rule.about === about);
	const [licensing, attestation, schooling, owning] = [
		of('licence'),
		of('attestation'),
		of('education'),
		of('private_teachers')
	];
	if (licensing && !licence) return no('certificate.no_licence', licensing);
	if (attestation && !attested) return no('certificate.not_attested', attestation);
	if (schooling && !education) return no('certificate.no_education', schooling);
	if (owning && ownership === 'private' && teachers) return no('certificate.private_issuer', owning);
	return ok(wanted);
}

/** What nobody has said although the rule of that day would ask for it: whoever issues has to make sure. */
export function kindWarnings(
	{ ownership = null, teachers = null }: IssueFacts,
	kind: DocumentKind,
	day: string
): KindWarning[] {
	const asked = LEGAL_RULES.some(({ about, from }) => about === 'private_teachers' && from <= day);
	if (kind === 'certificate' || !asked || teachers === false) return [];
	if (ownership === null) return ['certificate.ownership_unknown'];
	return ownership === 'private' && teachers === null ? ['certificate.teachers_unknown'] : [];
}

/** What the programme issues: its own kind where the law of the day allows it, else the fallback that it names. */
export function chooseKind(
	document: { kind: DocumentKind; fallback: DocumentKind | null; hours: number },
	issuer: Pick<IssueFacts, 'licence' | 'ownership' | 'teachers'>,
	day: string
): Result<DocumentKind, KindRefusal> {
	const facts = { hours: document.hours, ...issuer };
	const own = documentKind(facts, document.kind, day);
	return own.ok || document.fallback === null ? own : documentKind(facts, document.fallback, day);
}
