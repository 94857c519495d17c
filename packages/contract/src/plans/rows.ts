import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Revision, text } from '../words.ts';
import { Correction, Execution, ExecutionBody, PlanRow, RowBody, RowRules } from './row.ts';

const tags = ['plans'];
const SentDay = z.string().max(10);
const OnRevision = z.object({ revision: Revision });

export const addRow = endpoint({
	method: 'POST',
	url: '/plans/:id/rows',
	schema: {
		tags,
		summary: 'Add a row; to a plan in force with a reason, as a correction',
		params: ById,
		body: OnRevision.extend({ row: RowBody, reason: text(1000).nullable() }),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const changeRow = endpoint({
	method: 'PUT',
	url: '/plan-rows/:id',
	schema: {
		tags,
		summary: 'Write a row anew while the plan is being made',
		params: ById,
		body: OnRevision.extend({ row: RowBody }),
		response: { 200: Done, ...refusals }
	}
});

export const removeRow = endpoint({
	method: 'POST',
	url: '/plan-rows/:id/removal',
	schema: {
		tags,
		summary: 'Take a row out while the plan is being made',
		params: ById,
		body: OnRevision,
		response: { 200: Done, ...refusals }
	}
});

export const correctRow = endpoint({
	method: 'POST',
	url: '/plan-rows/:id/corrections',
	schema: {
		tags,
		summary: 'Move or cancel a row of a plan in force, with a reason',
		params: ById,
		body: OnRevision.extend({
			kind: z.enum(['moved', 'cancelled']),
			reason: text(1000),
			from: SentDay.nullable(),
			lastDay: SentDay.nullable()
		}),
		response: { 200: Done, ...refusals }
	}
});

export const proposeRow = endpoint({
	method: 'POST',
	url: '/plans/:id/proposals',
	schema: {
		tags,
		summary: 'Propose a row to the leader',
		params: ById,
		body: z.object({ row: RowBody }),
		response: { 200: Done, ...refusals }
	}
});

export const decideProposal = endpoint({
	method: 'POST',
	url: '/plan-proposals/:id/decision',
	schema: {
		tags,
		summary: 'Take a proposed row into the plan, or decline it with a word',
		params: ById,
		body: OnRevision.extend({ decision: z.enum(['accept', 'decline']), answer: text(1000) }),
		response: { 200: Done, ...refusals }
	}
});

export const PlanRowWhole = PlanRow.extend({
	plan: z.object({ id: Id, name: z.string(), from: Day, lastDay: Day.nullable(), revision: Revision }),
	site: z.object({ id: Id, title: z.string() }),
	today: Day,
	rules: RowRules,
	executions: z.array(Execution),
	corrections: z.array(Correction),
	can: z.object({ write: z.boolean(), report: z.boolean(), correct: z.boolean() })
});
export type PlanRowWhole = z.infer<typeof PlanRowWhole>;

export const getPlanRow = endpoint({
	method: 'GET',
	url: '/plan-rows/:id',
	schema: {
		tags,
		summary: 'A row with what was held and how it was corrected',
		params: ById,
		response: { 200: PlanRowWhole, ...refusals }
	}
});

export const reportEvent = endpoint({
	method: 'POST',
	url: '/plan-rows/:id/executions',
	schema: {
		tags,
		summary: 'Tell what was held on a day; the same day again is refused',
		params: ById,
		body: ExecutionBody,
		response: { 200: Done, ...refusals }
	}
});

export const changeExecution = endpoint({
	method: 'PUT',
	url: '/plan-executions/:id',
	schema: {
		tags,
		summary: 'Mend a report on an event',
		params: ById,
		body: ExecutionBody.extend({ revision: Revision }),
		response: { 200: Done, ...refusals }
	}
});

export const withdrawExecution = endpoint({
	method: 'POST',
	url: '/plan-executions/:id/withdrawal',
	schema: {
		tags,
		summary: 'Take a report back that was told by mistake',
		params: ById,
		body: OnRevision,
		response: { 200: Done, ...refusals }
	}
});
