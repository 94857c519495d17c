import type { Tx } from '@stazhirovka/db';
import { faulty } from '../../shell/errors.ts';
import { accountOf } from './people-store.ts';

type Sent = { name: string; part: string; email: string };

/** Finds the accounts of a group's members; an address that is nobody's is told beside the list. */
export async function withAccounts(tx: Tx, members: Sent[]) {
	const found = [];
	for (const { email, ...member } of members)
		found.push({ ...member, email, personId: email === '' ? null : await accountOf(tx, email) });
	const unknown = found.filter(({ personId }) => personId === undefined).map(({ email }) => email);
	if (unknown.length) {
		const faults = [{ code: 'working_group.account_unknown', field: 'members', addresses: unknown }];
		faulty('working_group.faulty', { faults });
	}
	return found.map(({ name, part, personId }) => ({ name, part, personId: personId ?? null }));
}
