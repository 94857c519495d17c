import { AGREEMENT_KINDS } from '@stazhirovka/domain/staff';
import { z } from 'zod';
import { IssuedDocument } from '../documents/index.ts';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, text } from '../words.ts';

const tags = ['agreements'];
/** A day as a form sends it: what is wrong with it is said beside its field by the rules. */
const SentDay = z.string().max(10);
const Named = z.object({ id: Id, title: z.string() });

export const PreparedAgreement = z.object({
	id: Id,
	kind: z.enum(AGREEMENT_KINDS),
	partner: Named,
	document: IssuedDocument,
	from: Day,
	lastDay: Day.nullable(),
	siteSignedOn: Day.nullable(),
	partnerSignedOn: Day.nullable(),
	state: z.enum(['prepared', 'signed_by_site', 'signed_by_partner', 'to_begin', 'in_force', 'over']),
	fileId: Id.nullable()
});
export type PreparedAgreement = z.infer<typeof PreparedAgreement>;

export const SiteAgreements = z.object({
	/** Newest first; what was made out anew before anybody signed is not in it. */
	agreements: z.array(PreparedAgreement),
	operator: Named.nullable(),
	/** Members of the network beside its lead; none of a site of one organisation. */
	members: z.array(Named),
	/** Published programmes of the site with their modules. */
	programmes: z.array(
		Named.extend({ modules: z.array(z.object({ key: z.string(), title: z.string(), hours: z.number() })) })
	),
	/** When the site reports, as the regulation says it; empty where it is silent. */
	reportDue: z.string(),
	/** What the regulation says of such agreements, in its words. */
	demands: z.array(z.string()),
	today: Day,
	can: z.object({ write: z.boolean() })
});
export type SiteAgreements = z.infer<typeof SiteAgreements>;

export const listAgreements = endpoint({
	method: 'GET',
	url: '/my-sites/:id/prepared-agreements',
	schema: {
		tags,
		summary: 'Agreements that were made out here, how they stand, and of what one can be made out',
		params: ById,
		response: { 200: SiteAgreements, ...refusals }
	}
});

const Wording = z.object({ reportDue: text(300), settlements: text(500), noticeDays: text(20) });
/** `wording`: what only its sides can say. */
const Days = z.object({ from: SentDay, lastDay: SentDay.nullable(), wording: Wording });

export const prepareAgreement = endpoint({
	method: 'POST',
	url: '/my-sites/:id/prepared-agreements',
	schema: {
		tags,
		summary:
			'Make an agreement out with its number; before anybody has signed, anew is in the place of the last one',
		params: ById,
		body: z.discriminatedUnion('kind', [
			Days.extend({ kind: z.literal('agreement_operator') }),
			Days.extend({
				kind: z.literal('agreement_network'),
				partnerId: Id.nullable(),
				programmeVersionId: Id.nullable(),
				/** Modules that the member gives; the lead gives the others. */
				parts: z.array(z.string().max(60)).max(50),
				issuer: z.enum(['base', 'participant'])
			})
		]),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const noteSigning = endpoint({
	method: 'POST',
	url: '/prepared-agreements/:id/signings',
	schema: {
		tags,
		summary:
			'Note that a side has signed, with a scan; signed by both, it stands among the agreements of the site',
		params: ById,
		body: z.object({ side: z.enum(['site', 'partner']), on: SentDay, fileId: Id.nullable() }),
		response: { 200: Done, ...refusals }
	}
});
