export * from './profile.ts';
export {
	complete,
	completed,
	FORM_PARTS,
	GIVEN_TERM_KINDS,
	mayComplete,
	stillNeeded,
	TEXT_PARTS,
	withLaterWords,
	type CompletedPart,
	type Completion
} from './completing.ts';
export {
	asksProgramme,
	demandsWhole,
	fieldsForm,
	PROGRAMME,
	programmeDates,
	programmeForm,
	takesLines
} from './forms/index.ts';
export type { Finding } from './finding.ts';
export { missingParts, PARTS, type Part } from './missing-parts.ts';
export { readRegulation } from './read-regulation.ts';
export { inForceOn, mayBegin, withLastDays } from './versions.ts';
