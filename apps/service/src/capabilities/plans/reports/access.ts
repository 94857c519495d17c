import type { Database, Tx } from '@stazhirovka/db';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import {
	coverageOf,
	deadlineOf,
	duesOf,
	freeReportForm,
	isWritable,
	moveReport,
	reportForm,
	runsOf,
	type Coverage,
	type ReportDue
} from '@stazhirovka/domain/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { rulesOf } from '../../regulations/index.ts';
import { statusPeriodsOf } from '../../sites/index.ts';
import { enterInnerSite, type EnteredSite } from '../../staff/index.ts';
import { isBlocked } from './queries.ts';
import { coveredTo, findReport, lockReport, type ReportRow } from './store.ts';

type Visitor = Pick<Ctx, 'actor' | 'now'>;

/** A report with the rules that it was begun under. */
export type EnteredReport = {
	report: ReportRow;
	site: EnteredSite;
	profile: RegulationProfile;
	definition: FormDefinition;
};

/**
 * The door to the reports of a site: for its leader and for the keeper of the register. It stays open when the status
 * has ended, for the last report is due then.
 */
export async function enterReportingSite(
	db: Database | Tx,
	ctx: Visitor,
	siteId: string,
	what = 'site'
): Promise<EnteredSite> {
	const site = await enterInnerSite(db, ctx, siteId, what);
	return site.as.includes('leader') || site.as.includes('keeper') ? site : missing(what);
}

export async function enterReport(db: Database | Tx, ctx: Visitor, id: string): Promise<EnteredReport> {
	const report = (await findReport(db, id)) ?? missing('report');
	const site = await enterReportingSite(db, ctx, report.siteId, 'report');
	const { profile } = (await rulesOf(db, report.regulationVersionId)) ?? missing('regulation');
	return { report, site, profile, definition: reportForm(profile) ?? freeReportForm() };
}

/** The same to change it, by the leader or the keeper: whoever changes the same report waits. */
export async function enterReportToChange(
	tx: Tx,
	ctx: Visitor,
	id: string,
	by: 'leader' | 'keeper'
): Promise<EnteredReport> {
	await lockReport(tx, id);
	const entered = await enterReport(tx, ctx, id);
	return entered.site.as.includes(by) ? entered : missing('report');
}

/** Who asked takes a request back; any keeper does when that person has no account to do it with any more. */
export async function mayWithdraw(
	db: Database | Tx,
	{ actor }: Pick<Ctx, 'actor'>,
	{ kind, state, askedBy }: Pick<ReportRow, 'kind' | 'state' | 'askedBy'>
): Promise<boolean> {
	if (kind !== 'request' || !moveReport(state, 'withdraw').ok) return false;
	return askedBy === null || askedBy === actor.personId || (await isBlocked(db, askedBy));
}

/** Stops what would change the sheet of a report that was handed in. */
export function allowWriting({ state, fromDay }: Pick<ReportRow, 'state' | 'fromDay'>): void {
	if (!isWritable(state)) fail('refused', 'form.submitted');
	if (fromDay === null) fail('refused', 'report.not_begun');
}

/** The regular reports that a site owes: the past ones and the next. */
export async function duesOfSite(
	db: Database | Tx,
	{ id, createdAt, timeZone, today }: EnteredSite,
	profile: RegulationProfile
): Promise<ReportDue[]> {
	const periods = await statusPeriodsOf(db, id);
	return duesOf({ deadline: deadlineOf(profile), periods, since: localDay(createdAt, timeZone), today });
}

/** The days that a new report tells of, until its leader says otherwise. */
export async function coverageFor(
	db: Database | Tx,
	{ id, today }: EnteredSite,
	dueOn: string | null
): Promise<Coverage> {
	const periods = await statusPeriodsOf(db, id);
	return coverageOf({ periods, coveredTo: await coveredTo(db, id), dueOn, today });
}

/** Whether the status of a site has begun at all: before that there is nothing to tell. */
export async function hasBegun(db: Database | Tx, { id, today }: EnteredSite): Promise<boolean> {
	return runsOf(await statusPeriodsOf(db, id)).some(({ from }) => from <= today);
}
