import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes } from '../words.ts';
import { FileInfo, FilePlace } from './uploads.ts';

export * from './uploads.ts';

const tags = ['files'];

/** `multipart/form-data` with one part `file`. One id at most says where it belongs. */
export const uploadFile = endpoint({
	method: 'POST',
	url: '/files',
	schema: {
		tags,
		summary: 'Upload one file',
		querystring: FilePlace,
		response: { 200: FileInfo, ...refusals, 413: Problem, 415: Problem }
	}
});

/** The bytes, always as an attachment. */
/** `view`: shown where it is a picture or a PDF; anything else is a download. */
export const Look = z.object({ view: z.literal('').optional() });

export const downloadFile = endpoint({
	method: 'GET',
	url: '/files/:id',
	schema: {
		tags,
		summary: 'Download a file that I may read, or look at it',
		params: ById,
		querystring: Look,
		produces: ['application/octet-stream'],
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});

/** 404 also for what is no picture. The same `ETag` for the same picture: asked again with it, 304. */
export const previewFile = endpoint({
	method: 'GET',
	url: '/files/:id/preview',
	schema: {
		tags,
		summary: 'A small drawing of a picture that I may read',
		params: ById,
		produces: ['image/webp'],
		response: { 200: Bytes, 304: z.undefined(), 404: Problem, 409: Problem }
	}
});

export const describeFiles = endpoint({
	method: 'GET',
	url: '/file-descriptions',
	schema: {
		tags,
		summary: 'Names and sizes of the files that I may read, by ids',
		querystring: z.object({ ids: z.string().max(4000) }),
		response: { 200: z.array(FileInfo), ...refusals }
	}
});
