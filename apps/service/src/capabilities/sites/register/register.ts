import type { KeptSiteCard, RegisterFilter, SiteCard } from '@stazhirovka/contract/sites';
import type { Database, Tx } from '@stazhirovka/db';
import { ownSites } from '@stazhirovka/domain/accounts';
import { byAlphabet } from '@stazhirovka/domain/alphabet';
import { endingOn } from '@stazhirovka/domain/sites';
import type { Ctx, Deps } from '../../../shell/context.ts';
import { keptRegions } from '../../regulations/index.ts';
import { decisionsOf, type DecisionRow } from '../history-queries.ts';
import {
	registerChoices,
	regulationTitles,
	searchRegister,
	type RegisterRow,
	type RegisterSearch
} from './queries.ts';
import { toCard, type EndingSite } from './view.ts';
import { PAGE_SIZE, pageOf } from '../search-queries.ts';

type Visitor = Pick<Deps, 'db' | 'now'>;
type Asked = RegisterFilter & { page?: number };
type Found = { row: RegisterRow; card: SiteCard; decisions: DecisionRow[] };

/** The register on a day, a page of it, to anybody. */
export async function readRegister({ db, now }: Visitor, { page, ...filter }: Asked) {
	const { found, ...place } = await findPage(db, { ...filter, on: filter.on, now: now() }, page);
	return { ...place, items: found.map(({ card }) => card) };
}

/** The whole filtered register. */
export async function exportRegister({ db, now }: Visitor, filter: RegisterFilter): Promise<SiteCard[]> {
	const rows = await searchRegister(db, { ...filter, on: filter.on, now: now() });
	return (await withCards(db, rows)).map(({ card }) => card);
}

/** The keeper's register: terms that end soon come first (R25). */
export async function readKeptRegister({ db, now, actor }: Ctx, { page, ...filter }: Asked) {
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const scope = { regionIds, siteIds: [] };
	const search = { ...filter, on: filter.on, now: now(), scope, endings: 'first' } as const;
	const { found, ...place } = await findPage(db, search, page);
	return { ...place, items: found.map(toKeptCard) };
}

/** Sites that the person leads or keeps whose terms end soon, the nearest first (R25). */
export async function readEndings({ db, now, actor }: Ctx): Promise<EndingSite[]> {
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const siteIds = ownSites(actor.grants);
	const search = { on: undefined, now: now(), scope: { regionIds, siteIds }, endings: 'only' } as const;
	const { found } = await findPage(db, search);
	return found.flatMap(({ row: { id, title, day }, decisions }) => {
		const ending = endingOn(decisions, day);
		return ending ? [{ id, title, ending }] : [];
	});
}

export async function readChoices({ db }: Pick<Deps, 'db'>) {
	const [{ keys, ...choices }, titles] = await Promise.all([registerChoices(db), regulationTitles(db)]);
	const regulations = keys.map((key) => ({ value: key, title: titles.get(key) ?? key }));
	return { ...choices, regulations: regulations.toSorted((a, b) => byAlphabet(a.title, b.title)) };
}

/** A page past the end is empty and still tells how many there are. */
async function findPage(db: Database, search: RegisterSearch, wanted?: number) {
	const { page, ...slice } = pageOf(wanted);
	const rows = await searchRegister(db, search, slice);
	const [first] =
		rows.length || page === 1 ? rows : await searchRegister(db, search, { limit: 1, offset: 0 });
	const total = first?.total ?? 0;
	return { found: await withCards(db, rows), total, page, pages: Math.ceil(total / PAGE_SIZE) };
}

async function withCards(db: Database | Tx, rows: RegisterRow[]): Promise<Found[]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const [decisions, titles] = await Promise.all([decisionsOf(db, ids), regulationTitles(db)]);
	const bySite = Map.groupBy(decisions, ({ siteId }) => siteId);
	return rows.flatMap((row) => {
		const own = bySite.get(row.id) ?? [];
		const card = toCard(row, own, titles);
		return card ? [{ row, card, decisions: own }] : [];
	});
}

function toKeptCard({ row: { code, day }, card, decisions }: Found): KeptSiteCard {
	return { ...card, code, ending: endingOn(decisions, day) };
}
