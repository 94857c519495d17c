import type { Database, Tx } from '@stazhirovka/db';
import type { Role, Scope } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { record } from '../../shell/journal.ts';
import * as store from './store.ts';

type Giver = { actor: Actor; now: () => Date };
type Given = { personId: string; role: Role; scope: Scope };

/** Gives somebody a right. One that they have already is left as it is, and so are their sessions. */
export async function giveGrant(tx: Tx, ctx: Giver, { personId, role, scope }: Given): Promise<void> {
	const given = { personId, role, scopeKind: scope.kind, scopeId: scope.id, givenBy: ctx.actor.personId };
	const wasStaff = await store.isStaff(tx, personId);
	if (!(await store.insertGrant(tx, given))) return;
	// Sessions of staff are shorter than those of everybody else.
	if (!wasStaff) await store.endAllSessions(tx, personId);
	await record(tx, ctx, 'grant.given', { id: personId }, { role, scope });
}

/** The account with this address. */
export async function personByEmail(db: Database | Tx, email: string): Promise<string | undefined> {
	return (await store.findByEmail(db, email))?.id;
}
