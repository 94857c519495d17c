import { withChanges, type Changes } from '../imports/example-changes.ts';
import { check } from './checking/check.ts';
import type { ProgrammeDocument } from './document.ts';

export type { Changes };

/** A programme with some places changed. */
export function changed(document: unknown, changes: Changes): ProgrammeDocument {
	return withChanges(document, changes) as ProgrammeDocument;
}

/** The errors of a changed document, as «place: code». */
export function faultsOf(document: unknown, changes: Changes): string[] {
	return check(changed(document, changes))
		.filter((finding) => finding.severity === 'error')
		.map((finding) => `${finding.place}: ${finding.code}`);
}
