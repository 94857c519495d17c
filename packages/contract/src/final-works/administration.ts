import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { FileInfo } from '../files/index.ts';
import { Answer, FormDefinition } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Bytes, Done, Id, Moment, text } from '../words.ts';

const tags = ['final-works'];

export const inviteAdministration = endpoint({
	method: 'POST',
	url: '/enrolments/:id/final-work/administration-view',
	schema: {
		tags,
		summary: 'Make a one-time link for the school’s administration; an earlier unused link stops working',
		params: ById,
		response: { 200: z.object({ path: z.string(), expiresAt: Moment }), ...refusals }
	}
});

const ByToken = z.object({ token: z.string().max(200) });

export const getAdministrationView = endpoint({
	method: 'GET',
	url: '/administration-views/:token',
	schema: {
		tags,
		summary: 'The work behind a one-time link',
		params: ByToken,
		response: {
			200: z.object({
				intern: z.string(),
				programme: z.string(),
				title: z.string(),
				definition: FormDefinition,
				answer: Answer,
				/** The files that the answer names. */
				files: z.array(FileInfo),
				given: z.boolean()
			}),
			404: refusals[404]
		}
	}
});

/** The bytes, always as an attachment. */
export const downloadAdministrationFile = endpoint({
	method: 'GET',
	url: '/administration-views/:token/files/:id',
	schema: {
		tags,
		summary: 'Download a file of the work behind a one-time link',
		params: ByToken.extend({ id: Id }),
		produces: ['application/octet-stream'],
		response: { 200: Bytes, 404: refusals[404] }
	}
});

export const giveAdministrationView = endpoint({
	method: 'POST',
	url: '/administration-views/:token',
	schema: {
		tags,
		summary: 'The administration’s short word on the work, once',
		params: ByToken,
		body: z.object({ author: text(200, 3), position: text(200, 2), text: text(4000, 20) }),
		response: { 200: Done, ...refusals }
	}
});
