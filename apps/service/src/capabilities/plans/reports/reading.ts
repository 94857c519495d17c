import type { FormSheet } from '@stazhirovka/contract/forms';
import type { ReportsOfSite, SiteReport } from '@stazhirovka/contract/plans';
import type { Database } from '@stazhirovka/db';
import { shortName } from '@stazhirovka/domain/certificates';
import {
	isWritable,
	mismatches,
	mismatchGround,
	planMismatches,
	reportForm,
	silentInReport,
	standingOf,
	toldPlaces,
	type ReportLog
} from '@stazhirovka/domain/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../shell/context.ts';
import { peopleNames } from '../../accounts/index.ts';
import { rulesFor, type EnteredSite } from '../../staff/index.ts';
import {
	duesOfSite,
	enterReport,
	enterReportingSite,
	hasBegun,
	mayWithdraw,
	type EnteredReport
} from './access.ts';
import { addresseesOf } from './addressees.ts';
import { logOf } from './log.ts';
import { shortTitleOf, plannedRows } from './queries.ts';
import { reportsOf, type ReportRow } from './store.ts';
import { toHead } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What a site owes and has handed in, under the rules of today. */
export async function readSiteReports(ctx: Reader, siteId: string): Promise<ReportsOfSite> {
	const site = await enterReportingSite(ctx.db, ctx, siteId);
	const { profile } = await rulesFor(ctx.db, site);
	const [rows, dues, inPlan, begun, organisation] = await Promise.all([
		reportsOf(ctx.db, siteId),
		duesOfSite(ctx.db, site, profile),
		readInPlan(ctx.db, site, profile),
		hasBegun(ctx.db, site),
		shortTitleOf(ctx.db, site.organisationId)
	]);
	const { report } = profile;
	const form = reportForm(profile);
	const known = new Set(rows.filter(({ kind }) => kind === 'regular').map(({ dueOn }) => dueOn));
	const leads = site.as.includes('leader');
	return {
		site: { id: site.id, title: site.title, organisation },
		today: site.today,
		title: form?.title ?? null,
		to: report.to ?? null,
		onRequestOf: report.on_request_of ?? null,
		deadline: form && report.deadline ? { month: report.deadline.month, day: report.deadline.day } : null,
		silent: silentInReport(profile),
		dues: dues
			.filter(({ dueOn }) => !known.has(dueOn))
			.map((due) => ({ ...due, standing: standingOf(due.dueOn, null, site.today) })),
		reports: rows.map((row) => toHead(row, site.today)),
		inPlan,
		can: { begin: leads, beginWithoutDay: leads && begun && form !== null && report.deadline === null }
	};
}

/** Null where the report is a paper of its own, or there is none. */
async function readInPlan(
	db: Database,
	{ id, today }: EnteredSite,
	profile: RegulationProfile
): Promise<ReportsOfSite['inPlan']> {
	if (!profile.report.embedded_in_plan) return null;
	const [rows, { events }] = await Promise.all([
		plannedRows(db, id),
		logOf(db, id, { from: EVER, to: today })
	]);
	const planned = new Set(rows.map((row) => row.id));
	const inForce = events.filter(({ rowId }) => planned.has(rowId));
	return { ground: mismatchGround(profile), found: planMismatches(rows, inForce, today) };
}

const EVER = '0001-01-01';
const NOTHING: ReportLog = { events: [], changes: [], works: [], cohorts: [] };

/** A report with the log of its days beside it, as the log stands now. */
export async function readReport(ctx: Reader, id: string): Promise<SiteReport> {
	const entered = await enterReport(ctx.db, ctx, id);
	const { report, site, profile, definition } = entered;
	const [log, names, organisation, mayTakeBack, addressees] = await Promise.all([
		logFor(ctx.db, report),
		peopleNames(ctx.db, [report.submittedBy, report.decidedBy, report.withdrawnBy]),
		shortTitleOf(ctx.db, site.organisationId),
		mayWithdraw(ctx.db, ctx, report),
		report.kind === 'regular' ? addresseesOf(ctx.db, site, profile) : []
	]);
	const nameOf = (personId: string | null) => {
		const name = personId === null ? undefined : names.get(personId);
		return name ? shortName(name) : null;
	};
	const leads = site.as.includes('leader');
	const keeps = site.as.includes('keeper');
	const isBegun = report.fromDay !== null;
	return {
		...toHead(report, site.today),
		site: { id: site.id, title: site.title, organisation },
		to: profile.report.to ?? null,
		addressees: addressees.map(({ name }) => name),
		today: site.today,
		ownForm: reportForm(profile) !== null,
		sheet: toSheet(entered, leads && isBegun),
		log: toLog(log),
		told: isBegun ? toldPlaces(definition, report.answer, log) : [],
		mismatches: {
			ground: mismatchGround(profile),
			found: isBegun ? mismatches(definition, report.answer, log) : []
		},
		submittedBy: nameOf(report.submittedBy),
		decision: toDecision(report, nameOf(report.decidedBy)),
		withdrawal: report.withdrawnAt && {
			...{ reason: report.withdrawReason, by: nameOf(report.withdrawnBy) },
			at: report.withdrawnAt.toISOString()
		},
		can: {
			begin: leads && !isBegun && isWritable(report.state),
			write: leads && isBegun && isWritable(report.state),
			review: keeps && report.state === 'submitted',
			withdraw: keeps && mayTakeBack
		}
	};
}

/** A report as open data (X24). */
export async function exportReport(ctx: Reader, id: string) {
	const { report, site, definition } = await enterReport(ctx.db, ctx, id);
	return {
		schema: 'site_report.v1' as const,
		report: toHead(report, site.today),
		site: { id: site.id, title: site.title, organisation: await shortTitleOf(ctx.db, site.organisationId) },
		definition,
		answer: report.answer as FormSheet['answer'],
		log: toLog(await logFor(ctx.db, report))
	};
}

async function logFor(db: Database, { siteId, fromDay, toDay }: ReportRow): Promise<ReportLog> {
	return fromDay === null || toDay === null ? NOTHING : logOf(db, siteId, { from: fromDay, to: toDay });
}

function toLog({ events, changes, works, cohorts }: ReportLog): SiteReport['log'] {
	return {
		events: events.map((event) => ({ ...event, links: [...event.links] })),
		changes: [...changes],
		works: [...works],
		cohorts: [...cohorts]
	};
}

function toSheet({ report, definition }: EnteredReport, writes: boolean): FormSheet {
	const save = writes && isWritable(report.state);
	return {
		definition,
		answer: report.answer as FormSheet['answer'],
		revision: report.revision,
		savedAt: report.savedAt?.toISOString() ?? null,
		submittedAt: isWritable(report.state) ? null : (report.submittedAt?.toISOString() ?? null),
		can: { save, submit: save }
	};
}

/** The last decision; a report that was handed in again waits for another, and its remark stays in sight. */
function toDecision(report: ReportRow, by: string | null): SiteReport['decision'] {
	const { state, remark, decidedFor, decidedAt } = report;
	if (decidedAt === null) return null;
	const kind = state === 'accepted' ? 'accepted' : 'returned';
	return { kind, remark, by, decidedFor, at: decidedAt.toISOString() };
}
