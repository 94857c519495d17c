import type { Tx } from '@stazhirovka/db';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Turn } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import { countHeld } from '../plans/index.ts';
import { courseIn } from './course.ts';
import { calledOff } from './letters.ts';
import { readersOfLetters, spaceBy, type SpaceRow } from './queries.ts';

type Ending = Pick<Ctx, 'actor' | 'now' | 'origin'>;

/** What else a turn brings: a conference that was held is counted in the plan, of one that will not be people are told. */
export async function afterTurn(tx: Tx, ctx: Ending, roomId: string, turn: Turn): Promise<void> {
	if (turn.type !== 'conference.closed' && turn.type !== 'conference.cancelled') return;
	const found = await spaceBy(tx, { personId: ctx.actor.personId, now: ctx.now() }, { roomId });
	if (!found) return;
	if ('reason' in turn) await tell(tx, ctx, found, turn.reason);
	else await count(tx, ctx, found);
}

async function count(tx: Tx, ctx: Ending, found: SpaceRow): Promise<void> {
	const { planRowId: rowId } = found.space;
	const course = rowId && (await courseIn(tx, found.roomId));
	if (!rowId || !course) return;
	const speeches = course.turns.filter(({ speech }) => speech !== null).length;
	await countHeld(tx, ctx, {
		rowId,
		heldOn: localDay(new Date(course.openedAt), found.timeZone),
		participants: course.participants.length,
		outcome: `Чат-конференция «${found.title}». Выступлений: ${speeches}, участников: ${course.participants.length}.`
	});
}

async function tell(tx: Tx, ctx: Ending, found: SpaceRow, reason: string): Promise<void> {
	const { title, timeZone } = found;
	const { startsAt } = found.space;
	if (!startsAt) return;
	for (const to of await readersOfLetters(tx, found.roomId))
		if (to.id !== ctx.actor.personId)
			await post(tx, calledOff(to, { title, startsAt, timeZone }, reason), ctx.now());
}
