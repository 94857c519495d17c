import { findDiagnoses } from './diagnoses.ts';
import { findNames } from './names.ts';

/** Something in a free text by which a pupil could be known. A warning asks to look again; it forbids nothing. */
export type PrivacyWarning = { kind: 'name' | 'diagnosis'; fragment: string };

const MOST_SHOWN = 20;

/** Looks for pupils' names and diagnoses in a free text (R166). Each fragment is named once, as it is written. */
export function privacyWarnings(text: string): PrivacyWarning[] {
	const names = unique(findNames(text));
	const diagnoses = unique(findDiagnoses(text, (sentence) => names.some((name) => sentence.includes(name))));

	return [
		...names.map((fragment) => ({ kind: 'name' as const, fragment })),
		...diagnoses.map((fragment) => ({ kind: 'diagnosis' as const, fragment }))
	].slice(0, MOST_SHOWN);
}

function unique(fragments: string[]): string[] {
	return [...new Set(fragments)];
}
