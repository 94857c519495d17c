import { COUNCIL_ROLES } from '@stazhirovka/domain/councils';
import { DECISION_KINDS } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Done, Id, Moment, text } from '../words.ts';
import { Look } from '../files/index.ts';
import { Act } from './decisions.ts';
import { PageNumber } from './register.ts';
import { ScanPage, ScanPages } from './scans.ts';

const tags = ['acts'];

/** A scan as it stands: its pages, and whether anybody may open it. */
export const ActScan = z.object({ id: Id, isPublic: z.boolean(), pages: z.array(ScanPage) });
export type ActScan = z.infer<typeof ActScan>;

const Titled = z.object({ id: Id, title: z.string() });
const OfCouncil = z.object({ council: Titled, name: z.string(), role: z.enum(COUNCIL_ROLES), on: Day });
const OfSite = z.object({ site: Titled, name: z.string(), on: Day });

/** What an act orders besides statuses of sites: a window, a council, who comes into it, who leads or helps a site. */
export const ActOrder = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('window'),
		regulation: z.object({ key: z.string(), title: z.string() }),
		opensOn: Day,
		closesOn: Day
	}),
	z.object({
		kind: z.literal('council'),
		council: Titled,
		members: z.array(z.object({ name: z.string(), role: z.enum(COUNCIL_ROLES) }))
	}),
	OfCouncil.extend({ kind: z.enum(['joined', 'left']) }),
	OfSite.extend({ kind: z.enum(['leader', 'relieved', 'staff']) }),
	z.object({
		kind: z.enum(['coordinator', 'coordinator_relieved']),
		region: z.string(),
		name: z.string(),
		on: Day
	})
]);
export type ActOrder = z.infer<typeof ActOrder>;

export const KeptAct = Act.extend({
	scan: ActScan.nullable(),
	decisions: z.array(
		z.object({
			site: z.object({ id: Id, title: z.string() }),
			kind: z.enum(DECISION_KINDS),
			from: Day,
			lastDay: Day.nullable()
		})
	),
	orders: z.array(ActOrder)
});
export type KeptAct = z.infer<typeof KeptAct>;

/** `scan=none`: only acts without a scan. `unscanned` counts them whatever is asked. */
export const listActs = endpoint({
	method: 'GET',
	url: '/acts',
	schema: {
		tags,
		summary: 'Acts of my regions with what they decided, newest first',
		querystring: z.object({
			q: text(200).optional(),
			scan: z.literal('none').optional(),
			page: PageNumber.optional()
		}),
		response: {
			200: z.object({
				items: z.array(KeptAct),
				total: z.int(),
				unscanned: z.int(),
				page: z.int(),
				pages: z.int()
			}),
			...refusals
		}
	}
});

/** An act with everything that ever was its scan. */
export const ActWhole = KeptAct.extend({
	past: z.array(
		z.object({
			id: Id,
			pages: z.array(ScanPage),
			addedAt: Moment,
			replacedAt: Moment,
			reason: z.string()
		})
	)
});
export type ActWhole = z.infer<typeof ActWhole>;

export const getAct = endpoint({
	method: 'GET',
	url: '/acts/:id',
	schema: { tags, summary: 'An act of my regions', params: ById, response: { 200: ActWhole, ...refusals } }
});

/** `over`: the scan that the person saw, null when there was none; of two at once the later one is refused. */
export const putScan = endpoint({
	method: 'PUT',
	url: '/acts/:id/scan',
	schema: {
		tags,
		summary: 'Give an act its scan, or another one instead of it (R3)',
		params: ById,
		body: z.object({
			over: Id.nullable(),
			pages: ScanPages.min(1),
			isPublic: z.boolean(),
			/** Why the scan before is replaced. */
			reason: text(500)
		}),
		response: { 200: ActWhole, ...refusals }
	}
});

export const openScan = endpoint({
	method: 'PUT',
	url: '/acts/:id/scan/openness',
	schema: {
		tags,
		summary: 'Show the scan to everybody, or no longer',
		params: ById,
		body: z.object({ scan: Id, isPublic: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

/** The bytes of a page of a scan that is open to everybody. */
export const downloadPublicScan = endpoint({
	method: 'GET',
	url: '/act-scans/:id',
	schema: {
		tags,
		summary: 'A page of a scan that anybody may open',
		params: ById,
		querystring: Look,
		produces: ['application/octet-stream'],
		response: { 200: Bytes, 404: Problem }
	}
});
