import {
	ADMISSIONS,
	CONFERENCE_STAGES,
	LONGEST_CONFERENCE_MINUTES,
	MOST_SPEECHES,
	SPACE_KINDS
} from '@stazhirovka/domain/chat';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Person, text } from '../words.ts';

const tags = ['spaces'];
const Titled = z.object({ id: Id, title: z.string() });

/** A virtual methodical association or a chat-conference, as those see it who may come in (R62). */
export const Space = z.object({
	id: Id,
	roomId: Id,
	kind: z.enum(SPACE_KINDS),
	title: z.string(),
	about: z.string(),
	site: Titled,
	timeZone: z.string(),
	members: z.int(),
	startsAt: Moment.nullable(),
	minutes: z.int().nullable(),
	stage: z.enum(CONFERENCE_STAGES).nullable(),
	closed: z.boolean(),
	/** I am in it. */
	joined: z.boolean()
});
export type Space = z.infer<typeof Space>;

export const listSpaces = endpoint({
	method: 'GET',
	url: '/spaces',
	schema: {
		tags,
		summary: 'Associations and conferences that I am in or may join: open ones, conferences by time',
		response: { 200: z.array(Space), ...refusals }
	}
});

export const listSiteRooms = endpoint({
	method: 'GET',
	url: '/my-sites/:id/rooms',
	schema: {
		tags,
		summary: 'Rooms of a site: its staff, its working groups, its associations and conferences',
		params: ById,
		response: {
			200: z.object({
				spaces: z.array(Space),
				/** `roomId` is null where there is no room yet, or where I am not in it. */
				staff: z.object({ exists: z.boolean(), roomId: Id.nullable() }),
				groups: z.array(Titled.extend({ exists: z.boolean(), roomId: Id.nullable() })),
				/** Who may moderate: people of the site with an account. */
				people: z.array(Person),
				cohorts: z.array(Titled),
				/** Rows of the plan in force that a conference may fulfil. */
				planRows: z.array(Titled),
				can: z.object({ open: z.boolean(), openStaff: z.boolean(), openGroups: z.boolean() })
			}),
			...refusals
		}
	}
});

/** The time of a conference by the clock of its site. */
const Meeting = z.object({
	day: z.union([Day, z.literal('')]),
	time: z.string().max(5),
	minutes: z.int().min(5).max(LONGEST_CONFERENCE_MINUTES)
});

/** 422 `space.faulty` with `details.faults`. */
export const openSpace = endpoint({
	method: 'POST',
	url: '/my-sites/:id/spaces',
	schema: {
		tags,
		summary: 'Open a methodical association or announce a chat-conference',
		params: ById,
		body: z.object({
			kind: z.enum(SPACE_KINDS),
			title: text(200),
			about: text(2000),
			admits: z.enum(ADMISSIONS),
			cohortId: Id.nullable().default(null),
			/** Null: I moderate it. */
			moderatorId: Id.nullable().default(null),
			meeting: Meeting.nullable().default(null),
			isPublic: z.boolean().default(false),
			planRowId: Id.nullable().default(null)
		}),
		response: { 200: z.object({ id: Id, roomId: Id }), ...refusals }
	}
});

export const openStaffRoom = endpoint({
	method: 'POST',
	url: '/my-sites/:id/staff-room',
	schema: {
		tags,
		summary: 'Open the room of the site’s people; from then on its members follow the appointments',
		params: ById,
		response: { 200: z.object({ roomId: Id }), ...refusals }
	}
});

export const openGroupRoom = endpoint({
	method: 'POST',
	url: '/working-groups/:id/room',
	schema: {
		tags,
		summary: 'Open the room of a working group; from then on its members are those of the group',
		params: ById,
		response: { 200: z.object({ roomId: Id }), ...refusals }
	}
});

/** What is kept about a space beside its room; for those who are in it. */
export const SpaceInside = Space.extend({
	admits: z.enum(ADMISSIONS),
	cohort: z.string().nullable(),
	/** A link by which people of other sites come in works now. */
	invites: z.boolean(),
	isPublic: z.boolean(),
	/** The row of the plan that it fulfils, and whether it is counted there. */
	planRow: Titled.extend({ counted: z.boolean() }).nullable(),
	/** For the programme: who is in the room, and who of the site may be let in. */
	speakers: z.array(Person),
	/** Names of those in the programme and the queue who have left. */
	gone: z.array(Person),
	/** Who else moderates. */
	moderators: z.array(Id),
	can: z.object({ arrange: z.boolean(), invite: z.boolean(), exclude: z.boolean(), record: z.boolean() })
});
export type SpaceInside = z.infer<typeof SpaceInside>;

export const getSpace = endpoint({
	method: 'GET',
	url: '/rooms/:id/space',
	schema: {
		tags,
		summary: 'The association or conference of a room',
		params: ById,
		response: { 200: SpaceInside, ...refusals }
	}
});

export const joinSpace = endpoint({
	method: 'POST',
	url: '/spaces/:id/membership',
	schema: {
		tags,
		summary: 'Come in; again changes nothing',
		params: ById,
		body: z.object({ token: z.string().max(64).default('') }),
		response: { 200: z.object({ roomId: Id }), ...refusals }
	}
});

export const leaveSpace = endpoint({
	method: 'DELETE',
	url: '/rooms/:id/membership',
	schema: {
		tags,
		summary: 'Go out of a room that I came into',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const excludeMember = endpoint({
	method: 'DELETE',
	url: '/rooms/:id/members/:person',
	schema: {
		tags,
		summary: 'Take somebody out of a room that I moderate',
		params: z.object({ id: Id, person: Id }),
		response: { 200: Done, ...refusals }
	}
});

export const shareModeration = endpoint({
	method: 'PUT',
	url: '/rooms/:id/moderators/:person',
	schema: {
		tags,
		summary: 'Make somebody of a room that I moderate its moderator too',
		params: z.object({ id: Id, person: Id }),
		response: { 200: Done, ...refusals }
	}
});

/** The whole link is told once; only its fingerprint is kept. */
export const inviteToSpace = endpoint({
	method: 'POST',
	url: '/rooms/:id/invitation',
	schema: {
		tags,
		summary: 'Make a link for people of other sites of the region; the one before it stops working',
		params: ById,
		response: { 200: z.object({ address: z.string() }), ...refusals }
	}
});

export const closeInvitation = endpoint({
	method: 'DELETE',
	url: '/rooms/:id/invitation',
	schema: { tags, summary: 'Take the link back', params: ById, response: { 200: Done, ...refusals } }
});

export const readInvitation = endpoint({
	method: 'GET',
	url: '/space-invitations/:token',
	schema: {
		tags,
		summary: 'What I am invited to by a link',
		params: z.object({ token: z.string().max(64) }),
		response: { 200: Space, ...refusals }
	}
});

/** 409 `conference.begun` once it has begun. Speakers who are not in the room yet are let in. */
export const arrangeConference = endpoint({
	method: 'PUT',
	url: '/rooms/:id/programme',
	schema: {
		tags,
		summary: 'Change the time and the programme of a conference',
		params: ById,
		body: z.object({
			meeting: Meeting,
			programme: z.array(z.object({ personId: Id, title: text(300, 1) })).max(MOST_SPEECHES)
		}),
		response: { 200: Done, ...refusals }
	}
});
