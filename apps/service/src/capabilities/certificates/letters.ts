import type { CertificateSnapshot } from '@stazhirovka/db/schema';
import type { Succession } from '@stazhirovka/domain/certificates';
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

export function revoked(
	{ email, givenName }: { email: string; givenName: string },
	{ documentTitle, number, programmeTitle }: CertificateSnapshot,
	reason: string
): Letter {
	return {
		to: email,
		subject: `Документ № ${number} аннулирован`,
		text: `Здравствуйте, ${givenName}!

Документ «${documentTitle}» № ${number} по программе «${programmeTitle}» аннулирован.
Причина: ${reason}

Если вы не согласны, напишите руководителю площадки.`
	};
}

export function replaced(
	{ email, givenName }: { email: string; givenName: string },
	{ documentTitle, number, verifyUrl }: CertificateSnapshot,
	{ as, earlier, link }: { as: Succession; earlier: string; link: string }
): Letter {
	const what = as === 'duplicate' ? 'дубликат документа' : 'исправленный документ вместо';
	return {
		to: email,
		subject: `${as === 'duplicate' ? 'Дубликат' : 'Исправленный документ'} № ${number}`,
		text: `Здравствуйте, ${givenName}!

Вам выдан ${what} № ${earlier}: ${documentTitle}, № ${number}.
Прежний документ больше не действует. Скачать новый можно здесь:
${link}

Подлинность документа любой может проверить по адресу:
${verifyUrl}`
	};
}
