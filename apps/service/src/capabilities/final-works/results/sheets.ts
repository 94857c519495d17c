import type { FormSheet } from '@stazhirovka/contract/forms';
import type { Database, Tx } from '@stazhirovka/db';
import { validate, type Answer, type FormDefinition, type Mode } from '@stazhirovka/domain/forms';
import type { ResultSheetKind } from '@stazhirovka/domain/results';
import { fail, faulty } from '../../../shell/errors.ts';
import { findSheet, putSheet, type SheetRow } from './sheets-store.ts';

type Queryable = Database | Tx;
/** A form made of the results of one work, with the place where its answer is kept. */
export type ResultSheet = { workId: string; kind: ResultSheetKind; definition: FormDefinition };
export type Draft = { revision: number; answer: unknown };

export function toFormSheet(
	{ definition }: ResultSheet,
	row: SheetRow | undefined,
	able: boolean
): FormSheet {
	const open = able && !row?.submittedAt;
	return {
		definition,
		answer: (row?.answer ?? {}) as FormSheet['answer'],
		revision: row?.revision ?? 0,
		savedAt: row?.savedAt.toISOString() ?? null,
		submittedAt: row?.submittedAt?.toISOString() ?? null,
		can: { save: open, submit: open }
	};
}

/** A save on an older revision is refused with what is stored now: two tabs never overwrite each other silently. */
export async function keepSheet(
	db: Queryable,
	sheet: ResultSheet,
	draft: Draft,
	{ at, mode }: { at: Date; mode: Mode }
): Promise<SheetRow> {
	const faults = validate(sheet.definition, draft.answer as Answer, mode);
	if (faults.length) faulty('form.faulty', { faults });

	const change = { answer: draft.answer as Answer, onTopOf: draft.revision, at, submit: mode === 'final' };
	return (await putSheet(db, sheet.workId, sheet.kind, change)) ?? (await refuse(db, sheet));
}

async function refuse(db: Queryable, { workId, kind }: ResultSheet): Promise<never> {
	const row = await findSheet(db, workId, kind);
	if (row?.submittedAt) fail('refused', 'form.submitted');
	const { revision, answer } = row ?? { revision: 0, answer: {} };
	return fail('conflict', 'form.changed_elsewhere', { revision, answer });
}
