import type { FormSheet } from '@stazhirovka/contract/forms';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment, type EnrolmentFacts } from '../cohorts/index.ts';
import { stopUnlessBegun } from '../diagnostics/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { doorOf, type Door } from './doors.ts';
import { readSheet, sheetOf, type Sheet } from './sheet.ts';

export type FormAddress = { id: string; key: string; occasion?: string };
export type OwnForm = Sheet & { door: Door; enrolment: EnrolmentFacts & { as: string[] } };

/** A form of an intern as one of these may open it; for everybody else it does not exist (R167). */
export async function openOwnForm(
	db: Ctx['db'] | Tx,
	actor: Ctx['actor'],
	{ id, key, occasion = '' }: FormAddress,
	...relations: ('intern' | 'tutor')[]
): Promise<OwnForm> {
	const enrolment = await enterEnrolment(db, actor, id, ...relations);
	const programme = await loadProgramme(db, enrolment.programmeVersionId);
	const owner = { cohortId: enrolment.cohortId, enrolmentId: enrolment.id };

	const sheet = sheetOf(programme, key, owner, occasion);
	return { ...sheet, door: doorOf(programme.document, key, occasion), enrolment };
}

/** The tutor sees the intern's cards while they are being filled, and anything else once it was handed in. */
export async function readOwnForm(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	address: FormAddress
): Promise<FormSheet> {
	const { door, enrolment, ...sheet } = await openOwnForm(db, actor, address, 'intern', 'tutor');
	const intern = enrolment.as.includes('intern');
	if (intern && address.key === 'diagnostic') await stopUnlessBegun(db, sheet);
	const learning = intern && enrolment.state === 'confirmed';
	const read = await readSheet(db, sheet, { save: learning, submit: learning && door === 'card' });

	return intern || door === 'card' || read.submittedAt ? read : missing('form');
}
