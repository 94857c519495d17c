import { longDate } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../../shell/mail.ts';

type Reader = { email: string; givenName: string };
type Appealed = { title: string; answerBy: string; link: string };

/** To the tutors who may answer. */
export function appealSent({ email, givenName }: Reader, { title, answerBy, link }: Appealed): Letter {
	return {
		to: email,
		subject: 'Подана апелляция на результат итоговой работы',
		text: `Здравствуйте, ${givenName}!

Автор работы «${title}» не согласен с результатом. Ответить нужно до конца дня ${longDate(answerBy)}

Обоснование автора, работа, отзывы и баллы:
${link}`
	};
}

export function appealDue({ email, givenName }: Reader, { title, answerBy, link }: Appealed): Letter {
	return {
		to: email,
		subject: 'Апелляция ждёт ответа',
		text: `Здравствуйте, ${givenName}!

Апелляция по работе «${title}» ещё без ответа, а ответить нужно до конца дня ${longDate(answerBy)}

${link}`
	};
}

type Decided = { title: string; changed: boolean; passed: boolean; conclusion: string; link: string };

export function appealDecided({ email, givenName }: Reader, decided: Decided): Letter {
	const { title, changed, passed, conclusion, link } = decided;
	return {
		to: email,
		subject: 'Решение по вашей апелляции',
		text: `Здравствуйте, ${givenName}!

Апелляция по работе «${title}» рассмотрена: ${changed ? 'результат изменён' : 'результат оставлен прежним'}. Работа ${passed ? 'зачтена' : 'не зачтена'}.

Обоснование: ${conclusion}

Баллы по критериям и следующий шаг:
${link}`
	};
}
