import type { Viewpoints } from '@stazhirovka/contract/diagnostics';
import type { FrozenProgramme } from '../../programmes/index.ts';
import type { CardRow } from '../store.ts';
import type { ObservationRow } from './store.ts';

type Row = Viewpoints['rows'][number];
type NameOf = (personId: string) => Viewpoints['intern'];

export function toRows(
	{ document, rules }: FrozenProgramme,
	card: CardRow | null,
	observations: ObservationRow[]
): Row[] {
	const labelOf = (level: string) =>
		document.diagnostic.scoring.levels.find(({ key }) => key === level)?.label ?? level;

	return document.deficits.map(({ key, title }) => {
		const row = card?.rows.find(({ deficit }) => deficit === key);
		const most = mostOf(rules.diagnostic.items, key);
		return {
			deficit: key,
			title,
			test: row && most.test ? { points: row.knowledge + row.case, max: most.test } : null,
			self: row && most.self ? { points: row.self, max: most.self } : null,
			observed: observations.flatMap(({ id, answer }): Row['observed'] => {
				const seen = answer?.[key];
				if (!seen) return [];
				const label = seen.level === null ? '' : labelOf(seen.level);
				return [{ observation: id, level: seen.level, label, example: seen.example }];
			})
		};
	});
}

export function toInvitations(
	observations: ObservationRow[],
	nameOf: NameOf,
	now: Date
): Viewpoints['invitations'] {
	return observations.flatMap(({ id, email, invitedBy, invitedAt, expiresAt, givenAt }) =>
		givenAt
			? []
			: [
					{
						id,
						email,
						invitedBy: nameOf(invitedBy),
						invitedAt: invitedAt.toISOString(),
						expiresAt: expiresAt.toISOString(),
						state: expiresAt > now ? ('waiting' as const) : ('expired' as const)
					}
				]
	);
}

/** The most points that the test and the self-assessment of a deficit can give. */
function mostOf(items: FrozenProgramme['rules']['diagnostic']['items'], deficit: string) {
	const most = { test: 0, self: 0 };
	for (const item of items)
		if (item.deficit === deficit) most[item.kind === 'self_assessment' ? 'self' : 'test'] += item.max;
	return most;
}
