import { longDate, plural } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import { localTime } from '@stazhirovka/domain/tasks';
import type { Letter } from '../../shell/mail.ts';

type Addressed = { email: string; person: { givenName: string } };

export function toRead(
	{ email, person }: Addressed,
	{ drafts, dueAt, timeZone, link }: { drafts: number; dueAt: Date; timeZone: string; link: string }
): Letter {
	const day = longDate(localDay(dueAt, timeZone));
	return {
		to: email,
		subject: 'Вам показали черновик итоговой работы',
		text: `Здравствуйте, ${person.givenName}!

Прочитайте ${drafts} ${plural(drafts, 'черновик', 'черновика', 'черновиков')} и напишите, что увидели, к чему это привело и что советуете. Оценок ставить не нужно.
Комментарий поможет автору, если придёт до ${localTime(dueAt, timeZone)}, ${day}
Автор не узнает, кто вы, а вы – кто автор.

${link}`
	};
}

export function commented(
	{ email, person }: Addressed,
	{ title, link }: { title: string; link: string }
): Letter {
	return {
		to: email,
		subject: 'Пришёл комментарий к вашему черновику',
		text: `Здравствуйте, ${person.givenName}!

Коллега прочитал черновик «${title}» и написал, что советует. Комментарий открыт здесь:
${link}

На результат итоговой работы он не влияет.`
	};
}
