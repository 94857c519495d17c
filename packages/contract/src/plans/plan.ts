import { APPROVAL_KINDS, PLAN_STATES } from '@stazhirovka/domain/plans';
import { PLAN_PERIODS } from '@stazhirovka/domain/regulations';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment, Revision, text } from '../words.ts';
import { PlanRow, RowContent, RowRules } from './row.ts';

const tags = ['plans'];
const SentDay = z.string().max(10);

export const PlanHead = z.object({
	id: Id,
	from: Day,
	lastDay: Day.nullable(),
	state: z.enum(PLAN_STATES),
	rows: z.int(),
	overdue: z.int(),
	proposals: z.int()
});
export type PlanHead = z.infer<typeof PlanHead>;

export const listPlans = endpoint({
	method: 'GET',
	url: '/my-sites/:id/plans',
	schema: {
		tags,
		summary: 'Plans of a site, newest first, and what the next one may be',
		params: ById,
		response: {
			200: z.object({
				/** The regulation's name of the plan. */
				name: z.string(),
				kind: z.enum(PLAN_PERIODS),
				plans: z.array(PlanHead),
				/** The days of a new plan, where the regulation says them. */
				suggested: z.object({ from: Day, lastDay: Day.nullable() }).nullable(),
				can: z.object({ begin: z.boolean() })
			}),
			...refusals
		}
	}
});

export const beginPlan = endpoint({
	method: 'POST',
	url: '/my-sites/:id/plans',
	schema: {
		tags,
		summary: 'Begin a plan for a period',
		params: ById,
		body: z.object({ from: SentDay, lastDay: SentDay.nullable() }),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const Proposal = z.object({
	id: Id,
	by: z.string(),
	at: Moment,
	row: RowContent,
	state: z.enum(['waiting', 'accepted', 'declined']),
	answer: z.string(),
	/** What keeps it from being taken as it stands. */
	faults: z.array(z.object({ code: z.string(), field: z.string() }))
});
export type Proposal = z.infer<typeof Proposal>;

export const PlanStep = z.object({
	kind: z.enum(APPROVAL_KINDS),
	/** `silent`: the source does not say whether it is needed. */
	need: z.enum(['required', 'silent']),
	by: z.string().nullable(),
	done: z
		.object({ name: z.string(), position: z.string(), on: Day, onPaper: z.boolean(), fileId: Id.nullable() })
		.nullable(),
	can: z.object({ do: z.boolean(), record: z.boolean() })
});
export type PlanStep = z.infer<typeof PlanStep>;

export const Plan = z.object({
	id: Id,
	site: z.object({ id: Id, title: z.string() }),
	name: z.string(),
	/** The source is silent about the columns: they are told honestly to be a guess. */
	columnsUntold: z.boolean(),
	signedBy: z.string().nullable(),
	state: z.enum(PLAN_STATES),
	revision: Revision,
	today: Day,
	rules: RowRules,
	rows: z.array(PlanRow),
	proposals: z.array(Proposal),
	steps: z.array(PlanStep),
	signature: z.object({ name: z.string(), position: z.string(), on: Day }).nullable(),
	returnReason: z.string().nullable(),
	/** The paper that was issued last. */
	documentId: Id.nullable(),
	can: z.object({
		write: z.boolean(),
		/** The plan is in force: rows are added and corrected with a reason, and reported. */
		correct: z.boolean(),
		send: z.boolean(),
		recall: z.boolean(),
		return: z.boolean(),
		propose: z.boolean(),
		copy: z.boolean(),
		keepFormats: z.boolean(),
		print: z.boolean()
	})
});
export type Plan = z.infer<typeof Plan>;

export const getPlan = endpoint({
	method: 'GET',
	url: '/plans/:id',
	schema: {
		tags,
		summary: 'A plan with its rows, proposals and approvals',
		params: ById,
		response: { 200: Plan, ...refusals }
	}
});

const OnRevision = z.object({ revision: Revision });

export const sendPlan = endpoint({
	method: 'POST',
	url: '/plans/:id/sending',
	schema: {
		tags,
		summary: 'Sign the plan and send it to whoever approves or agrees it',
		params: ById,
		body: OnRevision,
		response: { 200: Done, ...refusals }
	}
});

export const recallPlan = endpoint({
	method: 'POST',
	url: '/plans/:id/recall',
	schema: {
		tags,
		summary: 'Take a plan back that waits',
		params: ById,
		body: OnRevision,
		response: { 200: Done, ...refusals }
	}
});

export const returnPlan = endpoint({
	method: 'POST',
	url: '/plans/:id/return',
	schema: {
		tags,
		summary: 'Give a plan back with what has to be changed',
		params: ById,
		body: OnRevision.extend({ reason: text(2000) }),
		response: { 200: Done, ...refusals }
	}
});

export const approvePlan = endpoint({
	method: 'POST',
	url: '/plans/:id/approvals',
	schema: {
		tags,
		summary: 'Approve or agree a plan, or record it from paper',
		params: ById,
		body: OnRevision.extend({
			kind: z.enum(APPROVAL_KINDS),
			/** Null: I say it myself, today. `fileId`: the scan of the signed sheet, a file of the site. */
			paper: z.object({ name: text(200), position: text(300), on: SentDay, fileId: Id.nullable() }).nullable()
		}),
		response: { 200: Done, ...refusals }
	}
});

export const copyPlan = endpoint({
	method: 'POST',
	url: '/plans/:id/copy',
	schema: {
		tags,
		summary: 'Begin the next period with the rows of this one, dates moved by the calendar',
		params: ById,
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

/** The same plan again is the document that stands. */
export const issuePlanPaper = endpoint({
	method: 'POST',
	url: '/plans/:id/documents',
	schema: {
		tags,
		summary: 'Issue the paper form of a plan as PDF and DOCX, as the plan stands now',
		params: ById,
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});
