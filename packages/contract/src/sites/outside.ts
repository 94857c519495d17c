import { DOUBTS } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

export const OutsideRow = z.object({
	n: z.int(),
	subject: z.string(),
	name: z.string(),
	/** `host` is told as people write it: «институт.рф», not in letters of machines. */
	links: z.array(z.object({ href: z.string(), host: z.string() })),
	/** A remark of whoever collected the rows. */
	note: z.string().nullable(),
	/** What the rules found doubtful (R157). */
	doubts: z.array(z.enum(DOUBTS))
});
export type OutsideRow = z.infer<typeof OutsideRow>;

export const listOutsideRegisters = endpoint({
	method: 'GET',
	url: '/sites/elsewhere',
	schema: {
		tags: ['sites'],
		summary: 'Registers of sites and support in other subjects, as they were published (R155, R156)',
		response: { 200: z.array(z.object({ table: z.int(), rows: z.array(OutsideRow) })) }
	}
});
