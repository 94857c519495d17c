import { z } from 'zod';

/** The one error body. `code` is stable; words for people belong to the web app. */
export const Problem = z.object({
	code: z.string(),
	message: z.string(),
	details: z.record(z.string(), z.unknown()).optional()
});
export type Problem = z.infer<typeof Problem>;

/** The refusals that any signed-in route may answer; spread into `response`. */
export const refusals = {
	400: Problem,
	401: Problem,
	403: Problem,
	404: Problem,
	409: Problem,
	422: Problem
};
