import { longDate } from '@stazhirovka/domain/certificates';
import type { Letter } from '../../shell/mail.ts';

type Reader = { email: string; givenName: string };
type Given = { title: string; until: string; reason: string; link: string };

export function extended({ email, givenName }: Reader, { title, until, reason, link }: Given): Letter {
	return {
		to: email,
		subject: `Вам дали больше времени: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Срок «${title}» для вас – до конца дня ${longDate(until)} Причина:
${reason.trim()}

Все ваши сроки:
${link}`
	};
}
