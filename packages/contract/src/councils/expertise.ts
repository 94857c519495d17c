import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment } from '../words.ts';
import {
	ApplicationHead,
	Assignment,
	ExpertiseResult,
	Reckoning,
	Reviewer,
	SubmittedReview,
	Withheld
} from './words.ts';

const tags = ['councils'];

export const Expertise = z.object({
	id: Id,
	application: ApplicationHead,
	/** Which expertise of the application it is: one that was returned may get another. */
	round: z.int(),
	perApplication: z.int(),
	begunAt: Moment,
	finishedAt: Moment.nullable(),
	result: ExpertiseResult.nullable(),
	score: z.number().nullable(),
	reckoning: Reckoning,
	/** All reviews are in and split: it ends by the word of who presides; null when nobody of them may give it. */
	asksWord: z.object({ presides: z.string().nullable() }).nullable(),
	reviewers: z.array(Reviewer),
	assigned: z.array(Assignment),
	/** Those that were submitted, unless they are withheld from who asks. */
	reviews: z.array(SubmittedReview),
	withheld: Withheld.nullable(),
	can: z.object({ change: z.boolean(), finish: z.boolean() })
});
export type Expertise = z.infer<typeof Expertise>;

export const ApplicationExpertise = Expertise.pick({
	...{ id: true, round: true, begunAt: true, finishedAt: true, result: true, score: true, reckoning: true },
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
