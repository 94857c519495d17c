import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment } from '../words.ts';
import { ApplicationHead, Assignment, Recommendation, Reviewer, SubmittedReview, Withheld } from './words.ts';

const tags = ['councils'];

export const Expertise = z.object({
	id: Id,
	application: ApplicationHead,
	perApplication: z.int(),
	begunAt: Moment,
	finishedAt: Moment.nullable(),
	result: Recommendation.nullable(),
	score: z.number().nullable(),
	reviewers: z.array(Reviewer),
	assigned: z.array(Assignment),
	/** Those that were submitted, unless they are withheld from who asks. */
	reviews: z.array(SubmittedReview),
	withheld: Withheld.nullable(),
	can: z.object({ change: z.boolean(), finish: z.boolean() })
});
export type Expertise = z.infer<typeof Expertise>;

export const ApplicationExpertise = Expertise.pick({
	...{ id: true, finishedAt: true, result: true, score: true },
	...{ assigned: true, reviews: true, withheld: true }
}).extend({ council: z.string() });
export type ApplicationExpertise = z.infer<typeof ApplicationExpertise>;

/** For those who keep the region; for anybody else there is no such application. */
export const listApplicationExpertises = endpoint({
	method: 'GET',
	url: '/applications/:id/expertises',
	schema: {
		tags,
		summary: 'The expertises of an application, with the reviews that were submitted',
		params: ById,
		response: {
			200: z.array(ApplicationExpertise),
			...refusals
		}
	}
});
