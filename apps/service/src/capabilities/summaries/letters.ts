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

/** Words that go on after «не получился: ». */
export type FileOrReason = { file: File } | { reason: string };

/** The letter that was asked for, with the file of that day, or with the reason that there is none. */
export function scheduled(
	{ email, givenName }: To,
	{ title, link, made, next }: About & { made: FileOrReason; next: string | null }
): Letter {
	return {
		to: email,
		subject: `Сводный отчёт: «${title}»`,
		text: `Здравствуйте, ${givenName}!

${leadOf(title, made)}
${link}

${next === null ? 'Больше писем об этом отчёте не будет.' : `Следующее письмо: ${next}. Отключить письма можно на странице отчёта.`}`,
		...('file' in made && { attachment: made.file })
	};
}

function leadOf(title: string, made: FileOrReason): string {
	return 'file' in made
		? `Сводный отчёт «${title}» – в приложенном файле. Посмотреть его сейчас и открыть записи за числами:`
		: `Файл сводного отчёта «${title}» в этот раз не получился: ${made.reason} Посмотреть отчёт на портале:`;
}
