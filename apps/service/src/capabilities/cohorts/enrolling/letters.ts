import { longDate } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../../shell/mail.ts';

type Facts = { email: string; givenName: string; programme: string; cohort: string; startsOn: string };

/** Admitted without a seat: the place in the waiting list. */
export function queued(facts: Facts, place: number, link: string): Letter {
	return {
		to: facts.email,
		subject: `Вы в листе ожидания: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Площадка приняла вашу заявку на программу «${facts.programme}» (${facts.cohort}), но свободных мест сейчас нет. Вы в листе ожидания, ваше место: ${place}.

Когда место освободится, мы зачислим вас и напишем об этом. Ваши заявки:
${link}`
	};
}

/** A seat became free and is the reader's. */
export function promoted(facts: Facts, link: string): Letter {
	return {
		to: facts.email,
		subject: `Для вас освободилось место: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

В потоке «${facts.cohort}» программы «${facts.programme}» освободилось место, и оно ваше. Начало: ${longDate(facts.startsOn)}

Программа и переписка с тьютором открыты здесь:
${link}

Если вы передумали, откажитесь от участия до начала: место получит следующий в листе ожидания.`
	};
}

/** A seat is held until the end of the day. */
export function invited(facts: Facts, heldUntil: string, link: string): Letter {
	return {
		to: facts.email,
		subject: `Приглашение: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Площадка приглашает вас на программу «${facts.programme}» (${facts.cohort}). Начало: ${longDate(facts.startsOn)} Место держим за вами до ${longDate(heldUntil)}

Чтобы принять приглашение или отказаться, откройте страницу:
${link}`
	};
}

/** For somebody whom a site has entered and who has no password yet. */
export function welcome(facts: Facts, link: string): Letter {
	return {
		to: facts.email,
		subject: `Вас записали на программу «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Площадка записала вас на программу «${facts.programme}» (${facts.cohort}). Начало: ${longDate(facts.startsOn)}

Чтобы войти на платформу, задайте пароль и дайте согласие на обработку персональных данных. Ссылка действует 30 дней и один раз:
${link}

Если вы ничего об этом не знаете, ничего делать не нужно.`
	};
}

type Asking = Facts & { intern: string; school: string | null };

/** To the head of the sending school (R77). */
export function headAsked({ email, ...facts }: Asking, link: string): Letter {
	return {
		to: email,
		subject: `Подтвердите участие педагога в стажировке: ${facts.intern}`,
		text: `Здравствуйте!

${facts.intern}${facts.school ? ` (${facts.school})` : ''} подаёт заявку на стажировку «${facts.programme}» (${facts.cohort}). Начало: ${longDate(facts.startsOn)}

Площадка ждёт вашего подтверждения: педагог работает у вас и вы создадите условия для стажировки. Регистрироваться не нужно. Ссылка действует 14 дней, ответить по ней можно один раз:
${link}`
	};
}

/** The head has said no. */
export function headRefused(facts: Facts, reason: string, link: string): Letter {
	return {
		to: facts.email,
		subject: `Школа не подтвердила заявку: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Руководитель вашей организации не подтвердил заявку на программу «${facts.programme}» (${facts.cohort}). Причина:
${reason}

Ваши заявки:
${link}`
	};
}

/** Moved to another cohort of the same programme. */
export function transferred(facts: Facts, from: string, reason: string, link: string): Letter {
	return {
		to: facts.email,
		subject: `Вы переведены в другой поток: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

Вас перевели из потока «${from}» в поток «${facts.cohort}» программы «${facts.programme}». Начало: ${longDate(facts.startsOn)} Причина:
${reason}

Что перенесено, написано здесь:
${link}`
	};
}
