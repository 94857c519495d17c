import { ok, refuse, type Result } from '../result.ts';
import type { DocumentKind } from '../programmes/document.ts';

/** Hours from which a повышение квалификации begins and a переподготовка begins (приказ № 266, п. 18). */
const QUALIFICATION_HOURS = 16;
const RETRAINING_HOURS = 250;

/** `attested` and `education` may be left out where the programme's completion rules have judged them already. */
export type IssueFacts = { hours: number; licence: boolean; attested?: boolean; education?: boolean };
export type KindRefusal = {
	code: `certificate.${'too_few_hours' | 'retraining_hours' | 'no_licence' | 'not_attested' | 'no_education'}`;
	details: { hours: number; least?: number };
};

/**
 * The hours rule (R168, X1): an удостоверение needs 16 ≤ hours < 250, a licence for ДПО, the final attestation
 * and an education; a certificate needs nothing.
 */
export function documentKind(
	{ hours, licence, attested = true, education = true }: IssueFacts,
	wanted: DocumentKind
): Result<DocumentKind, KindRefusal> {
	if (wanted === 'certificate') return ok(wanted);
	if (hours < QUALIFICATION_HOURS)
		return refuse({ code: 'certificate.too_few_hours', details: { hours, least: QUALIFICATION_HOURS } });
	if (hours >= RETRAINING_HOURS) return refuse({ code: 'certificate.retraining_hours', details: { hours } });
	if (!licence) return refuse({ code: 'certificate.no_licence', details: { hours } });
	if (!attested) return refuse({ code: 'certificate.not_attested', details: { hours } });
	if (!education) return refuse({ code: 'certificate.no_education', details: { hours } });
	return ok(wanted);
}

/** What the programme issues: its own kind where the law allows it, else the fallback that it names. */
export function chooseKind(
	document: { kind: DocumentKind; fallback: DocumentKind | null; hours: number },
	licence: boolean
): Result<DocumentKind, KindRefusal> {
	const facts = { hours: document.hours, licence };
	const own = documentKind(facts, document.kind);
	return own.ok || document.fallback === null ? own : documentKind(facts, document.fallback);
}
