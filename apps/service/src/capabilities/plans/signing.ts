import type { Database, Tx } from '@stazhirovka/db';
import { shortName } from '@stazhirovka/domain/certificates';
import { missing } from '../../shell/errors.ts';
import { signatory } from './names-queries.ts';

/** How somebody signs: «Ольхова Т. В., директор»; the position is empty when the person gave none. */
export async function signatureOf(
	db: Database | Tx,
	personId: string
): Promise<{ name: string; position: string }> {
	const person = (await signatory(db, personId)) ?? missing('person');
	return { name: shortName(person), position: person.position ?? '' };
}
