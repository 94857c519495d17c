import type { Database } from '@stazhirovka/db';
import { organisations, regions, sites } from '@stazhirovka/db/schema';
import { organisations as organisationSeeds, sites as siteSeeds } from '@stazhirovka/db/seeds';
import { enterStatuses } from '../demonstration/statuses.ts';

/** When the register of the tests was begun. */
const ENTERED = new Date('2026-09-01T09:00:00Z');

/** The demonstration region with its organisations and both sites. */
export async function makePlaces(db: Database) {
	const [region] = await db.insert(regions).values({ title: 'Северореченская область' }).returning();
	const rows = await db
		.insert(organisations)
		.values(
			organisationSeeds.map(({ short_title, dpo_licence, ...seed }) => ({
				...seed,
				shortTitle: short_title,
				dpoLicence: dpo_licence,
				regionId: region?.id
			}))
		)
		.returning();
	const organisation = (key: string) =>
		found(
			rows.find((row) => row.key === key),
			key
		);

	const made = await db
		.insert(sites)
		.values(
			siteSeeds.map((seed) => ({
				key: seed.key,
				code: seed.code,
				organisationId: organisation(seed.organisation).id,
				operatorId: organisation(seed.operator).id,
				regionId: found(region, 'region').id,
				regulationKey: seed.regulation_key,
				title: seed.title,
				theme: seed.theme
			}))
		)
		.returning();
	await enterStatuses({ db, now: () => ENTERED }, found(region, 'region').id, made);
	const site = (key: string) =>
		found(
			made.find((row) => row.key === key),
			key
		);

	return {
		region: found(region, 'region'),
		organisation,
		site: site('site-912'),
		otherSite: site('site-dvorets-77')
	};
}

function found<T>(thing: T | undefined, name: string): T {
	if (thing === undefined) throw new Error(`Not made: ${name}`);
	return thing;
}
