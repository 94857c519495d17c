import type { Letter } from '../../shell/mail.ts';

export function dataAsked({ email, givenName }: { email: string; givenName: string }, link: string): Letter {
	return {
		to: email,
		subject: 'Проверьте данные для удостоверения',
		text: `Здравствуйте, ${givenName}!

Чтобы передать сведения о вашем удостоверении в федеральный реестр (ФИС ФРДО), не хватает данных о вас или в них есть ошибка.
Откройте страницу «Для документа», проверьте данные и подтвердите их:
${link}

СНИЛС и диплом вписывайте только на этой странице: в письме их присылать не нужно.`
	};
}
