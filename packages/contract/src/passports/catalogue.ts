import { LICENCES, PRODUCT_KINDS } from '@stazhirovka/domain/passports';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { Day, Id, text } from '../words.ts';

/** `theme`: in the very words of a product. */
export const ProductFilter = z.object({
	q: text(200).optional(),
	region: Id.optional(),
	site: Id.optional(),
	kind: z.enum(PRODUCT_KINDS).optional(),
	theme: text(300).optional(),
	licence: z.enum(LICENCES).optional()
});
export type ProductFilter = z.infer<typeof ProductFilter>;

export const CatalogueProduct = z.object({
	id: Id,
	kind: z.enum(PRODUCT_KINDS),
	title: z.string(),
	/** Empty where an author's consent does not stand. */
	authors: z.string(),
	theme: z.string(),
	link: z.string().nullable(),
	licence: z.enum(LICENCES).nullable(),
	publishedOn: Day,
	site: z.object({ id: Id, title: z.string(), region: z.string() })
});
export type CatalogueProduct = z.infer<typeof CatalogueProduct>;

const Choice = z.object({ value: z.string(), title: z.string() });

export const listProducts = endpoint({
	method: 'GET',
	url: '/products',
	schema: {
		tags: ['passports'],
		summary: 'What practice at sites has left, published by them, newest first (R137)',
		querystring: ProductFilter.extend({ page: z.coerce.number().int().min(1).max(100_000).optional() }),
		response: {
			200: z.object({
				items: z.array(CatalogueProduct),
				total: z.int(),
				page: z.int(),
				pages: z.int(),
				/** What the whole catalogue can be narrowed to. */
				choices: z.object({
					regions: z.array(Choice),
					sites: z.array(Choice),
					themes: z.array(z.string())
				})
			}),
			400: Problem
		}
	}
});
