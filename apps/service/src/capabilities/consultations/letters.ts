import { fullName } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../shell/mail.ts';
import { momentWords } from '../../shell/moment-words.ts';

type Name = Parameters<typeof fullName>[0];
type To = Name & { email: string };
type About = { startsAt: Date; timeZone: string; host: Name };

/** To the host: somebody comes, or does not any more. */
export function toldHost(host: To, about: About, { intern, question, came }: Told, link: string): Letter {
	const what = came ? 'записывается на консультацию' : 'отменяет запись на консультацию';
	return {
		to: host.email,
		subject: `${came ? 'Запись на консультацию' : 'Запись отменена'}: ${momentWords(about)}`,
		text: `Здравствуйте, ${host.givenName}!

${fullName(intern)} ${what} ${momentWords(about)}.
${question && came ? `\nВопрос: ${question}\n` : ''}
${link}`
	};
}

type Told = { intern: Name; question: string; came: boolean };

/** To an intern whom a seat that became free was given to. */
export function seated(to: To, about: About, link: string): Letter {
	return {
		to: to.email,
		subject: `Место освободилось: консультация ${momentWords(about)}`,
		text: `Здравствуйте, ${to.givenName}!

Вы стояли в очереди на консультацию ${momentWords(about)} (${fullName(about.host)}). Место освободилось, вы записаны.

Если прийти не сможете, отмените запись:
${link}`
	};
}

/** To everybody who had booked or waited. */
export function cancelled(to: To, about: About, reason: string, link: string): Letter {
	return {
		to: to.email,
		subject: `Консультация отменена: ${momentWords(about)}`,
		text: `Здравствуйте, ${to.givenName}!

Консультация ${momentWords(about)} (${fullName(about.host)}) отменена. Причина:
${reason}

Свободное время других консультаций:
${link}`
	};
}
