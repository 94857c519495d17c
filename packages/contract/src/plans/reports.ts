import { DUE_KINDS, MISMATCH_KINDS, RECORD_KINDS, REPORT_STATES, STANDINGS } from '@stazhirovka/domain/plans';
import { PARTS } from '@stazhirovka/domain/regulations';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { FormSheet } from '../forms/index.ts';
import { refusals } from '../problem.ts';
import { ById, Day, Done, Id, Moment } from '../words.ts';
import { Correction } from './row.ts';

const tags = ['reports'];
export const ReportingSite = z.object({ id: Id, title: z.string(), organisation: z.string() });

/** A record behind a number or a line: an event, a change of the plan, a final work, a cohort, a row of the plan. */
export const RecordRef = z.object({ kind: z.enum(RECORD_KINDS), id: Id });
export type RecordRef = z.infer<typeof RecordRef>;

export const Mismatch = z.object({
	kind: z.enum(MISMATCH_KINDS),
	about: z.string(),
	told: z.number().nullable(),
	logged: z.number().nullable(),
	on: Day.nullable(),
	path: z.string().nullable(),
	records: z.array(RecordRef)
});
export type Mismatch = z.infer<typeof Mismatch>;

/** `ground`: the regulation's words that make a mismatch a possible ground to end the status; null: a remark. */
export const Mismatches = z.object({ ground: z.string().nullable(), found: z.array(Mismatch) });
export type Mismatches = z.infer<typeof Mismatches>;

export const ReportKind = z.enum(['regular', 'request']);

export const ReportHead = z.object({
	id: Id,
	kind: ReportKind,
	dueOn: Day.nullable(),
	subject: z.string(),
	askedFor: z.string(),
	state: z.enum(REPORT_STATES),
	standing: z.enum(STANDINGS),
	/** Days that it covers; null until it is begun. */
	period: z.object({ from: Day, to: Day }).nullable(),
	submittedOn: Day.nullable(),
	/** Handed in after its day. */
	late: z.boolean()
});
export type ReportHead = z.infer<typeof ReportHead>;

export const ReportsOfSite = z.object({
	site: ReportingSite,
	today: Day,
	/** The regulation's name of the report; null when it has no form of one. */
	title: z.string().nullable(),
	/** To whom it goes and who may ask for one, in the words of the source. */
	to: z.string().nullable(),
	onRequestOf: z.string().nullable(),
	deadline: z.object({ month: z.int(), day: z.int() }).nullable(),
	/** What the source announces and does not give. */
	silent: z.array(z.enum(PARTS)),
	/** Regular reports that nobody has begun. */
	dues: z.array(z.object({ dueOn: Day, kind: z.enum(DUE_KINDS), standing: z.enum(STANDINGS) })),
	reports: z.array(ReportHead),
	/** The report is a column of the plan: what is wrong with it. Null: it is a paper of its own, or there is none. */
	inPlan: Mismatches.nullable(),
	can: z.object({
		begin: z.boolean(),
		/** A regular one without a due day, where the source says none. */
		beginWithoutDay: z.boolean()
	})
});
export type ReportsOfSite = z.infer<typeof ReportsOfSite>;

export const listSiteReports = endpoint({
	method: 'GET',
	url: '/my-sites/:id/reports',
	schema: {
		tags,
		summary: 'What a site reports, when and to whom, and what it has handed in',
		params: ById,
		response: { 200: ReportsOfSite, ...refusals }
	}
});

export const beginReport = endpoint({
	method: 'POST',
	url: '/my-sites/:id/reports',
	schema: {
		tags,
		summary: 'Begin the report that is due on a day, filled from the log; begun already, it is the same',
		params: ById,
		body: z.object({ dueOn: Day.nullable() }),
		response: { 200: z.object({ id: Id }), ...refusals }
	}
});

const Held = z.object({
	id: Id,
	rowId: Id,
	title: z.string(),
	format: z.string(),
	delivery: z.string(),
	responsible: z.string(),
	heldOn: Day,
	participants: z.int(),
	outcome: z.string(),
	links: z.array(z.string()),
	files: z.int()
});

/** What is known of the days of a report without asking anybody. */
export const ReportLog = z.object({
	events: z.array(Held),
	changes: z.array(Correction.extend({ rowId: Id, title: z.string() })),
	works: z.array(
		z.object({
			...{ id: Id, title: z.string(), cohort: z.string(), on: Day, link: z.string().nullable() },
			/** Empty without a consent to publication. */
			author: z.string()
		})
	),
	cohorts: z.array(z.object({ id: Id, title: z.string(), from: Day, lastDay: Day, interns: z.int() }))
});
export type ReportLog = z.infer<typeof ReportLog>;

export const SiteReport = ReportHead.extend({
	site: ReportingSite,
	to: z.string().nullable(),
	/** People with an account whom the words of `to` name. */
	addressees: z.array(z.string()),
	today: Day,
	/** The form is the regulation's own; else it is free words. */
	ownForm: z.boolean(),
	sheet: FormSheet,
	log: ReportLog,
	/** The records behind the events that the answer tells, by their places. */
	told: z.array(z.object({ path: z.string(), records: z.array(RecordRef) })),
	mismatches: Mismatches,
	submittedBy: z.string().nullable(),
	decision: z
		.object({
			kind: z.enum(['accepted', 'returned']),
			remark: z.string(),
			by: z.string().nullable(),
			/** Somebody who decided outside the platform. */
			decidedFor: z.string(),
			at: Moment
		})
		.nullable(),
	/** Whoever asked wants it no more. */
	withdrawal: z.object({ reason: z.string(), by: z.string().nullable(), at: Moment }).nullable(),
	can: z.object({ begin: z.boolean(), write: z.boolean(), review: z.boolean(), withdraw: z.boolean() })
});
export type SiteReport = z.infer<typeof SiteReport>;

export const getReport = endpoint({
	method: 'GET',
	url: '/site-reports/:id',
	schema: {
		tags,
		summary: 'A report with its sheet, the log beside it and where the two differ',
		params: ById,
		response: { 200: SiteReport, ...refusals }
	}
});

/** Begun already, it stays as it is. */
export const beginAsked = endpoint({
	method: 'POST',
	url: '/site-reports/:id/beginning',
	schema: {
		tags,
		summary: 'Begin a report that was asked for: it is filled from the log',
		params: ById,
		response: { 200: Done, ...refusals }
	}
});
