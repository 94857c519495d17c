import type { FormSheet } from '@stazhirovka/contract/forms';
import type { Database, Tx } from '@stazhirovka/db';
import {
	datesAhead,
	guardedTexts,
	privacyWarnings,
	validate,
	type Answer,
	type FormDefinition
} from '@stazhirovka/domain/forms';
import { isDeepStrictEqual } from 'node:util';
import { fail, faulty, missing } from '../../shell/errors.ts';
import type { FrozenProgramme } from '../programmes/index.ts';
import * as store from './store.ts';

/** A form of a programme in somebody's hands. */
export type Sheet = { definition: FormDefinition; slot: store.Slot };
type Owner = { cohortId: string; enrolmentId: string | null };
type Draft = { revision: number; answer: unknown };
type Author = { personId: string; at: Date };

export function sheetOf(programme: FrozenProgramme, key: string, owner: Owner, occasion = ''): Sheet {
	const form = programme.forms.get(key) ?? missing('form');
	return { definition: form.definition, slot: { definitionId: form.id, occasion, ...owner } };
}

export async function readSheet(db: Database | Tx, sheet: Sheet, can: FormSheet['can']): Promise<FormSheet> {
	const row = await store.findAnswer(db, sheet.slot);
	const open = !row?.submittedAt;

	return {
		definition: sheet.definition,
		answer: (row?.answer ?? {}) as FormSheet['answer'],
		revision: row?.revision ?? 0,
		savedAt: row?.savedAt.toISOString() ?? null,
		submittedAt: row?.submittedAt?.toISOString() ?? null,
		can: { save: can.save && open, submit: can.submit && open }
	};
}

/** Whether anything was ever saved in the sheet. */
export async function isBegun(db: Database | Tx, { slot }: Pick<Sheet, 'slot'>): Promise<boolean> {
	return (await store.findAnswer(db, slot)) !== undefined;
}

/** A draft may be incomplete but not nonsense. A save on an older revision is refused with what is stored now. */
export async function saveDraft(
	db: Database | Tx,
	sheet: Sheet,
	draft: Draft,
	by: Author
): Promise<store.FormAnswerRow> {
	const answer = checked(sheet.definition, draft.answer, 'draft');
	const change = { answer, onTopOf: draft.revision, by: by.personId, at: by.at };

	return (await store.putAnswer(db, sheet.slot, change)) ?? refuseSave(db, sheet);
}

/** Whether this very answer was handed in before: a double click, also of two clicks at once. */
export async function isHandedIn(tx: Tx, { slot }: Sheet, answer: unknown): Promise<boolean> {
	await store.queueForSheet(tx, slot);
	const stored = await store.findAnswer(tx, slot);
	return stored?.submittedAt != null && isDeepStrictEqual(stored.answer, answer);
}

/** Hands the sheet in: checked whole, stored and closed in the caller's transaction. */
export async function handIn(tx: Tx, sheet: Sheet, draft: Draft, by: Author): Promise<store.FormAnswerRow> {
	const answer = checked(sheet.definition, draft.answer, 'final');
	const change = { answer, onTopOf: draft.revision, by: by.personId, at: by.at };
	const row = (await store.putAnswer(tx, sheet.slot, change)) ?? (await refuseSave(tx, sheet));

	await store.markSubmitted(tx, sheet.slot, by.at);
	return { ...row, submittedAt: by.at };
}

/** Closes a sheet with what is saved in it, which may be nothing. */
export async function closeAsSaved(tx: Tx, { slot }: Sheet, by: Author): Promise<void> {
	await store.putAnswer(tx, slot, { answer: {}, onTopOf: 0, by: by.personId, at: by.at });
	await store.markSubmitted(tx, slot, by.at);
}

/** What is kept in a form of one intern under all its occasions. */
export function answersAt(db: Database | Tx, slot: store.Slot): Promise<store.FormAnswerRow[]> {
	return store.findAnswers(db, slot);
}

/** Opens a handed-in sheet again, when a rule gives it back for correction. */
export async function reopen(tx: Tx, sheet: Sheet): Promise<void> {
	await store.markSubmitted(tx, sheet.slot, null);
}

/** The same sheet of several interns of a cohort, in one statement. */
export async function reopenFor(tx: Tx, { slot }: Sheet, enrolmentIds: string[]): Promise<void> {
	await store.unmarkSubmitted(tx, slot, enrolmentIds);
}

/** Stops at what looks like a pupil's name or diagnosis until the author has looked at it and confirmed (R166, X8). */
export function guardPrivacy(definition: FormDefinition, answer: unknown, confirmed: boolean): void {
	if (confirmed) return;
	const warnings = guardedTexts(definition, answer as Answer).flatMap(({ path, text }) =>
		privacyWarnings(text).map((warning) => ({ path, ...warning }))
	);
	if (warnings.length) faulty('form.privacy', { warnings });
}

/** A sheet that tells what was done names no day that has not come yet: `today` is the site's (R103, R111). */
export function guardPast(definition: FormDefinition, answer: unknown, today: string): void {
	const faults = datesAhead(definition, answer as Answer, today);
	if (faults.length) faulty('form.faulty', { faults });
}

function checked(definition: FormDefinition, answer: unknown, mode: 'draft' | 'final'): Answer {
	const faults = validate(definition, answer as Answer, mode);
	return faults.length ? faulty('form.faulty', { faults }) : (answer as Answer);
}

async function refuseSave(db: Database | Tx, sheet: Sheet): Promise<never> {
	const row = await store.findAnswer(db, sheet.slot);
	if (row?.submittedAt) fail('refused', 'form.submitted');
	return fail('conflict', 'form.changed_elsewhere', {
		revision: row?.revision ?? 0,
		answer: row?.answer ?? {}
	});
}

/** Forgets the draft of a sheet that was taken back. */
export async function discard(tx: Tx, { slot }: Sheet): Promise<void> {
	await store.deleteDraft(tx, slot);
}
