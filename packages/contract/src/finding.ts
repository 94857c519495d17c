import { z } from 'zod';

/** What is wrong (`error`) or worth a look (`warning`) in an imported file, with its place by keys. */
export const Finding = z.object({
	place: z.string(),
	code: z.string(),
	severity: z.enum(['error', 'warning']),
	details: z.record(z.string(), z.union([z.string(), z.number()])).optional()
});
export type Finding = z.infer<typeof Finding>;
