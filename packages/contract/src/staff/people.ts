import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { SiteLeader } from '../sites/leaders.ts';
import { ById, Day, Done, Id, text } from '../words.ts';
import { KnownPaper, Paper, SentDay } from './papers.ts';

const tags = ['staff'];

export const SitePerson = z.object({
	id: Id,
	role: z.string(),
	roleTitle: z.string(),
	name: z.string(),
	position: z.string(),
	/** The address of the account that was found for the person. */
	email: z.string().nullable(),
	from: Day,
	lastDay: Day.nullable(),
	act: KnownPaper.nullable(),
	/** The act is entered in the register of acts. */
	entered: z.boolean(),
	minutes: KnownPaper.nullable(),
	endReason: z.string().nullable(),
	can: z.object({ end: z.boolean(), train: z.boolean() })
});
export type SitePerson = z.infer<typeof SitePerson>;

export const DutyMark = z.object({ who: z.string(), on: Day, note: z.string() });

export const SiteRole = z.object({
	key: z.string(),
	title: z.string(),
	/** The source's words about who may be it, and how it is in a network. */
	who: z.string().nullable(),
	networkRule: z.string().nullable(),
	minutes: z.boolean(),
	/** Nobody is in the role without an act. */
	byAct: z.boolean(),
	accompanies: z.boolean(),
	/** The role of the site's leader: an act appoints to it. */
	leads: z.boolean(),
	duties: z.array(z.object({ key: z.string(), text: z.string(), marks: z.array(DutyMark) })),
	people: z.array(SitePerson)
});
export type SiteRole = z.infer<typeof SiteRole>;

export const SiteAgreement = z.object({
	id: Id,
	number: z.string(),
	signedOn: Day,
	from: Day,
	lastDay: Day.nullable(),
	subject: z.string(),
	fileId: Id.nullable()
});
export type SiteAgreement = z.infer<typeof SiteAgreement>;

export const SitePeople = z.object({
	roles: z.array(SiteRole),
	/** Who leads the site by the register, and who is appointed ahead. */
	leaders: z.array(SiteLeader),
	/** The source names no roles: people name them. */
	freeRoles: z.boolean(),
	agreements: z.array(SiteAgreement),
	operator: z.string().nullable(),
	/** Acts of the register that concern the site. */
	acts: z.array(z.object({ id: Id, title: z.string() })),
	/** `replace`: appoint another leader by an act. */
	can: z.object({ write: z.boolean(), replace: z.boolean() })
});
export type SitePeople = z.infer<typeof SitePeople>;

export const getSitePeople = endpoint({
	method: 'GET',
	url: '/my-sites/:id/people',
	schema: {
		tags,
		summary: 'Roles of the regulation with their people and duties, and the agreements',
		params: ById,
		response: { 200: SitePeople, ...refusals }
	}
});

/** 422 `staff.faulty` carries `details: { faults }`. Appointing the same again is appointing once. */
export const appointPerson = endpoint({
	method: 'POST',
	url: '/my-sites/:id/people',
	schema: {
		tags,
		summary: 'Write down who is in a role, since when and by which paper',
		params: ById,
		body: z.object({
			role: text(200),
			name: text(200),
			position: text(300),
			/** Address of an account; empty when there is none. */
			email: text(254),
			from: SentDay,
			act: Paper.nullable(),
			/** Instead of `act`: an act of the register. */
			actId: Id.nullable(),
			minutes: Paper.nullable()
		}),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const SitePersonWhole = SitePerson.extend({
	/** Whether the name may be public: in the account, or on paper; papers the newest first. */
	naming: z.object({
		consented: z.boolean(),
		papers: z.array(z.object({ id: Id, signedOn: Day, fileId: Id, withdrawnOn: Day.nullable() }))
	}),
	site: z.object({ id: Id, title: z.string() }),
	trainings: z.array(
		z.object({
			id: Id,
			title: z.string(),
			provider: z.string(),
			hours: z.int(),
			from: Day,
			lastDay: Day,
			document: z.string()
		})
	)
});
export type SitePersonWhole = z.infer<typeof SitePersonWhole>;

export const getSitePerson = endpoint({
	method: 'GET',
	url: '/site-people/:id',
	schema: {
		tags,
		summary: 'Somebody of a site: the appointment and the trainings',
		params: ById,
		response: { 200: SitePersonWhole, ...refusals }
	}
});

export const endAppointment = endpoint({
	method: 'POST',
	url: '/site-people/:id/end',
	schema: {
		tags,
		summary: 'End an appointment; the role of a tutor that came with it is taken away',
		params: ById,
		body: z.object({ lastDay: SentDay, reason: text(500) }),
		response: { 200: Done, ...refusals }
	}
});

export const recordStaffConsent = endpoint({
	method: 'POST',
	url: '/site-people/:id/consent',
	schema: {
		tags,
		summary: 'Keep a consent to publish the name, signed on paper, with its scan (X7)',
		params: ById,
		body: z.object({ signedOn: SentDay, fileId: Id.nullable() }),
		response: { 200: Done, ...refusals }
	}
});

export const withdrawStaffConsent = endpoint({
	method: 'DELETE',
	url: '/site-people/:id/consent',
	schema: {
		tags,
		summary: 'The consent was taken back: the name is shown nowhere from now on',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const addTraining = endpoint({
	method: 'POST',
	url: '/site-people/:id/trainings',
	schema: {
		tags,
		summary: 'Write down how somebody of the site was taught',
		params: ById,
		body: z.object({
			title: text(300, 1),
			provider: text(300, 1),
			hours: z.int().min(1).max(5000),
			from: SentDay,
			lastDay: SentDay,
			document: text(300)
		}),
		response: { 200: Done, ...refusals }
	}
});

export const markDuty = endpoint({
	method: 'POST',
	url: '/my-sites/:id/duties',
	schema: {
		tags,
		summary: 'Write down who did a duty of a role and when',
		params: ById,
		body: z.object({ role: text(200), duty: text(200), who: text(200, 1), on: SentDay, note: text(1000) }),
		response: { 200: Done, ...refusals }
	}
});

export const addAgreement = endpoint({
	method: 'POST',
	url: '/my-sites/:id/agreements',
	schema: {
		tags,
		summary: 'Write down an agreement of the site with its operator',
		params: ById,
		body: z.object({
			number: text(60, 1),
			signedOn: SentDay,
			from: SentDay,
			lastDay: SentDay.nullable(),
			subject: text(1000, 1),
			fileId: Id.nullable()
		}),
		response: { 200: Done, ...refusals }
	}
});
