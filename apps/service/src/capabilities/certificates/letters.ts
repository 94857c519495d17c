import type { CertificateSnapshot } from '@stazhirovka/db/schema';
import type { Letter } from '../../shell/mail.ts';

export function issued(
	{ email, givenName }: { email: string; givenName: string },
	{ documentTitle, number, programmeTitle, verifyUrl }: CertificateSnapshot,
	link: string
): Letter {
	return {
		to: email,
		subject: `Документ о завершении: «${programmeTitle}»`,
		text: `Здравствуйте, ${givenName}!

Вам выдан документ: ${documentTitle}, № ${number}.
Скачать его можно здесь:
${link}

Подлинность документа любой может проверить по адресу:
${verifyUrl}`
	};
}
