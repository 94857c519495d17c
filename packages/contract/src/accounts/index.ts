import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['accounts'];

/** What the pages need to know of the one who is signed in. The service decides; the page shows. */
export const Me = z.object({
	person: Person.extend({ email: z.string() }),
	homes: z.object({ intern: z.boolean(), tutor: z.boolean(), leader: z.boolean(), coordinator: z.boolean() }),
	unread: z.int()
});
export type Me = z.infer<typeof Me>;

export const getMe = endpoint({
	method: 'GET',
	url: '/me',
	schema: {
		tags,
		summary: 'Who is signed in',
		response: { 200: z.object({ me: Me.nullable(), demonstration: z.boolean() }) }
	}
});

export const ConsentText = z.object({
	kind: z.string(),
	version: z.string(),
	title: z.string(),
	required: z.boolean(),
	text: z.string()
});
export type ConsentText = z.infer<typeof ConsentText>;

export const listConsentTexts = endpoint({
	method: 'GET',
	url: '/consent-texts',
	schema: {
		tags,
		summary: 'The texts in force, one document per purpose',
		response: { 200: z.array(ConsentText) }
	}
});

export const Consent = ConsentText.extend({ givenAt: Moment.nullable(), withdrawnAt: Moment.nullable() });
export type Consent = z.infer<typeof Consent>;

export const listConsents = endpoint({
	method: 'GET',
	url: '/consents',
	schema: {
		tags,
		summary: 'My consents, given and not given',
		response: { 200: z.array(Consent), ...refusals }
	}
});

export const giveConsent = endpoint({
	method: 'POST',
	url: '/consents',
	schema: {
		tags,
		summary: 'Give one consent',
		body: z.object({ kind: z.string().max(60), version: z.string().max(20) }),
		response: { 200: z.array(Consent), ...refusals }
	}
});

export const withdrawConsent = endpoint({
	method: 'DELETE',
	url: '/consents/:kind',
	schema: {
		tags,
		summary: 'Withdraw one consent',
		params: z.object({ kind: z.string().max(60) }),
		response: { 200: z.array(Consent), ...refusals }
	}
});

const Names = {
	surname: text(100, 1),
	givenName: text(100, 1),
	patronymic: text(100).nullable().default(null),
	gender: z.enum(['f', 'm']).nullable().default(null)
};

export const signUp = endpoint({
	method: 'POST',
	url: '/sign-up',
	schema: {
		tags,
		summary: 'Register and sign in',
		body: z.object({
			...Names,
			email: text(254, 3),
			password: z.string().max(512),
			position: text(200).nullable().default(null),
			organisationId: Id.nullable().default(null),
			/** Kind and version of each consent that was ticked, one by one. */
			consents: z.array(z.object({ kind: z.string().max(60), version: z.string().max(20) })).max(10)
		}),
		response: { 200: z.object({ me: Me }), ...refusals, 429: refusals[409] }
	}
});

export const signIn = endpoint({
	method: 'POST',
	url: '/sign-in',
	schema: {
		tags,
		summary: 'Sign in by e-mail and password',
		body: z.object({ email: text(254), password: z.string().max(512) }),
		response: { 200: z.object({ me: Me }), ...refusals, 429: refusals[409] }
	}
});

export const signOut = endpoint({
	method: 'POST',
	url: '/sign-out',
	schema: { tags, summary: 'End this session', response: { 200: Done } }
});

export const DemonstrationPerson = z.object({
	id: Id,
	fullName: z.string(),
	position: z.string().nullable(),
	organisation: z.string().nullable(),
	role: z.enum(['intern', 'tutor', 'leader', 'coordinator', 'administrator'])
});
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>;

export const listDemonstrationPeople = endpoint({
	method: 'GET',
	url: '/demonstration/people',
	schema: {
		tags,
		summary: 'The people of the demonstration region; absent in production',
		response: { 200: z.array(DemonstrationPerson), 404: refusals[404] }
	}
});

export const demonstrationSignIn = endpoint({
	method: 'POST',
	url: '/demonstration/sign-in',
	schema: {
		tags,
		summary: 'Sign in as a demonstration person; absent in production',
		body: z.object({ personId: Id }),
		response: { 200: z.object({ me: Me }), ...refusals }
	}
});

export const askPasswordReset = endpoint({
	method: 'POST',
	url: '/password-resets',
	schema: {
		tags,
		summary: 'Send a letter with a link; the answer is the same for an unknown address',
		body: z.object({ email: text(254) }),
		response: { 200: Done, ...refusals, 429: refusals[409] }
	}
});

export const resetPassword = endpoint({
	method: 'POST',
	url: '/password-resets/:token',
	schema: {
		tags,
		summary: 'Choose a new password by the link from the letter; ends all sessions',
		params: z.object({ token: z.string().max(200) }),
		body: z.object({ password: z.string().max(512) }),
		response: { 200: Done, ...refusals }
	}
});

export const Session = z.object({
	id: Id,
	current: z.boolean(),
	createdAt: Moment,
	expiresAt: Moment,
	device: z.string(),
	address: z.string().nullable()
});
export type Session = z.infer<typeof Session>;

export const listSessions = endpoint({
	method: 'GET',
	url: '/sessions',
	schema: { tags, summary: 'My open sessions', response: { 200: z.array(Session), ...refusals } }
});

export const endSession = endpoint({
	method: 'DELETE',
	url: '/sessions/:id',
	schema: { tags, summary: 'End one of my sessions', params: ById, response: { 200: Done, ...refusals } }
});

export const endOtherSessions = endpoint({
	method: 'DELETE',
	url: '/sessions',
	schema: { tags, summary: 'End all my sessions but this one', response: { 200: Done, ...refusals } }
});

export const Profile = z.object({
	surname: z.string(),
	givenName: z.string(),
	patronymic: z.string().nullable(),
	gender: z.enum(['f', 'm']).nullable(),
	position: z.string().nullable(),
	organisation: z.object({ id: Id, title: z.string() }).nullable(),
	email: z.string(),
	birthDate: Day.nullable()
});
export type Profile = z.infer<typeof Profile>;

export const getProfile = endpoint({
	method: 'GET',
	url: '/profile',
	schema: { tags, summary: 'My profile', response: { 200: Profile, ...refusals } }
});

export const changeProfile = endpoint({
	method: 'PUT',
	url: '/profile',
	schema: {
		tags,
		summary: 'Change my names, position and organisation; issued documents keep theirs',
		body: z.object({
			...Names,
			position: text(200).nullable().default(null),
			organisationId: Id.nullable().default(null)
		}),
		response: { 200: Profile, ...refusals }
	}
});

export const listOrganisations = endpoint({
	method: 'GET',
	url: '/organisations',
	schema: {
		tags,
		summary: 'Organisations to choose from when signing up',
		response: { 200: z.array(z.object({ id: Id, title: z.string() })) }
	}
});

export const listOutbox = endpoint({
	method: 'GET',
	url: '/outbox',
	schema: {
		tags,
		summary: 'Letters of the demonstration, newest first; absent in production',
		response: {
			200: z.array(
				z.object({
					id: Id,
					to: z.string(),
					subject: z.string(),
					text: z.string(),
					createdAt: Moment,
					sentAt: Moment.nullable()
				})
			),
			404: refusals[404]
		}
	}
});
