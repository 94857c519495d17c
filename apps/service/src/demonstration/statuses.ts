import { sites as seeds } from '@stazhirovka/db/seeds';
import { enterKnownStatus, statusPeriodsOf } from '../capabilities/sites/index.ts';
import type { Deps } from '../shell/context.ts';

const TITLE = 'О присвоении статуса стажировочной площадки';

/** The terms of the seeds' sites, each by its act; those that an earlier start entered stay. */
export async function enterStatuses(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	regionId: string,
	stored: { id: string; key: string | null }[]
): Promise<void> {
	for (const { key, act, term_from: from, term_to: lastDay } of seeds) {
		const siteId = stored.find((site) => site.key === key)?.id;
		if (!siteId || (await statusPeriodsOf(db, siteId)).length) continue;

		const { kind, number, date: signedOn, by: issuer } = act;
		const paper = { kind, number, signedOn, issuer, title: TITLE, known: true };
		const site = { id: siteId, regionId };
		await db.transaction((tx) =>
			enterKnownStatus(tx, { actor: null, now }, { site, act: paper, from, lastDay })
		);
	}
}
