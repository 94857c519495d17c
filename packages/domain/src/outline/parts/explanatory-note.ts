import type { ProgrammeDocument } from '../../programmes/index.ts';
import type { Field, ProgrammeFields } from '../field.ts';
import { line, note, optional, rare, record } from '../shape.ts';

const RESULTS = ['understanding', 'skill', 'mastery', 'adoption'];

/** Four kinds of results, each by lines. */
export const plannedResults: Field = {
	kind: 'keyed',
	known: RESULTS,
	of: { kind: 'lines', long: true },
	optional: true
};

/** The explanatory note (R36, R40): what for, for whose good, and four kinds of results. */
export const explanatoryNote = {
	summary: note,
	goal: note,
	relevance: optional(note),
	planned_results: plannedResults,
	privacy: {
		...rare(
			record<NonNullable<ProgrammeDocument['privacy']>>({
				pupil_identity: rare(line),
				pupil_code_pattern: rare(line),
				warning: note
			})
		)
	}
} satisfies Partial<ProgrammeFields>;
