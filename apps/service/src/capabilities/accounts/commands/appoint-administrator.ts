import type { Deps } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import * as store from '../store.ts';

/**
 * Makes a registered person an administrator of the platform: the one right that nobody in the product can give,
 * given from the server's own terminal. Ends the person's sessions, as any change of grants does.
 * False when nobody has registered with this address.
 */
export async function appointAdministrator(deps: Pick<Deps, 'db' | 'now'>, email: string): Promise<boolean> {
	return deps.db.transaction(async (tx) => {
		const person = await store.findByEmail(tx, email);
		if (!person) return false;

		await store.insertGrant(tx, { personId: person.id, role: 'administrator', scopeKind: 'platform' });
		await store.endAllSessions(tx, person.id);
		await record(
			tx,
			{ actor: null, now: deps.now },
			'grant.given',
			{ id: person.id },
			{ role: 'administrator' }
		);
		return true;
	});
}
