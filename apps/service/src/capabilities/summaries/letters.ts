import type { Letter } from '../../shell/mail.ts';

type To = { email: string; givenName: string };
type About = { title: string; link: string };

/** A colleague shows a summary. */
export function shown({ email, givenName }: To, { title, link }: About): Letter {
	return {
		to: email,
		subject: `Вам показали сводный отчёт: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Коллега показал вам сводный отчёт «${title}». Числа в нём – по вашим площадкам.

${link}`
	};
}

type File = { name: string; mime: string; bytes: Buffer };

/** The letter that was asked for, with the file of that day. */
export function scheduled(
	{ email, givenName }: To,
	{ title, link, file, next }: About & { file: File; next: string | null }
): Letter {
	return {
		to: email,
		subject: `Сводный отчёт: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Сводный отчёт «${title}» – в приложенном файле. Посмотреть его сейчас и открыть записи за числами:
${link}

${next === null ? 'Больше писем об этом отчёте не будет.' : `Следующее письмо: ${next}. Отключить письма можно на странице отчёта.`}`,
		attachment: file
	};
}
