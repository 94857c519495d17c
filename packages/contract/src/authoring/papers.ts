import { endpoint } from '../endpoint.ts';
import { asPdf, asWord } from '../papers.ts';
import { refusals } from '../problem.ts';
import { Bytes, ById } from '../words.ts';

const tags = ['authoring'];

/** What goes out comes in byte for byte: names stand in the order of the schema. */
export const downloadDraftFile = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/file',
	schema: {
		tags,
		summary: 'A draft as one JSON file',
		params: ById,
		produces: ['application/json'],
		response: { 200: Bytes, ...refusals }
	}
});

export const downloadVersionFile = endpoint({
	method: 'GET',
	url: '/programme-versions/:id/file',
	schema: {
		tags,
		summary: 'A version as one JSON file',
		params: ById,
		produces: ['application/json'],
		response: { 200: Bytes, ...refusals }
	}
});

export const printDraft = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/paper.pdf',
	schema: {
		tags,
		summary: 'A draft as a document in the structure of its regulation',
		params: ById,
		...asPdf,
		response: { 200: Bytes, ...refusals }
	}
});

export const printDraftWord = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/paper.docx',
	schema: { tags, ...asWord, params: ById, response: { 200: Bytes, ...refusals } }
});

export const printVersion = endpoint({
	method: 'GET',
	url: '/programme-versions/:id/paper.pdf',
	schema: {
		tags,
		summary: 'A version as a document in the structure of its regulation',
		params: ById,
		...asPdf,
		response: { 200: Bytes, ...refusals }
	}
});

export const printVersionWord = endpoint({
	method: 'GET',
	url: '/programme-versions/:id/paper.docx',
	schema: { tags, ...asWord, params: ById, response: { 200: Bytes, ...refusals } }
});
