import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Revision, text } from '../words.ts';
import { SiteNewsItem, SiteProduct } from './items.ts';

const tags = ['passports'];
const ids = z.array(Id).max(500);

/** What a site shows of itself to everybody. */
export const PassportChoice = z.object({
	about: text(5000),
	staff: ids,
	documents: ids,
	agreements: ids,
	plan: z.boolean()
});
export type PassportChoice = z.infer<typeof PassportChoice>;

/** What the leader of a site decides about its passport. */
export const PassportDesk = z.object({
	revision: Revision,
	draft: PassportChoice,
	/** What everybody sees now; null while nothing was published. */
	shown: PassportChoice.nullable(),
	publishedAt: Moment.nullable(),
	/** The draft differs from what everybody sees. */
	changed: z.boolean(),
	/** `consented`: without it nobody is shown. */
	staff: z.array(z.object({ id: Id, name: z.string(), role: z.string(), consented: z.boolean() })),
	documents: z.array(z.object({ id: Id, title: z.string(), dated: Day })),
	agreements: z.array(z.object({ id: Id, number: z.string(), signedOn: Day, subject: z.string() })),
	/** The plan that is in force, and how many of its rows are open to everybody. */
	plan: z.object({ from: Day, lastDay: Day.nullable(), rows: z.int() }).nullable(),
	news: z.array(SiteNewsItem),
	products: z.array(SiteProduct),
	/** Works of interns who have consented to their publication. */
	works: z.array(z.object({ id: Id, title: z.string(), author: z.string() })),
	can: z.object({ write: z.boolean() })
});
export type PassportDesk = z.infer<typeof PassportDesk>;

export const getPassportDesk = endpoint({
	method: 'GET',
	url: '/my-sites/:id/passport',
	schema: {
		tags,
		summary: 'What a site shows to everybody, and what it could show',
		params: ById,
		response: { 200: PassportDesk, ...refusals }
	}
});

/** 422 `passport.faulty` carries `details: { faults }`; 409 `passport.changed_meanwhile`: another tab was first. */
export const savePassport = endpoint({
	method: 'PUT',
	url: '/my-sites/:id/passport',
	schema: {
		tags,
		summary: 'Keep the draft of the passport',
		params: ById,
		body: PassportChoice.extend({ revision: Revision }),
		response: { 200: Done, ...refusals }
	}
});

export const publishPassport = endpoint({
	method: 'POST',
	url: '/my-sites/:id/passport/publication',
	schema: {
		tags,
		summary: 'Show the draft of the passport to everybody',
		params: ById,
		body: z.object({ revision: Revision }),
		response: { 200: Done, ...refusals }
	}
});
