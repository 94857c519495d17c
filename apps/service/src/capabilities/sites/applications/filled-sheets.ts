import type { Database, Tx } from '@stazhirovka/db';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { sheetsOf, type SheetKind } from '@stazhirovka/domain/sites';
import { missing } from '../../../shell/errors.ts';
import { rulesOf } from '../../regulations/index.ts';
import { storedSheet } from './sheets.ts';
import { findApplication } from './store.ts';

export type FilledSheet = { kind: SheetKind; definition: FormDefinition; answer: Answer };

/**
 * Every sheet of an application with what stands in it, for capabilities that have asked at their own door whether the
 * person may read it. A direct registration answers for the statements and fills nothing else in.
 */
export async function filledSheets(db: Database | Tx, id: string): Promise<FilledSheet[]> {
	const row = (await findApplication(db, id)) ?? missing('application');
	const rules = (await rulesOf(db, row.regulationVersionId)) ?? missing('regulation');
	const asked = sheetsOf(rules.profile).filter(({ kind }) => !row.direct || kind === 'eligibility');
	return Promise.all(
		asked.map(async ({ kind, definition }) => {
			const { answer } = await storedSheet(db, { ...row, rules }, kind);
			return { kind, definition, answer };
		})
	);
}
