import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { tellAppointees } from '../appointments/index.ts';

type Municipality = { title: string };

/** Tells somebody that they may read of the municipality, and where. */
export async function tellAppointed(
	tx: Tx,
	ctx: Pick<Ctx, 'now' | 'origin'>,
	{ title }: Municipality,
	personId: string
): Promise<void> {
	await tellAppointees(tx, ctx, [personId], {
		subject: `Вы – наблюдатель муниципалитета: ${title}`,
		text: `Координатор региона открыл вам показатели стажировочных площадок муниципалитета: ${title}. Войдите на портал с этой почтой, и вы найдёте их здесь:
${ctx.origin}/municipality`
	});
}

/** Tells somebody that they may read of the municipality no longer. */
export async function tellRelieved(
	tx: Tx,
	ctx: Pick<Ctx, 'now'>,
	{ title }: Municipality,
	personId: string
): Promise<void> {
	await tellAppointees(tx, ctx, [personId], {
		subject: `Вы больше не наблюдатель муниципалитета: ${title}`,
		text: `Координатор региона закрыл вам показатели стажировочных площадок муниципалитета: ${title}. Если это ошибка, напишите координатору.`
	});
}
