import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Bytes, Day, Id } from '../words.ts';

const tags = ['portfolio'];

export const OwnDocument = z.object({
	id: Id,
	title: z.string(),
	number: z.string(),
	issuedOn: Day,
	status: z.enum(['valid', 'revoked', 'replaced']),
	programme: z.string(),
	cohort: z.string(),
	checkPath: z.string(),
	pdfPath: z.string()
});
export type OwnDocument = z.infer<typeof OwnDocument>;

export const listOwnDocuments = endpoint({
	method: 'GET',
	url: '/own-documents',
	schema: {
		tags,
		summary: 'My documents over all cohorts, with what the register says of each today (R119)',
		response: {
			200: z.object({
				documents: z.array(OwnDocument),
				/** Where the diagnosis was taken twice: what changed can be looked at. */
				repeated: z.array(z.object({ enrolment: Id, programme: z.string() })),
				studies: z.boolean()
			}),
			...refusals
		}
	}
});

export const downloadPortfolio = endpoint({
	method: 'GET',
	url: '/portfolio',
	schema: {
		tags,
		summary: 'All that I made and received, in open files that read without the platform (R118, R143, X24)',
		produces: ['application/zip'],
		response: { 200: Bytes, ...refusals }
	}
});
