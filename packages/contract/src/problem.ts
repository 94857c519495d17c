import { z } from 'zod';

/** The one error body. `code` is stable; words for people belong to the web app. */
export const Problem = z.object({
	code: z.string(),
	message: z.string(),
	details: z.record(z.string(), z.unknown()).optional()
});
export type Problem = z.infer<typeof Problem>;

/** What is wrong with a value wherever it stands, before anybody asks what it means. */
export type ValueFaultCode =
	| `value.${'missing' | 'wrong' | 'bad_characters' | 'not_a_date' | 'not_a_time' | 'not_a_number' | 'not_whole'}`
	/** These have a `limit`: characters, the number itself, or how many things. */
	| `value.${'too_short' | 'too_long' | 'too_small' | 'too_large' | 'too_few' | 'too_many'}`;

/**
 * One faulty part of what was sent; `field` is its path in the body, such as `sessions.0.place`. All of them stand
 * in `details.faults`; a refusal about a single part may say `details.field` and mean itself.
 */
export type Fault<Code extends string = string> = { field: string; code: Code; limit?: number };

/** The refusals that any signed-in route may answer; spread into `response`. */
export const refusals = {
	400: Problem,
	401: Problem,
	403: Problem,
	404: Problem,
	409: Problem,
	422: Problem
};
