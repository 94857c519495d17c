import type { Application } from '@stazhirovka/contract/applications';
import type { Database } from '@stazhirovka/db';
import { sheetsOf, type ApplicationState, type SheetKind } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { waitingNews } from '../../councils/index.ts';
import { rulesInForce, rulesOfAll } from '../../regulations/index.ts';
import { keptScope } from '../access.ts';
import { findSite } from '../site-store.ts';
import { enterApplication, type ApplicationFacts } from './access.ts';
import { organisationsOf } from './dossier.ts';
import * as queries from './queries.ts';
import { readSheet, slotOf, type StoredSheet } from './sheets.ts';
import { statementsOf } from './store.ts';
import { toApplication, toLine, toOpening, toRules } from './view.ts';
import { keptRules } from '../kept-rules.ts';
import { recommendedAmong } from './recommendation-store.ts';
import { asTold } from './told.ts';
import { today } from '../../../shell/today.ts';
import { windowsOf } from './window-store.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** An application as its author, keeper or reviewer sees it. */
export async function readApplication(ctx: Reader, id: string): Promise<Application> {
	const application = await enterApplication(ctx.db, ctx, id, 'author', 'keeper', 'reviewer');
	return withAround(ctx.db, application, today(ctx.now));
}

async function withAround(db: Database, application: ApplicationFacts, day: string): Promise<Application> {
	const { rules, createdBy } = application;
	const members = await organisationsOf(db, application);
	const ids = [...members.map(({ organisationId }) => organisationId), application.organisationId];
	const renewed = application.renewsSiteId;
	const [author, titles, recommended, windows, statements, site] = await Promise.all([
		queries.authorOf(db, createdBy),
		queries.titlesOf(db, ids),
		recommendedAmong(db, rules.regulationId, ids),
		windowsOf(db, [rules.regulationId]),
		statementsOf(db, application.id),
		renewed === null ? null : findSite(db, renewed)
	]);
	const sheets = new Map<SheetKind, StoredSheet>(
		sheetsOf(rules.profile).map(({ kind }) => [kind, slotOf(kind).read(application, statements)])
	);
	const renews = site ? { id: site.id, title: site.title } : null;
	const around = { renews, members, titles, recommended, sheets, windows, day };
	return toApplication(application, { ...around, author: author ?? missing('application') });
}

export async function readApplicationSheet(ctx: Reader, id: string, kind: SheetKind) {
	const application = await enterApplication(ctx.db, ctx, id, 'author', 'keeper', 'reviewer');
	return readSheet(ctx.db, application, kind);
}

/** Everything of an application as data that can be read back (R16, X24). */
export async function exportApplication(ctx: Reader, id: string) {
	const { db, now } = ctx;
	const application = await enterApplication(db, ctx, id, 'author', 'keeper', 'reviewer');
	const { can: _, ...whole } = await withAround(db, application, today(now));
	const kinds = whole.sheets.map(({ kind }) => kind);
	const sheets = await Promise.all(
		kinds.map(async (kind) => {
			const { definition, answer, revision } = await readSheet(db, application, kind);
			return { kind, definition, answer, revision };
		})
	);
	return { schema: 'application.v1' as const, application: whole, sheets };
}

export async function listMine({ db, actor }: Reader) {
	const rows = await queries.ownApplications(db, actor.personId);
	const news = await waitingNews(
		db,
		rows.map(({ id }) => id)
	);
	const known = rows.map((row) => {
		const { state, reviewResult, decidedAt } = asTold(row, news.get(row.id));
		return { ...row, state, reviewResult, decidedAt };
	});
	return withRules(db, known);
}

async function withRules(db: Database, rows: queries.LineRow[]) {
	const rules = await rulesOfAll(db, [...new Set(rows.map(({ versionId }) => versionId))]);
	return rows.map((row) => toLine(row, rules.get(row.versionId)));
}

const PAGE = 25;

/** The queue of whoever keeps a region; for everybody else it is empty. */
export async function readQueue(
	{ db, actor, now }: Reader,
	{ page = 1, ...filter }: { state?: ApplicationState; regulation?: string; page?: number }
) {
	const kept = keptScope(actor);
	const [counts, rows, rules] = await Promise.all([
		queries.queueCounts(db, kept, filter),
		queries.queuePage(db, kept, filter, { limit: PAGE, offset: (page - 1) * PAGE }),
		keptRules(db, actor, today(now))
	]);
	const counted = counts.filter(({ state }) => filter.state === undefined || state === filter.state);
	return {
		total: counted.reduce((sum, { count }) => sum + count, 0),
		pageSize: PAGE,
		states: counts,
		regulations: rules.map(({ profile }) => toRules(profile)),
		applications: await withRules(db, rows)
	};
}

/** Every regulation in force with its way to the status, and the organisation of who asks. */
export async function readOpenings({ db, actor, now }: Reader) {
	const day = today(now);
	const rules = await rulesInForce(db, day);
	const windows = Object.groupBy(
		await windowsOf(
			db,
			rules.map(({ regulationId }) => regulationId)
		),
		({ regulationId }) => regulationId
	);
	return {
		organisation: (await queries.ownOrganisation(db, actor.personId)) ?? null,
		openings: rules.map((one) => toOpening(one, windows[one.regulationId] ?? [], day))
	};
}
