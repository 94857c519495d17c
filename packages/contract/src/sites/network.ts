import { TIME_ZONES, WARNING_DAYS } from '@stazhirovka/domain/sites';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, text } from '../words.ts';
import { GivenAct } from './decisions.ts';
import { PageNumber, RegisterFilter, SiteCard, SiteDecision, SiteMember, SiteStanding } from './register.ts';

const tags = ['sites'];
const Warning = z.union(WARNING_DAYS.map((days) => z.literal(days)));

/** A term that ends soon: `days` are those left after today; `warning` is the threshold that was passed. */
export const Ending = z.object({ lastDay: Day, days: z.int(), warning: Warning });
export type Ending = z.infer<typeof Ending>;

export const KeptSiteCard = SiteCard.extend({ code: z.string(), ending: Ending.nullable() });
export type KeptSiteCard = z.infer<typeof KeptSiteCard>;

export const listKeptSites = endpoint({
	method: 'GET',
	url: '/kept-sites',
	schema: {
		tags,
		summary: 'Sites of my regions: terms that end soon come first (R25)',
		querystring: RegisterFilter.extend({ page: PageNumber.optional() }),
		response: {
			200: z.object({ items: z.array(KeptSiteCard), total: z.int(), page: z.int(), pages: z.int() }),
			...refusals
		}
	}
});

export const listEndingSites = endpoint({
	method: 'GET',
	url: '/sites/ending',
	schema: {
		tags,
		summary: 'Sites that I lead or keep whose terms end soon, the nearest first (R25)',
		response: { 200: z.array(z.object({ id: Id, title: z.string(), ending: Ending })), ...refusals }
	}
});

export const KeptMember = SiteMember.extend({ id: Id, organisationId: Id, minutes: z.string().nullable() });
export type KeptMember = z.infer<typeof KeptMember>;

/** A site as its keeper sees it. */
export const KeptSite = z.object({
	id: Id,
	code: z.string(),
	title: z.string(),
	theme: z.string().nullable(),
	region: z.object({ id: Id, title: z.string() }),
	organisation: z.object({ id: Id, title: z.string() }),
	operator: z.string().nullable(),
	regulation: z.object({ key: z.string(), title: z.string() }),
	timeZone: z.string(),
	today: Day,
	standing: SiteStanding.nullable(),
	ending: Ending.nullable(),
	history: z.array(SiteDecision),
	leaders: z.array(z.object({ fullName: z.string(), position: z.string().nullable() })),
	network: z.object({
		/** Null: the regulation is silent, or none is in force. */
		allowed: z.boolean().nullable(),
		/** Every membership that there was, the standing ones first; a site of one organisation may have none. */
		members: z.array(KeptMember),
		/** Of a network one organisation is left: it goes on alone, or the status is ended by an act. */
		oneLeft: z.boolean(),
		mayStandAlone: z.boolean(),
		can: z.object({ change: z.boolean() })
	})
});
export type KeptSite = z.infer<typeof KeptSite>;

export const getKeptSite = endpoint({
	method: 'GET',
	url: '/kept-sites/:id',
	schema: { tags, summary: 'A site of my regions', params: ById, response: { 200: KeptSite, ...refusals } }
});

const minutes = text(300).nullable();

/** `from`: the first day of the change; of a leave, the first day without the organisation. */
export const NetworkChange = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('join'), organisationId: Id, from: Day, minutes }),
	z.object({ kind: z.literal('leave'), organisationId: Id, from: Day, newLead: Id.nullable(), minutes }),
	z.object({ kind: z.literal('lead'), organisationId: Id, from: Day, minutes })
]);
export type NetworkChange = z.infer<typeof NetworkChange>;

/** 422 `network.faulty` carries `details: { faults }`. */
export const changeNetwork = endpoint({
	method: 'POST',
	url: '/kept-sites/:id/network',
	schema: {
		tags,
		summary: 'An organisation joins or leaves the network of a site, or another one leads it (R31, R32)',
		params: ById,
		body: NetworkChange,
		response: { 200: KeptSite, ...refusals }
	}
});

export const proposeSite = endpoint({
	method: 'GET',
	url: '/kept-sites/proposal',
	schema: {
		tags,
		summary: 'What is known before a site is entered',
		querystring: z.object({ organisation: Id }),
		response: {
			200: z.object({
				organisation: z.object({ id: Id, title: z.string() }),
				/** A code that no site has. */
				code: z.string(),
				/** The clock of its region. */
				timeZone: z.enum(TIME_ZONES),
				regulations: z.array(
					z.object({
						key: z.string(),
						title: z.string(),
						act: z.string().nullable(),
						theme: z.string().nullable()
					})
				)
			}),
			...refusals
		}
	}
});

/** A site whose status was granted on paper. The sender chooses the id, so the same form sent twice is stored once. */
export const SiteOnPaper = z.object({
	id: Id,
	organisationId: Id,
	title: text(300, 1),
	/** Empty where the regulation fixes it. */
	theme: text(500),
	regulationKey: text(64, 1),
	code: text(20, 1),
	timeZone: z.enum(TIME_ZONES),
	act: GivenAct,
	from: Day,
	lastDay: Day,
	/** Address of the account of whoever leads the site; null: nobody yet. */
	leaderEmail: text(200).nullable()
});
export type SiteOnPaper = z.infer<typeof SiteOnPaper>;

/** 422 `site.faulty` carries `details: { faults }`. */
export const enterSiteOnPaper = endpoint({
	method: 'POST',
	url: '/kept-sites',
	schema: {
		tags,
		summary: 'Enter a site whose status was granted earlier, on paper',
		body: SiteOnPaper,
		response: { 200: KeptSite, ...refusals }
	}
});
