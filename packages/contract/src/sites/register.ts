import { DECISION_KINDS, OWNERSHIPS, SITE_STATUSES } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { ById, Day, Id, text } from '../words.ts';
import { ScanPage } from './scans.ts';

const tags = ['sites'];
const words = z.string();
const untold = z.string().nullable();

export const SiteStatus = z.enum(SITE_STATUSES);
export type SiteStatus = z.infer<typeof SiteStatus>;

/** The document by which a status begins, changes or ends. */
export const SiteAct = z.object({ kind: words, number: words, signedOn: Day, issuer: words });
export type SiteAct = z.infer<typeof SiteAct>;

/** The term of a status: `lastDay` is null where an act ended it on its first day, `endedFrom` the day of such an end. */
export const StatusTerm = z.object({ from: Day, lastDay: Day.nullable(), endedFrom: Day.nullable() });
export type StatusTerm = z.infer<typeof StatusTerm>;

/** The status of a site on a day, and the act that speaks last of it. */
export const SiteStanding = StatusTerm.extend({ status: SiteStatus, act: SiteAct });

/** A site as the register of a day tells it. */
export const SiteCard = z.object({
	id: Id,
	title: words,
	theme: untold,
	organisation: words,
	municipality: untold,
	region: words,
	regulation: z.object({ key: words, title: words }),
	...SiteStanding.shape
});
export type SiteCard = z.infer<typeof SiteCard>;

/** `q`: words of the title, theme, organisations, municipality; `on`: the day, today where the site is unless told. */
export const RegisterFilter = z.object({
	q: text(200).optional(),
	region: Id.optional(),
	municipality: Id.optional(),
	regulation: text(64).optional(),
	status: SiteStatus.optional(),
	on: Day.optional()
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

/** A page of a list, counted from one. */
export const PageNumber = z.coerce.number().int().min(1).max(100_000);

export const listSites = endpoint({
	method: 'GET',
	url: '/sites',
	schema: {
		tags,
		summary: 'The register of training sites on a day, by title',
		querystring: RegisterFilter.extend({ page: PageNumber.optional() }),
		response: {
			200: z.object({ items: z.array(SiteCard), total: z.int(), page: z.int(), pages: z.int() }),
			400: Problem
		}
	}
});

export const exportSites = endpoint({
	method: 'GET',
	url: '/sites/export',
	schema: {
		tags,
		summary: 'The whole filtered register, for tables',
		querystring: RegisterFilter,
		response: { 200: z.array(SiteCard), 400: Problem }
	}
});

const Choice = z.object({ value: words, title: words });

export const listRegisterChoices = endpoint({
	method: 'GET',
	url: '/sites/choices',
	schema: {
		tags,
		summary: 'What the register can be filtered by',
		response: {
			200: z.object({
				regions: z.array(Choice),
				municipalities: z.array(Choice.extend({ region: Id })),
				regulations: z.array(Choice)
			})
		}
	}
});

/** What an act has said of a site. */
export const SiteDecision = z.object({
	id: Id,
	kind: z.enum(DECISION_KINDS),
	from: Day,
	lastDay: Day.nullable(),
	/** `scan`: the pages that the reader may open; null for what is not shown. */
	act: SiteAct.extend({ id: Id, scan: z.array(ScanPage).nullable() }),
	/** The ground in the words of the regulation, and what was written beside it. */
	ground: untold,
	reason: untold
});
export type SiteDecision = z.infer<typeof SiteDecision>;

export const SiteMember = z.object({
	organisation: words,
	isLead: z.boolean(),
	joinedOn: Day,
	leftOn: Day.nullable()
});
export type SiteMember = z.infer<typeof SiteMember>;

/** What the regulation lets the status do, where there is one that speaks on that day. */
const UnderRegulation = z.object({
	key: words,
	title: words,
	/** R18: false where the regulation says that they do not change. */
	changesLegalForm: z.boolean().nullable(),
	privileges: z.array(words),
	financing: z.object({
		guaranteed: z.boolean().nullable(),
		ownFundsOnly: z.boolean().nullable(),
		sources: z.array(words),
		extra: untold
	})
});

/** A site's passport: its status, acts and network as they were known on the day; the rest is of today. */
export const SitePassport = z.object({
	id: Id,
	title: words,
	theme: untold,
	region: words,
	/** The day that the passport speaks of, and whether it was asked for. */
	day: Day,
	today: Day,
	/** Null before the first act: the site was not in the register. */
	standing: SiteStanding.nullable(),
	history: z.array(SiteDecision),
	organisation: z.object({
		title: words,
		ownership: z.enum(OWNERSHIPS).nullable(),
		licence: z.object({ number: words, date: Day }).nullable(),
		municipality: untold,
		address: untold,
		website: untold
	}),
	/** Organisations of the network on the day; empty where the site is one organisation. */
	members: z.array(SiteMember),
	regulation: UnderRegulation.nullable(),
	operator: untold,
	leaders: z.array(z.object({ fullName: words, position: untold })),
	programmes: z.array(z.object({ key: words, title: words, hours: z.int() })),
	cohorts: z.array(
		z.object({
			...{ id: Id, title: words, programme: words, programmeKey: words, startsOn: Day, endsOn: Day },
			/** Applications are taken. */
			open: z.boolean()
		})
	)
});
export type SitePassport = z.infer<typeof SitePassport>;

const OnDay = z.object({ on: Day.optional() });

export const getSite = endpoint({
	method: 'GET',
	url: '/sites/:id',
	schema: {
		tags,
		summary: 'The passport of a site on a day, today unless told',
		params: ById,
		querystring: OnDay,
		response: { 200: SitePassport, 400: Problem, 404: Problem }
	}
});

export const SiteBlock = SiteCard.omit({ id: true, regulation: true }).extend({
	/** The day that the status is told for. */
	day: Day,
	/** The passport, for people. */
	address: z.url()
});
export type SiteBlock = z.infer<typeof SiteBlock>;

/** Any page may read it: what it says is public. */
export const getSiteBlock = endpoint({
	method: 'GET',
	url: '/sites/:id/block.json',
	schema: {
		tags,
		summary: 'The status of a site today, for the pages of others',
		params: ById,
		response: { 200: SiteBlock, 404: Problem }
	}
});
