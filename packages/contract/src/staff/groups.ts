import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { asPdf, asWord } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Done, Id, Revision, text } from '../words.ts';
import { SentDay } from './papers.ts';

const tags = ['staff'];

const Member = z.object({
	name: text(200, 1),
	part: text(200),
	/** Address of an account, for the room of the group; empty when there is none. */
	email: text(254).default('')
});

export const WorkingGroup = z.object({
	id: Id,
	title: z.string(),
	direction: z.string(),
	from: Day,
	lastDay: Day.nullable(),
	results: z.string(),
	revision: Revision,
	members: z.array(z.object({ name: z.string(), part: z.string(), email: z.string() }))
});
export type WorkingGroup = z.infer<typeof WorkingGroup>;

export const listGroups = endpoint({
	method: 'GET',
	url: '/my-sites/:id/groups',
	schema: {
		tags,
		summary: 'Temporary working groups of a site',
		params: ById,
		response: {
			200: z.object({
				groups: z.array(WorkingGroup),
				/** The regulation's words for them. */
				kind: z.string().nullable(),
				/** False: the regulation says that there are none. Null: it says nothing. */
				allowed: z.boolean().nullable(),
				can: z.object({ write: z.boolean() })
			}),
			...refusals
		}
	}
});

const GroupBody = z.object({
	title: text(300, 1),
	direction: text(500, 1),
	from: SentDay,
	lastDay: SentDay.nullable(),
	results: text(5000),
	members: z.array(Member).min(1).max(60)
});

export const openGroup = endpoint({
	method: 'POST',
	url: '/my-sites/:id/groups',
	schema: {
		tags,
		summary: 'Open a temporary working group',
		params: ById,
		body: GroupBody,
		response: { 200: Done, ...refusals }
	}
});

export const changeGroup = endpoint({
	method: 'PUT',
	url: '/working-groups/:id',
	schema: {
		tags,
		summary: 'Change a working group: its members, its days, its results',
		params: ById,
		body: GroupBody.extend({ revision: Revision }),
		response: { 200: Done, ...refusals }
	}
});

/** The order whose annex it is; what is empty is a line to fill. */
const OfOrder = z.object({ number: text(60).optional(), date: z.union([Day, z.literal('')]).optional() });

export const printGroup = endpoint({
	method: 'GET',
	url: '/working-groups/:id/annex.pdf',
	schema: {
		tags,
		summary: 'The members of a working group as an annex to an order (R67)',
		params: ById,
		querystring: OfOrder,
		...asPdf,
		response: { 200: Bytes, 400: Problem, 404: Problem }
	}
});

export const downloadGroup = endpoint({
	method: 'GET',
	url: '/working-groups/:id/annex.docx',
	schema: {
		tags,
		...asWord,
		params: ById,
		querystring: OfOrder,
		response: { 200: Bytes, 400: Problem, 404: Problem }
	}
});
