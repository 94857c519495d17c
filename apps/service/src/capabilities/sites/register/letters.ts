import { longDate } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../../shell/mail.ts';
import type { EndingSite } from './view.ts';

/** To a leader or a keeper: which terms end, and when (R25). */
export function endsSoon(
	to: { email: string; givenName: string },
	endings: EndingSite[],
	link: string
): Letter {
	const lines = endings.map(
		({ title, ending: { lastDay, days } }) =>
			`– «${title}»: ${longDate(lastDay)}, ${days === 0 ? 'это сегодня' : `осталось дней: ${days}`}`
	);
	const [only] = endings;
	return {
		to: to.email,
		subject:
			only && endings.length === 1
				? `Срок статуса заканчивается ${longDate(only.ending.lastDay)}: «${only.title}»`
				: `Заканчивается срок статуса площадок: ${endings.length}`,
		text: `Здравствуйте, ${to.givenName}!

Последний день статуса площадки:
${lines.join('\n')}

Если статус будет продлён, нужен акт о продлении до этого дня. После него площадка закрыта для изменений, её история остаётся.
${link}`
	};
}
