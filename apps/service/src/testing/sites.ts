import { sites } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { enterKnownStatus } from '../capabilities/sites/index.ts';
import { today } from '../shell/today.ts';
import { makePerson } from './person.ts';
import { keeper } from './regulation.ts';
import { leaderOf, type World } from './world.ts';

let made = 0;

/** Publishes regulations of the seeds, or one that a test gives, from long ago. */
export async function publishRules(
	world: World,
	...given: (string | Record<string, unknown>)[]
): Promise<void> {
	const { put, publish } = keeper(await world.as(world.coordinator));
	for (const one of given) {
		const draft = await put(typeof one === 'string' ? regulationFile(one as 'lenobl') : one);
		await publish(draft, '2020-01-01');
	}
}

/** A site of the demonstration region under a regulation, active for so long, with a leader of its own. */
export async function siteUnder(
	world: World,
	regulationKey: string,
	{ from = '2025-09-01', lastDay = '2028-08-31' } = {}
) {
	made += 1;
	const { db, region } = world;
	const values = { code: `T${made}`, title: `Площадка ${made}`, regionId: region.id, regulationKey };
	const [site] = await db
		.insert(sites)
		.values({ ...values, organisationId: world.organisation('org-912').id })
		.returning();
	if (!site) throw new Error('No site was stored');

	const day = today(world.deps.now);
	const signedOn = from < day ? from : day;
	const act = { kind: 'приказ', number: `П-${made}`, signedOn, issuer: 'Комитет', known: true };
	await db.transaction((tx) =>
		enterKnownStatus(
			tx,
			{ actor: null, now: world.deps.now },
			{ site, act: { ...act, title: 'О статусе' }, from, lastDay }
		)
	);
	const leader = await makePerson(db, { surname: `Руководитель${made}` }, [leaderOf(site.id)]);
	return { ...site, leader, visitor: await world.as(leader) };
}
