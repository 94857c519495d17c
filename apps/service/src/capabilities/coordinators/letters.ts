import type { Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import { tellAppointees } from '../appointments/index.ts';

type Told = { personId: string; from: string };

/** Tells somebody that they coordinate the region from the day on. */
export async function tellNamed(
	tx: Tx,
	ctx: Pick<Ctx, 'now' | 'origin'>,
	{ title }: { title: string },
	{ personId, from }: Told
): Promise<void> {
	await tellAppointees(tx, ctx, [personId], {
		subject: `Вы – координатор: ${title}`,
		text: `Вы назначены координатором стажировочных площадок: ${title}, с ${longDate(from)} С этого дня рабочее место координатора открыто вам здесь:
${ctx.origin}/coordinator`
	});
}

/** Tells somebody that they coordinate the region no longer. */
export async function tellRelieved(
	tx: Tx,
	ctx: Pick<Ctx, 'now'>,
	{ title }: { title: string },
	{ personId, from }: Told
): Promise<void> {
	await tellAppointees(tx, ctx, [personId], {
		subject: `Вы больше не координатор: ${title}`,
		text: `С ${longDate(from)} вы освобождены от обязанностей координатора стажировочных площадок: ${title}. С этого дня рабочее место координатора вам недоступно.`
	});
}
