import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id } from '../words.ts';

const tags = ['results'];

const Figure = z.number().nullable();

export const CohortAgreement = z.object({
	cohortId: Id,
	reviews: z.int(),
	criteria: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			works: z.int(),
			word: z.enum(['good', 'tentative', 'low', 'unknown']),
			alpha: Figure,
			/** ICC(1,1) and ICC(1,k): of one review, and of the mean of those of one work. */
			single: Figure,
			average: Figure,
			/** Shares of pairs of marks that are equal, and at most a point apart. */
			exact: Figure,
			adjacent: Figure,
			shares: z.object({ work: z.number(), reviewer: z.number(), rest: z.number() }).nullable()
		})
	),
	/** The criterion to rewrite first; null: none asks for it. */
	rewrite: z.string().nullable(),
	/** Of whole works, in points: how far marks lie above what the work and the reviewer explain. */
	organisations: z.array(
		z.object({
			organisation: z.string(),
			grades: z.int(),
			mean: z.number(),
			low: z.number(),
			high: z.number()
		})
	),
	hidden: z.int(),
	/** Where somebody may look; never a verdict. */
	signs: z.object({
		straight: z.array(z.object({ reviewer: z.string(), sd: z.number(), cohortSd: z.number() })),
		alike: z.array(
			z.object({
				one: z.object({ reviewer: z.string(), work: z.string(), workId: Id }),
				other: z.object({ reviewer: z.string(), work: z.string(), workId: Id }),
				share: z.number()
			})
		),
		favours: z.array(z.object({ from: z.string(), to: z.string(), grades: z.int(), points: z.number() }))
	})
});
export type CohortAgreement = z.infer<typeof CohortAgreement>;

export const getAgreement = endpoint({
	method: 'GET',
	url: '/cohorts/:id/agreement',
	schema: {
		tags,
		summary: 'How far the reviewers of a cohort agree, criterion by criterion; for those who run or lead it',
		params: ById,
		response: { 200: CohortAgreement, ...refusals }
	}
});
