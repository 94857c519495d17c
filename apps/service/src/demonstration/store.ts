import type { Database } from '@stazhirovka/db';
import {
	applications,
	cohorts,
	councils,
	faqItems,
	grants,
	journal,
	municipalities,
	newsItems,
	organisations,
	people,
	programmes,
	programmeVersions,
	regions,
	regulations,
	registryLinks,
	regulationVersions,
	rooms,
	sites
} from '@stazhirovka/db/schema';
import * as seeds from '@stazhirovka/db/seeds';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Deps } from '../shell/context.ts';
import { enterStatuses } from './statuses.ts';

export type Places = Awaited<ReturnType<typeof putPlaces>>;

export async function isLoaded(db: Database): Promise<boolean> {
	const [row] = await db
		.select({ id: journal.id })
		.from(journal)
		.where(eq(journal.kind, 'demonstration.loaded'))
		.limit(1);
	return row !== undefined;
}

/** Regions, organisations and sites. Every step may be repeated: a start that was cut off is finished by the next. */
export async function putPlaces({ db, now }: Pick<Deps, 'db' | 'now'>) {
	const titles = [...new Set(seeds.sites.map(({ region }) => region))];
	await db
		.insert(regions)
		.values(titles.map((title) => ({ title })))
		.onConflictDoNothing();
	const regionIds = new Map((await db.select().from(regions)).map(({ id, title }) => [title, id]));
	const regionId = regionIds.get(titles[0] ?? '') ?? lost('region');

	const municipalityId = await putMunicipalities(db, regionId);

	const rows = seeds.organisations.map(({ short_title, dpo_licence, kind, municipality, ...rest }) => ({
		...rest,
		municipalityId: municipality === null ? null : municipalityId(municipality),
		kind,
		shortTitle: short_title,
		dpoLicence: dpo_licence,
		regionId,
		listed: kind === 'host' || kind === 'sending'
	}));
	await db.insert(organisations).values(rows).onConflictDoNothing();
	const organisationIds = byKey(
		await db.select({ id: organisations.id, key: organisations.key }).from(organisations)
	);

	const siteRows = seeds.sites.map((site) => ({
		key: site.key,
		code: site.code,
		organisationId: organisationIds(site.organisation),
		operatorId: organisationIds(site.operator),
		regionId: regionIds.get(site.region) ?? lost(site.region),
		regulationKey: site.regulation_key,
		title: site.title,
		theme: site.theme
	}));
	await db.insert(sites).values(siteRows).onConflictDoNothing();
	const stored = await db.select({ id: sites.id, key: sites.key }).from(sites);
	await enterStatuses({ db, now }, regionId, stored);
	const siteIds = byKey(stored);
	return { regionId, organisationId: organisationIds, siteId: siteIds, municipalityId };
}

/** The municipalities that the seeds name; answers with their ids by title. */
async function putMunicipalities(db: Database, regionId: string): Promise<(title: string) => string> {
	const titles = [...new Set(seeds.organisations.flatMap(({ municipality }) => municipality ?? []))];
	await db
		.insert(municipalities)
		.values(titles.map((title) => ({ regionId, title })))
		.onConflictDoNothing();
	const { id, title: key } = municipalities;
	return byKey(
		await db.select({ id, key }).from(municipalities).where(eq(municipalities.regionId, regionId))
	);
}

/** People with their grants; all share one password, which is printed at the start. */
export async function putPeople(
	db: Database,
	places: Places,
	passwordHash: string
): Promise<(key: string) => string> {
	const rows = seeds.people.map(
		({ given_name, birth_date, organisation, gender, key: _, grants: __, ...rest }) => ({
			...rest,
			gender: gender === 'm' ? ('m' as const) : ('f' as const),
			givenName: given_name,
			birthDate: birth_date,
			organisationId: places.organisationId(organisation),
			passwordHash
		})
	);
	await db.insert(people).values(rows).onConflictDoNothing();
	const stored = await db.select({ id: people.id, email: people.email }).from(people);
	const ids = new Map(
		seeds.people.map(({ key, email }) => [
			key,
			stored.find((person) => person.email === email)?.id ?? lost(key)
		])
	);

	const given = seeds.people.flatMap(({ key, grants: list }) =>
		list.map((grant) => ({ personId: ids.get(key) ?? lost(key), ...grantValues(grant, places) }))
	);
	await db.insert(grants).values(given).onConflictDoNothing();
	return (key) => ids.get(key) ?? lost(key);
}

