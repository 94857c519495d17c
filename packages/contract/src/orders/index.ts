import { ORDER_KINDS } from '@stazhirovka/domain/orders';
import { z } from 'zod';
import { IssuedDocument } from '../documents/index.ts';
import { endpoint } from '../endpoint.ts';
import { asPdf } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Id, text } from '../words.ts';

const tags = ['orders'];

export const OrderKind = z.enum(ORDER_KINDS);

const Learner = z.object({ id: Id, fullName: z.string(), organisation: z.string().nullable() });

export const OrderReadiness = z.object({
	kind: OrderKind,
	/** Others of the cohort stand in an earlier order of this kind: this one is additional. */
	additional: z.boolean(),
	ready: z.array(Learner),
	/** Who may be sent down by it without completing. */
	leaving: z.array(Learner),
	/** Who cannot be named yet, and why. */
	waiting: z.array(z.object({ learner: Learner, code: z.string() })),
	/** Why nothing can be issued at all; null when something can. */
	block: z.string().nullable()
});
export type OrderReadiness = z.infer<typeof OrderReadiness>;

export const CohortOrders = z.object({
	/** Issued, newest first. */
	documents: z.array(IssuedDocument),
	/** Of them those that tell other days than the cohort has now. */
	outdated: z.array(Id),
	kinds: z.array(OrderReadiness),
	/** What the register does not know, so that it is left as a line to fill: `head`, `city`. */
	gaps: z.array(z.enum(['head', 'city'])),
	issuer: z.string(),
	/** The only tutor, whom a sentence names in the accusative, with the form that the person confirmed. Null: none or several. */
	tutor: z.object({ name: z.string(), inCase: z.string().nullable() }).nullable(),
	/** The document that is being corrected, with whom it names. */
	corrected: z.object({ document: IssuedDocument, learners: z.array(Id), expelled: z.array(Id) }).nullable()
});
export type CohortOrders = z.infer<typeof CohortOrders>;

export const getCohortOrders = endpoint({
	method: 'GET',
	url: '/cohorts/:id/orders',
	schema: {
		tags,
		summary:
			'Orders, minutes and references of a cohort: issued, ready to be issued, and what is missing (R65)',
		params: ById,
		/** `replaces`: as if this document had not been issued, so that it can be corrected. */
		querystring: z.object({ replaces: Id.optional() }),
		response: { 200: CohortOrders, ...refusals }
	}
});

export const issueOrder = endpoint({
	method: 'POST',
	url: '/cohorts/:id/orders',
	schema: {
		tags,
		summary: 'Issue one with its number; a correction is a new document that names the one it replaces',
		params: ById,
		body: z.object({
			kind: OrderKind,
			learners: z.array(Id).max(1000),
			/** Only for an order of the end: whoever leaves without completing, for this reason. */
			expelled: z.array(Id).max(1000).default([]),
			reason: text(500).default(''),
			/** The name as its sentence needs it: of the only tutor, whom one appoints; of the learner, to whom one gives. */
			inCase: text(300).default(''),
			replacesId: Id.nullable().default(null)
		}),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

const Ids = z.union([Id, z.array(Id).max(1000)]).optional();

export const previewOrder = endpoint({
	method: 'GET',
	url: '/cohorts/:id/orders/preview.pdf',
	schema: {
		tags,
		summary: 'The same as it would be issued now, without a number; nothing is kept',
		params: ById,
		querystring: z.object({
			kind: OrderKind,
			learners: Ids,
			expelled: Ids,
			reason: text(500).optional(),
			inCase: text(300).optional(),
			replacesId: z.union([Id, z.literal('')]).optional()
		}),
		...asPdf,
		response: { 200: Bytes, 400: Problem, 404: Problem, 409: Problem }
	}
});

export const OwnPaper = z.object({
	id: Id,
	kind: z.string(),
	title: z.string(),
	number: z.string().nullable(),
	dated: Day,
	/** An order is given as an extract that names its holder alone; a reference is given whole. */
	extract: z.boolean(),
	path: z.string()
});
export type OwnPaper = z.infer<typeof OwnPaper>;

export const listOwnPapers = endpoint({
	method: 'GET',
	url: '/enrolments/:id/papers',
	schema: {
		tags,
		summary: 'References of mine, and extracts of the orders and minutes that name me',
		params: ById,
		response: { 200: z.array(OwnPaper), ...refusals }
	}
});

export const downloadOwnPaper = endpoint({
	method: 'GET',
	url: '/enrolments/:id/papers/:document',
	schema: {
		tags,
		summary: 'One of them as PDF',
		params: ById.extend({ document: Id }),
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});
