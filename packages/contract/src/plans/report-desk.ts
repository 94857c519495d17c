import { STANDINGS } from '@stazhirovka/domain/plans';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Day, Id, text } from '../words.ts';
import { ReportingSite, ReportKind } from './reports.ts';

const tags = ['reports'];
const Page = z.coerce.number().int().min(1).max(10_000).optional();

export const DeskLine = z.object({
	site: ReportingSite,
	/** Null: nobody has begun it. */
	reportId: Id.nullable(),
	kind: ReportKind,
	dueOn: Day.nullable(),
	subject: z.string(),
	standing: z.enum(STANDINGS),
	submittedOn: Day.nullable(),
	late: z.boolean()
});
export type DeskLine = z.infer<typeof DeskLine>;

export const getReportDesk = endpoint({
	method: 'GET',
	url: '/site-reports',
	schema: {
		tags,
		summary: 'Reports of the sites whose register I keep: overdue, due, handed in, accepted',
		querystring: z.object({ standing: z.enum(STANDINGS).optional(), page: Page }),
		response: {
			200: z.object({
				counts: z.record(z.enum(STANDINGS), z.int()),
				total: z.int(),
				pageSize: z.int(),
				lines: z.array(DeskLine)
			}),
			...refusals
		}
	}
});

export const PlanLine = z.object({
	site: ReportingSite,
	overdue: z.int(),
	withoutEvidence: z.int(),
	/** The regulation's words that make it a possible ground; null: a remark. */
	ground: z.string().nullable()
});
export type PlanLine = z.infer<typeof PlanLine>;

export const listPlanMismatches = endpoint({
	method: 'GET',
	url: '/site-reports/in-plans',
	schema: {
		tags,
		summary:
			'Sites whose report is a column of the plan, where something in it is overdue or without evidence',
		querystring: z.object({ page: Page }),
		response: {
			200: z.object({ total: z.int(), pageSize: z.int(), lines: z.array(PlanLine) }),
			...refusals
		}
	}
});

export const listAskable = endpoint({
	method: 'GET',
	url: '/site-reports/askable',
	schema: {
		tags,
		summary: 'Sites that a report may be asked of',
		querystring: z.object({ search: text(200).optional(), page: Page }),
		response: {
			200: z.object({
				total: z.int(),
				pageSize: z.int(),
				/** `onRequestOf`: who may ask, in the words of the regulation. */
				sites: z.array(ReportingSite.extend({ regulation: z.string(), onRequestOf: z.string().nullable() }))
			}),
			...refusals
		}
	}
});

/** 422 `report.faulty` carries `details: { faults }`. A site that was asked the same before is not asked twice. */
export const askReports = endpoint({
	method: 'POST',
	url: '/site-reports/requests',
	schema: {
		tags,
		summary: 'Ask sites for a report by a day; their leaders get letters',
		body: z.object({
			siteIds: z.array(Id).max(200),
			dueOn: z.string().max(10),
			subject: text(1000),
			askedFor: text(300).default('')
		}),
		response: { 200: z.object({ asked: z.int() }), ...refusals }
	}
});
