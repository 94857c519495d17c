import type { Database, Tx } from '@stazhirovka/db';
import type { Registered } from '@stazhirovka/domain/documents';
import type { OrderKind } from '@stazhirovka/domain/orders';
import { conflict, missing } from '../../shell/errors.ts';
import { standingOfCohort } from '../documents/index.ts';

/** The paper of the cohort that is to be corrected; one that was corrected already is told so. */
export async function correctable(
	db: Database | Tx,
	cohortId: string,
	id: string,
	kind: OrderKind
): Promise<Registered> {
	const named = (await standingOfCohort(db, cohortId)).find((paper) => paper.id === id);
	if (!named) return conflict('document');
	return named.kind === kind ? { number: named.number, day: named.dated } : missing('document');
}
