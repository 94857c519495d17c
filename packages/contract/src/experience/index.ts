import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Day, Done, Id, Revision, text } from '../words.ts';

const tags = ['experience'];

export const ExperienceFields = z.object({
	title: text(300, 3),
	theme: text(300),
	authors: text(500),
	done: text(10_000),
	changed: text(10_000),
	links: z.array(text(1000, 1)).max(20),
	/** In the very words of the site's programmes. */
	deficits: z.array(text(500, 1)).max(50),
	checked: z.boolean()
});
export type ExperienceFields = z.infer<typeof ExperienceFields>;

/** `publishedOn`: null while it is a draft. */
export const ExperienceItem = ExperienceFields.extend({
	id: Id,
	publishedOn: Day.nullable(),
	revision: Revision
});
export type ExperienceItem = z.infer<typeof ExperienceItem>;

export const ExperienceDesk = z.object({
	items: z.array(ExperienceItem),
	/** Deficits that programmes of the site work on. */
	deficits: z.array(z.string()),
	can: z.object({ write: z.boolean() })
});
export type ExperienceDesk = z.infer<typeof ExperienceDesk>;

export const getExperienceDesk = endpoint({
	method: 'GET',
	url: '/my-sites/:id/experience',
	schema: {
		tags,
		summary: 'Summaries of experience of a site, drafts as well (R141)',
		params: ById,
		response: { 200: ExperienceDesk, ...refusals }
	}
});

/** The sender chooses the id, so the same form sent twice is stored once. */
export const writeExperience = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/experience/:item',
	schema: {
		tags,
		summary: 'Write a summary of experience, or change it (R141)',
		params: ById.extend({ item: Id }),
		/** Null: a new one. */
		body: ExperienceFields.extend({ revision: Revision.nullable() }),
		response: { 200: Done, ...refusals }
	}
});

export const publishExperience = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/experience/:item/publication',
	schema: {
		tags,
		summary: 'Show a summary of experience to everybody, or no longer',
		params: ById.extend({ item: Id }),
		body: z.object({ revision: Revision, published: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

/** `deficit`: in the very words of a summary. */
export const ExperienceFilter = z.object({
	q: text(200).optional(),
	region: Id.optional(),
	site: Id.optional(),
	deficit: text(500).optional()
});
export type ExperienceFilter = z.infer<typeof ExperienceFilter>;

const Place = z.object({ id: Id, title: z.string(), region: z.string() });

export const ExperienceHead = z.object({
	id: Id,
	title: z.string(),
	theme: z.string(),
	/** Empty where an author's consent does not stand. */
	authors: z.string(),
	publishedOn: Day,
	site: Place
});
export type ExperienceHead = z.infer<typeof ExperienceHead>;

const Choice = z.object({ value: z.string(), title: z.string() });

export const listExperience = endpoint({
	method: 'GET',
	url: '/experience',
	schema: {
		tags,
		summary: 'Summaries of experience that sites have published, newest first (R141)',
		querystring: ExperienceFilter.extend({ page: z.coerce.number().int().min(1).max(100_000).optional() }),
		response: {
			200: z.object({
				items: z.array(ExperienceHead),
				total: z.int(),
				page: z.int(),
				pages: z.int(),
				choices: z.object({
					regions: z.array(Choice),
					sites: z.array(Choice),
					deficits: z.array(z.string())
				})
			}),
			400: Problem
		}
	}
});

export const PublishedExperience = ExperienceHead.extend({
	done: z.string(),
	changed: z.string(),
	links: z.array(z.string()),
	deficits: z.array(z.string())
});
export type PublishedExperience = z.infer<typeof PublishedExperience>;

export const getExperience = endpoint({
	method: 'GET',
	url: '/experience/:id',
	schema: {
		tags,
		summary: 'A published summary of experience (R141)',
		params: ById,
		response: { 200: PublishedExperience, 400: Problem, 404: Problem }
	}
});
