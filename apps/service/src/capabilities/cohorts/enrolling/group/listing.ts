import type { GroupPreview } from '@stazhirovka/contract/cohorts';
import { normalEmail } from '@stazhirovka/domain/accounts';
import { freeSeats, type GroupRow } from '@stazhirovka/domain/cohorts';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../../shell/context.ts';
import { faulty, missing } from '../../../../shell/errors.ts';
import { enterCohort } from '../../access.ts';
import { findCohortFacts } from '../../access-store.ts';
import { findCohort } from '../../store.ts';
import { enterGroup } from '../commands/enter-group.ts';
import { countSeats } from '../store.ts';
import { judge } from './judging.ts';
import { groupTemplate } from './template.ts';
import { readRows } from './workbook.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The empty workbook, for those who may fill one. */
export async function templateFor(ctx: Ctx, cohortId: string) {
	await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	return { name: 'Список группы.xlsx', bytes: groupTemplate(), mime: WORKBOOK };
}

/** Reads an uploaded workbook; nothing is kept of it. The door stands before the reading. */
export async function readGroup(
	ctx: Ctx,
	cohortId: string,
	bytes: () => Promise<Buffer>
): Promise<GroupPreview> {
	await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	return preview(ctx, cohortId, readRows(await bytes()));
}

/** The same list once more, after its rows were mended on the page. */
export async function checkGroup(ctx: Ctx, cohortId: string, rows: GroupRow[]): Promise<GroupPreview> {
	await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	return preview(ctx, cohortId, rows);
}

async function preview(
	{ db, now }: Pick<Ctx, 'db' | 'now'>,
	cohortId: string,
	rows: GroupRow[]
): Promise<GroupPreview> {
	const { faults, sound, accounts } = await judge(db, { now }, cohortId, rows);
	const known = sound.filter(({ email }) => accounts.has(normalEmail(email) ?? '')).length;
	const { timeZone } = (await findCohortFacts(db, cohortId)) ?? missing('cohort');
	const { capacity } = (await findCohort(db, cohortId)) ?? missing('cohort');
	const seats = await countSeats(db, cohortId, localDay(now(), timeZone));
	return {
		rows: rows.map((row) => ({ ...row, formulas: [...row.formulas] })),
		faults,
		sound: sound.length,
		known,
		free: freeSeats({ capacity, ...seats })
	};
}

type Invitation = Record<'surname' | 'givenName' | 'email' | 'heldUntil', string> & {
	patronymic: string | null;
	position: string | null;
	audienceReason: string | null;
};

/** A list of one, with a seat held until a day. */
export async function invite(
	ctx: Ctx,
	cohortId: string,
	{ heldUntil, audienceReason, ...person }: Invitation
): Promise<void> {
	const { surname, givenName, email } = person;
	const row: GroupRow = {
		...{ row: 1, surname, givenName, email, organisation: '', formulas: [] },
		...{ patronymic: person.patronymic ?? '', position: person.position ?? '' }
	};
	await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	const { faults } = await judge(ctx.db, ctx, cohortId, [row]);
	const errors = faults.filter(({ severity }) => severity === 'error');
	if (errors.length)
		faulty('enrolment.invitation_faulty', {
			faults: errors.map(({ column, code }) => ({ field: column, code }))
		});
	const how = { kind: 'invite' as const, heldUntil, audienceReason };
	await enterGroup(ctx, cohortId, { rows: [row], skipFaulty: false, how });
}
