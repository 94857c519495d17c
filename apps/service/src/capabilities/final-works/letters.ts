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
