import { OBSERVATION } from '@stazhirovka/domain/diagnostics';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['diagnostics'];
const Level = z.enum(['none', 'partial', 'expressed']);
const Share = z.object({ points: z.number(), max: z.number() });

/** What the intern did, what the intern says and what others saw: three views that are never added up. */
export const Viewpoints = z.object({
	intern: Person,
	rows: z.array(
		z.object({
			deficit: z.string(),
			title: z.string(),
			/** Null before there is a card. */
			test: Share.nullable(),
			self: Share.nullable(),
			observed: z.array(
				z.object({
					observation: Id,
					/** Null: there was nothing to see it by. */
					level: Level.nullable(),
					label: z.string(),
					example: z.string()
				})
			)
		})
	),
	observations: z.array(
		z.object({
			id: Id,
			author: z.string(),
			position: z.string(),
			note: z.string(),
			givenAt: Moment
		})
	),
	invitations: z.array(
		z.object({
			id: Id,
			email: z.string(),
			invitedBy: Person,
			invitedAt: Moment,
			expiresAt: Moment,
			state: z.enum(['waiting', 'expired'])
		})
	),
	/** The programme's card has a place for observations: they are printed as additional information. */
	printed: z.boolean(),
	/** The diagnosis was taken once more at the end: there is something to compare with. */
	repeated: z.boolean(),
	can: z.object({ invite: z.boolean() })
});
export type Viewpoints = z.infer<typeof Viewpoints>;

export const getViewpoints = endpoint({
	method: 'GET',
	url: '/enrolments/:id/viewpoints',
	schema: {
		tags,
		summary: 'Test, self-assessment and observation of each deficit beside one another',
		params: ById,
		response: { 200: Viewpoints, ...refusals }
	}
});

/** 409 `observation.too_many`, `observation.own_address`; 422 `observation.bad_email`. */
export const inviteObserver = endpoint({
	method: 'POST',
	url: '/enrolments/:id/observations',
	schema: {
		tags,
		summary:
			'Ask a colleague or the head, by a one-time link in a letter; an older link to the same address ends',
		params: ById,
		body: z.object({ email: text(254, 1) }),
		response: { 200: Viewpoints, ...refusals }
	}
});

export const withdrawInvitation = endpoint({
	method: 'DELETE',
	url: '/enrolments/:id/observations/:observation',
	schema: {
		tags,
		summary: 'End a link that nobody has answered by yet',
		params: z.object({ id: Id, observation: Id }),
		response: { 200: Viewpoints, ...refusals }
	}
});

const ByToken = z.object({ token: z.string().max(100) });

export const ObservationSheet = z.object({
	intern: z.string(),
	programme: z.string(),
	site: z.string(),
	/** Who will read it beside the intern. */
	tutor: z.string().nullable(),
	deficits: z.array(z.object({ key: z.string(), title: z.string(), text: z.string(), target: z.string() })),
	levels: z.array(z.object({ key: Level, label: z.string() })),
	until: Moment,
	given: z.boolean()
});
export type ObservationSheet = z.infer<typeof ObservationSheet>;

export const getObservationSheet = endpoint({
	method: 'GET',
	url: '/observation-sheets/:token',
	schema: {
		tags,
		summary: 'What an observer is asked, for whoever holds the link',
		params: ByToken,
		response: { 200: ObservationSheet, ...refusals }
	}
});

/** 422 `observation.faulty` {faults}; 422 `form.privacy` {warnings: path is the deficit or `note`} until confirmed. */
export const giveObservation = endpoint({
	method: 'POST',
	url: '/observation-sheets/:token',
	schema: {
		tags,
		summary: 'Say what was seen, once',
		params: ByToken,
		body: z.object({
			author: text(200, 3),
			position: text(200, 2),
			rows: z.record(
				text(100),
				z.object({ level: Level.nullable(), example: text(OBSERVATION.mostExample) })
			),
			note: text(OBSERVATION.mostNote),
			confirmedPrivacy: z.boolean().default(false)
		}),
		response: { 200: Done, ...refusals }
	}
});
