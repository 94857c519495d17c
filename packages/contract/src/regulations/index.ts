import { MEANINGS } from '@stazhirovka/domain/understanding';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Finding } from '../finding.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Day, Id, Moment, Revision, text } from '../words.ts';
import { GivenPart } from './completion.ts';
import { Part, RegulationCard, RegulationContent } from './content.ts';

export type { GivenPart } from './completion.ts';
export type { RegulationContent, RegulationField, RegulationSection } from './content.ts';

const tags = ['regulations'];
const ByKey = z.object({ key: text(64) });
const OnDay = z.object({ on: Day.optional() });

const InForce = z.object({
	number: z.int(),
	inForceFrom: Day,
	/** The last day, known once the next version is published. */
	inForceTo: Day.nullable()
});

export const RegulationInForce = RegulationCard.extend(InForce.shape);
export type RegulationInForce = z.infer<typeof RegulationInForce>;

export const listRegulations = endpoint({
	method: 'GET',
	url: '/regulations',
	schema: {
		tags,
		summary: 'Regulations in force on a day, today unless told',
		querystring: OnDay,
		response: { 200: z.array(RegulationInForce), 400: Problem }
	}
});

export const Regulation = RegulationContent.extend(InForce.shape).extend({
	/** Parts given by hand, with the moment. By whom is told to those who keep the regulation. */
	completed: z.array(z.object({ part: Part, at: Moment }))
});
export type Regulation = z.infer<typeof Regulation>;

export const getRegulation = endpoint({
	method: 'GET',
	url: '/regulations/:key',
	schema: {
		tags,
		summary: 'The version of a regulation that is in force on a day, today unless told',
		params: ByKey,
		querystring: OnDay,
		response: { 200: Regulation, 400: Problem, 404: Problem }
	}
});

export const listRegulationHistory = endpoint({
	method: 'GET',
	url: '/regulations/:key/versions',
	schema: {
		tags,
		summary: 'Published versions of a regulation with their days, newest first',
		params: ByKey,
		response: { 200: z.array(InForce.extend({ publishedAt: Moment })), 404: Problem }
	}
});

export const RegulationVersion = z.object({
	id: Id,
	key: z.string(),
	number: z.int(),
	title: z.string(),
	territory: z.string(),
	region: z.object({ id: Id, title: z.string() }),
	/** Told back when the draft is changed or published, so that nobody writes over what they have not seen. */
	revision: Revision,
	importedAt: Moment,
	publishedAt: Moment.nullable(),
	inForceFrom: Day.nullable(),
	inForceTo: Day.nullable(),
	warnings: z.array(Finding),
	missing: z.array(z.object({ part: Part, can: z.object({ complete: z.boolean() }) })),
	completed: z.array(z.object({ part: Part, by: z.string(), at: Moment })),
	/** `revise`: nothing newer is there, so the next version may begin from this one. */
	can: z.object({ publish: z.boolean(), revise: z.boolean() })
});
export type RegulationVersion = z.infer<typeof RegulationVersion>;

export const listRegulationVersions = endpoint({
	method: 'GET',
	url: '/regulation-versions',
	schema: {
		tags,
		summary: 'Versions and drafts of the regulations of my regions',
		response: {
			200: z.object({
				/** Where I may import. */
				regions: z.array(z.object({ id: Id, title: z.string() })),
				versions: z.array(RegulationVersion)
			}),
			...refusals
		}
	}
});

/** 422 `regulation.faulty` carries `details: { findings }`: every fault named with its place. */
export const importRegulation = endpoint({
	method: 'POST',
	url: '/regulation-versions',
	schema: {
		tags,
		summary: 'Import a regulation file as a draft version, fully checked',
		/** Any JSON: what is wrong with it is told by the findings. The region may be left out by who keeps one only. */
		body: z.object({ document: z.unknown(), regionId: Id.nullable() }),
		response: { 200: RegulationVersion, ...refusals }
	}
});

/** Words of the source, and what they were taken for: shown to whoever keeps it, who sees where that is wrong. */
const Understood = z.object({ words: z.string(), meaning: z.enum(MEANINGS) });
export type Understood = z.infer<typeof Understood>;

export const getRegulationVersion = endpoint({
	method: 'GET',
	url: '/regulation-versions/:id',
	schema: {
		tags,
		summary: 'One version: as it reads, and the file as it was imported',
		params: ById,
		response: {
			200: RegulationVersion.extend({
				content: RegulationContent,
				understood: z.array(Understood),
				document: z.json()
			}),
			...refusals
		}
	}
});

export const completeRegulation = endpoint({
	method: 'POST',
	url: '/regulation-versions/:id/completions',
	schema: {
		tags,
		summary: 'Give by hand a part of a draft that its source does not give',
		params: ById,
		body: z.object({ revision: Revision, given: GivenPart }),
		response: { 200: RegulationVersion, ...refusals }
	}
});

export const publishRegulation = endpoint({
	method: 'POST',
	url: '/regulation-versions/:id/publication',
	schema: {
		tags,
		summary: 'Publish a draft from a day on: it is frozen, and the version before it ends the day before',
		params: ById,
		body: z.object({ revision: Revision, inForceFrom: Day }),
		response: { 200: RegulationVersion, ...refusals }
	}
});
