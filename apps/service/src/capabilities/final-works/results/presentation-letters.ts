import type { Letter } from '../../../shell/mail.ts';
import type { Intern } from '../queries.ts';

export function slotClosed(
	{ email, person }: Intern,
	{ title, link }: { title: string; link: string }
): Letter {
	return {
		to: email,
		subject: 'Время показа вашей работы отменено',
		text: `Здравствуйте, ${person.givenName}!

Время, которое вы заняли для показа работы «${title}», отменено. Выберите, пожалуйста, другое:
${link}`
	};
}