type SeedGrant = { role: string; scope: string; site?: string; municipality?: string };

function grantValues({ role, scope, ...place }: SeedGrant, places: Places) {
	const scopeIds: Record<string, () => string> = {
		site: () => places.siteId(place.site ?? ''),
		municipality: () => places.municipalityId(place.municipality ?? ''),
		region: () => places.regionId
	};
	return { role, scopeKind: scope, scopeId: scopeIds[scope]?.() ?? null } as Pick<
		typeof grants.$inferInsert,
		'role' | 'scopeKind' | 'scopeId'
	>;
}

export async function putPortal(db: Database): Promise<void> {
	const news = seeds.portal.news.map(({ published_on, ...rest }) => ({ ...rest, publishedOn: published_on }));
	const known = new Set(
		(await db.select({ title: newsItems.title }).from(newsItems)).map(({ title }) => title)
	);
	const fresh = news.filter(({ title }) => !known.has(title));
	if (fresh.length) await db.insert(newsItems).values(fresh);
	const faq = seeds.portal.faq.map((item, index) => ({
		...item,
		position: String(index + 1).padStart(3, '0')
	}));
	await db.insert(faqItems).values(faq).onConflictDoNothing();
}

/** Registers of others, as they were published. */
export async function putOutsideRegisters(db: Database): Promise<void> {
	await db.insert(registryLinks).values(seeds.registryRows()).onConflictDoNothing();
}

/** The published version of a programme, when there is one already. */
export async function publishedVersion(db: Database, key: string): Promise<string | undefined> {
	const [row] = await db
		.select({ id: programmeVersions.id })
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.where(and(eq(programmes.key, key), isNotNull(programmeVersions.publishedAt)))
		.limit(1);
	return row?.id;
}

/** Keys of the regulations that have a published version already. */
export async function publishedRegulations(db: Database): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ key: regulations.key })
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(isNotNull(regulationVersions.publishedAt));
	return new Set(rows.map(({ key }) => key));
}

export async function regulationId(db: Database, key: string): Promise<string> {
	const [row] = await db.select({ id: regulations.id }).from(regulations).where(eq(regulations.key, key));
	return row?.id ?? lost(key);
}

export async function findCouncil(db: Database, title: string) {
	const { id, revision } = councils;
	const [row] = await db.select({ id, revision }).from(councils).where(eq(councils.title, title));
	return row;
}

export async function findApplication(db: Database, title: string) {
	const { id, state, revision } = applications;
	const [row] = await db
		.select({ id, state, revision })
		.from(applications)
		.where(eq(applications.title, title));
	return row;
}

export async function findCohort(db: Database, key: string): Promise<string | undefined> {
	const [row] = await db.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.key, key));
	return row?.id;
}

/** An association or a conference with its room. */
export async function findSpace(db: Database, title: string) {
	const [row] = await db
		.select({ id: rooms.spaceId, roomId: rooms.id })
		.from(rooms)
		.where(and(eq(rooms.title, title), isNotNull(rooms.spaceId)));
	return row && { ...row, id: row.id ?? lost(title) };
}

function byKey(rows: { id: string; key: string | null }[]): (key: string) => string {
	const ids = new Map(rows.map(({ id, key }) => [key, id]));
	return (key) => ids.get(key) ?? lost(key);
}

function lost(what: string): never {
	throw new Error(`The demonstration names something that it does not have: ${what}`);
}
