import { DRAFT_STATES } from '@stazhirovka/domain/authoring';
import { z } from 'zod';
import { ProgrammeStep } from '../authoring/step.ts';
import { endpoint } from '../endpoint.ts';
import { Finding } from '../finding.ts';
import { refusals } from '../problem.ts';
import { ById, Id, Moment } from '../words.ts';

export { readProgrammeDocument } from './document.ts';
export { programmeFile } from './programme-file.ts';

const tags = ['programmes'];

export const ProgrammeVersion = z.object({
	id: Id,
	key: z.string(),
	number: z.int(),
	title: z.string(),
	hours: z.int(),
	site: z.string(),
	importedAt: Moment,
	publishedAt: Moment.nullable(),
	warnings: z.array(Finding),
	state: z.enum(DRAFT_STATES),
	/** What the regulation demands before it is published, and who has said it. */
	steps: z.array(ProgrammeStep),
	/** The draft that it was made of. */
	draftId: Id.nullable(),
	/** A coordinator offers it to the sites of the region to be copied. */
	isMaster: z.boolean(),
	can: z.object({
		publish: z.boolean(),
		openCohort: z.boolean(),
		recall: z.boolean(),
		return: z.boolean(),
		/** Begin the next version from it. */
		continue: z.boolean(),
		offer: z.boolean()
	})
});
export type ProgrammeVersion = z.infer<typeof ProgrammeVersion>;

export const listProgrammeVersions = endpoint({
	method: 'GET',
	url: '/programme-versions',
	schema: {
		tags,
		summary: 'Programme versions of my sites',
		response: { 200: z.array(ProgrammeVersion), ...refusals }
	}
});

/** 422 `programme.faulty` carries `details: { findings }`: every fault named with its place. */
export const importProgramme = endpoint({
	method: 'POST',
	url: '/programme-versions',
	schema: {
		tags,
		summary: 'Import a programme file as a draft version, fully checked',
		/** Any JSON: what is wrong with it is told by the findings. */
		body: z.object({ document: z.unknown() }),
		response: { 200: ProgrammeVersion, ...refusals }
	}
});

export const getProgrammeVersion = endpoint({
	method: 'GET',
	url: '/programme-versions/:id',
	schema: {
		tags,
		summary: 'One version with its document, as it was imported',
		params: ById,
		response: { 200: ProgrammeVersion.extend({ document: z.json() }), ...refusals }
	}
});

export const publishProgramme = endpoint({
	method: 'POST',
	url: '/programme-versions/:id/publication',
	schema: {
		tags,
		summary: 'Publish a draft version: it is frozen',
		params: ById,
		response: { 200: ProgrammeVersion, ...refusals }
	}
});
