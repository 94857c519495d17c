import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { asPdf } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Done, Id, Moment, text } from '../words.ts';

const tags = ['consents'];

export const printConsentText = endpoint({
	method: 'GET',
	url: '/consent-texts/:kind/file.pdf',
	schema: {
		tags,
		summary: 'The text in force, before anybody agrees to it',
		params: z.object({ kind: text(60) }),
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});

export const printOwnConsent = endpoint({
	method: 'GET',
	url: '/consents/:kind/file.pdf',
	schema: {
		tags,
		summary: 'What I agreed to, word for word, with the version and the moment',
		params: z.object({ kind: text(60) }),
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});

/** Consents that may be given on paper. */
export const PAPER_CONSENTS = ['processing', 'publication'] as const;

export const InternConsent = z.object({
	kind: z.enum(PAPER_CONSENTS),
	title: z.string(),
	/** In force: given and not withdrawn, on the platform or on paper. */
	stands: z.boolean(),
	givenAt: Moment.nullable(),
	/** The last one that was printed for signing. */
	printed: z
		.object({
			documentId: Id,
			printedAt: Moment,
			pdfPath: z.string(),
			signedOn: Day.nullable(),
			scanPath: z.string().nullable()
		})
		.nullable()
});

export const CohortConsents = z.array(
	z.object({ enrolmentId: Id, fullName: z.string(), consents: z.array(InternConsent) })
);
export type CohortConsents = z.infer<typeof CohortConsents>;

export const listCohortConsents = endpoint({
	method: 'GET',
	url: '/cohorts/:id/consents',
	schema: {
		tags,
		summary: 'Who of a cohort gave which consent, and what was printed to be signed',
		params: ById,
		response: { 200: CohortConsents, ...refusals }
	}
});

export const printConsent = endpoint({
	method: 'POST',
	url: '/enrolments/:id/paper-consents',
	schema: {
		tags,
		summary: 'Print a filled consent for an intern to sign by hand',
		params: ById,
		body: z.object({ kind: z.enum(PAPER_CONSENTS) }),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const recordSigned = endpoint({
	method: 'POST',
	url: '/paper-consents/:id/signature',
	schema: {
		tags,
		summary: 'Note that the printed consent was signed, with its scan; from now on it stands',
		params: ById,
		body: z.object({ on: z.string().max(10), fileId: Id.nullable() }),
		response: { 200: Done, ...refusals }
	}
});

export const downloadScan = endpoint({
	method: 'GET',
	url: '/paper-consents/:id/scan',
	schema: {
		tags,
		summary: 'The scan of a signed consent',
		params: ById,
		response: { 200: Bytes, 404: Problem }
	}
});
