import type { MySite } from '@stazhirovka/contract/staff';
import { mayKeepRules, mayLead, watchedMunicipalities, type Scope } from '@stazhirovka/domain/accounts';
import { periodOn, statusOn, type StatusPeriod } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { enterInnerSite, type SitePart } from './access.ts';
import { sitesOfStaff } from './access-store.ts';
import { periodsOfSites, sitesIn, type SiteRow, type SitesAsked } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Sites that the person leads, works at or watches over, by title. */
export async function listMySites({ db, actor, now }: Reader): Promise<MySite[]> {
	const working = new Set(await sitesOfStaff(db, actor.personId, today(now)));
	const rows = await sitesIn(db, askedBy(actor, [...working]));
	const periods = await periodsOfSites(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => toMySite(row, partsOf(row), periods.get(row.id) ?? [], now()));

	function partsOf({ id, regionId, municipalityId }: SiteRow): SitePart[] {
		const at = (kind: Scope['kind'], placeId: string | null) =>
			actor.grants.filter(({ scope }) => scope.kind === kind && scope.id !== null && scope.id === placeId);
		return [
			...(mayLead(actor.grants, { site: id, region: regionId }) ? (['leader'] as const) : []),
			...(mayKeepRules(actor.grants, regionId) ? (['keeper'] as const) : []),
			...(at('municipality', municipalityId).length ? (['municipal'] as const) : []),
			...(working.has(id) || at('site', id).length ? (['staff'] as const) : [])
		];
	}
}

export async function readMySite(ctx: Reader, id: string): Promise<MySite> {
	const { as } = await enterInnerSite(ctx.db, ctx, id);
	const asked = { everywhere: false, siteIds: [id], regionIds: [], municipalityIds: [] };
	const [row] = await sitesIn(ctx.db, asked);
	const periods = await periodsOfSites(ctx.db, [id]);
	return toMySite(row ?? missing('site'), as, periods.get(id) ?? [], ctx.now());
}

function askedBy({ grants }: Ctx['actor'], working: string[]): SitesAsked {
	const scopes = grants
		.filter(({ role }) => role !== 'intern' && role !== 'expert')
		.map(({ scope }) => scope);
	const idsOf = (kind: Scope['kind']) =>
		scopes.flatMap((scope) => (scope.kind === kind && scope.id !== null ? [scope.id] : []));
	const set = grants.some(({ role, scope }) => OVER.has(role) && scope.kind === 'platform');
	return {
		everywhere: set,
		siteIds: [...idsOf('site'), ...working],
		regionIds: grants.flatMap(({ role, scope }) =>
			OVER.has(role) && scope.kind === 'region' && scope.id !== null ? [scope.id] : []
		),
		municipalityIds: watchedMunicipalities(grants)
	};
}

const OVER: ReadonlySet<string> = new Set(['leader', 'coordinator', 'administrator']);

function toMySite(row: SiteRow, as: SitePart[], periods: StatusPeriod[], now: Date): MySite {
	const day = localDay(now, row.timeZone);
	const status = statusOn(periods, day);
	const work = status === 'active';
	const has = (...parts: SitePart[]) => parts.some((part) => as.includes(part));
	return {
		id: row.id,
		title: row.title,
		theme: row.theme,
		organisation: row.organisation,
		status,
		lastDay: (periodOn(periods, day) ?? periods.at(-1))?.lastDay ?? null,
		today: day,
		timeZone: row.timeZone,
		can: {
			lead: has('leader') && work,
			read: has('leader', 'keeper'),
			approve: has('keeper', 'municipal') && work,
			propose: has('leader', 'staff') && work,
			work
		}
	};
}
