import type { Letter } from '../../../shell/mail.ts';

type Reader = { email: string; givenName: string };

export function tableReopened(
	{ email, givenName }: Reader,
	{ title, reason, link }: { title: string; reason: string; link: string }
): Letter {
	return {
		to: email,
		subject: 'Таблица рекомендаций снова открыта для правки',
		text: `Здравствуйте, ${givenName}!

Тьютор вернул вам таблицу рекомендаций к работе «${title}»: ${reason}

Ваши ответы сохранились. Исправьте их и закончите таблицу снова:
${link}`
	};
}
