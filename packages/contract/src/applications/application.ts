import { EXPERTISE_RESULTS } from '@stazhirovka/domain/councils';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Draft, FormDefinition, FormSheet, Saved } from '../forms/index.ts';
import { asPdf, asWord } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Id, Moment, Person, Revision, text } from '../words.ts';
import {
	ApplicationLine,
	Days,
	Named,
	OnRevision,
	Reason,
	Rules,
	SheetKind,
	SiteFacts,
	State,
	Step
} from './words.ts';

const tags = ['applications'];

const SheetHead = z.object({
	kind: SheetKind,
	title: z.string(),
	answered: z.int(),
	total: z.int(),
	savedAt: Moment.nullable()
});

export const Application = z.object({
	id: Id,
	state: State,
	/** Told back with every move, so that nobody decides on what they have not seen. */
	revision: Revision,
	direct: z.boolean(),
	title: z.string(),
	theme: z.string(),
	/** The regulation fixes the theme: it is shown and not asked. */
	themeFixed: z.boolean(),
	regulation: Rules,
	organisation: Named,
	members: z.array(z.object({ organisation: Named, isLead: z.boolean(), recommended: z.boolean() })),
	/** Whether the regulation takes recommended organisations only (R29). */
	recommendedOnly: z.boolean(),
	network: z.object({ allowed: z.boolean(), unitedBy: z.string().nullable(), minutes: z.string() }),
	/** The way as the regulation prescribes it; `by` says who does a step, where the source does. */
	way: z.array(z.object({ step: Step, state: z.enum(['done', 'now', 'later']), by: z.string().nullable() })),
	sheets: z.array(SheetHead),
	/** Approvals that fell because the programme was changed after them. */
	fallen: z.array(z.object({ name: z.string(), on: Day })),
	programmeDates: z.object({ from: Day, to: Day }).nullable(),
	/** Null where no act sets days. */
	window: z.object({ open: Days.nullable(), next: Days.nullable() }).nullable(),
	reason: z.string().nullable(),
	remarks: z.array(z.string()),
	author: Person,
	createdAt: Moment,
	submittedAt: Moment.nullable(),
	decidedAt: Moment.nullable(),
	reviewResult: z.enum(EXPERTISE_RESULTS).nullable(),
	siteId: Id.nullable(),
	/** The site whose status is asked for once more; null: a new site. */
	renews: Named.nullable(),
	/** A council has decided, and who asks is its author and was not told yet: nothing can be withdrawn until then. */
	decisionWaits: z.boolean(),
	can: z.object({
		edit: z.boolean(),
		submit: z.boolean(),
		withdraw: z.boolean(),
		accept: z.boolean(),
		return: z.boolean(),
		decline: z.boolean()
	})
});
export type Application = z.infer<typeof Application>;

const one = { 200: Application, ...refusals };

export const getApplication = endpoint({
	method: 'GET',
	url: '/applications/:id',
	schema: {
		tags,
		summary: 'An application: its state, its way and what is left to do',
		params: ById,
		response: one
	}
});

export const listMyApplications = endpoint({
	method: 'GET',
	url: '/applications',
	schema: {
		tags,
		summary: 'Applications that I have begun, newest first',
		response: { 200: z.array(ApplicationLine), ...refusals }
	}
});

export const beginApplication = endpoint({
	method: 'POST',
	url: '/applications',
	schema: {
		tags,
		summary: 'Begin an application of my organisation; the same begun twice is one',
		body: z.object({
			regulation: text(64, 1),
			title: SiteFacts.shape.title,
			theme: SiteFacts.shape.theme,
			/** The site of my organisation for which a new term is asked; null: a new site. */
			siteId: Id.nullable().default(null)
		}),
		response: one
	}
});

export const describeSite = endpoint({
	method: 'PUT',
	url: '/applications/:id/site',
	schema: {
		tags,
		summary: 'Name, theme and organisations of the site that is applied for',
		params: ById,
		body: SiteFacts,
		response: one
	}
});

/** A site for which a new term may be asked, with the regulation that it works under and its last day so far. */
export const Renewal = Named.extend({ regulation: z.string(), theme: z.string(), lastDay: Day });
export type Renewal = z.infer<typeof Renewal>;

export const listRenewals = endpoint({
	method: 'GET',
	url: '/applications/renewals',
	schema: {
		tags,
		summary: 'Sites of my organisation whose term ends soon or has ended',
		response: {
			200: z.array(Renewal),
			...refusals
		}
	}
});

const OfSheet = ById.extend({ sheet: SheetKind });

export const getApplicationSheet = endpoint({
	method: 'GET',
	url: '/applications/:id/sheets/:sheet',
	schema: {
		tags,
		summary: 'One sheet of an application',
		params: OfSheet,
		response: { 200: FormSheet, ...refusals }
	}
});

/** 409 `form.changed_elsewhere` carries `details: { revision, answer }` of what is stored. */
export const saveApplicationSheet = endpoint({
	method: 'PUT',
	url: '/applications/:id/sheets/:sheet',
	schema: {
		tags,
		summary: 'Save a draft of a sheet on top of the named revision',
		params: OfSheet,
		body: Draft,
		response: { 200: Saved, ...refusals }
	}
});

/** 422 `application.faulty` carries `details: { faults }`: all of them, each with its sheet and path. */
export const submitApplication = endpoint({
	method: 'POST',
	url: '/applications/:id/submission',
	schema: { tags, summary: 'Hand an application in', params: ById, body: OnRevision, response: one }
});

export const withdrawApplication = endpoint({
	method: 'POST',
	url: '/applications/:id/withdrawal',
	schema: {
		tags,
		summary: 'Take one’s application back before the act, with a reason',
		params: ById,
		body: OnRevision.extend({ reason: Reason }),
		response: one
	}
});

export const ApplicationExport = z.object({
	schema: z.literal('application.v1'),
	application: Application.omit({ can: true }),
	sheets: z.array(
		z.object({ kind: SheetKind, definition: FormDefinition, answer: Draft.shape.answer, revision: Revision })
	)
});

export const exportApplication = endpoint({
	method: 'GET',
	url: '/applications/:id/export',
	schema: {
		tags,
		summary: 'The whole application as data: definitions, answers, statements (R16, X24)',
		params: ById,
		response: { 200: ApplicationExport, ...refusals }
	}
});

export const printApplication = endpoint({
	method: 'GET',
	url: '/applications/:id/file.pdf',
	schema: {
		tags,
		summary: 'The whole application as it is printed (R16)',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});

export const downloadApplication = endpoint({
	method: 'GET',
	url: '/applications/:id/file.docx',
	schema: {
		tags,
		...asWord,
		params: ById,
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});
