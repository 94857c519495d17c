import { STEP_KINDS } from '@stazhirovka/domain/authoring';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, text } from '../words.ts';

const tags = ['authoring'];

/** 422 `programme.faulty` carries `details: { findings }`. */
export const sendProgrammeDraft = endpoint({
	method: 'POST',
	url: '/programme-drafts/:id/sending',
	schema: {
		tags,
		summary: 'Check a draft and make a version of it that waits for approval or for publication',
		params: ById,
		response: { 200: z.object({ versionId: Id }), ...refusals }
	}
});

export const recallProgrammeVersion = endpoint({
	method: 'POST',
	url: '/programme-versions/:id/recall',
	schema: {
		tags,
		summary: 'Take back a version that waits; what was said to it falls',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

export const returnProgrammeVersion = endpoint({
	method: 'POST',
	url: '/programme-versions/:id/return',
	schema: {
		tags,
		summary: 'Give a version back with what has to be changed',
		params: ById,
		body: z.object({ reason: text(2000) }),
		response: { 200: Done, ...refusals }
	}
});

export const approveProgrammeVersion = endpoint({
	method: 'POST',
	url: '/programme-versions/:id/approvals',
	schema: {
		tags,
		summary: 'Approve or agree a version, or record it from paper',
		params: ById,
		body: z.object({
			kind: z.enum(STEP_KINDS),
			/** Null: I say it myself, today. `fileId`: the scan, a file of the site. */
			paper: z
				.object({
					...{ kind: text(50), number: text(50), on: z.string().max(10) },
					...{ name: text(200), position: text(300), fileId: Id.nullable() }
				})
				.nullable()
		}),
		response: { 200: Done, ...refusals }
	}
});

const Change = z.object({
	place: z.string(),
	part: z.string(),
	change: z.enum(['added', 'removed', 'changed', 'moved']),
	before: z.json().optional(),
	after: z.json().optional()
});

/** With the version that was published before it; a draft with the version that it continues. */
export const ProgrammeDifference = z.object({
	with: z.object({ id: Id, number: z.int() }).nullable(),
	changes: z.array(Change)
});
export type ProgrammeDifference = z.infer<typeof ProgrammeDifference>;

export const compareDraft = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/difference',
	schema: {
		tags,
		summary: 'What a draft changes in the version that it continues, place by place',
		params: ById,
		response: { 200: ProgrammeDifference, ...refusals }
	}
});

export const compareVersion = endpoint({
	method: 'GET',
	url: '/programme-versions/:id/difference',
	schema: {
		tags,
		summary: 'What a version changes in the one published before it, place by place',
		params: ById,
		response: { 200: ProgrammeDifference, ...refusals }
	}
});
