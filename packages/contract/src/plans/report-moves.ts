import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Answer, FormDefinition } from '../forms/index.ts';
import { asPdf, asWord } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Done, Moment, Revision, text } from '../words.ts';
import { ReportHead, ReportingSite, ReportLog } from './reports.ts';

const tags = ['reports'];
const SentDay = z.string().max(10);
const OnRevision = z.object({ revision: Revision });
const Draft = OnRevision.extend({ answer: Answer });

/** 409 `form.changed_elsewhere` carries `details: { revision, answer }` of what is stored. */
export const saveReport = endpoint({
	method: 'PUT',
	url: '/site-reports/:id/sheet',
	schema: {
		tags,
		summary: 'Save the sheet of a report on top of the named revision',
		params: ById,
		body: Draft,
		response: { 200: z.object({ revision: Revision, savedAt: Moment }), ...refusals }
	}
});

export const fillReport = endpoint({
	method: 'POST',
	url: '/site-reports/:id/filling',
	schema: {
		tags,
		summary: 'Fill a report from the log of these days: what people wrote stays',
		params: ById,
		body: OnRevision.extend({ from: SentDay, to: SentDay }),
		response: {
			/** Labels of fields that got new words from the log, and of those that people had written. */
			200: z.object({ revision: Revision, replaced: z.array(z.string()), kept: z.array(z.string()) }),
			...refusals
		}
	}
});

/** 422 `form.faulty` carries `details: { faults }`. */
export const submitReport = endpoint({
	method: 'POST',
	url: '/site-reports/:id/submission',
	schema: {
		tags,
		summary: 'Hand a report in: it is checked whole and read-only while it is reviewed',
		params: ById,
		body: Draft,
		response: { 200: Done, ...refusals }
	}
});

export const reviewReport = endpoint({
	method: 'POST',
	url: '/site-reports/:id/decision',
	schema: {
		tags,
		summary: 'Accept a report, or give it back with a remark',
		params: ById,
		body: OnRevision.extend({
			decision: z.enum(['accept', 'return']),
			remark: text(2000),
			/** Who has decided on paper; empty: I do. */
			decidedFor: text(300).default('')
		}),
		response: { 200: Done, ...refusals }
	}
});

/** By who asked for it; only until it is accepted. */
export const withdrawRequest = endpoint({
	method: 'POST',
	url: '/site-reports/:id/withdrawal',
	schema: {
		tags,
		summary: 'Take a request for a report back, with a reason; leaders get letters',
		params: ById,
		body: OnRevision.extend({ reason: text(1000) }),
		response: { 200: Done, ...refusals }
	}
});

/** Everything of a report as data that can be read back (X24). */
export const exportReport = endpoint({
	method: 'GET',
	url: '/site-reports/:id/export',
	schema: {
		tags,
		summary: 'A report with its form, answer and log as open data',
		params: ById,
		response: {
			200: z.object({
				schema: z.literal('site_report.v1'),
				report: ReportHead,
				site: ReportingSite,
				definition: FormDefinition,
				answer: Answer,
				log: ReportLog
			}),
			...refusals
		}
	}
});

export const printReport = endpoint({
	method: 'GET',
	url: '/site-reports/:id/file.pdf',
	schema: {
		tags,
		summary: 'A report as it is printed in the form of its regulation (R160)',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});

export const downloadReport = endpoint({
	method: 'GET',
	url: '/site-reports/:id/file.docx',
	schema: {
		tags,
		...asWord,
		params: ById,
		response: { 200: Bytes, 404: Problem, 409: Problem }
	}
});
