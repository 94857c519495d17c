import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id } from '../words.ts';

const Scale = z.object({
	items: z.int(),
	max: z.number(),
	/** Cronbach's alpha; null while too few people answered. */
	alpha: z.number().nullable(),
	/** The standard error of measurement, in points. */
	error: z.number().nullable()
});

export const DiagnosisQuality = z.object({
	version: z.object({ id: Id, title: z.string(), number: z.int(), site: z.string() }),
	/** The cohorts of the version that the reader leads, and the one that is looked at; null for all together. */
	cohorts: z.array(z.object({ id: Id, title: z.string(), counted: z.int() })),
	cohort: Id.nullable(),
	/** How many sent a first diagnosis, and how many of them are counted: whole groups of `threshold` in a cohort (R167). */
	sent: z.int(),
	counted: z.int(),
	threshold: z.int(),
	/** From so many people on relations between items are told. */
	enough: z.int(),
	/** Null under the threshold. */
	figures: z
		.object({
			tested: Scale,
			said: Scale,
			items: z.array(
				z.object({
					key: z.string(),
					text: z.string(),
					deficit: z.string(),
					kind: z.enum(['knowledge', 'case', 'self_assessment']),
					/** Points that were got, in per cent of all that could be. */
					percent: z.int(),
					itemRest: z.number().nullable(),
					/** Alpha of the scale without the item. */
					alphaWithout: z.number().nullable(),
					/** What was chosen; `right` is null where nothing is right or wrong. */
					options: z.array(
						z.object({
							text: z.string(),
							percent: z.int(),
							right: z.boolean().nullable(),
							flag: z.enum(['never_chosen', 'draws_the_able']).nullable()
						})
					),
					advice: z.enum(['keep', 'review', 'remove']),
					flags: z.array(
						z.enum(['against_others', 'hardly_with_others', 'too_easy', 'too_hard', 'always_same'])
					)
				})
			)
		})
		.nullable()
});
export type DiagnosisQuality = z.infer<typeof DiagnosisQuality>;

export const getDiagnosisQuality = endpoint({
	method: 'GET',
	url: '/programme-versions/:id/diagnosis-quality',
	schema: {
		tags: ['diagnostics'],
		summary: 'How good the items of a diagnosis are, by the answers of five and more interns',
		params: ById,
		querystring: z.object({ cohort: Id.optional() }),
		response: { 200: DiagnosisQuality, ...refusals }
	}
});
