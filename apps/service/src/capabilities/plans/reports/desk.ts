import type { Database } from '@stazhirovka/db';
import {
	deadlineIn,
	isLateReport,
	mismatchGround,
	reportForm,
	type Standing
} from '@stazhirovka/domain/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../shell/context.ts';
import { today } from '../../../shell/today.ts';
import { rulesOn } from '../../regulations/index.ts';
import { keptScope } from '../../sites/index.ts';
import * as queries from './desk-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

const PAGE = 25;
/** How far back overdue reports are looked for, in years: longer than any status lasts. */
const YEARS_BACK = 12;

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
	const day = today(now);
	const asked = { kept, now: now(), deadlines: deadlinesOf(await profilesOf(db, kept, day), day) };
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

function deadlinesOf(profiles: ReadonlyMap<string, RegulationProfile>, day: string): queries.Deadlines {
	const year = Number(day.slice(0, 4));
	const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => year + 1 - index);
	return [...profiles].flatMap(([key, profile]) => {
		const { deadline } = profile.report;
		if (!deadline || !reportForm(profile)) return [];
		return years.map((one) => ({ key, dueOn: deadlineIn(deadline, one) }));
	});
}

function pageOf(page: number) {
	return { limit: PAGE, offset: (page - 1) * PAGE };
}
