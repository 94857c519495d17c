import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Revision, text } from '../words.ts';
import { SiteSearch } from './words.ts';

const tags = ['councils'];

export const DecisionLetter = z.object({
	id: Id,
	application: z.object({ id: Id, title: z.string() }),
	kind: z.enum(['expertise', 'council', 'proposal']),
	result: z.enum(['positive', 'negative', 'split', 'for', 'against', 'postponed', 'made']),
	to: z.object({ name: z.string(), email: z.string() }),
	subject: z.string(),
	text: z.string(),
	revision: Revision,
	preparedAt: Moment,
	releasedAt: Moment.nullable()
});
export type DecisionLetter = z.infer<typeof DecisionLetter>;

export const listDecisionLetters = endpoint({
	method: 'GET',
	url: '/decision-letters',
	schema: {
		tags,
		summary:
			'Letters about decisions in my regions: those that wait, and the last hundred that were released',
		response: { 200: z.array(DecisionLetter), ...refusals }
	}
});

export const changeDecisionLetter = endpoint({
	method: 'PUT',
	url: '/decision-letters/:id',
	schema: {
		tags,
		summary: 'Change the words of a letter that was not released',
		params: ById,
		body: z.object({ revision: Revision, subject: text(300, 1), text: text(10_000, 1) }),
		response: { 200: DecisionLetter, ...refusals }
	}
});

/** All or none: a letter that was changed or released meanwhile keeps the others back too. */
export const releaseDecisionLetters = endpoint({
	method: 'POST',
	url: '/decision-letters/release',
	schema: {
		tags,
		summary: 'Send all chosen letters at once',
		body: z.object({
			letters: z
				.array(z.object({ id: Id, revision: Revision }))
				.min(1)
				.max(500)
		}),
		response: { 200: z.array(DecisionLetter), ...refusals }
	}
});

/** What one expert wrote, without a name and without a score. */
export const ExpertRemark = z.object({
	notes: z.array(z.object({ title: z.string(), note: z.string() })),
	comment: z.string()
});
export type ExpertRemark = z.infer<typeof ExpertRemark>;

export const ToldDecision = DecisionLetter.pick({
	...{ id: true, subject: true, text: true, releasedAt: true }
}).extend({
	/** Of the expertise that the letter tells of; empty in any other letter. */
	remarks: z.array(ExpertRemark)
});
export type ToldDecision = z.infer<typeof ToldDecision>;

/** What the applicant was told: only what was released. */
export const listMyDecisionLetters = endpoint({
	method: 'GET',
	url: '/applications/:id/decision-letters',
	schema: {
		tags,
		summary: 'Letters about the decisions on my application',
		params: ById,
		response: {
			200: z.array(ToldDecision),
			...refusals
		}
	}
});

export const Proposal = z.object({
	id: Id,
	about: z.enum(['status', 'termination']),
	title: z.string(),
	/** What it is about: one of the two. */
	applicationId: Id.nullable(),
	siteId: Id.nullable(),
	body: z.string(),
	number: z.string(),
	madeOn: Day,
	text: z.string()
});
export type Proposal = z.infer<typeof Proposal>;

const Subject = z.object({ id: Id, title: z.string(), body: z.string() });

export const ProposalBook = z.object({
	/** Applications that wait for the proposal of a body, and sites for whose end a body must propose. */
	applications: z.array(Subject),
	sites: z.array(Subject),
	/** There are more sites than these: they are found by their names. */
	moreSites: z.boolean(),
	/** The newest hundred. */
	recorded: z.array(Proposal)
});
export type ProposalBook = z.infer<typeof ProposalBook>;

export const listProposals = endpoint({
	method: 'GET',
	url: '/proposals',
	schema: {
		tags,
		summary: 'Proposals of bodies in my regions, and what waits for one',
		querystring: SiteSearch,
		response: { 200: ProposalBook, ...refusals }
	}
});

export const recordProposal = endpoint({
	method: 'POST',
	url: '/proposals',
	schema: {
		tags,
		summary: 'Record the proposal of the body that the regulation names',
		body: z.object({
			about: z.enum(['status', 'termination']),
			/** The application, or the site. */
			subjectId: Id,
			number: text(60, 1),
			madeOn: Day,
			text: text(20_000, 10)
		}),
		response: { 200: ProposalBook, ...refusals }
	}
});
