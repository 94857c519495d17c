import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { postAll, type Letter } from '../../shell/mail.ts';
import { addressesOf, authorIds, observersOf, type Address } from './letter-queries.ts';

type Sender = Pick<Ctx, 'now' | 'origin'> & { actor: { personId: string } | null };
type About = { id: string; title: string; site: string };
type Words = (to: Address, about: About & { link: string }) => Letter;

/** Writes to the observers of the municipality that a programme waits for their word (R41). */
export async function tellWhoAgrees(tx: Tx, ctx: Sender, about: About & { siteId: string }): Promise<void> {
	await send(tx, ctx, about, { to: await observersOf(tx, about.siteId), words: toBeAgreed });
}

/** Writes to the authors, except to whoever does it, that their programme was given back. */
export async function tellReturned(tx: Tx, ctx: Sender, about: About & { reason: string }): Promise<void> {
	const ids = (await authorIds(tx, about.id)).filter((id) => id !== ctx.actor?.personId);
	await send(tx, ctx, about, { to: await addressesOf(tx, ids), words: returned(about.reason) });
}

/** Writes to a new co-author where the draft is. */
export async function tellNamed(tx: Tx, ctx: Sender, about: About & { personId: string }): Promise<void> {
	await send(tx, ctx, about, { to: await addressesOf(tx, [about.personId]), words: named });
}

async function send(
	tx: Tx,
	ctx: Sender,
	about: About,
	{ to, words }: { to: Address[]; words: Words }
): Promise<void> {
	const link = `${ctx.origin}/leader/programmes/drafts/${about.id}`;
	const letters = to.map((address) => words(address, { ...about, link }));
	await postAll(tx, letters, ctx.now());
}

const toBeAgreed: Words = ({ email, givenName }, { title, site, link }) => ({
	to: email,
	subject: `Программа ждёт согласования: «${title}»`,
	text: `Здравствуйте, ${givenName}!

Площадка «${site}» просит согласовать программу «${title}». Прочитать её, согласовать или вернуть с замечанием можно здесь:

${link}`
});

/** To the head, whose account nobody asks for. */
export function toBeApproved(
	to: string,
	{ title, site, link }: Omit<About, 'id'> & { link: string }
): Letter {
	return {
		to,
		subject: `Программа ждёт утверждения: «${title}»`,
		text: `Здравствуйте!

Вас просят утвердить программу «${title}» (${site}). Прочитать её, утвердить или вернуть с замечанием можно по этой ссылке, она действует 14 дней:

${link}

Если письмо пришло вам по ошибке, ничего делать не нужно.`
	};
}

function returned(reason: string): Words {
	return ({ email, givenName }, { title, link }) => ({
		to: email,
		subject: `Программу вернули на доработку: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Программу «${title}» вернули с замечанием:
${reason}

Её снова можно править:
${link}`
	});
}

const named: Words = ({ email, givenName }, { title, site, link }) => ({
	to: email,
	subject: `Вы соавтор программы «${title}»`,
	text: `Здравствуйте, ${givenName}!

Руководитель площадки «${site}» назвал вас соавтором программы «${title}». Писать её можно вместе, каждому в своём разделе:

${link}`
});
