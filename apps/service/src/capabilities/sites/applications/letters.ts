import type { Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { post, type Letter } from '../../../shell/mail.ts';
import type { ApplicationFacts } from './access.ts';
import { authorOf, municipalCoordinators } from './queries.ts';

export type Author = { email: string; givenName: string };

/** Writes to the person who began the application; `letter` is one of the letters below or of another capability. */
export async function tellAuthor(
	tx: Tx,
	ctx: Ctx,
	application: Pick<ApplicationFacts, 'id' | 'createdBy'>,
	letter: (author: Author, link: string) => Letter
): Promise<void> {
	const author = await authorOf(tx, application.createdBy);
	if (author) await post(tx, letter(author, `${ctx.origin}/applications/${application.id}`), ctx.now());
}

export function handedIn(title: string) {
	return ({ email, givenName }: Author, link: string): Letter => ({
		to: email,
		subject: `Заявка подана: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Заявка «${title}» подана. Координатор региона проверит, всё ли в ней есть, и мы напишем вам о результате.

${link}`
	});
}

export function accepted(title: string) {
	return ({ email, givenName }: Author, link: string): Letter => ({
		to: email,
		subject: `Заявка принята к рассмотрению: «${title}»`,
		text: `Здравствуйте, ${givenName}!

В заявке «${title}» есть всё, что нужно. Она принята к рассмотрению.

${link}`
	});
}

export function returned(title: string, { reason, remarks }: { reason: string; remarks: string[] }) {
	const lines = remarks.map((remark, index) => `${index + 1}. ${remark}`).join('\n');
	return ({ email, givenName }: Author, link: string): Letter => ({
		to: email,
		subject: `Заявка возвращена на доработку: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Заявка «${title}» возвращена на доработку. Причина:
${reason}
${lines ? `\nЧто исправить:\n${lines}\n` : ''}
Исправьте её и подайте снова:
${link}`
	});
}

/** To who approved a programme that was changed afterwards: the application is not theirs to open. */
export function approvalFell(
	{ email, givenName }: Author,
	{ title, on }: { title: string; on: string }
): Letter {
	return {
		to: email,
		subject: `Программу изменили после вашего утверждения: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Программу в заявке «${title}» вы утвердили или согласовали ${longDate(on)} После этого её изменили, поэтому отметка об утверждении снята. Заявку с новой программой можно будет подать, когда вы утвердите её заново.`
	};
}

export function declined(title: string, reason: string) {
	return ({ email, givenName }: Author, link: string): Letter => ({
		to: email,
		subject: `Заявка отклонена: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Заявка «${title}» отклонена. Причина:
${reason}

${link}`
	});
}

type Window = { regulation: string; opensOn: string; closesOn: string; act: string };

/** Tells coordinators of the region's municipalities (R12); how many there are. */
export async function tellMunicipalities(
	tx: Tx,
	ctx: Ctx,
	{ regionId, ...window }: Window & { regionId: string }
): Promise<number> {
	const people = await municipalCoordinators(tx, regionId);
	for (const person of people)
		await post(tx, opened(person, window, `${ctx.origin}/applications`), ctx.now());
	return people.length;
}

function opened(
	{ email, givenName }: Author,
	{ regulation, opensOn, closesOn, act }: Window,
	link: string
): Letter {
	return {
		to: email,
		subject: `Открыт приём заявок: «${regulation}»`,
		text: `Здравствуйте, ${givenName}!

Приём заявок по положению «${regulation}» идёт с ${longDate(opensOn)} по ${longDate(closesOn)} Основание: ${act}.
Сообщите об этом организациям вашего муниципалитета.

${link}`
	};
}
