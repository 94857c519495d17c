import type { Database } from '@stazhirovka/db';
import { localDay } from '@stazhirovka/domain/calendar';
import {
	deadlineOf,
	duesOf,
	isLateReport,
	mismatchGround,
	standingOf,
	type Standing
} from '@stazhirovka/domain/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../shell/context.ts';
import { today } from '../../../shell/today.ts';
import { rulesOn } from '../../regulations/index.ts';
import { keptScope, statusPeriodsOfAll } from '../../sites/index.ts';
import * as queries from './desk-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

const PAGE = 25;

/** The regions whose registers somebody keeps; null: all of them. For most people there is none. */
export function keptRegionIds(actor: Pick<Ctx['actor'], 'grants'>): queries.Kept {
	const { everywhere, regionIds } = keptScope(actor);
	return everywhere ? null : regionIds;
}

/** What is due, overdue, handed in and accepted at the sites of who keeps their register. */
export async function readDesk(
	{ db, actor, now }: Reader,
	{ standing, page = 1 }: { standing?: Standing; page?: number }
) {
	const kept = keptRegionIds(actor);
	const owed = await owedIn({ db, now }, kept, await profilesOf(db, kept, today(now)));
	const asked = { kept, now: now(), owed };
	const [found, rows] = await Promise.all([
		queries.deskCounts(db, asked),
		queries.deskPage(db, asked, standing, pageOf(page))
	]);
	const counts = { overdue: 0, due: 0, handed_in: 0, accepted: 0, withdrawn: 0, ...found };
	const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
	return {
		counts,
		total: standing === undefined ? all : counts[standing],
		pageSize: PAGE,
		lines: rows.map(({ siteId, site, organisation, ...line }) => ({
			...line,
			site: { id: siteId, title: site, organisation },
			late: line.submittedOn !== null && isLateReport(line.dueOn, line.submittedOn)
		}))
	};
}

/** How many reports each kept site owes, by the site; who owes none is not in it. */
export async function reportsOwed({ db, actor, now }: Reader) {
	const kept = keptRegionIds(actor);
	const owed = await owedIn({ db, now }, kept, await profilesOf(db, kept, today(now)));
	const rows = await queries.countsBySite(db, { kept, now: now(), owed });
	return new Map(rows.map(({ siteId, ...counts }) => [siteId, counts]));
}

/** Sites whose report is a column of the plan, with what is wrong in it. */
export async function readPlanLines({ db, actor, now }: Reader, page = 1) {
	const kept = keptRegionIds(actor);
	const profiles = await profilesOf(db, kept, today(now));
	const keys = [...profiles].filter(([, one]) => one.report.embedded_in_plan).map(([key]) => key);
	const rows = await queries.planCounts(db, { kept, keys, now: now() }, pageOf(page));
	return {
		total: rows[0]?.total ?? 0,
		pageSize: PAGE,
		lines: rows.map(({ siteId, site, organisation, regulationKey, overdue, withoutEvidence }) => {
			const profile = profiles.get(regulationKey);
			const ground = profile ? mismatchGround(profile) : null;
			return { site: { id: siteId, title: site, organisation }, overdue, withoutEvidence, ground };
		})
	};
}

/** Sites that a report may be asked of, with who may ask by their regulation. */
export async function readAskable(
	{ db, actor, now }: Reader,
	{ search = '', page = 1 }: { search?: string; page?: number }
) {
	const kept = keptRegionIds(actor);
	const profiles = await profilesOf(db, kept, today(now));
	const rows = await queries.askable(db, { kept, search, now: now() }, pageOf(page));
	return {
		total: rows[0]?.total ?? 0,
		pageSize: PAGE,
		sites: rows.map(({ id, title, organisation, regulationKey }) => {
			const profile = profiles.get(regulationKey);
			const onRequestOf = profile?.report.on_request_of ?? null;
			return { id, title, organisation, regulation: profile?.short_title ?? regulationKey, onRequestOf };
		})
	};
}

/** The rules in force of every regulation that these regions have sites under: a handful, however many sites. */
async function profilesOf(
	db: Database,
	kept: queries.Kept,
	day: string
): Promise<ReadonlyMap<string, RegulationProfile>> {
	const keys = await queries.regulationKeys(db, kept);
	const rules = await Promise.all(keys.map(async (key) => [key, await rulesOn(db, key, day)] as const));
	return new Map(rules.flatMap(([key, one]) => (one ? [[key, one.profile] as const] : [])));
}

/** What every kept site owes: the one rule of the domain, whoever looks. */
async function owedIn(
	{ db, now }: Pick<Reader, 'db' | 'now'>,
	kept: queries.Kept,
	profiles: ReadonlyMap<string, RegulationProfile>
): Promise<queries.Owed[]> {
	const keys = [...profiles].filter(([, profile]) => deadlineOf(profile) !== null).map(([key]) => key);
	const owing = await queries.sitesOwing(db, kept, keys);
	const periods = await statusPeriodsOfAll(
		db,
		owing.map(({ id }) => id)
	);
	return owing.flatMap(({ id: siteId, regulationKey, timeZone, createdAt }) => {
		const profile = profiles.get(regulationKey);
		const day = localDay(now(), timeZone);
		const dues = duesOf({
			...{ deadline: profile ? deadlineOf(profile) : null, today: day },
			...{ periods: periods.get(siteId) ?? [], since: localDay(createdAt, timeZone) }
		});
		return dues.map(({ dueOn }) => ({ siteId, dueOn, standing: standingOf(dueOn, null, day) }));
	});
}

function pageOf(page: number) {
	return { limit: PAGE, offset: (page - 1) * PAGE };
}
