import type { DocumentKind, ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';

/** Academic hours for which the law lets an удостоверение be issued: from `least`, below `below` (R168). */
export type HoursOfUdostoverenie = { least: number; below: number };

/** п. 18 of the Порядок approved by приказ Минобрнауки of 24.03.2025 № 266. */
export const HOURS_OF_UDOSTOVERENIE: HoursOfUdostoverenie = { least: 16, below: 250 };

const WITHOUT_LICENCE = ['nonformal', 'non_formal'];

/** The document that is promised, and the one given in its place, must be allowed by hours and legal mode (R44). */
export function checkDocumentKind(
	{ document, hours_total, legal_mode }: ProgrammeDocument,
	law: HoursOfUdostoverenie = HOURS_OF_UDOSTOVERENIE
): Finding[] {
	const promised: [string, DocumentKind | undefined][] = [
		['document.type', document.type],
		['document.fallback', document.fallback]
	];
	return promised
		.filter(([, kind]) => kind === 'udostoverenie_pk')
		.flatMap(([place]) => [
			...(hours_total >= law.least && hours_total < law.below
				? []
				: [error(place, 'document.hours', { least: law.least, below: law.below, found: hours_total })]),
			...(WITHOUT_LICENCE.includes(legal_mode)
				? [error(place, 'document.legal_mode', { found: legal_mode })]
				: [])
		]);
}
