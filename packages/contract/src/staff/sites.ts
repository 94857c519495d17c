import { SITE_STATUSES } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id } from '../words.ts';

const tags = ['staff'];

/** What somebody is to a site. `staff`: appointed in it, with this account. `municipal`: watches over its municipality. */
export const SITE_PARTS = ['leader', 'keeper', 'municipal', 'staff'] as const;

export const MySite = z.object({
	id: Id,
	title: z.string(),
	theme: z.string().nullable(),
	organisation: z.string(),
	/** Null: nothing was granted yet. */
	status: z.enum(SITE_STATUSES).nullable(),
	/** The last day of the status that is or was. */
	lastDay: Day.nullable(),
	today: Day,
	timeZone: z.string(),
	can: z.object({
		/** Read and write people, groups and the plan, while the status is active. */
		lead: z.boolean(),
		/** Read the people, the groups, the passport and the agreements, whatever the status. */
		read: z.boolean(),
		/** Say yes to the plan, or give it back. */
		approve: z.boolean(),
		propose: z.boolean(),
		/** False once the status is not active: everything is only read (R34). */
		work: z.boolean()
	})
});
export type MySite = z.infer<typeof MySite>;

export const listMySites = endpoint({
	method: 'GET',
	url: '/my-sites',
	schema: {
		tags,
		summary: 'Sites that I lead or work at',
		response: { 200: z.array(MySite), ...refusals }
	}
});

export const getMySite = endpoint({
	method: 'GET',
	url: '/my-sites/:id',
	schema: {
		tags,
		summary: 'One site that I lead, work at, or watch over',
		params: ById,
		response: { 200: MySite, ...refusals }
	}
});
