import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment, Person } from '../words.ts';

const tags = ['diagnostics'];
const Level = z.enum(['none', 'partial', 'expressed']);
const Point = z.object({
	score: z.number(),
	max: z.number(),
	percent: z.number(),
	level: Level,
	label: z.string()
});

export const DiagnosisComparison = z.object({
	intern: Person,
	/** When the diagnosis at the start and that at the end were sent. */
	beforeAt: Moment,
	afterAt: Moment.nullable(),
	rows: z.array(
		z.object({
			deficit: z.string(),
			title: z.string(),
			before: Point,
			after: Point.nullable(),
			/** In percentage points. */
			change: z.number().nullable()
		})
	)
});
export type DiagnosisComparison = z.infer<typeof DiagnosisComparison>;

/** 404 `deficit_card.missing` before there is a card. */
export const getDiagnosisComparison = endpoint({
	method: 'GET',
	url: '/enrolments/:id/diagnosis-comparison',
	schema: {
		tags,
		summary: 'The diagnosis at the start and at the end, deficit by deficit, for the intern and the tutor',
		params: ById,
		response: { 200: DiagnosisComparison, ...refusals }
	}
});

export const CohortComparison = z.object({
	cohort: z.object({ id: Id, title: z.string() }),
	/** The leader has switched the repetition on. */
	open: z.boolean(),
	/** How many have both, and how many of them are counted: whole groups of `threshold` only (R167). */
	repeated: z.int(),
	counted: z.int(),
	threshold: z.int(),
	/** Interns without the deficit, at the start and at the end; null under the threshold. */
	rows: z
		.array(z.object({ deficit: z.string(), title: z.string(), before: z.int(), after: z.int() }))
		.nullable()
});
export type CohortComparison = z.infer<typeof CohortComparison>;

export const getCohortComparison = endpoint({
	method: 'GET',
	url: '/cohorts/:id/diagnosis-comparison',
	schema: {
		tags,
		summary: 'What changed in a cohort between the two diagnoses, over five people and more',
		params: ById,
		response: { 200: CohortComparison, ...refusals }
	}
});
