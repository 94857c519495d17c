import type { Database, Tx } from '@stazhirovka/db';
import type { Role, Scope } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { record } from '../../shell/journal.ts';
import { announcePeople } from '../../shell/live.ts';
import * as store from './store.ts';

/** Nobody acts where a first or a last day has come by itself. */
type Giver = { actor: Actor | null; now: () => Date };
type Given = { personId: string; role: Role; scope: Scope };

/** Gives somebody a right; false when they have it already, and then their sessions are left as they are too. Nobody acts where a day has come by itself. */
export async function giveGrant(tx: Tx, ctx: Giver, { personId, role, scope }: Given): Promise<boolean> {
	const given = {
		personId,
		role,
		scopeKind: scope.kind,
		scopeId: scope.id,
		givenBy: ctx.actor?.personId ?? null
	};
	const wasStaff = await store.isStaff(tx, personId);
	if (!(await store.insertGrant(tx, given))) return false;
	// Sessions of staff are shorter than those of everybody else.
	if (!wasStaff) await store.endAllSessions(tx, personId);
	await announcePeople(tx, [personId]);
	await record(tx, ctx, 'grant.given', { id: personId }, { role, scope });
	return true;
}

/** Takes a right back; false when they do not have it. */
export async function takeGrant(tx: Tx, ctx: Giver, { personId, role, scope }: Given): Promise<boolean> {
	const taken = { personId, role, scopeKind: scope.kind, scopeId: scope.id };
	if (!(await store.deleteGrant(tx, taken))) return false;
	await announcePeople(tx, [personId]);
	await record(tx, ctx, 'grant.withdrawn', { id: personId }, { role, scope });
	return true;
}

/** Accounts by these addresses, all in one question; an address that nobody has gives none. */
export async function peopleByEmail(
	db: Database | Tx,
	emails: readonly string[]
): Promise<(email: string) => string | undefined> {
	const folded = (email: string) => email.trim().toLowerCase();
	const ids = await store.idsByEmail(db, [...new Set(emails.map(folded).filter(Boolean))]);
	return (email) => ids.get(folded(email));
}

/** The account with this address. */
export async function personByEmail(db: Database | Tx, email: string): Promise<string | undefined> {
	return (await store.findByEmail(db, email))?.id;
}
