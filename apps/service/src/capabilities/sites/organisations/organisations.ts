import type { Organisation } from '@stazhirovka/contract/sites';
import type { Database, Tx } from '@stazhirovka/db';
import { ORGANISATION_KINDS, type OrganisationKind } from '@stazhirovka/domain/sites';
import type { Actor, Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { keptRegions } from '../../regulations/index.ts';
import {
	findOrganisation,
	municipalitiesOf,
	searchOrganisations,
	sitesOf,
	type OrganisationFacts
} from './queries.ts';
import { PAGE_SIZE, pageOf } from '../search-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** The one door to organisations: those of regions that the person does not keep do not exist. */
export async function enterOrganisation(
	db: Database | Tx,
	actor: Pick<Actor, 'grants'>,
	id: string
): Promise<OrganisationFacts> {
	return (await keptOrganisation(db, actor, id)) ?? missing('organisation');
}

/** The same where there may be none. */
export async function keptOrganisation(
	db: Database | Tx,
	actor: Pick<Actor, 'grants'>,
	id: string
): Promise<OrganisationFacts | undefined> {
	return findOrganisation(db, id, await keptIds(db, actor));
}

export async function listOrganisations({ db, actor }: Reader, asked: { q?: string; page?: number }) {
	const { page, ...slice } = pageOf(asked.page);
	const search = { q: asked.q, regionIds: await keptIds(db, actor) };
	const rows = await searchOrganisations(db, search, slice);
	const [first] =
		rows.length || page === 1 ? rows : await searchOrganisations(db, search, { limit: 1, offset: 0 });
	const total = first?.total ?? 0;
	const items = rows.map(({ total: _, kind, ...row }) => ({ ...row, kind: kindOf(kind) }));
	return { items, total, page, pages: Math.ceil(total / PAGE_SIZE) };
}

export async function readOrganisation({ db, actor }: Reader, id: string): Promise<Organisation> {
	const { organisation, region, municipality } = await enterOrganisation(db, actor, id);
	const {
		key: _,
		kind,
		dpoLicence: licence,
		regionId: __,
		listed: ___,
		createdAt: ____,
		...rest
	} = organisation;
	return { ...rest, kind: kindOf(kind), licence, region, municipality, sites: await sitesOf(db, id) };
}

export async function listRegions({ db, actor }: Reader) {
	const regions = await keptRegions(db, actor);
	const all = await municipalitiesOf(
		db,
		regions.map(({ id }) => id)
	);
	return regions.map((region) => ({
		...region,
		municipalities: all.flatMap(({ id, title, regionId }) => (regionId === region.id ? [{ id, title }] : []))
	}));
}

async function keptIds(db: Database | Tx, actor: Pick<Actor, 'grants'>): Promise<string[]> {
	return (await keptRegions(db, actor)).map(({ id }) => id);
}

/** Whoever entered an organisation before kinds were kept apart may have named it otherwise. */
function kindOf(kind: string): OrganisationKind {
	return ORGANISATION_KINDS.find((known) => known === kind) ?? 'sending';
}
