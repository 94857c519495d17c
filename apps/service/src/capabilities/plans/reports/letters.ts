import type { Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { post, type Letter } from '../../../shell/mail.ts';
import { keepersOf, leadersOf, type Addressee } from './queries.ts';

type To = Omit<Addressee, 'siteId'>;
type Sender = Pick<Ctx, 'origin' | 'now'>;
type About = { id: string; siteId: string; site: string };

/** Writes to the leaders of a site about one of its reports. */
export async function tellLeaders(
	tx: Tx,
	ctx: Sender,
	about: About,
	letter: (to: To, site: string, link: string) => Letter,
	leaders?: readonly Addressee[]
): Promise<void> {
	const link = `${ctx.origin}/leader/sites/${about.siteId}/reports/${about.id}`;
	const all = leaders ?? (await leadersOf(tx, [about.siteId]));
	for (const to of all.filter(({ siteId }) => siteId === about.siteId))
		await post(tx, letter(to, about.site, link), ctx.now());
}

/** Writes to those to whom a report goes by its regulation and who do not keep the register: it is shown to them. */
export async function tellAddressees(
	tx: Tx,
	ctx: Sender,
	{ regionId, site, to }: { regionId: string; site: string; to: readonly To[] }
): Promise<void> {
	const keepers = new Set((await keepersOf(tx, regionId)).map(({ email }) => email));
	for (const { email, givenName } of to.filter((one) => !keepers.has(one.email))) {
		const letter = {
			to: email,
			subject: `Подан отчёт, адресованный вам: «${site}»`,
			text: `Здравствуйте, ${givenName}!

Площадка «${site}» подала отчёт, который по положению адресован вам. Его проверяет координатор региона: попросите у него печатную форму отчёта и сообщите своё решение.`
		};
		await post(tx, letter, ctx.now());
	}
}

/** Writes to the coordinators of the region that a report waits for them. */
export async function tellKeepers(
	tx: Tx,
	ctx: Sender,
	{ id, regionId, site }: { id: string; regionId: string; site: string }
): Promise<void> {
	for (const { email, givenName } of await keepersOf(tx, regionId)) {
		const letter = {
			to: email,
			subject: `Подан отчёт: «${site}»`,
			text: `Здравствуйте, ${givenName}!

Площадка «${site}» подала отчёт. Проверьте его и примите или верните с замечанием.

${ctx.origin}/coordinator/reports/${id}`
		};
		await post(tx, letter, ctx.now());
	}
}

export function asked({ subject, askedFor, dueOn }: { subject: string; askedFor: string; dueOn: string }) {
	return ({ email, givenName }: To, site: string, link: string): Letter => ({
		to: email,
		subject: `Запрошен отчёт: «${site}»`,
		text: `Здравствуйте, ${givenName}!

От площадки «${site}» нужен отчёт до конца дня ${longDate(dueOn)}
Что нужно: ${subject}
${askedFor ? `Кто запрашивает: ${askedFor}\n` : ''}
Отчёт заполнится из журнала мероприятий, вам останется проверить и дополнить его:
${link}`
	});
}

export function withdrawn({
	subject,
	dueOn,
	reason
}: {
	subject: string;
	dueOn: string | null;
	reason: string;
}) {
	return ({ email, givenName }: To, site: string, link: string): Letter => ({
		to: email,
		subject: `Запрос отчёта отозван: «${site}»`,
		text: `Здравствуйте, ${givenName}!

Отчёт по запросу больше не нужен, сдавать его не надо.
Площадка: «${site}»
Что запрашивали: ${subject}${dueOn ? `\nСрок был: ${longDate(dueOn)}` : ''}
Почему отозвали: ${reason}

Всё, что вы успели написать, сохранено:
${link}`
	});
}

export function returned(remark: string) {
	return ({ email, givenName }: To, site: string, link: string): Letter => ({
		to: email,
		subject: `Отчёт возвращён на доработку: «${site}»`,
		text: `Здравствуйте, ${givenName}!

Отчёт площадки «${site}» возвращён с замечанием:
${remark}

Исправьте его и подайте снова:
${link}`
	});
}

export function accepted({ email, givenName }: To, site: string, link: string): Letter {
	return {
		to: email,
		subject: `Отчёт принят: «${site}»`,
		text: `Здравствуйте, ${givenName}!

Отчёт площадки «${site}» принят.

${link}`
	};
}
