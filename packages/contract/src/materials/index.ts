import { MATERIAL_KINDS } from '@stazhirovka/domain/materials';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { FileInfo } from '../files/index.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment, text } from '../words.ts';

const tags = ['materials'];
const Kind = z.enum(MATERIAL_KINDS);
const Title = text(500, 1);

export const BankMaterial = z.object({
	id: Id,
	kind: Kind,
	title: z.string(),
	file: FileInfo,
	/** Of a recording only. */
	captions: FileInfo.nullable(),
	transcript: z.string().nullable(),
	addedBy: z.string().nullable(),
	addedAt: Moment,
	putAwayAt: Moment.nullable(),
	/** Titles of the published programmes that name it. */
	programmes: z.array(z.string())
});
export type BankMaterial = z.infer<typeof BankMaterial>;

export const MaterialBank = z.object({
	site: z.object({ id: Id, title: z.string() }),
	materials: z.array(BankMaterial),
	can: z.object({ add: z.boolean() })
});
export type MaterialBank = z.infer<typeof MaterialBank>;

export const listMaterials = endpoint({
	method: 'GET',
	url: '/sites/:id/materials',
	schema: {
		tags,
		summary: 'The bank of a site, for those who lead it or work at it',
		params: ById,
		response: { 200: MaterialBank, ...refusals }
	}
});

/**
 * `fileId`: a file that was uploaded with the site as its place. The same file again is the same material.
 * 422 `material.file_absent`, `material.not_a_video`, `material.a_video`, `material.captions`.
 */
export const addMaterial = endpoint({
	method: 'POST',
	url: '/sites/:id/materials',
	schema: {
		tags,
		summary: 'Put an uploaded file into the bank of the site',
		params: ById,
		body: z.object({ kind: Kind, title: Title, fileId: Id }),
		response: { 200: BankMaterial, ...refusals }
	}
});

/**
 * Published programmes keep the captions and the transcript that they were published with.
 * 422 `material.captions_faulty` with `details: { faults: [{ line, code }] }`.
 */
export const changeMaterial = endpoint({
	method: 'PUT',
	url: '/materials/:id',
	schema: {
		tags,
		summary: 'Name a material anew, or give a recording its captions and transcript',
		params: ById,
		body: z.object({
			kind: Kind,
			title: Title,
			captionsId: Id.nullable(),
			transcript: text(100_000).nullable()
		}),
		response: { 200: BankMaterial, ...refusals }
	}
});

export const putMaterialAway = endpoint({
	method: 'PUT',
	url: '/materials/:id/putting-away',
	schema: {
		tags,
		summary: 'Offer a material to authors no more, or again; programmes that name it keep it',
		params: ById,
		body: z.object({ away: z.boolean() }),
		response: { 200: BankMaterial, ...refusals }
	}
});
