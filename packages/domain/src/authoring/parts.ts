import type { ProgrammeDocument } from '../programmes/index.ts';

/**
 * The parts of a programme that are written and saved apart from each other: the names at the top of a document of
 * the schema «programme.v1», in their order.
 */
export const PROGRAMME_PARTS = [
	'schema',
	'key',
	'version',
	'status',
	'title',
	'site_key',
	'regulation_key',
	'programme_model',
	'hours_total',
	'academic_hour_minutes',
	'languages',
	'document',
	'legal_mode',
	'audience',
	'direction',
	'summary',
	'goal',
	'relevance',
	'planned_results',
	'competency',
	'privacy',
	'child_functions',
	'deficits',
	'modules',
	'forms',
	'diagnostic',
	'tasks',
	'route_rules',
	'exercises',
	'videos',
	'materials',
	'final_work',
	'rubric',
	'survey',
	'completion_rules'
] as const satisfies readonly (keyof ProgrammeDocument)[];
export type ProgrammePart = (typeof PROGRAMME_PARTS)[number];

/** What a draft is, not what its author writes: it is given when the draft begins and stays. */
const FIXED_PARTS = ['schema', 'key', 'version', 'site_key', 'regulation_key'] as const;

export function isFixedPart(part: string): boolean {
	return FIXED_PARTS.some((fixed) => fixed === part);
}
