import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Bytes, Day, Done, text } from '../words.ts';

const tags = ['authoring'];
const ByToken = z.object({ token: z.string().min(20).max(100) });

/** 409 `head.too_soon` within ten minutes of the letter before. */
export const askApproval = endpoint({
	method: 'POST',
	url: '/programme-versions/:id/approval-link',
	schema: {
		tags,
		summary:
			'Write to the head with a one-time link by which a version is approved; the link before stops working',
		params: ById,
		body: z.object({ email: text(254, 3) }),
		response: { 200: Done, ...refusals }
	}
});

/** Without an account; a link that is unknown, replaced, outdated or of a version taken back answers 404. */
export const getApprovalPage = endpoint({
	method: 'GET',
	url: '/programme-approvals/:token',
	schema: {
		tags,
		summary: 'What the one-time link asks the head to approve',
		params: ByToken,
		response: {
			200: z.object({
				title: z.string(),
				hours: z.int(),
				site: z.string(),
				/** The regulation’s words for who approves. */
				by: z.string(),
				done: z.object({ name: z.string(), position: z.string(), on: Day }).nullable()
			}),
			404: refusals[404]
		}
	}
});

export const printForApproval = endpoint({
	method: 'GET',
	url: '/programme-approvals/:token/paper.pdf',
	schema: {
		tags,
		summary: 'The programme that is to be approved, on paper',
		params: ByToken,
		response: { 200: Bytes, 404: refusals[404] }
	}
});

const signed = { name: text(200, 5), position: text(300, 2) };

/** Once: approved, or given back to its authors with what has to be changed. */
export const answerApproval = endpoint({
	method: 'POST',
	url: '/programme-approvals/:token',
	schema: {
		tags,
		summary: 'Approve a version, or give it back, by a one-time link',
		params: ByToken,
		body: z.discriminatedUnion('approved', [
			z.object({ approved: z.literal(true), ...signed }),
			z.object({ approved: z.literal(false), ...signed, reason: text(2000, 10) })
		]),
		response: { 200: Done, ...refusals }
	}
});
