import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Person, Revision, text } from '../words.ts';
import { MEETING_STATES } from '@stazhirovka/domain/councils';
import { Expertise } from './expertise.ts';
import { ActFacts, ApplicationHead, Recommendation, Role, Somebody, Terms } from './words.ts';

export * from './chain.ts';
export * from './decisions.ts';
export * from './expert.ts';
export * from './expertise.ts';
export * from './meetings.ts';
export type { ApplicationHead, Criterion, Reckoning, SubmittedReview, Terms } from './words.ts';

const tags = ['councils'];

export const CouncilCard = z.object({
	id: Id,
	title: z.string(),
	regulation: z.string(),
	members: z.int(),
	/** Applications that stand in expertise, and those that wait for it or for a decision. */
	inReview: z.int(),
	meetings: z.int()
});
export type CouncilCard = z.infer<typeof CouncilCard>;

export const listCouncils = endpoint({
	method: 'GET',
	url: '/councils',
	schema: {
		tags,
		summary: 'Councils of my regions, with what a new one can be composed from',
		response: {
			200: z.object({
				councils: z.array(CouncilCard),
				/** Regulations that are kept in my regions, with the bodies that they name. */
				regulations: z.array(z.object({ id: Id, title: z.string(), bodies: z.array(z.string()) })),
				/** People who are experts of my regions already. */
				experts: z.array(Person)
			}),
			...refusals
		}
	}
});

export const Council = z.object({
	id: Id,
	title: z.string(),
	regulation: z.string(),
	act: ActFacts.omit({ scan: true }).extend({ id: Id, kind: z.string() }),
	terms: Terms,
	revision: Revision,
	members: z.array(
		z.object({
			id: Id,
			person: Person,
			role: Role,
			from: Day,
			lastDay: Day.nullable(),
			sits: z.boolean()
		})
	),
	/** Applications that the regulation sends to expertise and that have not been begun. */
	waiting: z.array(ApplicationHead),
	expertises: z.array(Expertise),
	/** What a preview lacks, with the reasons. */
	short: z.array(
		z.object({
			applicationId: Id,
			missing: z.int(),
			free: z.int(),
			conflicts: z.int(),
			undeclared: z.int()
		})
	),
	meetings: z.array(
		z.object({
			id: Id,
			number: z.int().nullable(),
			heldOn: Day,
			beginsAt: z.string(),
			place: z.string(),
			state: z.enum(MEETING_STATES)
		})
	),
	can: z.object({ preview: z.boolean(), release: z.boolean() })
});
export type Council = z.infer<typeof Council>;

const answer = { 200: Council, ...refusals };

/** 422 `council.faulty` carries `details: { faults }`. Everybody named becomes an expert of the region. */
export const composeCouncil = endpoint({
	method: 'POST',
	url: '/councils',
	schema: {
		tags,
		summary: 'Compose a council by an act',
		body: z.object({
			regulationId: Id,
			title: text(300, 3),
			act: ActFacts,
			members: z
				.array(z.object({ who: Somebody, role: Role }))
				.min(1)
				.max(100)
		}),
		response: answer
	}
});

export const getCouncil = endpoint({
	method: 'GET',
	url: '/councils/:id',
	schema: {
		tags,
		summary: 'A council with its members, its applications and its meetings',
		params: ById,
		response: answer
	}
});

export const changeCouncilTerms = endpoint({
	method: 'PUT',
	url: '/councils/:id/terms',
	schema: {
		tags,
		summary: 'Change how a council judges and decides; expertises that have begun keep their own terms',
		params: ById,
		body: Terms.extend({ revision: Revision }),
		response: answer
	}
});

export const addCouncilMember = endpoint({
	method: 'POST',
	url: '/councils/:id/members',
	schema: {
		tags,
		summary: 'Bring somebody into a council by an act, from its day',
		params: ById,
		body: z.object({ who: Somebody, role: Role, act: ActFacts }),
		response: answer
	}
});

export const endCouncilMember = endpoint({
	method: 'POST',
	url: '/council-members/:id/end',
	schema: {
		tags,
		summary: 'Let a member leave by an act: name the last day',
		params: ById,
		body: z.object({ lastDay: Day, act: ActFacts }),
		response: answer
	}
});

export const beginExpertise = endpoint({
	method: 'POST',
	url: '/councils/:id/expertises',
	schema: {
		tags,
		summary: 'Begin the expertise of complete applications by a council',
		params: ById,
		body: z.object({ applicationIds: z.array(Id).min(1).max(200) }),
		response: answer
	}
});

/** What is released already stays and counts; everything else is made anew. */
export const previewAssignment = endpoint({
	method: 'POST',
	url: '/councils/:id/assignment',
	schema: {
		tags,
		summary: 'Make a balanced assignment that nobody but the coordinators sees',
		params: ById,
		body: z.object({ seed: z.int().min(0).max(2_147_483_647).optional() }),
		response: answer
	}
});

export const changeAssignment = endpoint({
	method: 'PUT',
	url: '/expertises/:id/assignment',
	schema: {
		tags,
		summary: 'Choose the reviewers of one application by hand, before they are released',
		params: ById,
		body: z.object({
			personIds: z.array(Id).max(20),
			/** Who was assigned when this was chosen; 409 when somebody has changed it since. */
			seen: z.array(Id).max(20)
		}),
		response: answer
	}
});

export const releaseAssignment = endpoint({
	method: 'POST',
	url: '/councils/:id/assignment/release',
	schema: {
		tags,
		summary: 'Give the previewed applications to their reviewers, who are told by letter',
		params: ById,
		response: answer
	}
});

export const finishExpertise = endpoint({
	method: 'POST',
	url: '/expertises/:id/result',
	schema: {
		tags,
		summary: 'Finish an expertise once all its reviews are in',
		params: ById,
		/** The word of who presides, where reviews are split and no council votes; otherwise none is taken. */
		body: z.object({
			word: z
				.object({ result: Recommendation, reason: text(2000) })
				.nullable()
				.default(null)
		}),
		response: answer
	}
});
