import type { FormSheet } from '@stazhirovka/contract/forms';
import type { Database, Tx } from '@stazhirovka/db';
import { validate, type Answer, type Fault, type FormDefinition } from '@stazhirovka/domain/forms';
import { programmeDates, type RegulationProfile } from '@stazhirovka/domain/regulations';
import {
	answerOfApproval,
	answerOfStatements,
	approvalIn,
	sheetsOf,
	statementsIn,
	type SheetKind,
	type Statement
} from '@stazhirovka/domain/sites';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { isOpen, type ApplicationFacts } from './access.ts';
import * as store from './store.ts';

export type StoredSheet = { answer: Answer; revision: number; savedAt: Date | null };
/** An application as far as its sheets go, for whoever reads them. */
type Written = Omit<ApplicationFacts, 'as' | 'told'>;
type Saved = { revision: number; at: Date };

/** Where one sheet is kept, and how it is read and written. */
type Slot = {
	read(application: Written, statements: Statement[]): StoredSheet;
	write(
		profile: RegulationProfile,
		answer: Answer,
		saved: Saved
	): { row: store.ApplicationValues; statements?: Statement[] };
};

const SLOTS: Record<SheetKind, Slot> = {
	application: {
		read: ({ answer, answerRevision: revision, answerSavedAt: savedAt }) => ({ answer, revision, savedAt }),
		write: (_, answer, { revision, at }) => ({
			row: { answer, answerRevision: revision, answerSavedAt: at }
		})
	},
	programme: {
		read: ({ programme, programmeRevision: revision, programmeSavedAt: savedAt }) => ({
			answer: programme,
			revision,
			savedAt
		}),
		write(profile, programme, { revision, at }) {
			const dates = programmeDates(profile, programme);
			const days = { programmeFrom: dates?.from ?? null, programmeTo: dates?.to ?? null };
			return { row: { programme, programmeRevision: revision, programmeSavedAt: at, ...days } };
		}
	},
	approval: {
		read: ({ rules, programmeApproval, approvalRevision: revision, approvalSavedAt: savedAt }) => ({
			answer: answerOfApproval(rules.profile, programmeApproval),
			revision,
			savedAt
		}),
		write: (_, answer, { revision, at }) => ({
			row: { programmeApproval: approvalIn(answer), approvalRevision: revision, approvalSavedAt: at }
		})
	},
	eligibility: {
		read: ({ eligibilityRevision: revision, eligibilitySavedAt: savedAt }, statements) => ({
			answer: answerOfStatements(statements),
			revision,
			savedAt
		}),
		write: (profile, answer, { revision, at }) => ({
			row: { eligibilityRevision: revision, eligibilitySavedAt: at },
			statements: statementsIn(profile, answer)
		})
	}
};

export function slotOf(kind: SheetKind): Slot {
	return SLOTS[kind];
}

/** A sheet that the regulation asks for; another is not there. */
export function sheetIn(profile: RegulationProfile, kind: SheetKind) {
	return sheetsOf(profile).find((sheet) => sheet.kind === kind) ?? missing('form');
}

export async function storedSheet(
	db: Database | Tx,
	application: Written,
	kind: SheetKind
): Promise<StoredSheet> {
	const statements = kind === 'eligibility' ? await store.statementsOf(db, application.id) : [];
	return SLOTS[kind].read(application, statements);
}

export async function readSheet(
	db: Database,
	application: ApplicationFacts,
	kind: SheetKind
): Promise<FormSheet> {
	const { definition } = sheetIn(application.rules.profile, kind);
	const { answer, revision, savedAt } = await storedSheet(db, application, kind);
	return {
		definition,
		answer: answer as FormSheet['answer'],
		revision,
		savedAt: savedAt?.toISOString() ?? null,
		submittedAt: isOpen(application.state) ? null : (application.submittedAt?.toISOString() ?? null),
		can: { save: application.as.includes('author') && isOpen(application.state), submit: false }
	};
}

type Asked = { id: string; kind: SheetKind; definition: FormDefinition; profile: RegulationProfile };

/** A draft may be incomplete but not nonsense, and proves things with the application's own files only. */
export async function checkedDraft(tx: Tx, asked: Asked, given: unknown): Promise<Answer> {
	const faults = validate(asked.definition, given, 'draft');
	const answer = given as Answer;
	const strange =
		asked.kind === 'eligibility' && faults.length === 0 ? await strangeFiles(tx, asked, answer) : [];
	const all = [...faults, ...strange];
	return all.length ? faulty('form.faulty', { faults: all }) : answer;
}

async function strangeFiles(tx: Tx, { id, profile }: Asked, answer: Answer): Promise<Fault[]> {
	const statements = statementsIn(profile, answer);
	const own = await store.ownFiles(
		tx,
		id,
		statements.flatMap(({ fileIds }) => fileIds)
	);
	return statements
		.filter(({ fileIds }) => fileIds.some((file) => !own.includes(file)))
		.map(({ position }) => ({ path: `files-${position}`, code: 'not_an_option' }));
}

export function refuseSave({ answer, revision }: StoredSheet): never {
	return fail('conflict', 'form.changed_elsewhere', { revision, answer });
}
