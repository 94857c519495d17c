import { z } from 'zod';
import { DocumentLaw } from '../certificates/index.ts';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Id, Moment, Person, text } from '../words.ts';

const tags = ['certificates'];
const MOST_IN_ONE = 1_000;

/** What a document of the batch will say, word for word; number, day and code come when it is printed. */
export const BatchWords = z.object({
	documentTitle: z.string(),
	holder: z.string(),
	programme: z.string(),
	hours: z.int(),
	from: Day,
	to: Day,
	organisation: z.string(),
	issuer: z.string(),
	signer: z.object({ name: z.string(), position: z.string() }),
	grounds: z.string().nullable()
});
export type BatchWords = z.infer<typeof BatchWords>;

export const BatchSummary = z.object({
	id: Id,
	state: z.enum(['prepared', 'returned', 'printing', 'done']),
	preparedBy: Person,
	preparedAt: Moment,
	total: z.int(),
	issued: z.int(),
	failed: z.int()
});
export type BatchSummary = z.infer<typeof BatchSummary>;

export const Batch = BatchSummary.extend({
	cohortId: Id,
	decidedBy: Person.nullable(),
	decidedAt: Moment.nullable(),
	/** Why it was returned. */
	reason: z.string().nullable(),
	/** Who may approve it: others than the one who prepared it. Empty: the site has nobody else. */
	approvers: z.array(Person),
	entries: z.array(
		z.object({
			enrolmentId: Id,
			words: BatchWords,
			certificate: z.object({ number: z.string(), pdfPath: z.string(), checkPath: z.string() }).nullable(),
			failure: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable()
		})
	),
	/** One ZIP of all that was printed; null while there is nothing in it. */
	zipPath: z.string().nullable(),
	can: z.object({ decide: z.boolean(), retry: z.boolean() })
});
export type Batch = z.infer<typeof Batch>;

export const Batches = z.object({
	/** Everybody of the cohort who has no document; `open`: the batch that the person stands in already. */
	candidates: z.array(
		z.object({
			enrolmentId: Id,
			person: Person,
			ready: z.boolean(),
			missing: z.array(z.string()),
			open: Id.nullable()
		})
	),
	/** Who could approve what this person prepares. */
	approvers: z.array(Person),
	batches: z.array(BatchSummary),
	/** What they would be issued today; null where there is nobody. */
	document: z.object({ title: z.string(), law: DocumentLaw }).nullable()
});
export type Batches = z.infer<typeof Batches>;

export const AwaitingBatch = BatchSummary.pick({
	id: true,
	preparedBy: true,
	preparedAt: true,
	total: true
}).extend({ cohortId: Id, cohort: z.string() });
export type AwaitingBatch = z.infer<typeof AwaitingBatch>;

export const listAwaitingBatches = endpoint({
	method: 'GET',
	url: '/certificate-batches',
	schema: {
		tags,
		summary: 'Batches that wait for my decision, the oldest first',
		response: { 200: z.array(AwaitingBatch), ...refusals }
	}
});

export const listBatches = endpoint({
	method: 'GET',
	url: '/cohorts/:id/certificate-batches',
	schema: {
		tags,
		summary: 'Batches of documents of a cohort, and who may stand in the next one',
		params: ById,
		response: { 200: Batches, ...refusals }
	}
});

export const prepareBatch = endpoint({
	method: 'POST',
	url: '/cohorts/:id/certificate-batches',
	schema: {
		tags,
		summary: 'Freeze the words of these documents for a second person to approve; nothing is issued yet',
		params: ById,
		body: z.object({ enrolments: z.array(Id).min(1).max(MOST_IN_ONE) }),
		response: { 200: Batch, ...refusals }
	}
});

export const getBatch = endpoint({
	method: 'GET',
	url: '/certificate-batches/:id',
	schema: {
		tags,
		summary: 'A batch with the words of every document and how far the printing is',
		params: ById,
		response: { 200: Batch, ...refusals }
	}
});

export const decideBatch = endpoint({
	method: 'POST',
	url: '/certificate-batches/:id/decision',
	schema: {
		tags,
		summary:
			'Approve the batch of another person, or return it with a reason; approved, it is printed by a job',
		params: ById,
		body: z.discriminatedUnion('approve', [
			z.object({ approve: z.literal(true) }),
			z.object({ approve: z.literal(false), reason: text(500, 3) })
		]),
		response: { 200: Batch, ...refusals }
	}
});

export const retryBatch = endpoint({
	method: 'POST',
	url: '/certificate-batches/:id/retry',
	schema: {
		tags,
		summary: 'Print once more what could not be printed',
		params: ById,
		response: { 200: Batch, ...refusals }
	}
});

/** `application/zip`, streamed: the stored bytes of every document, named by number and holder. */
export const downloadBatch = endpoint({
	method: 'GET',
	url: '/certificate-batches/:id/documents.zip',
	schema: {
		tags,
		summary: 'All documents of the batch in one ZIP',
		params: ById,
		produces: ['application/zip'],
		response: { 200: Bytes, 404: Problem }
	}
});
