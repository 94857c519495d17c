import type { Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { tellAppointees } from '../../appointments/index.ts';

type Told = { personIds: string[]; from: string };

/** Tells people that they lead the site from the day on. */
export async function tellAppointed(
	tx: Tx,
	ctx: Pick<Ctx, 'now' | 'origin'>,
	{ id, title }: { id: string; title: string },
	{ personIds, from }: Told
): Promise<void> {
	await tellAppointees(tx, ctx, personIds, {
		subject: `Вы – руководитель площадки «${title}»`,
		text: `Вы назначены руководителем площадки «${title}» с ${longDate(from)} С этого дня она открыта вам здесь:
${ctx.origin}/leader/sites/${id}`
	});
}

/** Tells people that they lead the site no longer. */
export async function tellRelieved(
	tx: Tx,
	ctx: Pick<Ctx, 'now'>,
	{ title }: { title: string },
	{ personIds, from }: Told
): Promise<void> {
	await tellAppointees(tx, ctx, personIds, {
		subject: `Руководитель площадки «${title}» сменится`,
		text: `С ${longDate(from)} вы больше не руководите площадкой «${title}». С этого дня её страницы для руководителя вам недоступны.`
	});
}
