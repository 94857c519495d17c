import { momentWords } from '../../shell/moment-words.ts';
import type { Letter } from '../../shell/mail.ts';

type To = { email: string; givenName: string };
export type Announced = { title: string; startsAt: Date; timeZone: string };

/** To everybody in the room, the day before. */
export function reminder(to: To, about: Announced, link: string): Letter {
	return {
		to: to.email,
		subject: `Чат-конференция «${about.title}»: ${momentWords(about)}`,
		text: `Здравствуйте, ${to.givenName}!

Напоминаем: чат-конференция «${about.title}» начнётся ${momentWords(about)}.

Зайти можно заранее:
${link}`
	};
}

/** To everybody in the room, when another time is set. */
export function moved(to: To, about: Announced, link: string): Letter {
	return {
		to: to.email,
		subject: `Новое время чат-конференции «${about.title}»: ${momentWords(about)}`,
		text: `Здравствуйте, ${to.givenName}!

Чат-конференция «${about.title}» начнётся в другое время: ${momentWords(about)}.

${link}`
	};
}

/** To everybody in the room, when it will not be. */
export function calledOff(to: To, about: Announced, reason: string): Letter {
	return {
		to: to.email,
		subject: `Чат-конференция отменена: ${momentWords(about)}`,
		text: `Здравствуйте, ${to.givenName}!

Чат-конференция «${about.title}» (${momentWords(about)}) отменена. Причина:
${reason}`
	};
}

/** To whoever was put into the programme. */
export function named(to: To, about: Announced, speech: string, link: string): Letter {
	return {
		to: to.email,
		subject: `Ваше выступление на чат-конференции «${about.title}»`,
		text: `Здравствуйте, ${to.givenName}!

Вы в программе чат-конференции «${about.title}»: ${momentWords(about)}.
Тема выступления: ${speech}

${link}`
	};
}
