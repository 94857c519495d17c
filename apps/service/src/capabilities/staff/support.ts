import type { WorkingGroup, SupportPair } from '@stazhirovka/contract/staff';
import { byAlphabet } from '@stazhirovka/domain/alphabet';
import { deliveriesOf } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../shell/context.ts';
import { enterInnerSite, rulesFor } from './access.ts';
import { groupsOf } from './groups-store.ts';
import { isActive } from './reading.ts';
import { pairsOf } from './support-store.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Working groups, for everybody who has a part in the site. */
export async function readGroups(ctx: Reader, id: string) {
	const site = await enterInnerSite(ctx.db, ctx, id);
	const { profile } = await rulesFor(ctx.db, site);
	const { allowed = null, kind = null } = profile.working_groups;
	const groups: WorkingGroup[] = await groupsOf(ctx.db, id);
	const leads = site.as.includes('leader') && (await isActive(ctx, site));
	return { groups, kind, allowed, can: { write: leads && allowed !== false } };
}

/** Pairs with their log, and how much each supporter carries (R75). */
export async function readPairs(ctx: Reader, id: string) {
	const site = await enterInnerSite(ctx.db, ctx, id);
	const { profile } = await rulesFor(ctx.db, site);
	const pairs: SupportPair[] = await pairsOf(ctx.db, id);
	const active = await isActive(ctx, site);
	return {
		pairs,
		loads: loadsOf(pairs),
		deliveries: deliveriesOf(profile),
		can: {
			write: active && site.as.includes('leader'),
			log: active && (site.as.includes('leader') || site.as.includes('staff'))
		}
	};
}

function loadsOf(pairs: SupportPair[]) {
	const bySupporter = Map.groupBy(pairs, ({ supporter }) => supporter);
	return [...bySupporter]
		.map(([name, own]) => ({
			name,
			pairs: own.filter(({ until }) => until === null).length,
			consultations: own.reduce((sum, pair) => sum + pair.consultations.length, 0)
		}))
		.toSorted((a, b) => b.pairs - a.pairs || byAlphabet(a.name, b.name));
}
