import type { ProgrammeDocument } from '../document.ts';
import { WORDS } from './words.ts';

/** What a person is told before writing of pupils: in the programme's words, or in ours where it is silent (R166). */
export function privacyNote({ privacy }: ProgrammeDocument): string {
	return privacy?.warning ?? WORDS.privacy;
}
