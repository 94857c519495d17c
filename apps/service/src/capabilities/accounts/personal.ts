import type { Database, Tx } from '@stazhirovka/db';
import * as store from './store.ts';

type Personal = Partial<
	Pick<store.PersonRow, 'gender' | 'birthDate' | 'genitive' | 'dative' | 'accusative' | 'nameConfirmedAt'>
>;

/** What a person told about himself beyond the profile: for documents and registers. */
export function personalOf(db: Database | Tx, personId: string): Promise<store.PersonRow | undefined> {
	return store.findPerson(db, personId);
}

/** Another gender declines a name otherwise: its forms are asked for again (X14). */
export async function keepPersonal(tx: Tx, personId: string, values: Personal): Promise<void> {
	const known = values.gender && (await store.findPerson(tx, personId));
	const isOther = known && known.gender !== values.gender;
	await store.changePerson(tx, personId, { ...values, ...(isOther && store.NO_NAME_FORMS) });
}
