import { longDate, plural } from '@stazhirovka/domain/certificates';
import type { Alert } from '@stazhirovka/domain/alerts';
import type { Letter } from '../../shell/mail.ts';

type Reader = { email: string; givenName: string };
type About = { alert: Alert; step: string; programme: string; link: string };

/** What an intern is reminded of, in words that fit a letter and a chat alike. */
export function reminder({ alert: { kind, since, days }, step, programme }: Omit<About, 'link'>): string {
	switch (kind) {
		case 'review':
			return `Коллеги ждут вашей рецензии: срок был ${longDate(since)} Если не получается, скажите об этом на странице рецензии или напишите тьютору.`;
		case 'deadline':
			return days > 0
				? `Срок шага «${step}» прошёл ${longDate(since)} Если нужно больше времени, напишите об этом тьютору.`
				: `Шаг «${step}» нужно завершить до конца дня ${longDate(since)} Если нужно больше времени, напишите об этом тьютору.`;
		default:
			return `Вы давно не продолжали программу «${programme}»: ${days} ${plural(days, 'день', 'дня', 'дней')}. Если что-то мешает, напишите об этом тьютору.`;
	}
}

const SUBJECTS: Record<Alert['kind'], string> = {
	silent: 'Продолжите стажировку',
	unchecked: 'Работа ждёт вашей проверки',
	deadline: 'Напоминание о сроке',
	review: 'Коллеги ждут вашей рецензии'
};

export function toIntern({ email, givenName }: Reader, about: About): Letter {
	return {
		to: email,
		subject: SUBJECTS[about.alert.kind],
		text: `Здравствуйте, ${givenName}!

${reminder(about)}

Ваш путь по программе:
${about.link}`
	};
}

export function toTutor(
	{ email, givenName }: Reader,
	{ alert: { days, count }, step, intern, link }: About & { intern: string }
): Letter {
	const others = count - 1;
	const more = others
		? ` Кроме того, ждут ещё ${others} ${plural(others, 'работа', 'работы', 'работ')} этого стажёра.`
		: '';
	return {
		to: email,
		subject: SUBJECTS.unchecked,
		text: `Здравствуйте, ${givenName}!

${intern} ждёт вашей проверки ${days} ${plural(days, 'день', 'дня', 'дней')}: «${step}».${more}

Очередь проверки:
${link}`
	};
}

type Changed = { programme: string; tutor: string; link: string };

export function newTutor({ email, givenName }: Reader, { programme, tutor, link }: Changed): Letter {
	return {
		to: email,
		subject: 'У вас новый тьютор',
		text: `Здравствуйте, ${givenName}!

По программе «${programme}» с вами теперь работает ${tutor}. Переписка с прежним тьютором сохранилась, новый тьютор её видит.

${link}`
	};
}

export function newIntern(
	{ email, givenName }: Reader,
	{ programme, intern, link }: { programme: string; intern: string; link: string }
): Letter {
	return {
		to: email,
		subject: 'Вам передан стажёр',
		text: `Здравствуйте, ${givenName}!

${intern} (программа «${programme}») теперь работает с вами.

Личное дело стажёра:
${link}`
	};
}
