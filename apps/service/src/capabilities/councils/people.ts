import type { Database, Tx } from '@stazhirovka/db';
import type { CouncilRole } from '@stazhirovka/domain/councils';
import type { Act } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../shell/context.ts';
import { giveGrant, personByEmail } from '../accounts/index.ts';
import { registerAct } from '../sites/index.ts';
import { peopleOf } from './queries.ts';
import { insertMembers } from './store.ts';

/** Chosen, or named by the address of an account. */
export type Somebody = { personId: string } | { email: string };

export async function findSomebody(db: Database | Tx, who: Somebody): Promise<string | undefined> {
	if ('email' in who) return personByEmail(db, who.email.trim());
	return (await peopleOf(db, [who.personId])).has(who.personId) ? who.personId : undefined;
}

type Arrivals = {
	councilId: string;
	regionId: string;
	from: string;
	actId?: string;
	people: { personId: string; role: CouncilRole }[];
};

/** Seats people in a council: they become experts of its region. */
export async function bringIn(
	tx: Tx,
	ctx: Ctx,
	{ councilId, regionId, from, actId, people }: Arrivals
): Promise<void> {
	await insertMembers(
		tx,
		people.map((person) => ({ ...person, councilId, fromDay: from, actId: actId ?? null }))
	);
	const scope = { kind: 'region', id: regionId } as const;
	for (const { personId } of people) await giveGrant(tx, ctx, { personId, role: 'expert', scope });
}

export type CompositionAct = {
	kind: Act;
	number: string;
	signedOn: string;
	issuer: string;
	title: string;
	scan?: string[];
};

/** The act that composes a council or changes it; the same paper may do both, so entering it again is no fault. */
export function enterComposition(tx: Tx, ctx: Ctx, regionId: string, act: CompositionAct): Promise<string> {
	return registerAct(tx, ctx, regionId, { ...act, known: true });
}
