import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment } from '../words.ts';

/** One time that an application was given back, and what was changed after it. */
export const ApplicationReturn = z.object({
	id: Id,
	returnedAt: Moment,
	by: z.string().nullable(),
	reason: z.string(),
	remarks: z.array(z.string()),
	/** Sheets with the labels of their fields; null where what stood before was not kept. */
	changes: z
		.object({
			site: z.array(z.enum(['title', 'theme'])),
			sheets: z.array(z.object({ title: z.string(), fields: z.array(z.string()) }))
		})
		.nullable()
});
export type ApplicationReturn = z.infer<typeof ApplicationReturn>;

export const listApplicationReturns = endpoint({
	method: 'GET',
	url: '/applications/:id/returns',
	schema: {
		tags: ['applications'],
		summary: 'Each time that an application was given back: when, why, by whom, and what was changed since',
		params: ById,
		response: { 200: z.array(ApplicationReturn), ...refusals }
	}
});
