import { DRAFT_STATES } from '@stazhirovka/domain/authoring';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Finding } from '../finding.ts';
import { refusals } from '../problem.ts';
import { ById, Done, Id, Moment, Revision, text } from '../words.ts';
import { ProgrammeStep } from './step.ts';

const tags = ['authoring'];

/** A finding with the part of the draft whose editor mends it; `place` begins with the part for what stands in one. */
export const DraftFinding = Finding.extend({ part: z.string() });
export type DraftFinding = z.infer<typeof DraftFinding>;

export const PartState = z.object({ revision: Revision, savedAt: Moment, savedBy: z.string() });
export type PartState = z.infer<typeof PartState>;

export const DraftCard = z.object({
	id: Id,
	/** The key of the programme. */
	key: z.string(),
	title: z.string(),
	/** Of the version that it becomes, or became when it was sent. */
	number: z.int(),
	site: z.object({ id: Id, title: z.string() }),
	state: z.enum(DRAFT_STATES),
	savedAt: Moment,
	savedBy: z.string(),
	/** Comments that nobody has settled. */
	remarks: z.int()
});
export type DraftCard = z.infer<typeof DraftCard>;

export const DraftAuthor = z.object({
	personId: Id,
	name: z.string(),
	can: z.object({ remove: z.boolean() })
});
export type DraftAuthor = z.infer<typeof DraftAuthor>;

export const ProgrammeDraft = DraftCard.extend({
	regulation: z.object({ key: z.string(), title: z.string() }),
	/** The programme as far as it is written; the parts are its names at the top. */
	document: z.record(z.string(), z.json()),
	/** Parts that were ever saved. One that is not here has revision 0. */
	parts: z.record(z.string(), PartState),
	findings: z.array(DraftFinding),
	/** The published version of which this is the next. */
	basedOn: z.object({ id: Id, number: z.int() }).nullable(),
	/** The master of the region that it was copied from; `newer`: the master published since. */
	master: z
		.object({
			...{ id: Id, number: z.int(), title: z.string(), site: z.string() },
			newer: z.object({ id: Id, number: z.int() }).nullable()
		})
		.nullable(),
	/** The version that was made of it when it was sent, with what is said to it. */
	versionId: Id.nullable(),
	steps: z.array(ProgrammeStep),
	/** The letter with the one-time link, while the head has not answered; for the leader. */
	approvalAsked: z.object({ email: z.string(), at: Moment }).nullable(),
	returned: z.object({ reason: z.string(), by: z.string(), at: Moment }).nullable(),
	/** Co-authors that the leader named. */
	authors: z.array(DraftAuthor),
	can: z.object({
		edit: z.boolean(),
		comment: z.boolean(),
		share: z.boolean(),
		send: z.boolean(),
		recall: z.boolean(),
		return: z.boolean(),
		publish: z.boolean(),
		delete: z.boolean()
	})
});
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;

export const listProgrammeDrafts = endpoint({
	method: 'GET',
	url: '/programme-drafts',
	schema: {
		tags,
		summary: 'Programmes that I write or lead, not published yet, and where I may begin one',
		response: {
			200: z.object({
				drafts: z.array(DraftCard),
				/** Sites at which I may begin a programme, with the regulation that each lives by. */
				sites: z.array(
					z.object({
						id: Id,
						title: z.string(),
						regulation: z.object({ key: z.string(), title: z.string() })
					})
				)
			}),
			...refusals
		}
	}
});

/** 409 `programme_draft.key_taken`: another programme has the key; only `version` and `file` go on with one of mine. 422 `programme_draft.faulty`: `details.findings`. */
export const beginProgrammeDraft = endpoint({
	method: 'POST',
	url: '/programme-drafts',
	schema: {
		tags,
		summary:
			'Begin a programme: from nothing, from a published version or a copy of it, from a master or from a file',
		body: z.discriminatedUnion('from', [
			z.object({ from: z.literal('nothing'), siteId: Id, key: text(64), title: text(500) }),
			/** The next version of a programme of mine. */
			z.object({ from: z.literal('version'), versionId: Id }),
			/** Another programme that begins as a published one of mine does, under a title and a key of its own. */
			z.object({
				from: z.literal('copy'),
				...{ siteId: Id, versionId: Id, key: text(64), title: text(500) }
			}),
			/** A copy of a master of my region, under a key of its own. */
			z.object({ from: z.literal('master'), siteId: Id, versionId: Id, key: text(64) }),
			/** Any JSON object; it becomes a programme of the site. `key`: instead of the one that it has. */
			z.object({ from: z.literal('file'), siteId: Id, document: z.unknown(), key: text(64).optional() })
		]),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

export const getProgrammeDraft = endpoint({
	method: 'GET',
	url: '/programme-drafts/:id',
	schema: {
		tags,
		summary: 'A draft with its document, the findings of all checks and what may be done',
		params: ById,
		response: { 200: ProgrammeDraft, ...refusals }
	}
});

export const deleteProgrammeDraft = endpoint({
	method: 'DELETE',
	url: '/programme-drafts/:id',
	schema: {
		tags,
		summary: 'Throw away a draft that was not published',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});

/**
 * 409 `draft.changed` when somebody saved the part since `base`, with `details: { revision, value, by, at }`.
 * 409 `programme_draft.not_now` when it is not written any more. 422 `programme_draft.part_faulty` when the value cannot be kept at all, with
 * `details: { findings }`; what is merely wrong is kept and told by the findings.
 */
export const saveDraftPart = endpoint({
	method: 'PUT',
	url: '/programme-drafts/:id/parts/:part',
	schema: {
		tags,
		summary: 'Save one part as it stands',
		params: z.object({ id: Id, part: z.string().max(64) }),
		body: z.object({
			/** The revision that the author had; 0: there was none. */
			base: Revision,
			/** Any JSON; null takes the part out. */
			value: z.unknown()
		}),
		response: {
			200: PartState.extend({ findings: z.array(DraftFinding) }),
			...refusals
		}
	}
});

/** Told every half a minute by an open editor: who else is here, and which parts have moved on. */
export const tellDraftPresence = endpoint({
	method: 'POST',
	url: '/programme-drafts/:id/presence',
	schema: {
		tags,
		summary: 'Say which part I have open; learn who else writes and what was saved',
		params: ById,
		body: z.object({ part: z.string().max(64).nullable() }),
		response: {
			200: z.object({
				state: z.enum(DRAFT_STATES),
				others: z.array(z.object({ personId: Id, name: z.string(), part: z.string().nullable() })),
				parts: z.record(z.string(), PartState)
			}),
			...refusals
		}
	}
});
