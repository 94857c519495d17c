import { longDate } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../shell/mail.ts';
import type { Told } from './queries.ts';

type Links = { origin: string; token: string };

/** To an address that asked for letters: nothing comes before the link is pressed. */
export function asking(to: string, { origin, token }: Links): Letter {
	return {
		to,
		subject: 'Подтвердите подписку на новости «Стажировки»',
		text: `Здравствуйте!

Этот адрес указали в подписке на новости стажировочных площадок. Чтобы получать письма, подтвердите адрес, ссылка действует три дня:
${origin}/news/letters/${token}

Если вы не подписывались, ничего делать не нужно: без подтверждения письма не приходят, а адрес мы забудем.`
	};
}

/** What was published since the last letter. Its link and its header end the letters at once. */
export function digest(
	to: string,
	{ news, products, experience }: Record<'news' | 'products' | 'experience', Told[]>,
	{ origin, token }: Links
): Letter {
	const parts = [
		...(news.length ? [`Новости\n${linesOf(news)}\nЧитать: ${origin}/news`] : []),
		...(products.length ? [`Новые материалы\n${linesOf(products)}\nОткрыть: ${origin}/products`] : []),
		...(experience.length ? [`Опыт площадок\n${linesOf(experience)}\nПрочитать: ${origin}/experience`] : [])
	];
	return {
		to,
		subject: 'Что нового на стажировочных площадках',
		text: `Здравствуйте!

${parts.join('\n\n')}

Отписаться одним нажатием:
${origin}/news/letters/${token}/end`,
		headers: {
			'List-Unsubscribe': `<${origin}/api/subscriptions/${token}/end>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
		}
	};
}

function linesOf(items: Told[]): string {
	return items
		.map(({ day, title, site }) => `– ${longDate(day)} ${title}${site ? ` (${site})` : ''}`)
		.join('\n');
}
