import type { Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { post } from '../../../shell/mail.ts';
import { addressesOf } from './store.ts';

type Site = { id: string; title: string };

/** Tells people that they lead the site from the day on. */
export async function tellAppointed(
	tx: Tx,
	{ now, origin }: Pick<Ctx, 'now' | 'origin'>,
	{ id, title }: Site,
	{ personIds, from }: { personIds: string[]; from: string }
): Promise<void> {
	for (const { email, givenName } of await addressesOf(tx, personIds))
		await post(
			tx,
			{
				to: email,
				subject: `Вы – руководитель площадки «${title}»`,
				text: `Здравствуйте, ${givenName}!

Вы назначены руководителем площадки «${title}» с ${longDate(from)} С этого дня она открыта вам здесь:
${origin}/leader/sites/${id}`
			},
			now()
		);
}

/** Tells people that they lead the site no longer. */
export async function tellRelieved(
	tx: Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ title }: Site,
	{ personIds, from }: { personIds: string[]; from: string }
): Promise<void> {
	for (const { email, givenName } of await addressesOf(tx, personIds))
		await post(
			tx,
			{
				to: email,
				subject: `Руководитель площадки «${title}» сменится`,
				text: `Здравствуйте, ${givenName}!

С ${longDate(from)} вы больше не руководите площадкой «${title}». С этого дня её страницы для руководителя вам недоступны.`
			},
			now()
		);
}
