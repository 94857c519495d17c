import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Id } from '../words.ts';

const tags = ['files'];

export const FileInfo = z.object({
	id: Id,
	name: z.string(),
	size: z.int(),
	mime: z.string(),
	/** It would tell its author to somebody who must not learn it: only the tutor opens it. */
	withheld: z.boolean().optional()
});
export type FileInfo = z.infer<typeof FileInfo>;

/** Where a file belongs: one id at most. */
export const FilePlace = z.object({
	enrolmentId: Id.optional(),
	roomId: Id.optional(),
	actId: Id.optional(),
	applicationId: Id.optional(),
	siteId: Id.optional()
});
export type FilePlace = z.infer<typeof FilePlace>;

const uploading = { ...refusals, 412: Problem, 413: Problem, 415: Problem, 429: Problem, 507: Problem };
const Nothing = z.undefined();

/**
 * Begins an upload that survives a lost line, after the protocol tus 1.0.0 (tus.io): `Upload-Length` in bytes and
 * `Upload-Metadata: filename <base64>` in the head; `Location` in the answer. A kind or a size that will not be taken
 * is refused before a byte travels.
 */
export const beginUpload = endpoint({
	method: 'POST',
	url: '/uploads',
	schema: {
		tags,
		summary: 'Begin a resumable upload (tus: creation)',
		querystring: FilePlace,
		response: { 201: Nothing, ...uploading }
	}
});

/** `Upload-Offset`: so many bytes have come. 404 for what was swept, cancelled or is somebody else's. */
export const findUpload = endpoint({
	method: 'HEAD',
	url: '/uploads/:id',
	schema: {
		tags,
		summary: 'How far an upload has come (tus: core)',
		params: ById,
		response: { 200: Nothing, ...uploading }
	}
});

/** The body goes on at `Upload-Offset`; 409 when that is not where the upload stands. What came of a cut body stays. */
export const continueUpload = endpoint({
	method: 'PATCH',
	url: '/uploads/:id',
	schema: {
		tags,
		summary: 'Send the next bytes (tus: core)',
		params: ById,
		response: { 204: Nothing, ...uploading }
	}
});

export const cancelUpload = endpoint({
	method: 'DELETE',
	url: '/uploads/:id',
	schema: {
		tags,
		summary: 'Give an upload up (tus: termination)',
		params: ById,
		response: { 204: Nothing, ...uploading }
	}
});

/** The content is looked at and the file is there; asked again, the same file is answered. */
export const completeUpload = endpoint({
	method: 'POST',
	url: '/uploads/:id/completion',
	schema: {
		tags,
		summary: 'Make a file of an upload whose bytes have all come',
		params: ById,
		response: { 200: FileInfo, ...uploading }
	}
});
