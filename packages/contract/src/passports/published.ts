import { LICENCES, PRODUCT_KINDS } from '@stazhirovka/domain/passports';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { asPdf } from '../papers.ts';
import { Problem } from '../problem.ts';
import { ById, Bytes, Day, Id } from '../words.ts';

const tags = ['passports'];

/** What a site has published about itself; what it has not is empty. */
export const PublishedPassport = z.object({
	about: z.string(),
	staff: z.array(z.object({ name: z.string(), role: z.string(), position: z.string() })),
	plan: z
		.object({
			from: Day,
			lastDay: Day.nullable(),
			rows: z.array(
				z.object({
					id: Id,
					title: z.string(),
					format: z.string(),
					delivery: z.string(),
					from: Day.nullable(),
					lastDay: Day.nullable()
				})
			)
		})
		.nullable(),
	news: z.array(z.object({ id: Id, publishedOn: Day, title: z.string(), body: z.string() })),
	products: z.array(
		z.object({
			id: Id,
			kind: z.enum(PRODUCT_KINDS),
			title: z.string(),
			/** Of an intern's work, its author, who has consented. */
			authors: z.string(),
			theme: z.string(),
			link: z.string().nullable(),
			licence: z.enum(LICENCES).nullable(),
			publishedOn: Day
		})
	),
	documents: z.array(z.object({ id: Id, title: z.string(), number: z.string().nullable(), dated: Day })),
	agreements: z.array(
		z.object({ id: Id, number: z.string(), signedOn: Day, lastDay: Day.nullable(), subject: z.string() })
	)
});
export type PublishedPassport = z.infer<typeof PublishedPassport>;

export const getPublishedPassport = endpoint({
	method: 'GET',
	url: '/sites/:id/published',
	schema: {
		tags,
		summary: 'What a site has published about itself',
		params: ById,
		response: { 200: PublishedPassport, 404: Problem }
	}
});

export const downloadSiteDocument = endpoint({
	method: 'GET',
	url: '/site-documents/:id',
	schema: {
		tags,
		summary: 'The PDF of a document that its site shows to everybody',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});
