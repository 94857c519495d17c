import { longDate } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Letter } from '../../../shell/mail.ts';

type Invitation = {
	email: string;
	intern: string;
	programme: string;
	invitedBy: string;
	expiresAt: Date;
	timeZone: string;
	link: string;
};

export function invitation(facts: Invitation): Letter {
	const { email, intern, programme, invitedBy, expiresAt, timeZone, link } = facts;
	const until = longDate(localDay(new Date(expiresAt.getTime() - 1), timeZone));
	return {
		to: email,
		subject: `Просьба рассказать о работе коллеги: ${intern}`,
		text: `Здравствуйте!

${invitedBy} просит вас рассказать, что вы видели на уроках: ${intern} проходит стажировку «${programme}».
Это займёт около десяти минут. Регистрироваться не нужно, ответить можно до ${until}:
${link}

Ваши слова увидят только стажёр и тьютор. На зачёт и документ они не влияют.
Если вы не видели этих уроков или не хотите отвечать, просто не открывайте ссылку.`
	};
}

export function given({ email, intern, link }: { email: string; intern: string; link: string }): Letter {
	return {
		to: email,
		subject: `Коллега рассказал о работе стажёра: ${intern}`,
		text: `Здравствуйте!

Пришло наблюдение, о котором вы просили. Оно стоит рядом с тестом и самооценкой в карте дефицитов:
${link}`
	};
}
