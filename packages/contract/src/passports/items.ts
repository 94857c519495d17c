import { LICENCES, PRODUCT_KINDS } from '@stazhirovka/domain/passports';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Revision, text } from '../words.ts';

const tags = ['passports'];

export const SiteNewsFields = z.object({ title: text(200, 3), body: text(10_000, 3) });
export type SiteNewsFields = z.infer<typeof SiteNewsFields>;

/** `publishedOn`: null while it is a draft. */
export const SiteNewsItem = SiteNewsFields.extend({
	id: Id,
	publishedOn: Day.nullable(),
	revision: Revision
});
export type SiteNewsItem = z.infer<typeof SiteNewsItem>;

export const ProductFields = z.object({
	kind: z.enum(PRODUCT_KINDS),
	title: text(300, 3),
	authors: text(500),
	theme: text(300),
	/** Where it lies on the web (R138). */
	link: text(1000, 1).nullable(),
	/** The terms on which others may use it; null where the site says nothing of them. */
	licence: z.enum(LICENCES).nullable(),
	/** An intern's final work whose author has consented to its publication. */
	workId: Id.nullable()
});
export type ProductFields = z.infer<typeof ProductFields>;

export const SiteProduct = ProductFields.extend({ id: Id, publishedOn: Day.nullable(), revision: Revision });
export type SiteProduct = z.infer<typeof SiteProduct>;

const onRevision = { revision: Revision };

/** The sender chooses the id, so the same form sent twice is stored once. */
export const writeNews = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/news/:item',
	schema: {
		tags,
		summary: 'Write news of a site, or change them',
		params: ById.extend({ item: Id }),
		/** Null: a new one. */
		body: SiteNewsFields.extend({ revision: Revision.nullable() }),
		response: { 200: Done, ...refusals }
	}
});

export const publishNews = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/news/:item/publication',
	schema: {
		tags,
		summary: 'Show news of a site to everybody, or no longer (R144)',
		params: ById.extend({ item: Id }),
		body: z.object({ ...onRevision, published: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

export const writeProduct = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/products/:item',
	schema: {
		tags,
		summary: 'Write down a product of practice, or change it (R137)',
		params: ById.extend({ item: Id }),
		body: ProductFields.extend({ revision: Revision.nullable() }),
		response: { 200: Done, ...refusals }
	}
});

export const publishProduct = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/products/:item/publication',
	schema: {
		tags,
		summary: 'Show a product to everybody, or no longer',
		params: ById.extend({ item: Id }),
		body: z.object({ ...onRevision, published: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});
