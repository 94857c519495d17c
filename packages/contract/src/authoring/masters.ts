import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment } from '../words.ts';

const tags = ['authoring'];

export const offerMaster = endpoint({
	method: 'PUT',
	url: '/programme-versions/:id/master',
	schema: {
		tags,
		summary: 'Offer a published version to the sites of the region as a master, or offer it no more',
		params: ById,
		body: z.object({ offered: z.boolean() }),
		response: { 200: Done, ...refusals }
	}
});

export const MasterProgramme = z.object({
	versionId: Id,
	number: z.int(),
	title: z.string(),
	hours: z.int(),
	site: z.string(),
	offeredAt: Moment
});
export type MasterProgramme = z.infer<typeof MasterProgramme>;

export const listMasters = endpoint({
	method: 'GET',
	url: '/programme-masters',
	schema: {
		tags,
		summary: 'Masters that the sites I lead may copy: of each programme the newest',
		response: { 200: z.array(MasterProgramme), ...refusals }
	}
});

/** `theirs`: only the master changed the part; `mine`: only we; `both`: both, each in its own way. */
export const PartMerge = z.object({
	part: z.string(),
	state: z.enum(['theirs', 'mine', 'both']),
	mine: z.json().nullable(),
	theirs: z.json().nullable(),
	revision: z.int()
});
export type PartMerge = z.infer<typeof PartMerge>;

export const getMasterMerge = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id/master',
	schema: {
		tags,
		summary: 'What a newer master and the draft did to the parts that were copied',
		params: ById,
		response: {
			200: z.object({
				/** The newest master; null when the draft has it already. */
				newer: z.object({ id: Id, number: z.int() }).nullable(),
				parts: z.array(PartMerge)
			}),
			...refusals
		}
	}
});

/** 409 `draft.changed` when a part was saved since its revision was seen; nothing is taken then. */
export const takeFromMaster = endpoint({
	method: 'POST',
	url: '/programme-drafts/:id/master',
	schema: {
		tags,
		summary: 'Take these parts from the newer master and keep the others; the draft follows it from now on',
		params: ById,
		body: z.object({
			versionId: Id,
			take: z.array(z.object({ part: z.string().max(64), revision: z.int().min(0) })).max(100)
		}),
		response: { 200: Done, ...refusals }
	}
});
