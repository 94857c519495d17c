import { longDate, plural } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Letter } from '../../shell/mail.ts';
import type { Intern } from './queries.ts';

/** `until` is the end of a day: people are told the day itself. */
function lastDay(until: Date, timeZone: string): string {
	return longDate(localDay(new Date(until.getTime() - 1), timeZone));
}

export function toReview(
	{ email, person }: Intern,
	{ works, dueAt, timeZone, link }: { works: number; dueAt: Date; timeZone: string; link: string }
): Letter {
	return {
		to: email,
		subject: 'Вам переданы работы на взаимоэкспертизу',
		text: `Здравствуйте, ${person.givenName}!

Прочитайте и оцените ${works} ${plural(works, 'работу', 'работы', 'работ')} коллег до конца дня ${lastDay(dueAt, timeZone)}
Авторы не узнают, кто их рецензирует, до объявления результатов.

${link}`
	};
}

type Announced = { title: string; link: string };

export function passed({ email, person }: Intern, { title, link }: Announced): Letter {
	return {
		to: email,
		subject: 'Итоговая работа зачтена',
		text: `Здравствуйте, ${person.givenName}!

Работа «${title}» зачтена. Отзывы и рекомендации коллег открыты здесь:
${link}

После этого заполните, пожалуйста, короткую анкету о программе: она не связана с вашим именем.`
	};
}

export function toRevise(
	{ email, person }: Intern,
	{ title, link, until, timeZone }: Announced & { until: Date; timeZone: string }
): Letter {
	return {
		to: email,
		subject: 'Итоговую работу нужно доработать',
		text: `Здравствуйте, ${person.givenName}!

Работа «${title}» пока не набрала нужного результата. Её можно доработать один раз до конца дня ${lastDay(until, timeZone)}

Отзывы и рекомендации коллег открыты здесь:
${link}`
	};
}

export function failed({ email, person }: Intern, { title, link }: Announced): Letter {
	return {
		to: email,
		subject: 'Итоговая работа не зачтена',
		text: `Здравствуйте, ${person.givenName}!

Работа «${title}» не зачтена. Отзывы, рекомендации и решение с обоснованием открыты здесь:
${link}`
	};
}

export function takenBack(
	{ email, person }: Intern,
	{ titles, link }: { titles: string[]; link: string }
): Letter {
	const works = titles.map((title) => `«${title}»`).join(', ');
	return {
		to: email,
		subject: 'Рецензию передали другому',
		text: `Здравствуйте, ${person.givenName}!

Рецензировать ${titles.length === 1 ? 'эту работу' : 'эти работы'} вам больше не нужно: ${works}.
Распределение изменилось. Всё, что осталось за вами, открыто здесь:

${link}`
	};
}

/** Half of the time, and eight tenths of it, in which a review that is not begun stays with its reviewer. */
export function leaseEnds(
	{ email, person }: Intern,
	{ titles, until, timeZone, link }: { titles: string[]; until: Date; timeZone: string; link: string }
): Letter {
	const works = titles.map((title) => `«${title}»`).join(', ');
	return {
		to: email,
		subject: 'Начните рецензию',
		text: `Здравствуйте, ${person.givenName}!

Вас ждут работы коллег: ${works}.
Начните до ${longDate(localDay(until, timeZone))}: то, что не начато, передадут другим рецензентам. Начатое останется за вами.

Если вы знаете автора или не можете судить о работе, скажите об этом на странице рецензии.

${link}`
	};
}
